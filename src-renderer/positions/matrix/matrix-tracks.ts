/**
 * Rows and columns of unequal size, of which only those in sight are drawn; how tall the rows are, tall
 * enough for what their cells show on any day, so that a step of the slider never moves one; and where keys
 * lead. Lengths are CSS pixels where nothing else is said. Pure.
 */
import { firstIndexWhere } from '../../../src-main/domain/base/by-halves.js';
import type { Actor, Position } from '../../../src-main/domain/briefing/entries.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { LedgerIndex } from '../../../src-main/domain/ledger/ledger-index.js';

/** Where each track begins, and last where the last one ends: always one number more than tracks. */
export type Starts = readonly number[];

/** Numbers of tracks, end-exclusive. */
export interface TrackSpan {
  readonly start: number;
  readonly end: number;
}

export function startsOf(sizes: readonly number[]): Starts {
  const starts = [0];
  let next = 0;
  for (const size of sizes) starts.push((next += size));
  return starts;
}

/** The tracks of which something lies between `from` and `to`, and `spare` more on either side. */
export function spanInSight(starts: Starts, from: number, to: number, spare: number): TrackSpan {
  const count = starts.length - 1;
  const first = firstBeyond(starts, from) - 1;
  // A track that only begins where the view ends is not in sight.
  const end = firstIndexWhere(starts.length, (track) => starts[track]! >= to);
  return {
    start: Math.min(count, Math.max(0, first - spare)),
    end: Math.max(0, Math.min(count, end + spare))
  };
}

/** The numbers of the span, and `always` wherever it lies: the keyboard's place is never taken away. */
export function withAlways({ start, end }: TrackSpan, always: number | null): readonly number[] {
  const numbers = Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
  if (always === null || (always >= start && always < end)) return numbers;
  return always < start ? [always, ...numbers] : [...numbers, always];
}

/** What is left empty before each of the drawn tracks, whose numbers ascend: where others are not drawn. */
export function gapsBefore(starts: Starts, drawn: readonly number[]): readonly number[] {
  return drawn.map((number, i) => {
    const before = drawn[i - 1];
    const end = before === undefined ? 0 : (starts[before + 1] ?? 0);
    return (starts[number] ?? 0) - end;
  });
}

/** How many tracks from `first` on fit into `length` wholly; at least one, so that a page always moves. */
export function fullTracks(starts: Starts, first: number, length: number): number {
  const from = starts[first] ?? 0;
  return Math.max(1, firstBeyond(starts, from + length) - 1 - first);
}

function firstBeyond(starts: Starts, place: number): number {
  return firstIndexWhere(starts.length, (track) => starts[track]! > place);
}

/** Of a row, in rem, as MatrixCell and MatrixRow set them. */
const padding = 0.75;
const namePadding = 0.5;
const paddingInline = 1.5;
const wordLine = 1.3125;
const smallLine = 1.0625;
const least = 3.25;

const mostNameLines = 3;

/** Mean widths of a letter of the small and of the name's type, with what a line loses at its end. */
const smallLetter = 0.39;
const nameLetter = 0.52;

/** Lines of a condition, of which the rest is cut: fewer where more rows are to be in sight at once. */
export function mostConditionLines(rows: number): number {
  return rows > 12 ? 1 : 3;
}

/**
 * One height in rem an actor, in their order.
 *
 * @param quietLines how many lines an entry takes for its day, what it was before and its origins.
 */
export function rowHeights(
  actors: readonly Pick<Actor, 'id' | 'name'>[],
  positions: readonly Position[],
  widths: { readonly actor: number; readonly issue: number },
  ledger: LedgerIndex,
  quietLines: (position: Position) => number = () => 1
): readonly number[] {
  const room = widths.issue - paddingInline;
  const most = mostConditionLines(actors.length);
  const cells = new Map<Id, number>();
  const reach = (actor: Id, height: number) => {
    if (height > (cells.get(actor) ?? 0)) cells.set(actor, height);
  };
  for (const position of positions) {
    const { actor, condition } = position;
    const lines = condition ? linesOf(condition, smallLetter, room, most) : 0;
    reach(actor, padding + wordLine + (quietLines(position) + lines) * smallLine);
  }
  for (const { actor, issue } of ledger.cells) {
    const stances = mostHeld(ledger, actor, issue);
    if (stances > 1) reach(actor, padding + stances * wordLine + 2 * smallLine);
  }
  return actors.map(({ id, name }) => {
    const lines = linesOf(name, nameLetter, widths.actor - paddingInline, mostNameLines);
    return Math.max(least, namePadding + lines * wordLine, cells.get(id) ?? 0);
  });
}

/** How many stances ever stand beside one another in the cell. */
function mostHeld(ledger: LedgerIndex, actor: Id, issue: Id): number {
  const days = ledger.daysOf(actor, issue);
  return Math.max(0, ...days.map((day) => ledger.heldAt(actor, issue, day).length));
}

/** How many lines of a name a row of that height holds; of a longer one the rest is cut. */
export function nameLines(height: number): number {
  return Math.floor((height - namePadding) / wordLine);
}

function linesOf(text: string, letter: number, room: number, most: number): number {
  return Math.min(most, Math.max(1, Math.ceil((text.length * letter) / Math.max(letter, room))));
}

/** Counted from 0. -1 is what heads the rows or the columns: the actor's name, the issue's wording. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Where the key leads, kept inside the grid and its heads; `null` for a key that does not move. Nothing
 * stands in the corner between the heads.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function moveInGrid(
  from: GridPlace,
  key: string,
  size: {
    readonly rows: number;
    readonly columns: number;
    /** Rows that a page moves by. */
    readonly page: number;
  },
  withControl: boolean
): GridPlace | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const { row, column } = from;
  const first = { row: column < 0 ? 0 : -1, column: row < 0 ? 0 : -1 };
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(first.row, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(last.row, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(first.column, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(last.column, column + 1) };
    case 'Home':
      return withControl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return withControl ? last : { row, column: last.column };
    case 'PageUp':
      return { row: Math.max(0, row - size.page), column };
    case 'PageDown':
      return { row: Math.min(last.row, row + size.page), column };
    default:
      return null;
  }
}
