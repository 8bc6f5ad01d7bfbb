/**
 * How time runs across a timeline and where each mark stands on it, in CSS pixels: pure, so that screen
 * and paper draw the same. The owner of d3-scale.
 */
import { type Id, firstDayOf, type PartialDate } from '../base/values.js';
import type { Stance } from '../briefing/entries.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { dateInShort, type DateStyle, stanceSigns } from '../terms/terms.js';
import { type TimeWindow, dayLength, timeSpanOf } from './time-window.js';
import type { TimelineItem, TimelineLane } from './timeline-items.js';
import { scaleUtc } from 'd3-scale';

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
  { width, gutter }: TimelineSizes,
  style?: DateStyle
): TimelineLayout {
  const right = Math.max(width, gutter + 100);
  const tell = (date: PartialDate) => dateInShort(date, style);
  return layOutOn(scaledAxis(window, { gutter, right }, tell), lanes, { width: right, gutter });
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

interface PlacedInTime {
  /** The middle of its sign. */
  readonly x: number;
  /** How far its date reaches, for one that lasts or is known roughly; `null` for a day. */
  readonly reach: { readonly from: number; readonly to: number } | null;
  /** It begins before, or lies partly outside of, what is shown. */
  readonly clipped: boolean;
}

interface TimelineAxis {
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  /** `null` for what has no date, or lies outside of what is shown. */
  place(item: Pick<TimelineItem, 'date' | 'until'>): PlacedInTime | null;
}

interface AxisEnds {
  readonly gutter: number;
  readonly right: number;
}

/** Half of the first sign. */
const halfSign = 11;
/** Wide enough for the longest label of a tick. */
const tickRoom = 84;
/** Milliseconds. */
const shortestMonth = 28 * dayLength;
const shortestYear = 365 * dayLength;

/** Time to scale. */
export function scaledAxis(
  window: TimeWindow,
  { gutter, right }: AxisEnds,
  tellDate: (date: PartialDate) => string
): TimelineAxis {
  const scale = scaleUtc([window.from, window.to], [gutter, right]);
  const days = scale
    .ticks(Math.max(2, Math.floor((right - gutter) / tickRoom)))
    // Nothing here is known to the hour.
    .filter((day) => day.getTime() % dayLength === 0);
  const step = days[0] && days[1] ? days[1].getTime() - days[0].getTime() : Infinity;
  const precision = step < shortestMonth ? 'YYYY-MM-DD' : step < shortestYear ? 'YYYY-MM' : 'YYYY';
  const tell = (day: Date) => tellDate(day.toISOString().slice(0, precision.length));
  return {
    ticks: days
      // A label at the edge would be cut off.
      .filter((day) => scale(day) < right - tickRoom / 3)
      .map((day) => ({ x: scale(day), label: tell(day) })),
    place({ date, until }) {
      if (date === null) return null;
      const span = timeSpanOf(date, until);
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

/** Days whose names have room beside one another. */
const mostDays = 6;
/** Half of a tick's label. */
const halfLabel = 42;
/** For the words beside the signs of the last day, where there is so much. */
const roomAtEnd = 200;

/**
 * A few days side by side in even steps, whatever lies between them: to scale, one long before the
 * others would push those into one place. `null` where there are more days than have room.
 */
export function steppedAxis(
  lanes: readonly TimelineLane[],
  { gutter, right }: AxisEnds,
  { date: tellDate }: Pick<PrintedWords, 'date'>
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
    ticks: days.map((day) => ({ x: at(day), label: tellDate(names.get(day) ?? day) })),
    place: ({ date }) =>
      date === null ? null : { x: at(firstDayOf(date)), reach: null, clipped: false }
  };
}
