/**
 * A briefing, or a book of several, as one HTML file: no script, nothing from outside, fit to print.
 * Its content security policy lets nothing load or run, whatever stands in the briefing.
 * Over 300 lines because the look of the page stands beside its markup.
 */
import { titleAnchor } from '../../domain/publication/book.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import { documentOf } from '../../domain/publication/document/document-of.js';
import type {
  Cell,
  FixedWords,
  Run,
  Runs,
  WordsRun
} from '../../domain/publication/document/document.js';
import {
  numberIn,
  simplified,
  type SimpleBlock,
  type SimpleChapter,
  type SimpleDocument,
  type SimplePart,
  type SimpleTable,
  type SimpleSection
} from '../../domain/publication/document/simple.js';
import type { PaperSize } from '../../domain/publication/edition.js';
import { escaped } from '../escape.js';
import type { Format } from '../format.js';

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
  const document = simplified(documentOf(job));
  const { titlePage, words } = document;
  const chapters = document.chapters.map((chapter) => {
    const html = new ChapterHtml(chapter, titlePage ? 3 : 2);
    return {
      chapter,
      html,
      items: chapter.isListed ? chapter.sections.map((each) => html.item(each)) : []
    };
  });
  const items = chapters.flatMap(({ chapter: { title }, html, items }) =>
    titlePage ? html.item({ anchor: titleAnchor, heading: title }, items) : items
  );
  const list =
    items.length > 0
      ? `<nav aria-label="${escaped(words.contents)}"><ol>${items.join('')}</ol></nav>`
      : '';
  return page(
    document,
    titlePage
      ? [
          `<header>${marked(document.marking)}${kicker(titlePage.kicker)}<h1 dir="auto">${escaped(titlePage.title)}</h1>${facts(titlePage.facts)}</header>`,
          list,
          ...chapters.map(
            ({ chapter: { words, direction }, html }) =>
              `<article lang="${words.language}" dir="${direction}">${html.opening()}${html.sections()}</article>`
          )
        ]
      : chapters.flatMap(({ html }) => [html.opening(), list, html.sections()])
  );
}

function page(
  { title, language, direction, paper }: SimpleDocument,
  parts: readonly string[]
): string {
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Standpoint">
<title>${escaped(title)}</title>
<style>${style(paper)}</style>
</head>
<body>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function marked(marking: string): string {
  return marking === '' ? '' : `<p class="marking">${escaped(marking)}</p>`;
}

function kicker(words: string): string {
  return words === '' ? '' : `<p class="kicker" dir="auto">${escaped(words)}</p>`;
}

function facts(words: string): string {
  return words === '' ? '' : `<p class="facts">${escaped(words)}</p>`;
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
.supports { background: light-dark(#e0f1e3, #233a2b) } .opposes { background: light-dark(#fae3df, #442c29) } .conditional { background: light-dark(#fbeed3, #3f341e) } .neutral { background: light-dark(#eae9ec, #37363a) }
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

/** A chapter behind one prefix for every anchor, so that several can stand in one file. */
class ChapterHtml {
  readonly #chapter: SimpleChapter;
  readonly #words: FixedWords;

  /** `level` is that of the headings. */
  constructor(
    chapter: SimpleChapter,
    readonly level: 2 | 3
  ) {
    this.#chapter = chapter;
    this.#words = chapter.words;
  }

  /** Of the contents list. */
  item(
    { anchor, heading }: Pick<SimpleSection, 'anchor' | 'heading'>,
    within: readonly string[] = []
  ): string {
    const below = within.length > 0 ? `<ol>${within.join('')}</ol>` : '';
    return `<li><a href="#${this.#chapter.prefix}${anchor}" dir="auto">${escaped(heading)}</a>${below}</li>`;
  }

  opening(): string {
    const { marking, title, unreviewed, prefix, language, opening } = this.#chapter;
    const level = this.level - 1;
    return [
      `<header>${marked(marking)}${kicker(this.#chapter.kicker)}`,
      `<h${level} id="${prefix}${titleAnchor}"${this.#lang(language)} dir="auto">${escaped(title)}</h${level}>`,
      facts(this.#chapter.facts.join(' · ')),
      unreviewed ? `<p class="unreviewed"><strong>${escaped(unreviewed)}</strong></p>` : '',
      '</header>',
      ...opening.map((part) => this.#part(part))
    ].join('\n');
  }

  sections(): string {
    return this.#chapter.sections
      .map(
        (section) =>
          `<section${this.#lang(section.language)}>${kicker(section.kicker)}${this.#heading(section.heading, section.anchor)}\n${this.#content(section)}\n</section>`
      )
      .join('\n');
  }

  #part(part: SimplePart): string {
    const { role, heading, source } = part;
    const lang = source ? this.#lang(this.#chapter.language) : '';
    return `<section class="${role === 'bottom-line' ? role : 'part'}"${lang}>${this.#heading(heading)}${this.#content(part)}</section>`;
  }

  /** None where there are no words; `anchor` is empty for none. */
  #heading(words: string, anchor = ''): string {
    const id = anchor ? ` id="${this.#chapter.prefix}${anchor}"` : '';
    const name = `h${this.level}`;
    return words === '' ? '' : `<${name}${id} dir="auto">${escaped(words)}</${name}>`;
  }

  #content({ source, blocks }: SimplePart | SimpleSection): string {
    const content = this.#blocks(blocks, source ? '' : 'line');
    return source ? `<div class="text">${content}</div>` : content;
  }

  /** `look` is that of its paragraphs. */
  #blocks(blocks: readonly SimpleBlock[], look: string): string {
    return blocks.map((block) => this.#block(block, look)).join('\n');
  }

  #block(block: SimpleBlock, look: string): string {
    switch (block.kind) {
      case 'paragraph': {
        const number = block.number ? `<sup class="soft">${block.number}\u00a0</sup>` : '';
        return `<p${classes(look, block.look)}${dir(block)}>${number}${this.#runs(block.runs)}</p>`;
      }
      case 'labelled':
        return `<p${classes('line', block.place)}${this.#dirOfWords()}><b>${escaped(block.label)}</b> <bdi>${this.#runs(block.runs)}</bdi></p>`;
      case 'heading': {
        const name = `h${Math.min(6, block.level + this.level - 2)}`;
        return `<${name}${dir(block)}>${this.#runs(block.runs)}</${name}>`;
      }
      case 'list': {
        const items = block.items.map((item) => `<li>${this.#item(item)}</li>`).join('\n');
        if (block.start === null) return `<ul${dir(block)}>${items}</ul>`;
        const start = block.start === 1 ? '' : ` start="${block.start}"`;
        return `<ol${start}${dir(block)}>${items}</ol>`;
      }
      case 'quote':
        return `<blockquote${dir(block)}>${this.#blocks(block.blocks, '')}</blockquote>`;
      case 'code':
        // A line feed right after the start of a `pre` is not read as one.
        return `<pre>\n${this.#runs(block.runs, '\n')}</pre>`;
      case 'rule':
        return '<hr>';
      case 'table':
        return this.#table(block);
      case 'notes':
        return this.#chapter.notes.map((note) => this.#note(note)).join('\n');
    }
  }

  /** The only paragraph of an item needs no margins. */
  #item(blocks: readonly SimpleBlock[]): string {
    const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').length;
    return blocks
      .map((block) => {
        const html = this.#block(block, '');
        return paragraphs === 1 && block.kind === 'paragraph' && !block.direction
          ? html.slice('<p>'.length, -'</p>'.length)
          : html;
      })
      .join('\n');
  }

  #table({ role, caption, captionRemark, head, headSigns, rows, direction }: SimpleTable): string {
    const remark =
      captionRemark &&
      ` <span class="soft">${role === 'matrix' ? '□ ' : ''}${escaped(captionRemark)}</span>`;
    const above =
      caption || remark ? `<caption dir="auto">${escaped(caption)}${remark}</caption>` : '';
    const heads = head.map((cell) => this.#cell(cell, 'col', headSigns !== undefined));
    const body = rows.map(
      (row) => `<tr>${row.map((cell) => this.#cell(cell, 'row')).join('\n')}</tr>`
    );
    return `<table${classes(headSigns ? 'map' : '')}${dir({ direction })}>${above}<thead><tr>${heads.join('\n')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
  }

  #cell(cell: Cell, scope: 'col' | 'row', isUpright = false): string {
    const { runs, lines = [], stance, isChanged, isHead, columns, align, anchor } = cell;
    const attributes = [
      anchor ? ` id="${this.#chapter.prefix}${anchor}"` : '',
      classes(stance, isChanged && 'changed'),
      align ? ` align="${{ start: 'left', center: 'center', end: 'right' }[align]}"` : '',
      columns ? ` colspan="${columns}"` : ''
    ].join('');
    const words = this.#runs(runs);
    const below = lines.map((each) => `<p dir="auto">${this.#runs(each)}</p>`).join('');
    const content = `${isUpright ? `<span>${words}</span>` : words}${below}`;
    if (!isHead) return `<td${attributes} dir="auto">${content}</td>`;
    return `<th scope="${columns ? 'rowgroup' : scope}"${attributes} dir="auto">${content}</th>`;
  }

  #note(note: SimpleChapter['notes'][number]): string {
    const {
      number,
      quote,
      language,
      place,
      newerVersion,
      placeUncertain,
      isMarked,
      blocks,
      claims
    } = note;
    const { prefix } = this.#chapter;
    const line = (words: string, look: string) =>
      words === '' ? '' : `<p${classes('line', look)}${this.#dirOfWords()}>${words}</p>`;
    const back = isMarked ? ` <a href="#${prefix}mark-${number}">↩</a>` : '';
    return [
      `<aside id="${prefix}note-${number}" class="note"><p dir="auto"><b>${this.#number(number)}</b> <span${this.#lang(language)}>${escaped(quote)}</span></p>`,
      line(`${escaped(place)}${back}`, 'facts'),
      line(escaped(placeUncertain), 'facts'),
      line(escaped(newerVersion), 'newer'),
      this.#blocks(blocks, ''),
      ...claims.map(({ before, words, to, after }) =>
        line(
          `${escaped(before)}<a href="#${prefix}${to}">${escaped(words)}</a>${escaped(after)}`,
          'facts'
        )
      ),
      '</aside>'
    ].join('');
  }

  #runs(runs: Runs, feed = '<br>\n'): string {
    return runs.map((run) => this.#run(run, feed)).join('');
  }

  #run(run: Run, feed: string): string {
    if ('text' in run) return this.#wordsOf(run);
    if (run.kind === 'break') return feed;
    const description = escaped(run.description);
    return run.source
      ? `<img src="${escaped(run.source)}" alt="${description}">`
      : `[${description || escaped(this.#words.picture)}]`;
  }

  #wordsOf(run: WordsRun): string {
    const { link, to, marks = [], ends = [], notes = [], language } = run;
    const names = [
      ...(link
        ? [`a href="${escaped(link)}"`]
        : to
          ? [`a href="#${this.#chapter.prefix}${to}"`]
          : []),
      ...(language ? [`span lang="${escaped(language)}"`] : []),
      ...looks.flatMap(([name, element]) => (run[name] ? [element] : [])),
      ...marks.map(({ kind }) => `mark class="${kind}"`)
    ];
    const open = names.map((name) => `<${name}>`).join('');
    const close = names
      .toReversed()
      .map((name) => `</${name.split(' ')[0]}>`)
      .join('');
    const marked = ends.flatMap(({ number }) =>
      number === null ? [] : this.#reference(number, ` id="${this.#chapter.prefix}mark-${number}"`)
    );
    const behind = notes.map((number) => this.#reference(number)).join(' ');
    return `${run.text && `${open}${escaped(run.text)}${close}`}${marked.join('')}${behind}`;
  }

  #reference(number: number, id = ''): string {
    return `<sup${id}><a href="#${this.#chapter.prefix}note-${number}">${this.#number(number)}</a></sup>`;
  }

  #number(number: number): string {
    return escaped(numberIn(this.#words, number));
  }

  /** Of our own words, where they run otherwise than the document. */
  #dirOfWords(): string {
    const { direction } = this.#words;
    return direction === this.#chapter.direction ? '' : ` dir="${direction}"`;
  }

  /** Where it is another than that of our words. */
  #lang(language: string): string {
    return language === this.#words.language ? '' : ` lang="${escaped(language)}"`;
  }
}

/** Outermost first. */
const looks = [
  ['raised', 'sup'],
  ['soft', 'span class="soft"'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['struck', 'del'],
  ['code', 'code']
] as const;

function classes(...names: readonly (string | false | null | undefined)[]): string {
  const told = names.filter(Boolean).join(' ');
  return told && ` class="${told}"`;
}

/** Where words run otherwise than the document. */
function dir({ direction }: { readonly direction?: string | undefined }): string {
  return direction ? ` dir="${direction}"` : '';
}
