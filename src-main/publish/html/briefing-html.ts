/**
 * A briefing, or a book of several, as one HTML file: no script, nothing from outside, fit to print.
 * Its content security policy lets nothing load or run, whatever stands in the briefing.
 * Over 300 lines because the look of the page stands beside its markup.
 */
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import { composeBook, titleAnchor, type Book } from '../../domain/publication/book.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import type { PaperSize } from '../../domain/publication/edition.js';
import {
  bottomLineHeading,
  hasContentsList,
  type Publication
} from '../../domain/publication/publication.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import type { Format } from '../format.js';
import { escaped } from '../markup/escape.js';
import { markedTree, type MarkupNode, type TextNode } from '../markup/marked-tree.js';
import { pageOneMarkup, type PageOnePart } from '../markup/page-one-sections.js';
import type { CellQuote, MarkupBlock, MarkupCell } from '../markup/blocks.js';
import { factsInWords, sectionsOf, type MarkupSection } from '../markup/sections.js';

declare module '../format.js' {
  interface FormatsByEnding {
    readonly html: Format;
  }
}

export const webPage: Format = {
  name: 'Web page',
  label: 'web page',
  shows: 'document',
  holds: 'one file without scripts, fit to print',
  book: { name: 'Web page', holds: 'one file, with one list of contents' },
  make: asHtml
};

export function asHtml(job: DocumentJob): string {
  const book = composeBook(job);
  const { titlePage } = book;
  const chapters = book.chapters.map(({ prefix, publication }) => ({
    html: new SectionHtml(prefix, titlePage ? 3 : 2, publication.words, publication.direction),
    publication,
    sections: sectionsOf(publication)
  }));
  const items = chapters.flatMap(({ html: { prefix }, publication, sections }) => {
    const within = sections.map((each) => item(each, prefix));
    if (!titlePage) return hasContentsList(publication) ? within : [];
    const title = { anchor: titleAnchor, heading: publication.title };
    return item(title, prefix, `<ol>${within.join('')}</ol>`);
  });
  const list = items.length > 0 ? contents(items, book.words) : '';
  const texts = chapters.map(({ html, publication, sections }) => ({
    lang: ` lang="${publication.words.language}" dir="${publication.direction}"`,
    head: header(publication, html),
    body: sections.map((each) => html.section(each))
  }));
  return page(
    book,
    titlePage
      ? [
          bookHeader(book),
          list,
          ...texts.map(
            ({ head, body, lang }) => `<article${lang}>${head}${body.join('\n')}</article>`
          )
        ]
      : texts.flatMap(({ head, body }) => [head, list, ...body])
  );
}

function page(book: Book, parts: readonly string[]): string {
  const { title, edition, words, direction } = book;
  return `<!doctype html>
<html lang="${words.language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Standpoint">
<title>${escaped(title)}</title>
<style>${style(edition.paper)}</style>
</head>
<body>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function header(publication: Publication, html: SectionHtml): string {
  const { title } = publication;
  const level = html.level - 1;
  const { unreviewed, before, bottomLine, after } = pageOneMarkup(publication);
  return [
    '<header>',
    marked(publication.marking),
    `<h${level} id="${html.prefix}${titleAnchor}" dir="auto">${escaped(title)}</h${level}>`,
    `<p class="facts">${escaped(factsInWords(publication))}</p>`,
    unreviewed ? `<p class="unreviewed"><strong>${escaped(unreviewed)}</strong></p>` : '',
    '</header>',
    ...before.map((part) => html.part(part)),
    bottomLine
      ? `<section class="bottom-line">${html.heading(bottomLineHeading(publication))}${html.nodes(markedTree(renderMarkdown(bottomLine).html, []))}</section>`
      : '',
    ...after.map((part) => html.part(part))
  ].join('\n');
}

function bookHeader({ title, marking, facts }: Book): string {
  return `<header>${marked(marking)}<h1 dir="auto">${escaped(title)}</h1><p class="facts">${escaped(facts)}</p></header>`;
}

function linked(text: string, link = ''): string {
  const address = escaped(link);
  return escaped(text).replace(address, () => address && `<a href="${address}">${address}</a>`);
}

function marked(marking: string): string {
  return marking.trim() ? `<p class="marking">${escaped(marking)}</p>` : '';
}

function contents(items: readonly string[], words: PrintedWords): string {
  return `<nav aria-label="${escaped(words.contents)}"><ol>${items.join('')}</ol></nav>`;
}

function item(
  { anchor, heading }: Pick<MarkupSection, 'anchor' | 'heading'>,
  prefix = '',
  within = ''
): string {
  return `<li><a href="#${prefix}${anchor}" dir="auto">${escaped(heading)}</a>${within}</li>`;
}

/** The look of a briefing as one HTML file, on a screen in light and dark, and on paper. */
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
.unreviewed { border: 2px solid; padding: .2em .6em; margin: .5em 0 } .part { margin: .8em 0 } .part p { margin: .15em 0; break-inside: avoid } .part ul { margin: .15em 0; padding-inline-start: 1.3em } .part .first { margin-top: .6em; break-after: avoid } .first bdi { font-weight: 700 } .under { padding-inline-start: 1.3em } .part h2 { font-size: 1em; margin: .6em 0 .1em }
.bottom-line h2 { margin: .4em 0 0; font-size: 1em } .bottom-line h2 + p { margin-top: .3em }
nav > ol { columns: 17em 2; column-gap: 1.5em; padding: 0; font-size: .9em } nav > ol > li { margin-inline-start: 2.6em; break-inside: avoid } nav ol ol { padding-inline-start: 1.2em; list-style: none }
article { break-before: page; margin-top: 4rem }
p, li, h1, h2, h3, h4, h5, h6, th, td, caption { unicode-bidi: plaintext; text-align: start } .line { unicode-bidi: isolate }
.text { overflow-wrap: anywhere } .text p { white-space: pre-line }
table { border-collapse: collapse; width: 100%; font-size: .82em; margin: .6em 0 } caption { text-align: start; font-weight: 600; padding: .3em 0; break-after: avoid }
thead { break-inside: avoid; break-after: avoid } tbody tr:first-child { break-before: avoid } td p, th p { margin: .15em 0 } td > p:first-child { margin-top: 0 } q { quotes: none }
td, th { overflow-wrap: break-word } @media screen { .text table { display: block; overflow-x: auto } }
th:has(.lead) { font-weight: 400 } th, td { border: 1px solid var(--line); padding: .3em .5em; text-align: start; vertical-align: top } tr { break-inside: avoid } thead { display: table-header-group }
mark { color: inherit; background: light-dark(#fdeeb0, #5a4a12) } mark.claim { background: light-dark(#d6e8fb, #253f5c); border-bottom: 2px solid } mark.figure { background: light-dark(#dbf0dc, #204a2b); border-bottom: 2px dashed } mark.change { background: light-dark(#f4def0, #54264b); border-bottom: 2px dotted } mark.doubt { background: light-dark(#e8e6e1, #48453f); border-bottom: 3px double } mark.note { background: none; border-bottom: 1px solid }
.supports { background: light-dark(#e0f1e3, #233a2b) } .opposes { background: light-dark(#fae3df, #442c29) } .conditional { background: light-dark(#fbeed3, #3f341e) } .neutral { background: light-dark(#eae9ec, #37363a) }
.changed { outline: 2px solid; outline-offset: -2px }
table.map { width: auto; font-size: .7em } .map th, .map td { padding: .1em .25em; text-align: center; vertical-align: middle } .map th:first-child { text-align: start } .map td { min-width: 1.3em; font-weight: 600 }
.map thead th { vertical-align: bottom } .map thead th:first-child ~ th span { display: inline-block; writing-mode: vertical-rl; rotate: 180deg; max-height: 12em; overflow-wrap: normal; text-align: start; font-weight: 400 }
.map .supports { background: light-dark(#b7dcc0, #1f5a33) } .map .opposes { background: #8f2418; color: #fff } .map .conditional { border-bottom: 3px solid light-dark(#b07c22, #d9a441) }
aside.note { margin: .8em 0; padding-inline-start: .8em; border-inline-start: 3px solid var(--line); break-inside: avoid } aside.note p { margin: .1em 0 }
.paragraph { color: var(--soft); font-weight: 400 } a { color: var(--accent) } sup { font-size: .65em; line-height: 0; unicode-bidi: isolate } img { max-width: 100% }
blockquote { margin: .6em 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--line) } blockquote > :first-child { margin-top: 0 } blockquote > :last-child { margin-bottom: 0 }
pre, code { font-family: 'Source Code Pro', ui-monospace, monospace; font-size: .88em } pre code { font-size: 1em } pre { white-space: pre-wrap }
ol:lang(ar) { list-style-type: arabic-indic } ol:lang(fa) { list-style-type: persian } :lang(ar), :lang(fa), :lang(ur) { letter-spacing: 0; font-style: normal; line-height: 1.9 }
html[dir=rtl] :is(th, td, caption, .line) { text-align: right } html[dir=rtl] .map :is(th:not(:first-child), td) { text-align: center }
@media print { body { font-size: 10.5pt; print-color-adjust: exact } main { max-width: none; padding: 0 } :root { color-scheme: light } }
`;
}

/** Sections of a publication behind one prefix for every anchor, so that several can stand in one file. */
class SectionHtml {
  /** `level` is that of the headings. */
  constructor(
    readonly prefix: string,
    readonly level: 2 | 3,
    readonly words: PrintedWords,
    readonly direction: Publication['direction']
  ) {}

  section({ anchor, heading, kicker, language, blocks }: MarkupSection): string {
    const above = kicker ? `<p class="kicker">${escaped(kicker)}</p>` : '';
    const body = blocks.map((block) => this.#block(block)).join('\n');
    return `<section${this.#lang(language)}>${above}${this.heading(heading, anchor)}\n${body}\n</section>`;
  }

  part({ heading, blocks }: PageOnePart): string {
    const head = heading === '' ? '' : this.heading(heading);
    return `<section class="part">${head}${blocks.map((block) => this.#block(block)).join('\n')}</section>`;
  }

  /** `anchor` is empty for none. */
  heading(words: string, anchor = ''): string {
    const id = anchor ? ` id="${this.prefix}${anchor}"` : '';
    return `<h${this.level}${id} dir="auto">${escaped(words)}</h${this.level}>`;
  }

  nodes(list: readonly MarkupNode[]): string {
    return list
      .map((node) => (node.kind === 'text' ? this.#words(node) : this.#element(node)))
      .join('');
  }

  #block(block: MarkupBlock): string {
    switch (block.kind) {
      case 'markup':
        return `<div class="text">${this.nodes(block.nodes)}</div>`;
      case 'line':
        return `<p class="line"${this.#dir()}>${linked(block.text, block.link)}</p>`;
      case 'labelled': {
        const { label, text, place, notes = [] } = block;
        const references = notes.map((number) => this.#reference(number)).join(' ');
        return `<p class="${['line', place].filter(Boolean).join(' ')}"${this.#dir()}><b>${escaped(label)}</b> <bdi>${escaped(text)}</bdi>${references}</p>`;
      }
      case 'list':
        return `<ul>${block.items.map((item) => `<li dir="auto">${escaped(item)}</li>`).join('')}</ul>`;
      case 'table': {
        const caption = block.caption
          ? `<caption dir="auto">${escaped(block.caption)}</caption>`
          : '';
        const words = (text: string) =>
          block.isMap ? `<span>${escaped(text)}</span>` : escaped(text);
        const head = block.head.map((text) => `<th scope="col" dir="auto">${words(text)}</th>`);
        const rows = block.rows.map(
          (row) => `<tr>${row.map((cell, index) => this.#cell(cell, index)).join('')}</tr>`
        );
        return `<table${block.isMap ? ' class="map"' : ''}>${caption}<thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
      }
      case 'note': {
        const { number, quote, language, place, newerVersion, isMarked } = block;
        const newer =
          newerVersion && `<p class="line newer"${this.#dir()}>${escaped(newerVersion)}</p>`;
        const back = isMarked ? ` <a href="#${this.prefix}mark-${number}">↩</a>` : '';
        return `<aside id="${this.prefix}note-${number}" class="note"><p dir="auto"><b>${escaped(this.words.number(number))}</b> <span${this.#lang(language)}>${escaped(quote)}</span></p><p class="line facts"${this.#dir()}>${escaped(place)}${back}</p>${newer}${this.nodes(block.nodes)}</aside>`;
      }
    }
  }

  /** Of our own words, where they run otherwise than the document. */
  #dir(): string {
    return this.direction === this.words.direction ? '' : ` dir="${this.words.direction}"`;
  }

  /** Where it is another than that around. */
  #lang(language: string): string {
    return language === this.words.language ? '' : ` lang="${escaped(language)}"`;
  }

  #cell(
    { text, notes = [], lead, quotes = [], stance, raised, isChanged, columns }: MarkupCell,
    index: number
  ): string {
    const marks = raised ? `<sup>${escaped(raised)}</sup>` : '';
    const before = lead ? `<b class="lead">${escaped(lead)}</b> ` : '';
    const references = notes.map((number) => this.#reference(number)).join(' ');
    const below = quotes.map((quote) => this.#quote(quote)).join('');
    const words = `${before}${escaped(text)}${marks}${references}${below}`;
    if (columns) return `<th scope="rowgroup" colspan="${columns}" dir="auto">${words}</th>`;
    if (index === 0) return `<th scope="row" dir="auto">${words}</th>`;
    const look = [stance, isChanged ? 'changed' : ''].filter(Boolean).join(' ');
    return `<td${look ? ` class="${look}"` : ''} dir="auto">${words}</td>`;
  }

  #quote({ label, words, language, number, hasNote }: CellQuote): string {
    const told = `<q${this.#lang(language)} dir="auto">${escaped(words)}</q>`;
    const before = label ? `${escaped(label)} ` : '';
    if (!hasNote) return `<p>${before}<b>${escaped(this.words.number(number))}</b> ${told}</p>`;
    if (words !== '') return `<p>${before}${told}${this.#reference(number)}</p>`;
    const note = escaped(this.words.note(String(number)));
    return `<p>${before}<a href="#${this.prefix}note-${number}">${note}</a></p>`;
  }

  #reference(number: number, id = ''): string {
    const anchor = id ? ` id="${id}"` : '';
    const shown = escaped(this.words.number(number));
    return `<sup${anchor}><a href="#${this.prefix}note-${number}">${shown}</a></sup>`;
  }

  #words({ text, marks, ends }: TextNode): string {
    const open = marks.map(({ kind }) => `<mark class="${kind}">`).join('');
    const references = ends.flatMap(({ number }) =>
      number === null ? [] : this.#reference(number, `${this.prefix}mark-${number}`)
    );
    return `${open}${escaped(text)}${'</mark>'.repeat(marks.length)}${references.join('')}`;
  }

  #element({ name, attributes, children }: Exclude<MarkupNode, TextNode>): string {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
    const start = `<${name}${written.join('')}>`;
    if (empty.has(name)) return start;
    // A line feed right after the start of a `pre` is not read as one.
    const lead = name === 'pre' ? '\n' : '';
    return `${start}${lead}${this.nodes(children)}</${name}>`;
  }
}

const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);
