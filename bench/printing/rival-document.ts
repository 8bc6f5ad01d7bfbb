/**
 * The same briefing as a document that every program can print: Standpoint's own web page of it,
 * with what its PDF has and CSS can ask for: the same fonts, embedded, running heads, and page
 * numbers in the contents list. Margin notes are left out: paged.js never ends on them, and
 * WeasyPrint takes minutes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bundle } from '../../src-main/domain/bundle.js';
import { fullEdition } from '../../src-main/domain/publication/edition.js';
import { briefingAsHtml } from '../../src-main/publish/html/briefing-html.js';

const packages = resolve(import.meta.dirname, '../../node_modules/@fontsource');

export function rivalDocument(bundle: Bundle): string {
  const { title, marking } = bundle.briefing;
  const style = `${fonts()}
    @page {
      @top-left { content: ${JSON.stringify(title)}; font: 8pt 'Source Sans 3'; }
      @bottom-left { content: ${JSON.stringify(marking)}; font: 8pt 'Source Sans 3'; }
      @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt 'Source Sans 3'; }
    }
    nav a::after { content: ' ' target-counter(attr(href url), page); }`;
  return briefingAsHtml(bundle, fullEdition)
    .replace("default-src 'none';", "default-src 'none'; font-src data:;")
    .replace('</style>', () => `${style}</style>`);
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
