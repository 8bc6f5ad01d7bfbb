/**
 * The `@page` rule of one document: all that differs between papers and documents.
 * Everything else of the look is in print.css.
 */
import type { Edition, PaperSize } from '../../../src-main/domain/publication/edition.js';

/** Around the words of a page, in millimetres. */
export interface Margins {
  readonly top: number;
  readonly side: number;
  readonly bottom: number;
}

export const usualMargins: Margins = { top: 20, side: 18, bottom: 22 };
/** Of a page that is to hold all: no running head stands above it. */
const narrowMargins: Margins = { top: 13, side: 18, bottom: 17 };

/** Of the first page of a document that is one briefing. */
export function marginsOfFirst({ template }: Edition): Margins {
  return template === 'changes' ? narrowMargins : usualMargins;
}

/** A running head holds one line. */
const maxHeadLength = 90;

/**
 * Chromium has neither `string-set` nor `running()`, so title and marking are written into the
 * rule. The first page carries its title in full and no head; `first` are its margins.
 */
export function pageRule(
  paper: PaperSize,
  title: string,
  marking: string,
  first: Margins = usualMargins
): string {
  return `
    @page {
      size: ${paper};
      margin: ${marginsInCss(usualMargins)};
      ${marginBox('top-left', cssString(shortened(title)))}
      ${marginBox('bottom-left', cssString(shortened(marking)), 'font-weight: 600;')}
      ${marginBox('bottom-right', `"Page " counter(page) " of " counter(pages)`)}
    }
    @page wide {
      size: ${paper} landscape;
    }
    @page :first {
      margin: ${marginsInCss(first)};
      @top-left { content: none; }
    }`;
}

/** In a book: the head names the briefing that the page belongs to. `prefix` is its chapter's. */
export function chapterRule(paper: PaperSize, prefix: string, title: string): string {
  const head = marginBox('top-left', cssString(shortened(title)));
  return `
    @page ${prefix}upright { ${head} }
    @page ${prefix}wide { size: ${paper} landscape; ${head} }
    #${prefix}chapter { page: ${prefix}upright; }
    #${prefix}chapter .wide { page: ${prefix}wide; }`;
}

function marginsInCss({ top, side, bottom }: Margins): string {
  return `${top}mm ${side}mm ${bottom}mm`;
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
