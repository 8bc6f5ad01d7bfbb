/** What a timeline shows of a briefing: events, and every entry of the ledger that is dated. */
import { conditionAfter } from '../terms/condition-words.js';
import { asSentence, capitalised } from '../text/joined-words.js';
import type { Briefing } from '../briefing/briefing.js';
import { type Id, firstDayOf, type PartialDate } from '../base/values.js';
import { dateOfPosition, latestFirst } from '../ledger/ledger.js';
import type { Position, Stance } from '../briefing/entries.js';

export interface TimelineItem {
  /** Of the event or position. */
  readonly id: Id;
  readonly kind: 'event' | 'position';
  /** As precise as it is known; `null` is in the table, but has no place in the picture. */
  readonly date: PartialDate | null;
  /** The last day of an event that lasts. */
  readonly until: PartialDate | null;
  /** `null` for an event. */
  readonly position: Position | null;
  /** A few words: the event, or whom or what the position is of beside its lane. */
  readonly label: string;
  /** `null` for an event. */
  readonly stance: Stance | null;
  /** Position statement or condition; who took part in an event. */
  readonly detail: string;
  readonly evidence: readonly Id[];
}

export interface TimelineLane {
  readonly title: string;
  /** By day, undated ones first. */
  readonly items: readonly TimelineItem[];
}

/** Events in a lane of their own, first; then a lane an actor or an issue that has any entry. */
export function timelineOf(
  briefing: Briefing,
  by: 'actor' | 'issue',
  nameOfEvents = 'Events'
): readonly TimelineLane[] {
  const actors = namesOf(briefing, 'actor');
  const events = briefing.events
    .map((event): TimelineItem => ({
      id: event.id,
      kind: 'event',
      date: event.date,
      until: event.until,
      position: null,
      label: event.title,
      stance: null,
      detail: event.actors.flatMap((id) => actors.get(id) ?? []).join(', '),
      evidence: event.evidence
    }))
    .sort((a, b) => dayOfItem(a).localeCompare(dayOfItem(b)));
  const lanes = [...namesOf(briefing, by)].map(([lane, title]): TimelineLane => ({
    title,
    items: itemsOf(briefing, by, lane)
  }));
  return [{ title: nameOfEvents, items: events }, ...lanes].filter(({ items }) => items.length > 0);
}

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

function itemsOf(briefing: Briefing, by: 'actor' | 'issue', lane: Id): readonly TimelineItem[] {
  const others = namesOf(briefing, by === 'actor' ? 'issue' : 'actor');
  return briefing.positions
    .filter((position) => position[by] === lane)
    .sort((a, b) => latestFirst(b, a))
    .map((position) => ({
      id: position.id,
      kind: 'position',
      date: dateOfPosition(position),
      until: null,
      position,
      label: others.get(position[by === 'actor' ? 'issue' : 'actor']) ?? '',
      stance: position.stance,
      detail: [
        position.condition && asSentence(capitalised(conditionAfter('If:', position.condition))),
        position.statement
      ]
        .filter(Boolean)
        .join(' '),
      evidence: position.evidence
    }));
}

function namesOf(briefing: Briefing, what: 'actor' | 'issue'): ReadonlyMap<Id, string> {
  return what === 'actor'
    ? new Map(briefing.actors.map(({ id, name }) => [id, name]))
    : new Map(briefing.issues.map(({ id, wording }) => [id, wording]));
}

function dayOfItem({ date }: TimelineItem): string {
  return date === null ? '' : firstDayOf(date);
}
