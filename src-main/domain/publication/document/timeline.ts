/** When who said and did what on which issue, on an axis that leaves long silences out. */
import { firstDayOf, type PartialDate } from '../../base/values.js';
import type { Briefing } from '../../briefing/briefing.js';
import { stances, type Stance } from '../../briefing/entries.js';
import { dateOfPositionInWords, isReported } from '../../terms/days-of-position.js';
import { mapWordsOf } from '../../terms/printed/map-words.js';
import type { PrintedWords } from '../../terms/printed/en.js';
import { stanceSigns } from '../../terms/terms.js';
import { isolated } from '../../text/direction.js';
import { dayLength, timeSpanOf } from '../../timeline/time-window.js';
import { datesByDay, timelineOf, type TimelineLane } from '../../timeline/timeline-items.js';
import type { TimelineBlock, TimelineMark } from './blocks.js';

/** More would be a second ledger. */
const mostMarks = 160;
/** Of all that are told in words: more would keep a listener from what follows. */
const mostChanges = 12;
/** Days between two dates from which the axis is broken. */
const longSilence = 60;
/** Of the longest gap, in steps of the axis: a gap counts by its logarithm up to this. */
const longestGap = 3.2;

/** `null` where fewer than two days are known: that is no course of events. */
export function timelineBlockOf(
  briefing: Briefing,
  words: PrintedWords,
  isToldInWords: boolean
): TimelineBlock | null {
  const dated = timelineOf(briefing, 'issue', words.events)
    .map(({ title, items }) => ({ title, items: items.filter(({ date }) => date !== null) }))
    .filter(({ items }) => items.length > 0);
  const axis = axisOf(dated, words);
  if (!axis) return null;
  const { from, to, placeOf, ticks, breaks } = axis;
  let room = mostMarks;
  const lanes = dated
    .map(({ title, items }) => {
      const marks = inTurn(items.slice(0, room)).map(
        ({ date, stance, label, position, replaced }) => ({
          ...{ at: placeOf(date), sign: stance ? stanceSigns[stance] : '', stance },
          words: position && isReported(position) ? `${label} (${words.statuses.reported})` : label,
          ...(replaced && { isChanged: true as const })
        })
      );
      room -= marks.length;
      return { title, marks };
    })
    .filter(({ marks }) => marks.length > 0);
  const count = (some: readonly { readonly length: number }[]) =>
    some.reduce((sum, { length }) => sum + length, 0);
  const leftOut = count(dated.map(({ items }) => items)) - count(lanes.map(({ marks }) => marks));
  const told = lanes.map(
    ({ title, marks }) => `${title}${words.comma} ${words.number(marks.length)}`
  );
  const changes = changesInWords(timelineOf(briefing, 'actor', words.events), words);
  return {
    kind: 'timeline',
    alternative: [
      words.timelineLabel(words.date(from), words.date(to), told.join(`${words.semicolon} `)),
      ...changes
    ].join(' '),
    changes: isToldInWords ? changes : [],
    ticks,
    breaks,
    legend: legendOf(
      lanes.flatMap(({ marks }) => marks),
      words
    ),
    lanes,
    leftOut: leftOut > 0 ? words.leftOutOfTimeline(leftOut) : ''
  };
}

function legendOf(marks: readonly TimelineMark[], words: PrintedWords): TimelineBlock['legend'] {
  const { changed } = mapWordsOf(words);
  return [
    ...stances
      .filter((stance) => marks.some((mark) => mark.stance === stance))
      .map((stance) => ({ sign: stanceSigns[stance], look: stance, words: words.stance(stance) })),
    ...(marks.some(({ isChanged }) => isChanged)
      ? [{ sign: '', look: 'changed' as const, words: changed }]
      : [])
  ];
}

function axisOf(lanes: readonly TimelineLane[], words: PrintedWords) {
  const names = datesByDay(lanes);
  const days = [...names.keys()].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const places: number[] = [];
  const silences: number[] = [];
  let along = 0;
  days.forEach((day, index) => {
    const before = days[index - 1];
    if (before !== undefined) {
      const gap = (timeSpanOf(day, null).from - timeSpanOf(before, null).from) / dayLength;
      const step = Math.min(1 + Math.log1p(gap), longestGap);
      if (gap > longSilence) silences.push(along + step / 2);
      along += step;
    }
    places.push(along);
  });
  const part = (place: number) => place / along;
  return {
    from: names.get(first) ?? first,
    to: names.get(last) ?? last,
    placeOf: (date: PartialDate) => part(places[days.indexOf(firstDayOf(date))] ?? 0),
    ticks: days.map((day, index) => ({
      at: part(places[index] ?? 0),
      words: words.dateInShort(names.get(day) ?? day)
    })),
    breaks: silences.map(part)
  };
}

/** Those with a day, each with the other stance of the same label that its own took the place of; `null` for none. */
function inTurn(items: TimelineLane['items']) {
  const held = new Map<string, Stance>();
  return items.flatMap((item) => {
    const { date, stance, label } = item;
    if (date === null) return [];
    const before = held.get(label) ?? null;
    if (stance) held.set(label, stance);
    return { ...item, date, replaced: stance && before !== stance ? before : null };
  });
}

/** A sentence for each stance that took the place of another; where none did, one that says so. */
function changesInWords(lanes: readonly TimelineLane[], words: PrintedWords): readonly string[] {
  const map = mapWordsOf(words);
  const told = lanes.flatMap(({ title, items }) =>
    inTurn(items).flatMap(({ label, stance, position, replaced }) => {
      if (!position || !stance || !replaced) return [];
      const day = dateOfPositionInWords(position, words, words.date);
      const stances = [words.stance(replaced), words.stance(stance)] as const;
      return map.timelineChange(isolated(title), isolated(label), ...stances, day);
    })
  );
  return told.length > 0 ? told.slice(0, mostChanges) : [map.timelineStays];
}
