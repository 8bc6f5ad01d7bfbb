/** Time to scale. The owner of d3-scale. */
import { scaleUtc } from 'd3-scale';
import { dayLength, spanOf, type TimeWindow } from './time-window.js';
import type { AxisEnds, TimelineAxis } from './timeline-axis.js';

/** Half of the first sign. */
const inset = 11;
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
        x: isDay ? (from + to) / 2 : from + inset,
        reach: isDay ? null : { from, to },
        clipped: span.from < window.from
      };
    }
  };
}
