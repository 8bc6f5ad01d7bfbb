/**
 * A few days side by side in even steps, whatever lies between them: to scale, one long before the
 * others would push those into one place.
 */
import { firstDayOf, type PartialDate } from '../base/partial-date.js';
import { dateInWords } from '../terms/terms.js';
import type { AxisEnds, TimelineAxis } from './timeline-axis.js';
import type { TimelineLane } from './timeline-items.js';

/** Days whose names have room beside one another. */
const mostDays = 6;
/** Half of a tick's label. */
const inset = 42;
/** For the words beside the signs of the last day, where there is so much. */
const roomAtEnd = 200;

/** `null` where there are more days than can stand side by side. */
export function steppedAxis(
  lanes: readonly TimelineLane[],
  { gutter, right }: AxisEnds
): TimelineAxis | null {
  const names = new Map<string, PartialDate>();
  for (const { date } of lanes.flatMap(({ items }) => items)) {
    if (date === null) continue;
    const day = firstDayOf(date);
    const known = names.get(day) ?? day;
    // A year that is known no closer must not read as its first day.
    names.set(day, date.length < known.length ? date : known);
  }
  const days = [...names.keys()].sort();
  if (days.length > mostDays) return null;
  const room = right - gutter - inset - roomAtEnd;
  const step = Math.max(2 * inset, room / Math.max(1, days.length - 1));
  const at = (day: string) => gutter + inset + days.indexOf(day) * step;
  return {
    ticks: days.map((day) => ({ x: at(day), label: dateInWords(names.get(day) ?? day) })),
    place: ({ date }) =>
      date === null ? null : { x: at(firstDayOf(date)), reach: null, clipped: false }
  };
}
