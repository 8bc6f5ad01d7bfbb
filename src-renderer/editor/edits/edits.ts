/**
 * Every edit of a briefing as a pure function from one state to the next.
 *
 * Copy-on-write: what an edit does not touch keeps its identity, which undo, saving and drawing rest on.
 * No edit of these drops an annotation: that does `domain/evidence.ts`.
 */
import {
  type Actor,
  type Card,
  type CardKind,
  type Issue,
  type Event,
  type EventDetails,
  type LikelihoodScale,
  newCard,
  newOutcome,
  type Outcome
} from '../../../src-main/domain/briefing/entries.js';
import { orphaned, type Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import type { SourceDetails } from '../../../src-main/domain/briefing/source.js';
import { carryAnnotations, placedOnCard, quoteAsMarkdown } from './carry-annotations.js';
import { type LintFinding, dismissalOf } from '../../../src-main/domain/lint/finding.js';
import { editedFields } from '../../../src-main/domain/change/edited-fields.js';
import { keepEntries, mapEntries } from '../../../src-main/domain/base/map-entries.js';
import { mendBriefing } from '../../../src-main/domain/mend/mend-briefing.js';
import { dayUnknown, followSources } from '../../../src-main/domain/sources/day-of-sources.js';
import { joinOrigins } from '../../../src-main/domain/origins/join-origins.js';

export type Details = Partial<
  Pick<Briefing, 'title' | 'marking' | 'date' | 'bottomLine' | 'confidence' | 'language' | 'tags'>
>;

export function setDetails(briefing: Briefing, details: Details): Briefing {
  const names = Object.keys(details) as (keyof Details)[];
  const same = names.every((name) => briefing[name] === details[name]);
  return same ? briefing : { ...briefing, ...details };
}

export function setTimelineTitle(briefing: Briefing, timelineTitle: string): Briefing {
  return briefing.timelineTitle === timelineTitle ? briefing : { ...briefing, timelineTitle };
}

/**
 * Puts a new empty card behind `after`, or last when that is `null` or unknown. By itself it is of the kind that
 * claims least of those that every reader gets.
 */
export function addCard(
  briefing: Briefing,
  after: Id | null,
  kind: CardKind = 'context',
  id = newId()
): Briefing {
  const at = briefing.cards.findIndex((card) => card.id === after);
  const index = at < 0 ? briefing.cards.length : at + 1;
  return { ...briefing, cards: briefing.cards.toSpliced(index, 0, newCard(kind, { id })) };
}

export function setCard(briefing: Briefing, id: Id, patch: Partial<Omit<Card, 'id'>>): Briefing {
  return { ...briefing, cards: replace(briefing.cards, id, patch) };
}

/** The card's annotations stay, as orphans: positions may rest on them. */
export function removeCard(briefing: Briefing, id: Id): Briefing {
  const annotations = briefing.annotations.map((annotation) =>
    annotation.target.id === id ? orphaned(annotation) : annotation
  );
  return { ...briefing, cards: briefing.cards.filter((card) => card.id !== id), annotations };
}

/** Moves a card to `index`, counted among the cards without it; out-of-range ends at the edge. */
export function moveCard(briefing: Briefing, id: Id, index: number): Briefing {
  const cards = moved(briefing.cards, id, index);
  return cards === briefing.cards ? briefing : { ...briefing, cards };
}

/** Moves sources, in the order that they have, before another one; `null` for the end. */
export function moveSources(briefing: Briefing, ids: readonly Id[], before: Id | null): Briefing {
  const staying = briefing.sources.filter(({ id }) => !ids.includes(id));
  const at = before === null ? staying.length : staying.findIndex(({ id }) => id === before);
  if (at < 0) return briefing;
  const moving = briefing.sources.filter(({ id }) => ids.includes(id));
  const sources = staying.toSpliced(at, 0, ...moving);
  const isSame = sources.every((source, i) => source === briefing.sources[i]);
  return isSame ? briefing : { ...briefing, sources };
}

/** A version shares the origin of the one before. */
export function setSource(briefing: Briefing, id: Id, patch: Partial<SourceDetails>): Briefing {
  const sources = replace(briefing.sources, id, patch);
  const set = withoutUnknownDay(briefing, followSources(briefing, { ...briefing, sources }));
  return patch.updates ? joinOrigins(set, [id, patch.updates]) : set;
}

/** Once each source has a day, what a draft said of a missing one goes, with a card that says nothing else. */
function withoutUnknownDay(before: Briefing, after: Briefing): Briefing {
  const lacksDay = ({ sources }: Briefing) => sources.some(({ published }) => published === null);
  if (!lacksDay(before) || lacksDay(after)) return after;
  return after.cards.reduce((briefing, card) => {
    const lines = card.body.split('\n');
    const kept = lines.filter((line) => !line.startsWith(`- ${dayUnknown}`));
    if (kept.length === lines.length) return briefing;
    const body = kept.join('\n');
    if (body.trim() === '') return removeCard(briefing, card.id);
    const annotations = carryAnnotations(briefing.annotations, card, body);
    return { ...setCard(briefing, card.id, { body }), annotations };
  }, after);
}

export function addAnnotation(briefing: Briefing, annotation: Annotation): Briefing {
  return { ...briefing, annotations: [...briefing.annotations, annotation] };
}

export function setAnnotation(
  briefing: Briefing,
  id: Id,
  patch: Partial<Pick<Annotation, 'kind' | 'note' | 'tags' | 'target'>>,
  now = new Date()
): Briefing {
  const modifiedAt = now.toISOString();
  return { ...briefing, annotations: replace(briefing.annotations, id, { ...patch, modifiedAt }) };
}

/** Gives an orphan's words a card of their own behind the card that it was on, or last, and puts it there. */
export function keepAsCard(briefing: Briefing, id: Id, cardId = newId()): Briefing {
  const annotation = briefing.annotations.find((a) => a.id === id);
  if (!annotation) return briefing;
  const body = quoteAsMarkdown(annotation.target.selectors.quote.exact);
  const withCard = addCard(briefing, annotation.target.id, 'note', cardId);
  const cards = replace(withCard.cards, cardId, { heading: 'Kept words', body });
  const moved = placedOnCard(annotation, cardId, body);
  return { ...withCard, cards, annotations: replace(withCard.annotations, id, moved) };
}

export function addActor(briefing: Briefing, actor: Actor): Briefing {
  return { ...briefing, actors: [...briefing.actors, actor] };
}

export function setActor(briefing: Briefing, id: Id, patch: Partial<Omit<Actor, 'id'>>): Briefing {
  return { ...briefing, actors: replace(briefing.actors, id, patch) };
}

export function addIssue(briefing: Briefing, issue: Issue): Briefing {
  return { ...briefing, issues: [...briefing.issues, issue] };
}

export function setIssue(briefing: Briefing, id: Id, patch: Partial<Omit<Issue, 'id'>>): Briefing {
  return { ...briefing, issues: replace(briefing.issues, id, patch) };
}

/** The steps stay; only their words change, everywhere at once. */
export function setScale(briefing: Briefing, likelihoodScale: LikelihoodScale): Briefing {
  return briefing.likelihoodScale === likelihoodScale ? briefing : { ...briefing, likelihoodScale };
}

export function addOutcome(briefing: Briefing, statement: string, id = newId()): Briefing {
  return { ...briefing, outcomes: [...briefing.outcomes, newOutcome(statement, [], id)] };
}

export function setOutcome(
  briefing: Briefing,
  id: Id,
  patch: Partial<Omit<Outcome, 'id'>>
): Briefing {
  return { ...briefing, outcomes: replace(briefing.outcomes, id, patch) };
}

/** With the key judgements that are about it. */
export function removeOutcome(briefing: Briefing, id: Id): Briefing {
  return {
    ...briefing,
    outcomes: briefing.outcomes.filter((outcome) => outcome.id !== id),
    keyJudgements: keepEntries(briefing.keyJudgements, ({ about }) => about !== id)
  };
}

/** The finding stays away until its words change. */
export function dismissFinding(
  briefing: Briefing,
  finding: LintFinding,
  now = new Date()
): Briefing {
  return { ...briefing, dismissals: [...briefing.dismissals, dismissalOf(finding, now)] };
}

/** All that were dismissed are shown again. */
export function recallFindings(briefing: Briefing): Briefing {
  return { ...briefing, dismissals: briefing.dismissals.filter(({ of }) => of !== 'finding') };
}

export function addEvent(briefing: Briefing, event: EventDetails, id = newId()): Briefing {
  return { ...briefing, events: [...briefing.events, { id, ...event, by: null }] };
}

export function removeEvent(briefing: Briefing, id: Id): Briefing {
  return { ...briefing, events: briefing.events.filter((event) => event.id !== id) };
}

/** @param begun the event when it was opened to be edited: what others changed since stays. */
export function setEvent(briefing: Briefing, begun: Event, event: EventDetails): Briefing {
  const events = mapEntries(briefing.events, (each) =>
    each.id === begun.id ? editedFields<Event, EventDetails>(each, begun, event) : each
  );
  return { ...briefing, events };
}

/**
 * What superseded it supersedes what it did; its annotations stay. What was about it alone goes, such as a key
 * judgement or a dismissal.
 */
export function removePosition(briefing: Briefing, id: Id): Briefing {
  const gone = briefing.positions.find((each) => each.id === id);
  if (!gone) return briefing;
  const positions = briefing.positions
    .filter((each) => each !== gone)
    .map((each) => {
      if (!each.supersedes.includes(id)) return each;
      const others = each.supersedes.filter((other) => other !== id);
      return { ...each, supersedes: [...new Set([...others, ...gone.supersedes])] };
    });
  return mendBriefing({ ...briefing, positions }).briefing;
}

/** Its annotations stay. */
export function removeStatement(briefing: Briefing, id: Id): Briefing {
  return { ...briefing, statements: briefing.statements.filter((each) => each.id !== id) };
}

export function removeFigure(briefing: Briefing, id: Id): Briefing {
  return { ...briefing, figures: briefing.figures.filter((figure) => figure.id !== id) };
}

function replace<T extends { readonly id: Id }>(
  entries: readonly T[],
  id: Id,
  patch: Partial<NoInfer<T>>
): readonly T[] {
  return entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry));
}

function moved<T extends { readonly id: Id }>(
  entries: readonly T[],
  id: Id,
  index: number
): readonly T[] {
  const entry = entries.find((one) => one.id === id);
  if (!entry) return entries;
  const rest = entries.filter((one) => one.id !== id);
  const to = Math.max(0, Math.min(index, rest.length));
  return entries[to] === entry ? entries : rest.toSpliced(to, 0, entry);
}
