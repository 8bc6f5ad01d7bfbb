/**
 * The `@page` rule of one document: all that differs between papers and documents.
 * Everything else of the look is in print.css.
 */
import type { Paper } from '../../src-main/domain/publication/edition.js';

/** A running head holds one line. */
const maxHeadLength = 90;

/**
 * Chromium has neither `string-set` nor `running()`, so title and marking are written into the
 * rule. The first page carries its title in full and no head.
 */
export function pageRule(paper: Paper, title: string, marking: string): string {
  return `
    @page {
      size: ${paper};
      margin: 20mm 18mm 22mm;
      ${marginBox('top-left', cssString(shortened(title)))}
      ${marginBox('bottom-left', cssString(shortened(marking)), 'font-weight: 600;')}
      ${marginBox('bottom-right', `"Page " counter(page) " of " counter(pages)`)}
    }
    @page wide {
      size: ${paper} landscape;
    }
    @page :first {
      @top-left { content: none; }
    }`;
}

/** In a book: the head names the briefing that the page belongs to. `prefix` is its chapter's. */
export function chapterRule(paper: Paper, prefix: string, title: string): string {
  const head = marginBox('top-left', cssString(shortened(title)));
  return `
    @page ${prefix}upright { ${head} }
    @page ${prefix}wide { size: ${paper} landscape; ${head} }
    #${prefix}chapter { page: ${prefix}upright; }
    #${prefix}chapter .wide { page: ${prefix}wide; }`;
}

function marginBox(place: string, content: string, look = ''): string {
  return `@${place} {
    content: ${content};
    font: 8pt var(--font-ui);
    color: #565b65;
    white-space: nowrap;
    ${look}
  }`;
}

/** https://drafts.csswg.org/cssom/#serialize-a-string, with all that is not plain escaped. */
function cssString(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{N} ]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= maxHeadLength) return line;
  return `${characters
    .slice(0, maxHeadLength - 1)
    .join('')
    .trimEnd()}…`;
}
