/** The picture of the window for paper, where nothing is zoomed: whole, in parts that each fit on a page. */
import type { Briefing } from '../briefing/briefing.js';
import { firstDayOf, type PartialDate } from '../base/values.js';
import type { Stance } from '../briefing/entries.js';
import {
  axisHeight,
  layOutOn,
  type TimelineLayout,
  scaledAxis,
  steppedAxis
} from './lay-out-timeline.js';
import { mirrored } from './mirror-timeline.js';
import { en, type PrintedWords } from '../terms/printed/en.js';
import { usualWindow } from './time-window.js';
import { timelineOf, type TimelineLane } from './timeline-items.js';

export interface TimelineOnPaper {
  /** A page each, with one axis. */
  readonly parts: readonly TimelineLayout[];
  /** The first and the last date, as exact as they are known. */
  readonly from: PartialDate;
  readonly to: PartialDate;
  /** What has a date and yet no place in the picture. */
  readonly leftOut: number;
  /** What it is drawn for. */
  readonly changes: readonly TimelineChange[];
}

/** In the units of the drawing, of which the width of a page holds so many. */
const sizes = { width: 760, gutter: 170, isWhole: true };
/** Of a page of either size, upright or on its side, with its heading; and how many, since more would be a second ledger. */
const pages = { upright: { tallest: 930, most: 3 }, side: { tallest: 430, most: 6 } };
export type PagesOfTimeline = keyof typeof pages;

/** What its author claims that it shows; else what it is. */
export function timelineHeadOf({ timelineTitle }: Briefing, { headings }: PrintedWords) {
  const claim = timelineTitle.trim();
  return claim === ''
    ? { heading: headings.timeline, kicker: '' }
    : { heading: claim, kicker: headings.timeline };
}

/** `null` where fewer than two days are known: that is no course of events. */
export function timelineOnPaper(
  briefing: Briefing,
  words: PrintedWords = en,
  direction: PrintedWords['direction'] = words.direction,
  lie: PagesOfTimeline = 'upright'
): TimelineOnPaper | null {
  const lanes = timelineOf(briefing, 'actor', words.events)
    .map(({ title, items }) => ({ title, items: items.filter(({ date }) => date !== null) }))
    .filter(({ items }) => items.length > 0);
  const dates = lanes
    .flatMap(({ items }) => items.flatMap(({ date }) => date ?? []))
    .sort((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : 1));
  const [from, to] = [dates[0], dates.at(-1)];
  const window = usualWindow(lanes);
  if (from === undefined || to === undefined || window === null) return null;
  if (firstDayOf(from) === firstDayOf(to)) return null;
  const { tallest, most } = pages[lie];
  const ends = { gutter: sizes.gutter, right: sizes.width };
  const axis = steppedAxis(lanes, ends, words) ?? scaledAxis(window, ends, words.dateInShort);
  const layOut = (some: readonly TimelineLane[]) => layOutOn(axis, some, sizes);

  const groups: TimelineLane[][] = [];
  let height = Infinity;
  for (const lane of lanes.flatMap((each) => cutToPages(each, layOut, tallest))) {
    const own = layOut([lane]).height - axisHeight;
    if (height + own > tallest) {
      groups.push([]);
      height = axisHeight;
    }
    groups.at(-1)?.push(lane);
    height += own;
  }
  const parts = groups
    .slice(0, most)
    .map(layOut)
    .map((part) => (direction === 'rtl' ? mirrored(part) : part));
  const drawn = parts.flatMap((part) => part.lanes.flatMap(({ marks }) => marks));
  return { parts, from, to, leftOut: dates.length - drawn.length, changes: changesOfLanes(lanes) };
}

/** A lane with more than a page can hold goes on under its name again. */
function cutToPages(
  lane: TimelineLane,
  layOut: (lanes: readonly TimelineLane[]) => TimelineLayout,
  tallest: number
): readonly TimelineLane[] {
  const { title, items } = lane;
  if (items.length < 2 || layOut([lane]).height <= tallest) return [lane];
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)].flatMap((some) =>
    cutToPages({ title, items: some }, layOut, tallest)
  );
}

/** A stance that took the place of another, on one issue. */
export interface TimelineChange {
  readonly actor: string;
  readonly issue: string;
  readonly before: Stance;
  readonly after: Stance;
  readonly date: PartialDate;
}

/** By lane, each in the order of its days. */
export function changesOfLanes(lanes: readonly TimelineLane[]): readonly TimelineChange[] {
  return lanes.flatMap(({ title, items }) => {
    const held = new Map<string, Stance>();
    return items.flatMap(({ label, stance, date }) => {
      if (stance === null || date === null) return [];
      const before = held.get(label);
      held.set(label, stance);
      return before && before !== stance
        ? [{ actor: title, issue: label, before, after: stance, date }]
        : [];
    });
  });
}
