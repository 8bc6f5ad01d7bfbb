/**
 * A briefing as one HTML file: no script, nothing from outside, fit to print. Its content security
 * policy lets nothing load or run, whatever stands in the briefing.
 */
import type { Bundle } from '../../domain/bundle.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import type { Edition } from '../../domain/publication/edition.js';
import {
  composePublication,
  hasContentsList,
  type Publication
} from '../../domain/publication/publication.js';
import { markedTree, type MarkupNode, type TextNode } from '../markup/marked-tree.js';
import { factsOf, sectionsOf, type Block, type Cell, type Section } from '../markup/sections.js';
import { style } from './style.js';

export function briefingAsHtml({ briefing, texts }: Bundle, edition: Edition): string {
  const publication = composePublication(briefing, texts, edition);
  const sections = sectionsOf(publication);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Standpoint">
<title>${escaped(publication.title)}</title>
<style>${style(edition.paper)}</style>
</head>
<body>
<main>
${header(publication)}
${hasContentsList(publication) ? contents(sections) : ''}
${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`;
}

function header(publication: Publication): string {
  const { title, briefing } = publication;
  const bottomLine = briefing.bottomLine.trim();
  return [
    '<header>',
    briefing.marking.trim() ? `<p class="marking">${escaped(briefing.marking)}</p>` : '',
    `<h1 dir="auto">${escaped(title)}</h1>`,
    `<p class="facts">${escaped(factsOf(publication))}</p>`,
    '</header>',
    bottomLine
      ? `<section class="bottom-line"><h2>Bottom line</h2>${nodes(markedTree(renderMarkdown(bottomLine).html, []))}</section>`
      : ''
  ].join('\n');
}

function contents(sections: readonly Section[]): string {
  const items = sections.map(
    ({ anchor, heading }) => `<li><a href="#${anchor}" dir="auto">${escaped(heading)}</a></li>`
  );
  return `<nav aria-label="Contents"><ol>${items.join('')}</ol></nav>`;
}

function sectionHtml({ anchor, heading, kicker, blocks }: Section): string {
  const above = kicker ? `<p class="kicker">${escaped(kicker)}</p>` : '';
  const body = blocks.map(blockHtml).join('\n');
  return `<section>${above}<h2 id="${anchor}" dir="auto">${escaped(heading)}</h2>\n${body}\n</section>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'markup':
      return `<div class="text">${nodes(block.nodes)}</div>`;
    case 'line':
      return `<p dir="auto">${escaped(block.text)}</p>`;
    case 'table': {
      const caption = block.caption
        ? `<caption dir="auto">${escaped(block.caption)}</caption>`
        : '';
      const head = block.head.map((text) => `<th scope="col" dir="auto">${escaped(text)}</th>`);
      const rows = block.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`);
      return `<table>${caption}<thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'note':
      return `<aside id="note-${block.number}" class="note"><p dir="auto"><b>${block.number}</b> ${escaped(block.quote)}</p><p class="facts" dir="auto">${escaped(block.place)} <a href="#mark-${block.number}">↩</a></p>${nodes(block.nodes)}</aside>`;
  }
}

function cellHtml({ text, notes = [], stance }: Cell, index: number): string {
  const references = notes.map((number) => `<sup><a href="#note-${number}">${number}</a></sup>`);
  const words = `${escaped(text)}${references.join(' ')}`;
  return index === 0
    ? `<th scope="row" dir="auto">${words}</th>`
    : `<td${stance ? ` class="${stance}"` : ''} dir="auto">${words}</td>`;
}

function nodes(list: readonly MarkupNode[]): string {
  return list.map((node) => (node.kind === 'text' ? words(node) : element(node))).join('');
}

function words({ text, marks, ends }: TextNode): string {
  const open = marks.map(({ kind }) => `<mark class="${kind}">`).join('');
  const references = ends.flatMap(({ number }) =>
    number === null ? [] : `<sup id="mark-${number}"><a href="#note-${number}">${number}</a></sup>`
  );
  return `${open}${escaped(text)}${'</mark>'.repeat(marks.length)}${references.join('')}`;
}

const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);

function element({ name, attributes, children }: Exclude<MarkupNode, TextNode>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const start = `<${name}${written.join('')}>`;
  if (empty.has(name)) return start;
  // A line feed right after the start of a `pre` is not read as one.
  const lead = name === 'pre' ? '\n' : '';
  return `${start}${lead}${nodes(children)}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
