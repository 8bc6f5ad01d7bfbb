/**
 * A briefing, or a book of several, as one HTML file: no script, nothing from outside, fit to print.
 * Its content security policy lets nothing load or run, whatever stands in the briefing.
 */
import type { Bundle } from '../../domain/briefing/bundle.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import { composeBook, titleAnchor, type Book } from '../../domain/publication/book.js';
import type { Edition, Paper } from '../../domain/publication/edition.js';
import {
  composePublication,
  hasContentsList,
  type Publication
} from '../../domain/publication/publication.js';
import { markedTree } from '../markup/marked-tree.js';
import { factsOf, sectionsOf, type Section } from '../markup/sections.js';
import { escaped, SectionHtml } from './section-html.js';
import { style } from './style.js';

export function briefingAsHtml({ briefing, texts }: Bundle, edition: Edition): string {
  const publication = composePublication(briefing, texts, edition);
  const sections = sectionsOf(publication);
  const html = new SectionHtml('', 2);
  return page(publication.title, edition.paper, [
    header(publication, html),
    hasContentsList(publication) ? contents(sections.map((each) => item(each))) : '',
    ...sections.map((each) => html.section(each))
  ]);
}

export function bookAsHtml(title: string, bundles: readonly Bundle[], edition: Edition): string {
  const book = composeBook(title, bundles, edition);
  const chapters = book.chapters.map(({ prefix, publication }) => ({
    html: new SectionHtml(prefix, 3),
    publication,
    sections: sectionsOf(publication)
  }));
  const items = chapters.map(({ html: { prefix }, publication, sections }) => {
    const within = sections.map((each) => item(each, prefix)).join('');
    return item({ anchor: titleAnchor, heading: publication.title }, prefix, `<ol>${within}</ol>`);
  });
  return page(book.title, edition.paper, [
    bookHeader(book),
    contents(items),
    ...chapters.map(
      ({ html, publication, sections }) =>
        `<article>${header(publication, html)}${sections.map((each) => html.section(each)).join('\n')}</article>`
    )
  ]);
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
