/** How many lines the cells of the matrix take for what they tell in small type, as the browser sets it. */
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Position } from '../../../src-main/domain/briefing/entries.js';
import type { Corroborations } from '../../../src-main/domain/ledger/corroboration.js';
import type { LedgerIndex } from '../../../src-main/domain/ledger/ledger-index.js';
import { linesInCell, quietWords } from './cell-words.js';

/**
 * Of an entry in force alone, on whichever day.
 *
 * @param width of a cell, and `rem`, in CSS pixels.
 * @param tell puts a day in words.
 */
export function quietLinesOf(
  known: {
    readonly ledger: LedgerIndex;
    readonly corroborations: Corroborations;
    readonly outdated: ReadonlySet<Id>;
  },
  width: number,
  rem: number,
  tell: (day: string) => string
): (position: Position) => number {
  const pen = new OffscreenCanvas(0, 0).getContext('2d')!;
  // Size and padding as MatrixCell sets them.
  const font = getComputedStyle(document.documentElement).getPropertyValue('--font-ui');
  pen.font = `${0.8125 * rem}px ${font}`;
  const room = width - 4 - 1.125 * rem;
  const fits = (line: string) => pen.measureText(line).width < room;
  return (position) => {
    const about = {
      before: known.ledger.before(position),
      corroboration: known.corroborations.of(position),
      outdated: known.outdated
    };
    const lines = [false, position.reviewBy !== null].map((overdue) => {
      const words = Object.values(quietWords(position, { ...about, overdue }, tell));
      return linesInCell(words.filter(Boolean).join(' · '), fits);
    });
    return Math.max(...lines);
  };
}
