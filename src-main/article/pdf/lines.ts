/** Pieces of a page → its lines. Pieces on one baseline are one line unless a gap lies between them. */
import type { Line, TextPiece } from './piece.js';

/** In font sizes: a gap from which two pieces are of different columns, and one that is a space. */
const columnGap = 1.2;
const wordGap = 0.15;
/** In font sizes: how far baselines of one line may lie apart, for raised notes and mixed fonts. */
const sameBaseline = 0.4;
/** In font sizes: how far its item may stand from a bullet or number. */
const signGap = 4;
/** What stands before the items of a list. */
const sign = /^(?:[•▪●◦‣·–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])$/;

/** From top to bottom, then from left to right. */
export function toLines(pieces: readonly TextPiece[]): readonly Line[] {
  const sorted = pieces.filter(isWords).toSorted((a, b) => b.y - a.y || a.x - b.x);
  return groupByBaseline(sorted).flatMap(splitAtGaps);
}

/** In the order of the pieces, which is that of the text: a paragraph may run over two columns. */
export function toLinesInOrder(pieces: readonly TextPiece[]): readonly Line[] {
  return groupByBaseline(pieces.filter(isWords)).map((row) =>
    joinPieces(row.toSorted((a, b) => a.x - b.x))
  );
}

function isWords({ text }: TextPiece): boolean {
  return text.trim() !== '';
}

function groupByBaseline(pieces: readonly TextPiece[]): TextPiece[][] {
  const rows: TextPiece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near =
      first && Math.abs(first.y - piece.y) <= sameBaseline * Math.min(first.size, piece.size);
    if (row && near) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

function splitAtGaps(row: readonly TextPiece[]): Line[] {
  const lines: Line[] = [];
  let run: TextPiece[] = [];
  for (const piece of row.toSorted((a, b) => a.x - b.x)) {
    const last = run.at(-1);
    const gap = last ? (piece.x - (last.x + last.width)) / Math.max(last.size, piece.size) : 0;
    const isSign = gap <= signGap && run.length === 1 && sign.test(last?.text.trim() ?? '');
    if (last && gap > columnGap && !isSign) {
      lines.push(joinPieces(run));
      run = [];
    }
    run.push(piece);
  }
  if (run.length > 0) lines.push(joinPieces(run));
  return lines;
}

/** @param run from left to right. */
function joinPieces(run: readonly TextPiece[]): Line {
  const letters = (side: boolean) =>
    run.reduce((sum, p) => sum + (p.rightToLeft === side ? p.text.length : 0), 0);
  const rightToLeft = letters(true) > letters(false);
  const ordered = rightToLeft ? run.toReversed() : run;
  let text = '';
  let last: TextPiece | null = null;
  for (const piece of ordered) {
    const gap = last ? gapBetween(last, piece) : 0;
    const apart = gap > wordGap * piece.size && !/\s$/.test(text) && !/^\s/.test(piece.text);
    text += (apart ? ' ' : '') + piece.text;
    last = piece;
  }
  const lettered = run.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text));
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    x: Math.min(...run.map(({ x }) => x)),
    end: Math.max(...run.map(({ x, width }) => x + width)),
    y: run[0]?.y ?? 0,
    size: usualSize(run),
    bold: lettered.length > 0 && lettered.every(({ bold }) => bold),
    block: null
  };
}

/** That of the most letters: a raised number, or one large sign, does not make the line. */
function usualSize(run: readonly TextPiece[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of run) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const [usual] = [...letters].toSorted((a, b) => b[1] - a[1]);
  return usual?.[0] ?? 1;
}

function gapBetween(a: TextPiece, b: TextPiece): number {
  return a.x < b.x ? b.x - (a.x + a.width) : a.x - (b.x + b.width);
}

/** Lines of one text → that text. Words that a line's end divided are joined again. */

/** The words of a document, in lower case: which of two spellings it uses is told by them. */
export class WordsSeen {
  readonly #words = new Set<string>();

  add(lines: readonly Line[]): void {
    for (const { text } of lines) {
      for (const word of text.toLowerCase().match(/[\p{L}-]+/gu) ?? []) this.#words.add(word);
    }
  }

  join(lines: readonly Line[]): string {
    let text = '';
    for (const line of lines) {
      if (text === '') text = line.text;
      else if (isHyphenated(text) && /^\p{Ll}/u.test(line.text))
        text = this.#joinDivided(text, line.text);
      else if (/\p{L}-$|—$/u.test(text)) text += line.text;
      else text += ` ${line.text}`;
    }
    return text.replaceAll('\u00ad', '');
  }

  /** “agree-ment” is one word; “well-known” keeps its hyphen where the text writes it so elsewhere. */
  #joinDivided(text: string, next: string): string {
    const first = /[\p{L}-]+$/u.exec(text.slice(-101, -1))?.[0].toLowerCase() ?? '';
    const second = /^[\p{L}-]+/u.exec(next)?.[0].toLowerCase() ?? '';
    const hyphened = this.#words.has(`${first}-${second}`) && !this.#words.has(first + second);
    return (hyphened ? text : text.slice(0, -1)) + next;
  }
}

export function isHyphenated(text: string): boolean {
  return /\p{L}[-\u00ad\u2010]$/u.test(text);
}
