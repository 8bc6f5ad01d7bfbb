/**
 * The `@page` rule of one document: all that differs between papers and documents.
 * Everything else of the look is in print.css.
 */
import type { Book } from '../../../src-main/domain/publication/book.js';
import type { PrintedWords } from '../../../src-main/domain/terms/printed/en.js';
import type { Edition, PaperSize } from '../../../src-main/domain/publication/edition.js';
import { wideMargins } from '../map-sizes.js';

/** Around the words of a page, in millimetres. */
export interface Margins {
  readonly top: number;
  readonly side: number;
  readonly bottom: number;
}

export const usualMargins: Margins = { top: 20, side: 18, bottom: 22 };
/** Of a page that is to hold all: no running head stands above it. */
const narrowMargins: Margins = { top: 11, side: 18, bottom: 15 };

/** Of the first page of a document that is one briefing. */
export function marginsOfFirst({ template }: Edition): Margins {
  return template === 'changes' ? narrowMargins : usualMargins;
}

/** Characters of a title in the running head, which holds one line of it, beside a marking too. */
const maxHeadLength = 55;

/**
 * Chromium has neither `string-set` nor `running()`, so title and marking are written into the
 * rule. The first page carries its title in full and no head; `first` are its margins.
 */
export function pageRule(
  paper: PaperSize,
  title: string,
  marking: string,
  { words, direction }: Pick<Book, 'words' | 'direction'>,
  first: Margins = usualMargins
): string {
  const box = marginBoxes(direction);
  return `
    @page {
      size: ${paper};
      margin: ${marginsInCss(usualMargins)};
      ${box('top-start', cssString(shortened(title)))}
      ${marking.trim() === '' ? '' : markingBoxes(marking, box)}
      ${box('bottom-end', pageOfPages(words))}
    }
    @page wide {
      size: ${paper} landscape;
      margin: ${marginsInCss(wideMargins)};
    }
    @page :first {
      margin: ${marginsInCss(first)};
      @top-left { content: none; }
      @top-right { content: none; }
    }`;
}

/**
 * The marking at head and foot, whole, whatever its length: its caveat often stands last. On the first page
 * the title block says it.
 */
function markingBoxes(marking: string, box: MarginBox): string {
  const words = cssString(inOneLine(marking));
  const look = 'font-weight: 600; white-space: normal; overflow-wrap: anywhere;';
  return `
      ${box('top-end', words, `${look} width: 45%;`)}
      ${box('bottom-start', words, `${look} width: 80%;`)}`;
}

/** In a book: the head names the briefing that the page belongs to, and both its marking. `prefix` is its chapter's. */
export function chapterRule(
  paper: PaperSize,
  prefix: string,
  title: string,
  marking: string,
  direction: Book['direction']
): string {
  const box = marginBoxes(direction);
  const [side, other] = direction === 'rtl' ? ['left', 'right'] : ['right', 'left'];
  const own =
    marking.trim() === ''
      ? `@top-${side} { content: none; } @bottom-${other} { content: none; }`
      : markingBoxes(marking, box);
  const head = box('top-start', cssString(shortened(title))) + own;
  return `
    @page ${prefix}upright { ${head} }
    @page ${prefix}wide { size: ${paper} landscape; margin: ${marginsInCss(wideMargins)}; ${head} }
    #${prefix}chapter { page: ${prefix}upright; }
    #${prefix}chapter .wide { page: ${prefix}wide; }`;
}

/** In a margin box, where only counters know the numbers. */
function pageOfPages({ pageOf, digits }: PrintedWords): string {
  const [before = '', between = '', after = ''] = pageOf('|', '|').split('|').map(cssString);
  const style = digits('1') === '1' ? '' : ', arabic-indic';
  return `${before} counter(page${style}) ${between} counter(pages${style}) ${after}`;
}

function marginsInCss({ top, side, bottom }: Margins): string {
  return `${top}mm ${side}mm ${bottom}mm`;
}

type MarginBox = (
  place: `${'top' | 'bottom'}-${'start' | 'end'}`,
  content: string,
  look?: string
) => string;

/** Margin boxes have the names of sides, and what stands in them changes sides with the document. */
function marginBoxes(direction: Book['direction']): MarginBox {
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  return (place, content, look = '') => `@${place.replace('start', start).replace('end', end)} {
    content: ${content};
    direction: ${direction};
    font: var(--head-size) var(--font-ui);
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

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shortened(text: string): string {
  const line = inOneLine(text);
  const characters = [...line];
  if (characters.length <= maxHeadLength) return line;
  return `${characters
    .slice(0, maxHeadLength - 1)
    .join('')
    .trimEnd()}…`;
}
