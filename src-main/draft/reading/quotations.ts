/**
 * Quotation marks of every style, read once: double, single, curly, straight, `''` typed twice, guillemets.
 *
 * What comes out is a text of the same length, so that offsets hold, in which outer quotations
 * stand between “ and ”, inner marks are ‘ and ’, and apostrophes and spaces are plain. Taggers
 * know only that much typography.
 */
import type { Range } from '../../domain/text/range.js';

export interface Quotation extends Range {
  /** False for one that runs to its paragraph's end, as paragraphs of a long speech do. */
  readonly closed: boolean;
}

interface Quoting {
  readonly clean: string;
  /** With their marks, in order, without overlap. */
  readonly quotations: readonly Quotation[];
}

/** A mark left open for longer than this is a stray one, unless the next paragraph opens again. */
const longestUnclosed = 600;
const longestSingle = 1_500;
/** Something typed in single marks that is shorter is an elision: rock 'n' roll. */
const shortestSingle = 3;

const doubleMarks = '"“”„‟«»＂';
const opensAlways = '“„«';
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

export function readQuotations(text: string, paragraphs: readonly Range[]): Quoting {
  const units = text
    .replace(spaces, ' ')
    .replace(/[’‘‚‛´`]/g, "'")
    .split('');
  const quotations: Quotation[] = [];
  paragraphs.forEach((paragraph, i) => {
    const next = paragraphs[i + 1];
    const goesOn = next !== undefined && isDouble(text, next.start) > 0;
    quotations.push(...readParagraph(text, units, paragraph, goesOn));
  });
  return { clean: units.join(''), quotations };
}

function readParagraph(text: string, units: string[], { start, end }: Range, goesOn: boolean) {
  const found: Quotation[] = [];
  let open = -1;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const width = isDouble(text, i);
    if (width === 0) {
      const close = open < 0 ? singleEnd(text, i, end) : -1;
      if (close < 0) continue;
      setMarks(units, i, close, 1);
      hideInner(text, units, i + 1, close);
      found.push({ start: i, end: close + 1, closed: true });
      i = close;
      continue;
    }
    const mark = text[i] ?? '';
    if (open < 0) {
      if (opensAlways.includes(mark) || opensHere(text, i, width, start)) {
        [open, depth] = [i, 1];
      }
    } else if (opensAlways.includes(mark) && !closesOther(text[open], mark)) {
      depth++;
    } else if (mark === '"' && opensHere(text, i, width, start) && isSpace(text[i + width - 2])) {
      // The mark before was a stray one, or inches.
      open = i;
    } else if (--depth === 0) {
      setMarks(units, open, i, width);
      hideInner(text, units, open + width, i);
      found.push({ start: open, end: i + width, closed: true });
      open = -1;
    }
    i += width - 1;
  }
  if (open >= 0 && (goesOn || end - open <= longestUnclosed)) {
    units[open] = '“';
    found.push({ start: open, end, closed: false });
  }
  return found;
}

/** How many units the double mark at `i` takes: `''` and ` `` ` count as one mark. 0 for none. */
function isDouble(text: string, i: number): 0 | 1 | 2 {
  const c = text[i];
  if (c === undefined) return 0;
  if (doubleMarks.includes(c)) return 1;
  const twice =
    (c === "'" || c === '`' || c === '´' || c === '’' || c === '‘') && text[i + 1] === c;
  return twice ? 2 : 0;
}

/** „…“ and »…« end with what begins others. */
function closesOther(opened: string | undefined, mark: string): boolean {
  return opened === '„' ? mark !== '„' : opened === '»' && mark === '«';
}

function opensHere(text: string, i: number, width: number, start: number): boolean {
  const before = i > start ? text[i - 1] : ' ';
  const after = text[i + width];
  return after !== undefined && !isSpace(after) && /[\s([{—–:,‘'/-]/.test(before ?? ' ');
}

/** Where the single quotation that opens at `i` closes, or -1 when none opens there. */
function singleEnd(text: string, i: number, end: number): number {
  const c = text[i];
  if (c !== "'" && c !== '‘') return -1;
  if (i > 0 && !/[\s([{—–-]/.test(text[i - 1] ?? ' ')) return -1;
  if (!/[\p{L}\p{N}“"[(£$€]/u.test(text[i + 1] ?? '')) return -1;
  let weak = -1;
  const limit = Math.min(end, i + longestSingle);
  for (let j = i + 1 + shortestSingle; j < limit; j++) {
    const mark = text[j];
    if (mark === '‘') return weak;
    if (mark !== "'" && mark !== '’') continue;
    const before = text[j - 1] ?? ' ';
    if (isSpace(before)) return weak;
    if (!/[\s,.;:!?)\]—–…"”-]/.test(text[j + 1] ?? ' ')) continue;
    if (/[.,!?…"”]/.test(before)) return j;
    // "the leaders' plan" ends nothing, where a better end follows.
    if (before === 's' && /^ \p{Ll}/u.test(text.slice(j + 1, j + 3))) {
      if (weak < 0) weak = j;
      continue;
    }
    return j;
  }
  return weak;
}

function setMarks(units: string[], open: number, close: number, width: number): void {
  units[open] = width === 2 ? ' ' : '“';
  units[open + width - 1] = '“';
  units[close] = '”';
  if (width === 2) units[close + 1] = ' ';
}

function hideInner(text: string, units: string[], from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const c = text[i] ?? '';
    if ('“„«'.includes(c) || (c === '"' && /[\s([]/.test(text[i - 1] ?? ' '))) units[i] = '‘';
    else if ('”»"'.includes(c)) units[i] = '’';
  }
}

function isSpace(c: string | undefined): boolean {
  return c === undefined || /\s/.test(c);
}
