/** Pieces of a page → its lines. Pieces on one baseline are one line unless a gap lies between them. */
import type { Line, Piece } from './piece.js';

/** In font sizes: a gap from which two pieces are of different columns, and one that is a space. */
const columnGap = 1.2;
const wordGap = 0.15;
/** In font sizes: how far baselines of one line may lie apart, for raised notes and mixed fonts. */
const sameBaseline = 0.4;

/** From top to bottom, then from left to right. */
export function toLines(pieces: readonly Piece[]): readonly Line[] {
  return groupByBaseline(pieces.filter(({ text }) => text.trim() !== '')).flatMap(splitAtGaps);
}

function groupByBaseline(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near = first && first.y - piece.y <= sameBaseline * Math.min(first.size, piece.size);
    if (row && near) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

function splitAtGaps(row: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let run: Piece[] = [];
  for (const piece of row.toSorted((a, b) => a.x - b.x)) {
    const last = run.at(-1);
    const gap = last ? piece.x - (last.x + last.width) : 0;
    if (last && gap > columnGap * Math.max(last.size, piece.size)) {
      lines.push(joinPieces(run));
      run = [];
    }
    run.push(piece);
  }
  if (run.length > 0) lines.push(joinPieces(run));
  return lines;
}

function joinPieces(run: readonly Piece[]): Line {
  const letters = (side: boolean) =>
    run.reduce((sum, p) => sum + (p.rightToLeft === side ? p.text.length : 0), 0);
  const rightToLeft = letters(true) > letters(false);
  const ordered = rightToLeft ? run.toReversed() : run;
  let text = '';
  let last: Piece | null = null;
  for (const piece of ordered) {
    const gap = last ? gapBetween(last, piece) : 0;
    const apart = gap > wordGap * piece.size && !/\s$/.test(text) && !/^\s/.test(piece.text);
    text += (apart ? ' ' : '') + piece.text;
    last = piece;
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    x: Math.min(...run.map(({ x }) => x)),
    end: Math.max(...run.map(({ x, width }) => x + width)),
    y: run[0]?.y ?? 0,
    size: Math.max(...run.map(({ size }) => size))
  };
}

function gapBetween(a: Piece, b: Piece): number {
  return a.x < b.x ? b.x - (a.x + a.width) : a.x - (b.x + b.width);
}
