/** The look of a briefing as one HTML file, on a screen in light and dark, and on paper. */
import type { PaperSize } from '../../domain/publication/edition.js';

export function style(paper: PaperSize): string {
  return `
@page { size: ${paper}; margin: 20mm 18mm 22mm }
:root { color-scheme: light dark; --soft: light-dark(#565b65, #b0aba0); --line: light-dark(#b9bcc2, #55524c); --accent: light-dark(#1f3a5f, #9dbcf2) }
body { margin: 0; font: 17px/1.55 'Source Serif 4', Georgia, serif; background: light-dark(#fff, #1c1b19); color: light-dark(#16181c, #e9e6df) }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
h1, h2, h3, table, .facts, .kicker, .marking, nav { font-family: 'Source Sans 3', system-ui, sans-serif }
h1 { line-height: 1.15; margin: .2em 0 } h2 { color: var(--accent); margin: 1.6em 0 .3em; break-after: avoid }
header { border-top: 4px solid var(--accent); padding-top: .5rem }
.marking { float: inline-end; border: 1px solid; padding: .1em .5em; margin: 0; font-weight: 700 }
.facts, .kicker { color: var(--soft); font-size: .85em; margin: 0 } .newer { font-weight: 600; font-size: .85em }
.kicker { text-transform: uppercase; letter-spacing: .08em; margin-top: 1.9em; break-after: avoid } .kicker + h2, .kicker + h3 { margin-top: 0 }
.bottom-line { border: 1px solid var(--accent); border-inline-start-width: 5px; padding: .2rem 1rem .4rem; margin: 1rem 0; break-inside: avoid }
.unreviewed { border: 2px solid; padding: .2em .6em; margin: .5em 0 } .part { margin: .8em 0 } .part p { margin: .15em 0; break-inside: avoid } .part ul { margin: .15em 0; padding-inline-start: 1.3em } .part .first { margin-top: .6em; break-after: avoid } .first bdi { font-weight: 700 } .strong { font-weight: 700 } .small { font-size: .85em } .under { padding-inline-start: 1.3em } .part h2 { font-size: 1em; margin: .6em 0 .1em }
.bottom-line h2 { margin: .4em 0 0; font-size: 1em } .bottom-line h2 + p { margin-top: .3em }
nav > ol { columns: 17em 2; column-gap: 1.5em; padding: 0; font-size: .9em } nav > ol > li { margin-inline-start: 2.6em; break-inside: avoid } nav ol ol { padding-inline-start: 1.2em; list-style: none }
article { break-before: page; margin-top: 4rem }
p, li, h1, h2, h3, h4, h5, h6, th, td, caption { unicode-bidi: plaintext; text-align: start } .line, [dir=ltr], [dir=rtl] { unicode-bidi: isolate }
.text { overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; font-size: .82em; margin: .6em 0 } caption { text-align: start; font-weight: 600; padding: .3em 0; break-after: avoid }
thead { break-inside: avoid; break-after: avoid } tbody tr:first-child { break-before: avoid } td p, th p { margin: .15em 0 } td > p:first-child { margin-top: 0 }
td, th { overflow-wrap: break-word } @media screen { .text table { display: block; overflow-x: auto } }
th:has(strong) { font-weight: 400 } th, td { border: 1px solid var(--line); padding: .3em .5em; text-align: start; vertical-align: top } tr { break-inside: avoid } thead { display: table-header-group }
mark { color: inherit; background: light-dark(#fdeeb0, #5a4a12) } mark.claim { background: light-dark(#d6e8fb, #253f5c); border-bottom: 2px solid } mark.figure { background: light-dark(#dbf0dc, #204a2b); border-bottom: 2px dashed } mark.change { background: light-dark(#f4def0, #54264b); border-bottom: 2px dotted } mark.doubt { background: light-dark(#e8e6e1, #48453f); border-bottom: 3px double } mark.note { background: none; border-bottom: 1px solid }
.supports { background: light-dark(#e0f1e3, #233a2b) } .opposes { background: light-dark(#fae3df, #442c29) } .conditional { background: light-dark(#fbeed3, #3f341e) } .neutral { background: light-dark(#eae9ec, #37363a) } .several { background: repeating-linear-gradient(-45deg, transparent 0 4px, light-dark(#d5d5db, #4c4b51) 4px 5px) }
.changed { outline: 2px solid; outline-offset: -2px }
table.map { width: auto; font-size: .7em } .map th, .map td { padding: .1em .25em; text-align: center; vertical-align: middle } .map th:first-child { text-align: start } .map td { min-width: 1.3em; font-weight: 600 }
.map thead th { vertical-align: bottom } .map thead th:first-child ~ th span { display: inline-block; writing-mode: vertical-rl; rotate: 180deg; max-height: 12em; overflow-wrap: normal; text-align: start; font-weight: 400 }
.map .supports { background: light-dark(#b7dcc0, #1f5a33) } .map .opposes { background: #8f2418; color: #fff } .map .conditional { border-bottom: 3px solid light-dark(#b07c22, #d9a441) }
aside.note { margin: .8em 0; padding-inline-start: .8em; border-inline-start: 3px solid var(--line); break-inside: avoid } aside.note p { margin: .1em 0 }
.soft { color: var(--soft); font-weight: 400 } a { color: var(--accent) } sup { font-size: .65em; line-height: 0; unicode-bidi: isolate } img { max-width: 100% }
blockquote { margin: .6em 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--line) } blockquote > :first-child { margin-top: 0 } blockquote > :last-child { margin-bottom: 0 }
pre, code { font-family: 'Source Code Pro', ui-monospace, monospace; font-size: .88em } pre code { font-size: 1em } pre { white-space: pre-wrap }
ol:lang(ar) { list-style-type: arabic-indic } ol:lang(fa) { list-style-type: persian } :lang(ar), :lang(fa), :lang(ur) { letter-spacing: 0; font-style: normal; line-height: 1.9 }
html[dir=rtl] :is(th, td, caption, .line) { text-align: right } html[dir=rtl] .map :is(th:not(:first-child), td) { text-align: center }
@media print { body { font-size: 10.5pt; print-color-adjust: exact } main { max-width: none; padding: 0 } :root { color-scheme: light } }
`;
}
