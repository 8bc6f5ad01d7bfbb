/**
 * A briefing, or a book of several, as one HTML file: no script, nothing from outside, fit to print.
 * Its content security policy lets nothing load or run, whatever stands in the briefing.
 */
import { titleAnchor } from '../../domain/publication/book.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import { documentOf } from '../../domain/publication/document/document-of.js';
import { simplified, type SimpleDocument } from '../../domain/publication/document/simple.js';
import { escaped } from '../escape.js';
import type { Format } from '../format.js';
import { ChapterHtml, factsHtml, kickerHtml, markingHtml } from './chapter-html.js';
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
          `<header>${markingHtml(document.marking)}${kickerHtml(titlePage.kicker)}<h1 dir="auto">${escaped(titlePage.title)}</h1>${factsHtml(titlePage.facts)}</header>`,
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
