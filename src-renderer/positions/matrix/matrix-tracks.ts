/**
 * Rows and columns of unequal size, of which only those in sight are drawn; how tall the rows are, tall
 * enough for what their cells show on any day, so that a step of the slider never moves one; and where keys
 * lead. Lengths are CSS pixels where nothing else is said. Pure.
 */
import type { Actor, Position } from '../../../src-main/domain/briefing/entries.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import {
  corroborationInWords,
  type Corroborations
} from '../../../src-main/domain/ledger/corroboration.js';
import type { LedgerIndex } from '../../../src-main/domain/ledger/ledger-index.js';
import { heldBesideInWords } from '../../../src-main/domain/terms/terms.js';

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
  const end = firstAtOrBeyond(starts, to);
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
  return firstWhere(starts, (start) => start > place);
}

function firstAtOrBeyond(starts: Starts, place: number): number {
  return firstWhere(starts, (start) => start >= place);
}

/** By halves: `is` holds from some place on. The length where it never does. */
function firstWhere(starts: Starts, is: (start: number) => boolean): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(starts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Of a row, in rem, as MatrixCell and MatrixRow set them. */
const padding = 1;
const namePadding = 0.5;
const paddingInline = 1.5;
const wordLine = 1.3125;
const smallLine = 1.0625;
const gap = 0.125;
const least = 3.25;

const mostNameLines = 3;

/** Mean widths of a letter of the small and of the name's type, with what a line loses at its end. */
const smallLetter = 0.39;
const nameLetter = 0.52;

/** Lines of a condition, of which the rest is cut: fewer where more rows are to be in sight at once. */
export function mostConditionLines(rows: number): number {
  return rows > 12 ? 2 : 3;
}

/** One height in rem an actor, in their order. */
export function rowHeights(
  actors: readonly Pick<Actor, 'id' | 'name'>[],
  positions: readonly Position[],
  widths: { readonly actor: number; readonly issue: number },
  corroborations: Corroborations,
  ledger: LedgerIndex
): readonly number[] {
  const room = widths.issue - paddingInline;
  const most = mostConditionLines(actors.length);
  const cells = new Map<Id, number>();
  const reports = reportsInWords(positions, corroborations);
  const beside = besideOnAnyDay(ledger);
  for (const position of positions) {
    const told = reports.get(cellAndStance(position)) ?? '';
    const height = cellHeight(position, told, beside.get(position) ?? '', room, most);
    if (height > (cells.get(position.actor) ?? 0)) cells.set(position.actor, height);
  }
  return actors.map(({ id, name }) => {
    const lines = linesOf(name, nameLetter, widths.actor - paddingInline, mostNameLines);
    return Math.max(least, namePadding + lines * wordLine, cells.get(id) ?? 0);
  });
}

/** By cell and stance, what a cell tells of several reports when all of its entries stand together. */
function reportsInWords(
  positions: readonly Position[],
  corroborations: Corroborations
): ReadonlyMap<string, string> {
  if (!corroborations.canBeSeveral) return new Map();
  const groups = new Map<string, Position[]>();
  for (const position of positions) {
    const group = groups.get(cellAndStance(position));
    if (group) group.push(position);
    else groups.set(cellAndStance(position), [position]);
  }
  return new Map(
    [...groups].flatMap(([key, entries]) => {
      const corroboration = corroborations.of(...entries);
      return corroboration.reports > 1 ? [[key, corroborationInWords(corroboration)]] : [];
    })
  );
}

/** By the entry that a cell shows, the longest that it ever tells of other stances in force beside it. */
function besideOnAnyDay(ledger: LedgerIndex): ReadonlyMap<Position, string> {
  const longest = new Map<Position, string>();
  for (const { actor, issue } of ledger.cells) {
    for (const day of ledger.daysOf(actor, issue)) {
      const [held] = ledger.heldAt(actor, issue, day);
      const words = held ? heldBesideInWords(held) : '';
      if (held && words.length > (longest.get(held.position) ?? '').length) {
        longest.set(held.position, words);
      }
    }
  }
  return longest;
}

function cellAndStance({ actor, issue, stance }: Position): string {
  return `${actor} ${issue} ${stance}`;
}

/** How many lines of a name a row of that height holds; of a longer one the rest is cut. */
export function nameLines(height: number): number {
  return Math.floor((height - namePadding) / wordLine);
}

function cellHeight(
  { condition, status, evidence, reviewBy }: Position,
  reports: string,
  beside: string,
  room: number,
  most: number
): number {
  const below = [
    condition ? linesOf(condition, smallLetter, room, most) : 0,
    beside ? linesOf(beside, smallLetter, room, most) : 0,
    status === 'denied' ? 1 : 0,
    reports ? linesOf(reports, smallLetter, room, most) : 0,
    evidence.length === 0 ? 1 : 0,
    reviewBy === null ? 0 : 1
  ].filter((lines) => lines > 0);
  const lines = below.reduce((sum, each) => sum + each, 0);
  return padding + wordLine + lines * smallLine + below.length * gap;
}

function linesOf(text: string, letter: number, room: number, most: number): number {
  return Math.min(most, Math.max(1, Math.ceil((text.length * letter) / Math.max(letter, room))));
}

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Where the key leads, kept inside the grid; `null` for a key that does not move.
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
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(last.row, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
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
