/** What the steps found → the suggestions of a Draft: spans, identifiers, and only what is sure enough to show. */
import { type Draft, toSpan } from '../domain/suggestions/draft.js';
import { distinctNames } from '../domain/text/fold-name.js';
import type { FoundActor, FoundMention } from './actors/actor.js';
import type { FindActor } from './actors/find-actors.js';
import { seats } from './actors/name-words.js';
import type { FoundAttribution } from './attributions/find-attributions.js';
import { isGoverned } from './attributions/tells-something.js';
import type { Answering } from './attributions/interviews.js';
import { saidApart, timeOf } from './facts/day-of-saying.js';
import type { FoundDate } from './facts/find-dates.js';
import type { FoundEvent } from './facts/find-events.js';
import type { FoundFigure } from './facts/find-figures.js';
import type { FoundChange } from './positions/find-changes.js';
import type { FoundPosition } from './positions/find-positions.js';
import type { FoundTopic } from './positions/find-topics.js';
import type { Range } from '../domain/text/range.js';

/** Below it a suggestion costs the person more than it gives. */
const shown = 0.5;
/** The most of what is not sure: no more than possible. */
const mostUnsure = 0.8;

export interface FoundInArticle {
  readonly actors: readonly FoundActor[];
  readonly attributions: readonly FoundAttribution[];
  /** Those that are no statement, or whose words tell nothing by themselves. */
  readonly fragments?: ReadonlySet<FoundAttribution>;
  readonly positions: readonly FoundPosition[];
  readonly changes: readonly FoundChange[];
  readonly figures: readonly FoundFigure[];
  readonly dates: readonly FoundDate[];
  readonly events: readonly FoundEvent[];
  readonly constraints: readonly Range[];
  readonly outcomes: readonly Range[];
  readonly topics: readonly FoundTopic[];
  /** `null` for a text that is no interview. */
  readonly answering: Answering | null;
  /** `null` where the text does not say on which day it was held, or is no interview. */
  readonly held: Range | null;
  readonly findActor: FindActor;
}

type Suggestions = Pick<
  Draft,
  | 'actors'
  | 'attributions'
  | 'positions'
  | 'positionChanges'
  | 'figures'
  | 'dates'
  | 'events'
  | 'constraints'
  | 'outcomes'
  | 'topics'
  | 'answers'
  | 'held'
>;

export function toSuggestions(text: string, found: FoundInArticle): Suggestions {
  const span = (range: Range) => toSpan(text, range);
  const { answers = [], views = [] } = found.answering ?? {};
  const surePositions = found.positions.filter(({ confidence }) => confidence >= shown);
  const carrying = new Set(surePositions.flatMap(({ attribution }) => attribution ?? []));
  const attributions = found.attributions.filter(
    (attribution) => attribution.confidence >= shown || carrying.has(attribution)
  );
  const speakers = new Set([
    ...attributions.map(({ source, meant = source }) => found.findActor(meant)),
    ...found.positions.map(({ actor }) => actor),
    found.answering?.answerer
  ]);
  const actors = found.actors.filter(
    (actor) => speakers.has(actor) || confidenceOf(actor) >= shown
  );
  const actorIds = numbered('a', actors);
  const attributionIds = numbered('q', attributions);
  const positions = surePositions.filter(({ actor }) => actorIds.has(actor));
  const positionIds = numbered('p', positions);
  const actorOf = (range: Range | null) => idOf(actorIds, found.findActor(range));
  const speakerIds = new Map(
    positions.flatMap(({ attribution, actor }) =>
      attribution ? [[attribution, idOf(actorIds, actor)] as const] : []
    )
  );
  // A capital speaks for its state; whose stance is told by somebody else has not said it.
  const speakerOf = (attribution: FoundAttribution) => {
    const { source, meant = source } = attribution;
    const holder = speakerIds.get(attribution);
    const isItsOwn = !source || Object.hasOwn(seats, text.slice(source.start, source.end));
    return (isItsOwn ? holder : undefined) ?? actorOf(meant);
  };
  /** Where somebody nearer may be meant, or the day is not known, it is no more than possible. */
  const sureOf = (
    confidence: number,
    { source, cue }: Partial<Pick<FoundAttribution, 'source' | 'cue'>> = {}
  ) => {
    const speaker = found.findActor(source ?? null)?.mentions;
    const isUnsure =
      speaker?.some(
        ({ unsure, start, end }) => unsure && start === source?.start && end === source.end
      ) ||
      (cue && saidApart(text, cue, found.dates)?.apart === null);
    return isUnsure ? Math.min(confidence, mostUnsure) : confidence;
  };
  const answerer = answers.length > 0 ? idOf(actorIds, found.answering?.answerer ?? null) : null;
  return {
    actors: actors.map((actor) => toActor(text, actor, actorIds.get(actor) ?? '')),
    attributions: attributions.map((attribution) => ({
      id: attributionIds.get(attribution) ?? '',
      source: attribution.source && span(attribution.source),
      cue: attribution.cue && span(attribution.cue),
      content: attribution.content.map(span),
      actor: speakerOf(attribution),
      time: timeOf(text, attribution, found.dates),
      kind: attribution.kind,
      nested: attribution.nested,
      ...(attribution.meant && { meant: span(attribution.meant) }),
      ...(isGoverned(text, attribution) && { governed: true as const }),
      hedges: [...attribution.hedges],
      rule: attribution.rule,
      confidence: sureOf(attribution.confidence, attribution),
      ...(found.fragments?.has(attribution) && { fragment: true as const })
    })),
    positions: positions.map((position) => ({
      id: positionIds.get(position) ?? '',
      actor: actorIds.get(position.actor) ?? '',
      issue: position.issue,
      stance: position.stance,
      statement: position.statement,
      evidence: span(position.evidence),
      attribution: (position.attribution && attributionIds.get(position.attribution)) ?? null,
      time: timeOf(text, tellingOf(position), found.dates),
      why: [...position.why],
      confidence: sureOf(position.confidence, position.attribution ?? undefined)
    })),
    positionChanges: found.changes
      .filter(({ before, after }) => positionIds.has(before) && positionIds.has(after))
      .map(({ marker, actor, before, after, confidence }) => ({
        marker: span(marker),
        actor: actorIds.get(actor) ?? '',
        issue: before.issue,
        before: positionIds.get(before) ?? '',
        after: positionIds.get(after) ?? '',
        confidence
      })),
    figures: toFigures(text, found.figures),
    dates: found.dates.map(({ start, end, value, anchor, apart = null }) => ({
      ...span({ start, end }),
      value: apart ?? value,
      anchor: apart === null ? anchor : 'article-date'
    })),
    events: found.events.map((event) => ({
      ...span(event),
      date: event.date && span(event.date),
      future: event.future,
      participants: participantsOf(event, actors).flatMap((actor) => actorIds.get(actor) ?? [])
    })),
    constraints: found.constraints.map(span),
    outcomes: found.outcomes.map(span),
    topics: found.topics.map(({ wording, ...range }) => ({ ...span(range), wording })),
    ...(answerer !== null && {
      answers: { actor: answerer, spans: answers.map(span), views: views.map(span) }
    }),
    ...(found.held && { held: span(found.held) })
  };
}

export function toFigures(text: string, figures: readonly FoundFigure[]): Draft['figures'] {
  return figures
    .filter(({ confidence }) => confidence >= shown)
    .map(({ start, end, ...figure }) => ({ ...toSpan(text, { start, end }), ...figure }));
}

function toActor(text: string, actor: FoundActor, id: string): Draft['actors'][number] {
  const asPrinted = (name: string) => inPrintOf(text, actor, name);
  const names = actor.mentions.flatMap(({ name, kind }) =>
    name && kind !== 'group' ? [name] : []
  );
  const [name = '', ...aliases] = distinctNames([actor.name, ...names].map(asPrinted));
  return {
    id,
    type: actor.type,
    name,
    aliases: [...aliases],
    titles: [...actor.titles],
    mentions: actor.mentions.map(({ start, end, kind }) => ({
      ...toSpan(text, { start, end }),
      kind
    })),
    confidence: confidenceOf(actor)
  };
}

function confidenceOf({ type, sure, mentions }: FoundActor): number {
  if (type === 'unknown') return mentions.length > 1 ? 0.5 : 0.4;
  if (type === 'group') return 0.8;
  const again = mentions.length > 1 ? 0.1 : 0;
  return Math.round(((sure ? 0.84 : 0.6) + again) * 100) / 100;
}

/** Names are read with plain apostrophes and shown with those of the article. */
function inPrintOf(text: string, { mentions }: FoundActor, name: string): string {
  if (!name.includes("'")) return name;
  const mention = mentions.find((other) => other.name === name);
  const printed = mention ? text.slice(mention.start, mention.end) : '';
  return printed.includes('’') ? name.replaceAll("'", '’') : name;
}

/** Where a position is told: by whoever says it, else by the writer. */
function tellingOf({ attribution, cue }: FoundPosition): Pick<FoundAttribution, 'cue' | 'content'> {
  return attribution ?? { cue, content: [] };
}

/** Named in the event's own words: not the agency of the dateline, a country in which it was, half of another name. */
function participantsOf(event: FoundEvent, actors: readonly FoundActor[]): FoundActor[] {
  return actors.filter(
    ({ type, mentions }) =>
      /^(?:person|state|organisation|group)$/.test(type) &&
      mentions.some(
        (mention) =>
          event.start <= mention.start &&
          mention.end <= event.end &&
          !isModifier(mention) &&
          !(type === 'state' && isWhere(mention))
      )
  );
}

/** “the Cerro Blanco mine” */
function isModifier({ sentence: { tokens }, last }: FoundMention): boolean {
  return (
    tokens[last + 1]?.pos === 'NOUN' ||
    (tokens[last + 1]?.text === '-' && tokens[last + 1]?.start === tokens[last]?.end)
  );
}

/** “in France” */
function isWhere({ sentence: { tokens }, first }: FoundMention): boolean {
  const at = /^(?:the|southern|northern|eastern|western|central)$/.test(
    tokens[first - 1]?.lower ?? ''
  )
    ? first - 2
    : first - 1;
  return /^(?:in|at|near|across|around|outside|inside|throughout)$/.test(tokens[at]?.lower ?? '');
}

function numbered<T>(letter: string, items: readonly T[]): ReadonlyMap<T, string> {
  return new Map(items.map((item, i) => [item, `${letter}${i + 1}`]));
}

function idOf<T>(ids: ReadonlyMap<T, string>, item: T | null): string | null {
  return item === null ? null : (ids.get(item) ?? null);
}
