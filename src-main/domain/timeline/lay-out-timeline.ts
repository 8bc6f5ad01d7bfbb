/** How time runs across a timeline and where each mark stands on it, in CSS pixels. Pure. The owner of d3-scale. */
import type { Id, PartialDate } from '../base/values.js';
import type { Stance } from '../briefing/entries.js';
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
  /** The label as far as there is room beside the sign. */
  readonly shownLabel: string;
  /** The middle of the sign. */
  readonly y: number;
}

interface LaidOutLane {
  readonly title: string;
  /** The title as far as there is room in the gutter. */
  readonly shownTitle: string;
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

const axisHeight = 28;
const rowHeight = 24;
const lanePadding = 8;
const signWidth = 22;
/** The width of a letter, on average and roughly. */
const letterWidth = 6.4;
const longestLabel = 46;
/** Of the bold names of the lanes. */
const titleLetterWidth = 7;

/** To scale, over a stretch of time that may be zoomed and moved. */
export function layOutTimeline(
  lanes: readonly TimelineLane[],
  window: TimeWindow,
  { width, gutter }: TimelineSizes,
  style?: DateStyle
): TimelineLayout {
  const right = Math.max(width, gutter + 100);
  const axis = scaledAxis(window, { gutter, right }, (date) => dateInShort(date, style));
  const place = (item: TimelineItem): Omit<TimelineMark, 'y'> | null => {
    const placed = axis.place(item);
    if (!placed) return null;
    const room = Math.floor((right - placed.x - signWidth) / letterWidth);
    return {
      id: item.id,
      kind: item.kind,
      stance: item.stance,
      sign: item.stance ? stanceSigns[item.stance] : '',
      label: item.label,
      shownLabel: cut(item.label, Math.min(longestLabel, room)),
      ...placed
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
        const start = Math.min(mark.reach?.from ?? Infinity, mark.x - signWidth / 2) - 4;
        const free = rows.findIndex((taken) => taken <= start);
        const row = free < 0 ? rows.length : free;
        const end = mark.x + signWidth / 2 + mark.shownLabel.length * letterWidth;
        rows[row] = Math.max(end, mark.reach?.to ?? 0);
        return { ...mark, y: top + lanePadding + (row + 0.5) * rowHeight };
      });
    const height = Math.max(1, rows.length) * rowHeight + 2 * lanePadding;
    y += height;
    const shownTitle = cut(title, Math.floor(gutter / titleLetterWidth));
    return { title, shownTitle, y: top, height, marks };
  });
  return { width: right, height: y, gutter, ticks: axis.ticks, lanes: laidOut };
}

/** @param most in letters, as far as the edge. */
function cut(words: string, most: number): string {
  const room = Math.max(1, most);
  return words.length <= room ? words : `${words.slice(0, room - 1).trimEnd()}…`;
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
function scaledAxis(
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
