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
  /** The label as it stands beside the sign. On paper all of it. */
  readonly lines: readonly string[];
  /** Whether the lines stand before the sign, since there is no room behind it. */
  readonly isBefore: boolean;
  /** The middle of the sign, and of the first line. */
  readonly y: number;
}

interface LaidOutLane {
  readonly title: string;
  /** The title as it stands in the gutter. On paper all of it. */
  readonly titleLines: readonly string[];
  readonly y: number;
  readonly height: number;
  readonly marks: readonly TimelineMark[];
}

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  /** Whether time runs from right to left. */
  readonly isMirrored: boolean;
  /** Where the lanes' names end and time begins. */
  readonly gutter: number;
  readonly ticks: TimelineAxis['ticks'];
  readonly lanes: readonly LaidOutLane[];
}

interface TimelineSizes {
  readonly width: number;
  /** For the lanes' names. */
  readonly gutter: number;
  /** Whether all words are shown, in as many lines as they need; else they are cut. */
  readonly isWhole?: boolean;
}

export const axisHeight = 28;
export const rowHeight = 24;
export const lanePadding = 8;
const signWidth = 22;
/** The width of a letter, on average and roughly. */
const letterWidth = 6.4;
const longestLabel = 46;
/** Letters: with less the words stand before the sign. */
const leastRoom = 24;
/** Of the bold names of the lanes. */
const titleLetterWidth = 7;
/** From one line of a label to the next. */
export const lineHeight = 15;

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
  { width: right, gutter, isWhole = false }: TimelineSizes
): TimelineLayout {
  const place = (item: TimelineItem): Omit<TimelineMark, 'y'> | null => {
    const placed = axis.place(item);
    if (!placed) return null;
    const { label } = item;
    const [behind, before] = [right - placed.x, placed.x - gutter].map((room) =>
      Math.floor((room - signWidth) / letterWidth)
    ) as [number, number];
    const isBefore = isWhole && behind < Math.min(label.length, leastRoom) && before > behind;
    const lines = isWhole
      ? wrapped(label, Math.min(longestLabel, isBefore ? before : behind))
      : [cut(label, Math.min(longestLabel, behind))];
    return {
      id: item.id,
      kind: item.kind,
      stance: item.stance,
      sign: item.stance ? stanceSigns[item.stance] : '',
      label,
      lines,
      isBefore,
      ...placed
    };
  };

  let y = axisHeight;
  const laidOut = lanes.map(({ title, items }): LaidOutLane => {
    const top = y;
    /** How far each row is taken, and how many lines it has. */
    const rows: { taken: number; lines: number }[] = [];
    const placed = items
      .flatMap((item) => place(item) ?? [])
      .sort((a, b) => a.x - b.x)
      .map((mark) => {
        const words = Math.max(...mark.lines.map(({ length }) => length)) * letterWidth;
        const sign = mark.x - signWidth / 2 - (mark.isBefore ? words : 0);
        const start = Math.min(mark.reach?.from ?? Infinity, sign) - 4;
        const free = rows.findIndex(({ taken }) => taken <= start);
        const row = free < 0 ? rows.length : free;
        const end = mark.x + signWidth / 2 + (mark.isBefore ? 0 : words);
        rows[row] = {
          taken: Math.max(end, mark.reach?.to ?? 0),
          lines: Math.max(mark.lines.length, rows[row]?.lines ?? 1)
        };
        return { mark, row };
      });
    const heights = rows.map(({ lines }) => rowHeight + (lines - 1) * lineHeight);
    const above = (row: number) => heights.slice(0, row).reduce((sum, each) => sum + each, 0);
    const marks = placed.map(({ mark, row }) => ({
      ...mark,
      y: top + lanePadding + above(row) + rowHeight / 2
    }));
    const most = Math.floor(gutter / titleLetterWidth);
    const titleLines = isWhole ? wrapped(title, most) : [cut(title, most)];
    const named = rowHeight + (titleLines.length - 1) * lineHeight;
    const height = Math.max(named, above(rows.length)) + 2 * lanePadding;
    y += height;
    return { title, titleLines, y: top, height, marks };
  });
  return {
    width: right,
    height: y,
    isMirrored: false,
    gutter,
    ticks: axis.ticks,
    lanes: laidOut
  };
}

/** @param most in letters, as far as the edge. */
function cut(words: string, most: number): string {
  const room = Math.max(1, most);
  return words.length <= room ? words : `${words.slice(0, room - 1).trimEnd()}…`;
}

/** All of the words, broken where a space is; a longer word within. */
function wrapped(words: string, most: number): readonly string[] {
  const room = Math.max(8, most);
  const lines: string[] = [];
  for (const word of words.split(/\s+/u).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    for (let from = 0; from < word.length; from += room) lines.push(word.slice(from, from + room));
  }
  return lines.length > 0 ? lines : [''];
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
    ticks: apart(
      days
        // A label at the edge would be cut off.
        .filter((day) => scale(day) < right - tickRoom / 3)
        .map((day) => ({ x: scale(day), label: tell(day) }))
    ),
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

/** No two labels may touch: there can be more than were asked for. */
function apart<T extends { readonly x: number; readonly label: string }>(
  ticks: readonly T[]
): readonly T[] {
  const [first, second] = ticks;
  if (!first || !second) return ticks;
  const room = Math.max(...ticks.map(({ label }) => label.length)) * 5.6 + 8;
  const every = Math.ceil(room / Math.max(1, second.x - first.x));
  return ticks.filter((_, index) => index % every === 0);
}

/** Days whose names have room beside one another. */
const mostDays = 6;
/** Half of a tick's label. */
const halfLabel = 42;
/** For the words beside the signs of the last day, where there is so much. */
const roomAtEnd = 200;

/** Each first day with the date that names it, as exact as it is known. */
export function datesByDay(lanes: readonly TimelineLane[]): ReadonlyMap<string, PartialDate> {
  const names = new Map<string, PartialDate>();
  for (const { date } of lanes.flatMap(({ items }) => items)) {
    if (date === null) continue;
    const day = firstDayOf(date);
    const known = names.get(day) ?? day;
    // A year that is known no closer must not read as its first day.
    names.set(day, date.length < known.length ? date : known);
  }
  return names;
}

/**
 * A few days side by side in even steps, whatever lies between them: to scale, one long before the
 * others would push those into one place. `null` where there are more days than have room.
 */
export function steppedAxis(
  lanes: readonly TimelineLane[],
  { gutter, right }: AxisEnds,
  { date: tellDate }: Pick<PrintedWords, 'date'>
): TimelineAxis | null {
  const names = datesByDay(lanes);
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
