/** Where each mark of a timeline stands, in CSS pixels: pure, so that screen and paper draw the same. */
import type { Id } from '../base/values.js';
import type { Stance } from '../briefing/entries.js';
import { stanceSigns } from '../terms/terms.js';
import { type PlacedInTime, scaledAxis, type TimelineAxis } from './timeline-axis.js';
import type { TimeWindow } from './time-window.js';
import type { TimelineItem, TimelineLane } from './timeline-items.js';

interface TimelineMark extends PlacedInTime {
  readonly id: Id;
  readonly kind: TimelineItem['kind'];
  readonly stance: Stance | null;
  /** One character; empty for an event. */
  readonly sign: string;
  readonly label: string;
  readonly y: number;
}

interface LaidOutLane {
  readonly title: string;
  readonly y: number;
  readonly height: number;
  readonly marks: readonly TimelineMark[];
}

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  /** Where the lanes' names end and time begins. */
  readonly gutter: number;
  readonly ticks: TimelineAxis['ticks'];
  readonly lanes: readonly LaidOutLane[];
}

interface TimelineSizes {
  readonly width: number;
  /** For the lanes' names. */
  readonly gutter: number;
}

export const axisHeight = 28;
export const rowHeight = 24;
export const lanePadding = 8;
const signWidth = 22;
/** The width of a letter, on average and roughly. */
const letterWidth = 6.4;
const longestLabel = 46;

/** To scale, over a stretch of time that may be zoomed and moved. */
export function layOutTimeline(
  lanes: readonly TimelineLane[],
  window: TimeWindow,
  { width, gutter }: TimelineSizes
): TimelineLayout {
  const right = Math.max(width, gutter + 100);
  return layOutOn(scaledAxis(window, { gutter, right }), lanes, { width: right, gutter });
}

export function layOutOn(
  axis: TimelineAxis,
  lanes: readonly TimelineLane[],
  { width: right, gutter }: TimelineSizes
): TimelineLayout {
  const place = (item: TimelineItem): Omit<TimelineMark, 'y'> | null => {
    const placed = axis.place(item);
    return (
      placed && {
        id: item.id,
        kind: item.kind,
        stance: item.stance,
        sign: item.stance ? stanceSigns[item.stance] : '',
        label: shorten(item.label, (right - placed.x - signWidth) / letterWidth),
        ...placed
      }
    );
  };

  let y = axisHeight;
  const laidOut = lanes.map(({ title, items }): LaidOutLane => {
    const top = y;
    /** How far each row is taken. */
    const rows: number[] = [];
    const marks = items
      .flatMap((item) => place(item) ?? [])
      .sort((a, b) => a.x - b.x)
      .map((mark) => {
        const start = (mark.reach?.from ?? mark.x - signWidth / 2) - 4;
        const free = rows.findIndex((taken) => taken <= start);
        const row = free < 0 ? rows.length : free;
        const text = mark.x + signWidth / 2 + mark.label.length * letterWidth;
        rows[row] = Math.max(text, mark.reach?.to ?? 0);
        return { ...mark, y: top + lanePadding + row * rowHeight + rowHeight / 2 };
      });
    const height = Math.max(1, rows.length) * rowHeight + 2 * lanePadding;
    y += height;
    return { title, y: top, height, marks };
  });
  return { width: right, height: y, gutter, ticks: axis.ticks, lanes: laidOut };
}

/** @param room in letters, as far as the edge. */
function shorten(label: string, room: number): string {
  const most = Math.max(1, Math.min(longestLabel, Math.floor(room)));
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}
