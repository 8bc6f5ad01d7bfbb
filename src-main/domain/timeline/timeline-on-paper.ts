/** The picture of the window for paper, where nothing is zoomed: whole, in parts that each fit on a page. */
import type { Briefing } from '../briefing/briefing.js';
import { firstDayOf } from '../base/values.js';
import {
  axisHeight,
  lanePadding,
  layOutOn,
  rowHeight,
  type TimelineLayout,
  scaledAxis,
  steppedAxis
} from './lay-out-timeline.js';
import { en, type PrintedWords } from '../terms/printed/en.js';
import { wholeOf } from './time-window.js';
import { timelineOf, type TimelineItem, type TimelineLane } from './timeline-items.js';

export interface TimelineOnPaper {
  /** Under one another, with one axis. */
  readonly parts: readonly TimelineLayout[];
  /** The first and the last day of what has a date. */
  readonly from: string;
  readonly to: string;
  /** What has a date and yet no place in the picture. */
  readonly leftOut: number;
}

/** In the units of the drawing, of which the width of a page holds so many. */
const sizes = { width: 760, gutter: 170 };
const tallest = 460;
const mostInLane = Math.floor((tallest - axisHeight - 2 * lanePadding) / rowHeight);
/** More would be a second ledger. */
const mostParts = 6;

/** `null` where fewer than two days are known: that is no course of events. */
export function timelineOnPaper(
  briefing: Briefing,
  words: PrintedWords = en
): TimelineOnPaper | null {
  const lanes = timelineOf(briefing, 'actor', words.events)
    .map(({ title, items }) => ({ title, items: items.filter(({ date }) => date !== null) }))
    .filter(({ items }) => items.length > 0);
  const days = lanes.flatMap(({ items }) => items.map(dayOf)).sort();
  const [from, to] = [days[0], days.at(-1)];
  const window = wholeOf(lanes);
  if (from === undefined || to === undefined || from === to || window === null) return null;
  const ends = { gutter: sizes.gutter, right: sizes.width };
  const axis = steppedAxis(lanes, ends, words) ?? scaledAxis(window, ends, words.dateInShort);
  const layOut = (some: readonly TimelineLane[]) => layOutOn(axis, some, sizes);

  const groups: TimelineLane[][] = [];
  let height = Infinity;
  for (const lane of lanes.flatMap(cutToPages)) {
    const own = layOut([lane]).height - axisHeight;
    if (height + own > tallest) {
      groups.push([]);
      height = axisHeight;
    }
    groups.at(-1)?.push(lane);
    height += own;
  }
  const parts = groups.slice(0, mostParts).map(layOut);
  const drawn = parts.flatMap((part) => part.lanes.flatMap(({ marks }) => marks));
  return { parts, from, to, leftOut: days.length - drawn.length };
}

/** A lane with more than a page can hold goes on under its name again. */
function cutToPages({ title, items }: TimelineLane): readonly TimelineLane[] {
  const pieces: TimelineLane[] = [];
  for (let start = 0; start < items.length; start += mostInLane) {
    pieces.push({ title, items: items.slice(start, start + mostInLane) });
  }
  return pieces;
}

function dayOf({ date }: TimelineItem): string {
  return date === null ? '' : firstDayOf(date);
}
