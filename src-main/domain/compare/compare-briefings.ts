/** What differs between two briefings. Entries are matched by identity first, then by what makes them alike; texts are told apart word by word. */
import type { Event, Figure, Outcome, Card } from '../briefing/entries.js';
import { sameName } from '../text/fold-name.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Source } from '../briefing/source.js';
import { figuresSettled } from '../ledger/held-stances.js';
import { diffWords, type DiffPiece } from '../text/word-diff.js';
import { asOfDay, type Side } from './sides.js';
import { comparePageOne } from './compare-page-one.js';
import { comparePositions } from './compare-positions.js';
import type { ComparedSide, Comparison, EntryChange, CardChange } from './comparison.js';
import { longestRise } from '../base/longest-rise.js';
import type { Id } from '../base/values.js';

export type { Side } from './sides.js';

/**
 * From the earlier to the later one. Entries are matched by id, then by name: so copies, and
 * briefings that know nothing of each other, can be compared too. With days, each side counts only
 * what is known of that day; cards and outcomes carry no day and are compared as they stand.
 */
export function compareBriefings(before: Side, after: Side): Comparison {
  const [was, is] = [asOfDay(before.briefing, before.day), asOfDay(after.briefing, after.day)];
  const sides = [
    { briefing: was, day: before.day },
    { briefing: is, day: after.day }
  ] as const;
  return {
    before: describeSide(before),
    after: describeSide(after),
    title: wordsChanged(was.title, is.title),
    bottomLine: wordsChanged(was.bottomLine, is.bottomLine),
    pageOne: comparePageOne(was, is),
    cards: compareCards(was.cards, is.cards),
    ...comparePositions(...sides),
    figures: asCorrections(
      compareEntries(was.figures, is.figures, measureAlike, sameFigure),
      after.briefing
    ),
    events: compareEntries(was.events, is.events, titleAlike, sameEvent),
    outcomes: compareEntries(was.outcomes, is.outcomes, statementAlike, (a, b) =>
      sameOutcome(a, b, was.likelihoodScale === is.likelihoodScale)
    ),
    sources: compareEntries(was.sources, is.sources, textAlike, sameSource)
  };
}

function describeSide({ briefing, day, writtenBy = null, version = null }: Side): ComparedSide {
  const { id, title, likelihoodScale } = briefing;
  return { id, title, day, writtenBy, version, likelihoodScale };
}

function wordsChanged(before: string, after: string): readonly DiffPiece[] | null {
  return before === after ? null : diffWords(before, after);
}

/** A new figure that corrects another, or took its place, is a change of that one, which is not told beside it where it is new as well. */
function asCorrections(
  changes: readonly EntryChange<Figure>[],
  { figures, dismissals }: Briefing
): readonly EntryChange<Figure>[] {
  const corrections = figuresSettled(dismissals);
  const corrected = new Map(corrections.map(({ older, newer }) => [newer, older]));
  const isOlder = new Set(corrections.map(({ older }) => older));
  return changes.flatMap((change) => {
    const { kind, after } = change;
    if (kind !== 'added' || !after) return [change];
    const before = figures.find(({ id }) => id === corrected.get(after.id));
    if (before) return [{ kind: 'changed', before, after }];
    return isOlder.has(after.id) ? [] : [change];
  });
}

function measureAlike(a: Figure, b: Figure): boolean {
  if (a.measures === '' || b.measures === '') return a.wording === b.wording && a.unit === b.unit;
  return sameName(a.measures, b.measures) && a.unit === b.unit;
}

function sameFigure(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.unit === b.unit && a.wording === b.wording && a.date === b.date;
}

function titleAlike(a: Event, b: Event): boolean {
  return sameName(a.title, b.title);
}

function sameEvent(a: Event, b: Event): boolean {
  return a.title === b.title && a.date === b.date && a.until === b.until;
}

function statementAlike(a: Outcome, b: Outcome): boolean {
  return sameName(a.statement, b.statement);
}

function sameOutcome(a: Outcome, b: Outcome, oneScale: boolean): boolean {
  return (
    a.statement === b.statement &&
    a.likelihood === b.likelihood &&
    (oneScale || a.likelihood === null) &&
    a.confidence === b.confidence &&
    a.horizon === b.horizon
  );
}

function textAlike(a: Source, b: Source): boolean {
  return a.text === b.text;
}

function sameSource(a: Source, b: Source): boolean {
  return (
    a.text === b.text &&
    a.reliability === b.reliability &&
    a.credibility === b.credibility &&
    a.title === b.title
  );
}

/** In the later list's order, then what was removed. `isSame` says whether two counterparts read alike. */
function compareEntries<T extends { readonly id: Id }>(
  before: readonly T[],
  after: readonly T[],
  isAlike: Alike<T>,
  isSame: Alike<T>
): readonly EntryChange<T>[] {
  const matches = matchEntries(before, after, isAlike);
  const origins = new Map([...matches].map(([was, is]) => [is, was]));
  const kept = after.flatMap((is): EntryChange<T>[] => {
    const was = origins.get(is);
    if (!was) return [{ kind: 'added', before: null, after: is }];
    return isSame(was, is) ? [] : [{ kind: 'changed', before: was, after: is }];
  });
  const gone = before
    .filter((was) => !matches.has(was))
    .map((was): EntryChange<T> => ({ kind: 'removed', before: was, after: null }));
  return [...kept, ...gone];
}

/** Of the words of two cards, what both must have to be the same card written anew. */
const leastShared = 0.5;

function compareCards(before: readonly Card[], after: readonly Card[]): readonly CardChange[] {
  const words = new Map([...before, ...after].map((card) => [card, wordsOf(card)]));
  const matches = matchEntries(
    before,
    after,
    (a, b) => a.heading !== '' && sameName(a.heading, b.heading),
    (a, b) => a.body !== '' && a.body === b.body,
    (a, b) => sharedPart(words.get(a)!, words.get(b)!) >= leastShared
  );
  const origins = new Map([...matches].map(([was, is]) => [is, was]));
  const places = after.flatMap((card) => {
    const was = origins.get(card);
    return was ? [before.indexOf(was)] : [];
  });
  const inPlace = new Set(longestRise(places, (place) => place));

  const changes: CardChange[] = [];
  const told = new Set<Card>();
  const tellGone = (upTo: number) => {
    for (const card of before.slice(0, upTo)) {
      if (matches.has(card) || told.has(card)) continue;
      told.add(card);
      changes.push(changeOf(card, null, false));
    }
  };
  for (const card of after) {
    const was = origins.get(card) ?? null;
    const at = was ? before.indexOf(was) : -1;
    const moved = was !== null && !inPlace.has(at);
    // A card that moved does not say where what stood before it has gone.
    if (was && !moved) tellGone(at);
    const isSame =
      was?.heading === card.heading && was.body === card.body && was.kind === card.kind;
    if (moved || !isSame) changes.push(changeOf(was, card, moved));
  }
  tellGone(before.length);
  return changes;
}

function changeOf(before: Card | null, after: Card | null, moved: boolean): CardChange {
  return {
    kind: !before ? 'added' : !after ? 'removed' : 'changed',
    before,
    after,
    moved,
    heading: diffWords(before?.heading ?? '', after?.heading ?? ''),
    body: diffWords(before?.body ?? '', after?.body ?? '')
  };
}

function wordsOf({ body }: Card): ReadonlySet<string> {
  return new Set(body.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / Math.max(one.size, other.size);
}

interface Identified {
  readonly id: Id;
}

/** Asked in turn: a later test only sees what the earlier ones left over. */
type Alike<T> = (before: T, after: T) => boolean;

/** The counterpart among `after` for those of `before` that have one. No entry is counterpart twice. */
function matchEntries<T extends Identified>(
  before: readonly T[],
  after: readonly T[],
  ...tests: readonly Alike<T>[]
): ReadonlyMap<T, T> {
  const byId = new Map(after.map((entry) => [entry.id, entry]));
  const matches = new Map<T, T>();
  const taken = new Set<T>();
  const match = (entry: T, found: T | undefined) => {
    if (!found || taken.has(found)) return;
    matches.set(entry, found);
    taken.add(found);
  };
  for (const entry of before) match(entry, byId.get(entry.id));
  for (const isAlike of tests) {
    for (const entry of before) {
      if (matches.has(entry)) continue;
      match(
        entry,
        after.find((other) => !taken.has(other) && isAlike(entry, other))
      );
    }
  }
  return matches;
}
