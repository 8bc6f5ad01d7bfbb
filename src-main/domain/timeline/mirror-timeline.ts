import type { TimelineLayout } from './lay-out-timeline.js';

/** For readers of a language that runs from right to left: names at the right, and time from there. */
export function mirrored(layout: TimelineLayout): TimelineLayout {
  const { width, gutter, ticks, lanes } = layout;
  return {
    ...layout,
    isMirrored: !layout.isMirrored,
    gutter: width - gutter,
    ticks: ticks.map((tick) => ({ ...tick, x: width - tick.x })),
    lanes: lanes.map((lane) => ({
      ...lane,
      marks: lane.marks.map(({ x, reach, ...mark }) => ({
        ...mark,
        x: width - x,
        reach: reach && { from: width - reach.to, to: width - reach.from }
      }))
    }))
  };
}
