/** What is to come after the day that a briefing speaks for: its events, and lines of its cards that begin with a day. */
import { compareText } from '../base/compare-text.js';
import { firstDayOf, type Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { CardKind } from '../briefing/entries.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { readDatedLine } from '../text/read-date.js';
import { eventsOf } from './claims.js';
import type { KeyPoint } from './key-point.js';

/** What comes next, on its day. */
export interface NextDate {
  /** Of the event, or of the card in which its line stands. */
  readonly id: Id;
  readonly when: string;
  readonly what: string;
}

/** The day that a briefing speaks for. */
function dayOfBriefing({ date, modifiedAt }: Pick<Briefing, 'date' | 'modifiedAt'>): string {
  return date === null ? modifiedAt.slice(0, 10) : firstDayOf(date);
}

/** Of a card. */
interface Point {
  readonly id: Id;
  /** Of its sentence and lines those that nobody has confirmed. */
  readonly unreviewed: ReadonlySet<string>;
  readonly point: KeyPoint;
}

/** The day of the briefing or before that a line of a card begins with; empty where it begins with none. */
export function pastDayOf(line: string, briefing: Briefing): string {
  const read = readDatedLine(line);
  const day = read === null ? '' : firstDayOf(read.date);
  return day <= dayOfBriefing(briefing) ? day : '';
}

/** The next one first; on one day events before lines. */
export function upcoming(
  briefing: Briefing,
  points: readonly Point[],
  words: PrintedWords
): readonly NextDate[] {
  const day = dayOfBriefing(briefing);
  const events = eventsOf(briefing, new Map(), words).flatMap(({ event, when }) =>
    event.date === null
      ? []
      : [{ day: firstDayOf(event.date), next: { id: event.id, when, what: event.title } }]
  );
  const lines = points.flatMap(({ id, unreviewed, point }) =>
    [point.sentence, ...point.lines].flatMap((line) => {
      const read = readDatedLine(line);
      if (read === null || point.isChosen) return [];
      const { date, what } = read;
      const told = unreviewed.has(line) ? `${what} (${words.unreviewed})` : what;
      return [{ day: firstDayOf(date), next: { id, when: words.date(date), what: told } }];
    })
  );
  return [...events, ...lines]
    .filter((each) => each.day > day)
    .toSorted((a, b) => compareText(a.day, b.day))
    .map(({ next }) => next);
}

/**
 * Under a heading such as “What comes next” a line of the day of the briefing, or of one before, would be told as still
 * to come: of a card of outcomes it stands under its day.
 */
export function underTheirDays<P extends Point & { kind: CardKind; heading: string }>(
  given: P,
  briefing: Briefing,
  words: PrintedWords
): readonly P[] {
  const { sentence, lines, isChosen } = given.point;
  if (given.kind !== 'outcome' || isChosen) return [given];
  const hasCome = (line: string) => pastDayOf(line, briefing) !== '';
  const ahead = {
    sentence: hasCome(sentence) ? '' : sentence,
    lines: lines.filter((line) => !hasCome(line))
  };
  return [
    ...[sentence, ...lines].filter(hasCome).flatMap((line) => {
      const read = readDatedLine(line);
      if (read === null) return [];
      const { date, what } = read;
      return {
        ...given,
        heading: words.date(date),
        unreviewed: new Set(given.unreviewed.has(line) ? [what] : []),
        point: { sentence: what, lines: [], isChosen }
      };
    }),
    ...(ahead.sentence || ahead.lines.length > 0
      ? [{ ...given, point: { ...ahead, isChosen } }]
      : [])
  ];
}

/** Without the line that stands under the next date, and without a card that has no other. */
export function pointsBeside<P extends Point>(
  points: readonly P[],
  next: NextDate | null
): readonly P[] {
  return points.flatMap((each) => {
    if (each.id !== next?.id) return [each];
    const isTold = (line: string) => {
      const what = readDatedLine(line)?.what;
      return what !== undefined && next.what.startsWith(what);
    };
    const lines = each.point.lines.filter((line) => !isTold(line));
    const sentence = isTold(each.point.sentence) ? '' : each.point.sentence;
    return lines.length > 0 || sentence !== ''
      ? [{ ...each, point: { ...each.point, sentence, lines } }]
      : [];
  });
}
