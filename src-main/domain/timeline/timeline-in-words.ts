/** What a printed timeline shows, for those who do not see it. */
import type { PrintedWords } from '../terms/printed/en.js';
import { mapWordsOf } from '../terms/printed/map-words.js';
import { isolated } from '../text/direction.js';
import type { TimelineOnPaper } from './timeline-on-paper.js';

/** Of all changes: more would keep a listener from what follows. */
const mostChanges = 12;

/** One part of the drawing: its days, its lanes, and what changed. */
export function timelineInWords(
  timeline: TimelineOnPaper,
  { lanes }: TimelineOnPaper['parts'][number],
  words: PrintedWords
): string {
  const told = lanes.map(
    ({ title, marks }) => `${title}${words.comma} ${words.number(marks.length)}`
  );
  const { from, to } = timeline;
  return [
    words.timelineLabel(words.date(from), words.date(to), told.join(`${words.semicolon} `)),
    ...changesInWords(timeline, words)
  ].join(' ');
}

/** A sentence for each stance that took the place of another; where none did, one that says so. */
export function changesInWords(
  { changes }: Pick<TimelineOnPaper, 'changes'>,
  words: PrintedWords
): readonly string[] {
  const map = mapWordsOf(words);
  if (changes.length === 0) return [map.timelineStays];
  return changes
    .slice(0, mostChanges)
    .map(({ actor, issue, before, after, date }) =>
      map.timelineChange(
        isolated(actor),
        isolated(issue),
        words.stance(before),
        words.stance(after),
        words.date(date)
      )
    );
}
