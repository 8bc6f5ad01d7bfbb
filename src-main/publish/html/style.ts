/** The look of a briefing as one HTML file, on a screen in light and dark, and on paper. */
import type { Paper } from '../../domain/publication/edition.js';

export function style(paper: Paper): string {
  return `
@page { size: ${paper}; margin: 20mm 18mm 22mm }
:root { color-scheme: light dark; --soft: light-dark(#565b65, #b0aba0); --line: light-dark(#b9bcc2, #55524c); --accent: light-dark(#1f3a5f, #9dbcf2) }
body { margin: 0; font: 17px/1.55 'Source Serif 4', Georgia, serif; background: light-dark(#fff, #1c1b19); color: light-dark(#16181c, #e9e6df) }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
h1, h2, h3, table, .facts, .kicker, .marking, nav { font-family: 'Source Sans 3', system-ui, sans-serif }
h1 { line-height: 1.15; margin: .2em 0 } h2 { color: var(--accent); margin: 1.6em 0 .3em; break-after: avoid }
header { border-top: 4px solid var(--accent); padding-top: .5rem }
.marking { float: inline-end; border: 1px solid; padding: .1em .5em; margin: 0; font-weight: 700 }
.facts, .kicker { color: var(--soft); font-size: .85em; margin: 0 }
.kicker { text-transform: uppercase; letter-spacing: .08em; margin-bottom: -1.6em; margin-top: 1.6em }
.bottom-line { border: 1px solid var(--accent); border-inline-start-width: 5px; padding: .2rem 1rem .4rem; margin: 1rem 0; break-inside: avoid }
.bottom-line h2 { margin: .4em 0 0; font-size: 1em }
nav > ol { columns: 2; padding-inline-start: 1.4em; font-size: .9em } nav ol ol { padding-inline-start: 1.2em; list-style: none }
article { break-before: page; margin-top: 4rem }
.text { overflow-wrap: anywhere } .text p { white-space: pre-line }
table { border-collapse: collapse; width: 100%; font-size: .82em; margin: .6em 0 } caption { text-align: start; font-weight: 600; padding: .3em 0 }
th, td { border: 1px solid var(--line); padding: .3em .5em; text-align: start; vertical-align: top } tr { break-inside: avoid } thead { display: table-header-group }
mark { color: inherit; background: light-dark(#fdeeb0, #5a4a12) } mark.claim { background: light-dark(#d6e8fb, #253f5c); border-bottom: 2px solid } mark.figure { background: light-dark(#dbf0dc, #204a2b); border-bottom: 2px dashed } mark.change { background: light-dark(#f4def0, #54264b); border-bottom: 2px dotted } mark.doubt { background: light-dark(#e8e6e1, #48453f); border-bottom: 3px double } mark.note { background: none; border-bottom: 1px solid }
.supports { background: light-dark(#e0f1e3, #233a2b) } .opposes { background: light-dark(#fae3df, #442c29) } .conditional { background: light-dark(#fbeed3, #3f341e) } .neutral { background: light-dark(#eae9ec, #37363a) }
aside.note { margin: .8em 0; padding-inline-start: .8em; border-inline-start: 3px solid var(--line); break-inside: avoid } aside.note p { margin: .1em 0 }
a { color: var(--accent) } sup { font-size: .65em; line-height: 0 } img { max-width: 100% }
pre { white-space: pre-wrap }
@media print { body { font-size: 10.5pt } main { max-width: none; padding: 0 } :root { color-scheme: light } }
`;
}
