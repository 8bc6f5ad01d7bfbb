/** How time runs across a timeline. Lengths in CSS pixels. */
import type { TimelineItem, TimelineLane } from './timeline-items.js';
import { scaleUtc } from 'd3-scale';
import { dayLength, spanOf, type TimeWindow } from './time-window.js';
import { firstDayOf, type PartialDate } from '../base/values.js';
import { dateInWords } from '../terms/terms.js';

export interface PlacedInTime {
  /** The middle of its sign. */
  readonly x: number;
  /** How far its date reaches, for one that lasts or is known roughly; `null` for a day. */
  readonly reach: { readonly from: number; readonly to: number } | null;
  /** It begins before, or lies partly outside of, what is shown. */
  readonly clipped: boolean;
}

export interface TimelineAxis {
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  /** `null` for what has no date, or lies outside of what is shown. */
  place(item: Pick<TimelineItem, 'date' | 'until'>): PlacedInTime | null;
}

interface AxisEnds {
  readonly gutter: number;
  readonly right: number;
}

/** Time to scale. The owner of d3-scale. */

/** Half of the first sign. */
const halfSign = 11;
/** Wide enough for the longest label of a tick. */
const tickRoom = 84;
/** Milliseconds. */
const shortestMonth = 28 * dayLength;

export function scaledAxis(window: TimeWindow, { gutter, right }: AxisEnds): TimelineAxis {
  const scale = scaleUtc([window.from, window.to], [gutter, right]);
  const days = scale
    .ticks(Math.max(2, Math.floor((right - gutter) / tickRoom)))
    // Nothing here is known to the hour.
    .filter((day) => day.getTime() % dayLength === 0);
  const step = days[0] && days[1] ? days[1].getTime() - days[0].getTime() : Infinity;
  const tell = scale.tickFormat(undefined, step < shortestMonth ? '%a %-d %b' : undefined);
  return {
    ticks: days
      // A label at the edge would be cut off.
      .filter((day) => scale(day) < right - tickRoom / 3)
      .map((day) => ({ x: scale(day), label: tell(day) })),
    place({ date, until }) {
      if (date === null) return null;
      const span = spanOf(date, until);
      if (span.to <= window.from || span.from >= window.to) return null;
      const isDay = date.length === 10 && until === null;
      const from = Math.max(gutter, scale(span.from));
      const to = Math.min(right, scale(span.to));
      return {
        x: isDay ? (from + to) / 2 : from + halfSign,
        reach: isDay ? null : { from, to },
        clipped: span.from < window.from
      };
    }
  };
}

/**
 * A few days side by side in even steps, whatever lies between them: to scale, one long before the
 * others would push those into one place.
 */

/** Days whose names have room beside one another. */
const mostDays = 6;
/** Half of a tick's label. */
const halfLabel = 42;
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
  const room = right - gutter - halfLabel - roomAtEnd;
  const step = Math.max(2 * halfLabel, room / Math.max(1, days.length - 1));
  const at = (day: string) => gutter + halfLabel + days.indexOf(day) * step;
  return {
    ticks: days.map((day) => ({ x: at(day), label: dateInWords(names.get(day) ?? day) })),
    place: ({ date }) =>
      date === null ? null : { x: at(firstDayOf(date)), reach: null, clipped: false }
  };
}
