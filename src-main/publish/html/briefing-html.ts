/**
 * A briefing, or a book of several, as one HTML file: no script, nothing from outside, fit to print.
 * Its content security policy lets nothing load or run, whatever stands in the briefing.
 */
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import { composeBook, titleAnchor, type Book } from '../../domain/publication/book.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import type { Paper } from '../../domain/publication/edition.js';
import { hasContentsList, type Publication } from '../../domain/publication/publication.js';
import type { Format } from '../format.js';
import { markedTree } from '../markup/marked-tree.js';
import { factsOf, sectionsOf, type Section } from '../markup/sections.js';
import { escaped, SectionHtml } from './section-html.js';
import { style } from './style.js';

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
  const { titlePage, edition } = book;
  const chapters = book.chapters.map(({ prefix, publication }) => ({
    html: new SectionHtml(prefix, titlePage ? 3 : 2),
    publication,
    sections: sectionsOf(publication)
  }));
  const items = chapters.flatMap(({ html: { prefix }, publication, sections }) => {
    const within = sections.map((each) => item(each, prefix));
    if (!titlePage) return hasContentsList(publication) ? within : [];
    const title = { anchor: titleAnchor, heading: publication.title };
    return item(title, prefix, `<ol>${within.join('')}</ol>`);
  });
  const list = items.length > 0 ? contents(items) : '';
  const texts = chapters.map(({ html, publication, sections }) => ({
    head: header(publication, html),
    body: sections.map((each) => html.section(each))
  }));
  return page(
    book.title,
    edition.paper,
    titlePage
      ? [
          bookHeader(book),
          list,
          ...texts.map(({ head, body }) => `<article>${head}${body.join('\n')}</article>`)
        ]
      : texts.flatMap(({ head, body }) => [head, list, ...body])
  );
}

function page(title: string, paper: Paper, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
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

function header(publication: Publication, html: SectionHtml): string {
  const { title, briefing } = publication;
  const bottomLine = briefing.bottomLine.trim();
  const level = html.level - 1;
  return [
    '<header>',
    marked(briefing.marking),
    `<h${level} id="${html.prefix}${titleAnchor}" dir="auto">${escaped(title)}</h${level}>`,
    `<p class="facts">${escaped(factsOf(publication))}</p>`,
    '</header>',
    bottomLine
      ? `<section class="bottom-line">${html.heading('Bottom line')}${html.nodes(markedTree(renderMarkdown(bottomLine).html, []))}</section>`
      : ''
  ].join('\n');
}

function bookHeader({ title, marking, facts }: Book): string {
  return `<header>${marked(marking)}<h1 dir="auto">${escaped(title)}</h1><p class="facts">${escaped(facts)}</p></header>`;
}

function marked(marking: string): string {
  return marking.trim() ? `<p class="marking">${escaped(marking)}</p>` : '';
}

function contents(items: readonly string[]): string {
  return `<nav aria-label="Contents"><ol>${items.join('')}</ol></nav>`;
}

function item(
  { anchor, heading }: Pick<Section, 'anchor' | 'heading'>,
  prefix = '',
  within = ''
): string {
  return `<li><a href="#${prefix}${anchor}" dir="auto">${escaped(heading)}</a>${within}</li>`;
}
