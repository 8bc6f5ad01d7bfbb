/**
 * How tall the rows of the matrix are: tall enough for what their cells show on any day, so that a
 * step of the slider never moves a row. Lengths in rem. Pure.
 */
import type { Actor } from '../../../src-main/domain/briefing/actor.js';
import type { Id } from '../../../src-main/domain/base/id.js';
import type { Position } from '../../../src-main/domain/briefing/position.js';

/** As MatrixCell and MatrixRow set them. */
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

/** One height an actor, in their order. */
export function rowHeights(
  actors: readonly Pick<Actor, 'id' | 'name'>[],
  positions: readonly Position[],
  widths: { readonly actor: number; readonly issue: number }
): readonly number[] {
  const room = widths.issue - paddingInline;
  const most = mostConditionLines(actors.length);
  const cells = new Map<Id, number>();
  for (const position of positions) {
    const height = cellHeight(position, room, most);
    if (height > (cells.get(position.actor) ?? 0)) cells.set(position.actor, height);
  }
  return actors.map(({ id, name }) => {
    const lines = linesOf(name, nameLetter, widths.actor - paddingInline, mostNameLines);
    return Math.max(least, namePadding + lines * wordLine, cells.get(id) ?? 0);
  });
}

/** How many lines of a name a row of that height holds; of a longer one the rest is cut. */
export function nameLines(height: number): number {
  return Math.floor((height - namePadding) / wordLine);
}

function cellHeight(
  { condition, status, evidence, reviewBy }: Position,
  room: number,
  most: number
): number {
  const below = [
    condition ? linesOf(condition, smallLetter, room, most) : 0,
    status === 'denied' ? 1 : 0,
    evidence.length === 0 ? 1 : 0,
    reviewBy === null ? 0 : 1
  ].filter((lines) => lines > 0);
  const lines = below.reduce((sum, each) => sum + each, 0);
  return padding + wordLine + lines * smallLine + below.length * gap;
}

function linesOf(text: string, letter: number, room: number, most: number): number {
  return Math.min(most, Math.max(1, Math.ceil((text.length * letter) / Math.max(letter, room))));
}
