/** Where each mark of a timeline stands, in CSS pixels: pure, so that screen and paper draw the same. Owner of d3-scale. */
import { scaleUtc } from 'd3-scale';
import type { Id } from '../id.js';
import type { Stance } from '../position.js';
import { stanceSigns } from '../terms.js';
import { dayLength, spanOf, type TimeWindow } from './time-window.js';
import type { TimelineItem, TimelineLane } from './timeline-items.js';

export interface TimelineMark {
  readonly id: Id;
  readonly kind: TimelineItem['kind'];
  readonly stance: Stance | null;
  /** One character; empty for an event. */
  readonly sign: string;
  readonly label: string;
  /** The middle of its sign. */
  readonly x: number;
  readonly y: number;
  /** How far its date reaches, for one that lasts or is known roughly; `null` for a day. */
  readonly reach: { readonly from: number; readonly to: number } | null;
  /** It begins before, or lies partly outside of, what is shown. */
  readonly clipped: boolean;
}

export interface LaidOutLane {
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
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly lanes: readonly LaidOutLane[];
}

export interface TimelineSizes {
  readonly width: number;
  /** For the lanes' names. */
  readonly gutter: number;
}

const axisHeight = 28;
const rowHeight = 24;
const lanePadding = 8;
const signWidth = 22;
/** The width of a letter, on average and roughly. */
const letterWidth = 6.4;
const longestLabel = 46;
/** Wide enough for the longest label of a tick. */
const tickRoom = 84;
/** Milliseconds. */
const shortestMonth = 28 * dayLength;

export function layOutTimeline(
  lanes: readonly TimelineLane[],
  window: TimeWindow,
  { width, gutter }: TimelineSizes
): TimelineLayout {
  const right = Math.max(width, gutter + 100);
  const scale = scaleUtc([window.from, window.to], [gutter, right]);
  const days = scale
    .ticks(Math.max(2, Math.floor((right - gutter) / tickRoom)))
    // Nothing here is known to the hour.
    .filter((day) => day.getTime() % dayLength === 0);
  const step = days[0] && days[1] ? days[1].getTime() - days[0].getTime() : Infinity;
  const tell = scale.tickFormat(undefined, step < shortestMonth ? '%a %-d %b' : undefined);
  const ticks = days
    // A label at the edge would be cut off.
    .filter((day) => scale(day) < right - tickRoom / 3)
    .map((day) => ({ x: scale(day), label: tell(day) }));

  const place = (item: TimelineItem): Omit<TimelineMark, 'y'> | null => {
    if (item.date === null) return null;
    const span = spanOf(item.date, item.until);
    if (span.to <= window.from || span.from >= window.to) return null;
    const isDay = item.date.length === 10 && item.until === null;
    const from = Math.max(gutter, scale(span.from));
    const to = Math.min(right, scale(span.to));
    const x = isDay ? (from + to) / 2 : from + signWidth / 2;
    return {
      id: item.id,
      kind: item.kind,
      stance: item.stance,
      sign: item.stance ? stanceSigns[item.stance] : '',
      label: shorten(item.label, (right - x - signWidth) / letterWidth),
      x,
      reach: isDay ? null : { from, to },
      clipped: span.from < window.from
    };
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
  return { width: right, height: y, gutter, ticks, lanes: laidOut };
}

/** @param room in letters, as far as the edge. */
function shorten(label: string, room: number): string {
  const most = Math.max(1, Math.min(longestLabel, Math.floor(room)));
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}
