/**
 * The same briefing as a document that every program can print: Standpoint's own web page of it,
 * with what its PDF has and CSS can ask for: fonts, embedded; running heads; page numbers in the
 * contents list; notes beside their words. The notes stand in a grid, not in floats as on the print
 * page, since on its floats paged.js never ends, and WeasyPrint works for minutes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Bundle } from '../../src-main/domain/briefing/bundle.js';
import { fullEdition } from '../../src-main/domain/publication/edition.js';
import { asHtml } from '../../src-main/publish/html/briefing-html.js';

const packages = resolve(import.meta.dirname, '../../node_modules/@fontsource');

/** The sizes of Standpoint's print page, so that the pages are about as many. */
const look = `
  body { font-size: 10.5pt; line-height: 14.5pt; }
  .text > p { margin: 0 52mm 6pt 0; }
  .beside { display: grid; grid-template-columns: minmax(0, 1fr) 46mm; column-gap: 6mm; }
  .beside > p { margin: 0 0 6pt; }
  .beside aside { font: 8pt/10.5pt 'Source Sans 3'; border-left: 1.5pt solid; padding-left: 5pt; margin-bottom: 5pt; break-inside: avoid; }
  section:has(> [id^='text-']) .text { font-size: 9.5pt; line-height: 13.5pt; }
  .note { font-size: 9.5pt; line-height: 13pt; }
  table { font-size: 8.5pt; line-height: 11.5pt; }
  nav { font-size: 9.5pt; }
  nav a::after { content: ' ' target-counter(attr(href url), page); }`;

export function rivalDocument(bundle: Bundle): string {
  const { title, marking } = bundle.briefing;
  const head = (words: string) => `content: ${words}; font: 8pt 'Source Sans 3';`;
  const style = `${fonts()} ${look}
    @page {
      @top-left { ${head(JSON.stringify(title))} }
      @bottom-left { ${head(JSON.stringify(marking))} }
      @bottom-right { ${head('"Page " counter(page) " of " counter(pages)')} }
    }`;
  const html = asHtml({ title: null, parts: [bundle], edition: fullEdition })
    .replace("default-src 'none';", "default-src 'none'; font-src data:;")
    .replace('</style>', () => `${style}</style>`);
  return withNotesBeside(html);
}

/** Puts what the list of notes says of marked words beside their paragraph, too. */
function withNotesBeside(html: string): string {
  const { document } = parseHTML(html);
  // Behind the quote and its source stands what is said of it.
  const words = new Map(
    [...document.querySelectorAll('aside')].map(({ id, children }) => [
      id.replace('note', 'mark'),
      [...children].slice(2).map((each) => each.textContent)
    ])
  );
  for (const paragraph of document.querySelectorAll('p')) {
    if (paragraph.parentElement?.className !== 'text') continue;
    const notes = [...paragraph.querySelectorAll('sup')].filter(({ id }) => words.get(id)?.length);
    if (notes.length === 0) continue;
    const beside = document.createElement('div');
    beside.className = 'beside';
    paragraph.replaceWith(beside);
    const column = document.createElement('div');
    for (const { id, previousElementSibling } of notes) {
      const aside = document.createElement('aside');
      const kind = previousElementSibling?.className ?? '';
      aside.textContent = [id.replace('mark-', ''), kind, ...(words.get(id) ?? [])].join(' ');
      column.append(aside);
    }
    beside.append(paragraph, column);
  }
  // eslint-disable-next-line no-restricted-properties -- a file for programs that run no script of ours
  return `<!doctype html>\n${document.documentElement.outerHTML}`;
}

function fonts(): string {
  const families = { 'source-serif-4': 'Source Serif 4', 'source-sans-3': 'Source Sans 3' };
  return Object.entries(families)
    .flatMap(([name, family]) => [400, 700].flatMap((weight) => facesOf(name, family, weight)))
    .join('\n');
}

/** By script, as the package lists them. */
function facesOf(name: string, family: string, weight: number): readonly string[] {
  const css = readFileSync(join(packages, name, `${weight}.css`), 'utf8');
  return ['latin', 'latin-ext', 'greek', 'cyrillic'].flatMap((script) => {
    const file = `${name}-${script}-${weight}-normal`;
    const path = join(packages, name, 'files', `${file}.woff2`);
    if (!existsSync(path)) return [];
    const range = new RegExp(`/\\* ${file} \\*/[^}]*unicode-range: ([^;}]+)`).exec(css)?.[1];
    return `@font-face {
      font-family: '${family}';
      font-weight: ${weight};
      src: url(data:font/woff2;base64,${readFileSync(path, 'base64')}) format('woff2');
      ${range ? `unicode-range: ${range};` : ''}
    }`;
  });
}
