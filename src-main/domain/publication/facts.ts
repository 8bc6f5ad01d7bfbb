/** Events and figures as a reader meets them, with the numbers of their quotes. */
import type { Briefing } from '../briefing/briefing.js';
import type { Event } from '../briefing/event.js';
import type { Figure } from '../briefing/figure.js';
import { firstDayOf } from '../base/partial-date.js';
import { dateInWords } from '../terms/terms.js';
import { numbersOf } from './outcomes.js';

export interface PublishedEvent {
  readonly event: Event;
  /** Such as “15 August 2025 to 18 August 2025”, or “undated”. */
  readonly when: string;
  /** Names of the actors that took part. */
  readonly actors: readonly string[];
  readonly evidence: readonly number[];
}

export interface PublishedFigure {
  readonly figure: Figure;
  /** Who gives it and for when, such as “KIIS, June 2025”; empty where neither is known. */
  readonly basis: string;
  readonly evidence: readonly number[];
}

export function eventsOf(
  { events, actors }: Briefing,
  numbers: ReadonlyMap<string, number>
): readonly PublishedEvent[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const day = ({ date }: Event) => (date === null ? '9999' : firstDayOf(date));
  return events
    .toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
    .map((event) => ({
      event,
      when: whenOf(event),
      actors: event.actors.flatMap((id) => names.get(id) ?? []),
      evidence: numbersOf(event, numbers)
    }));
}

export function figuresOf(
  { figures, actors }: Briefing,
  numbers: ReadonlyMap<string, number>
): readonly PublishedFigure[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return figures.map((figure) => ({
    figure,
    basis: [figure.actor && names.get(figure.actor), figure.date && dateInWords(figure.date)]
      .filter(Boolean)
      .join(', '),
    evidence: numbersOf(figure, numbers)
  }));
}

/** Such as “15 August 2025 to 18 August 2025”, or “undated”. */
export function whenOf({ date, until }: Event): string {
  if (date === null) return 'undated';
  return until === null ? dateInWords(date) : `${dateInWords(date)} to ${dateInWords(until)}`;
}
