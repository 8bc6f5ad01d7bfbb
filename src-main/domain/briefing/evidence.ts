/** What rests on annotations: positions, statements, events, figures and outcomes alike, here called claims. Pure. */
import type { Briefing } from './briefing.js';
import type { Id, PartialDate } from '../base/values.js';
import { keepEntries, mapEntries } from '../base/map-entries.js';
import { countedByKey } from '../text/joined-words.js';

const claimWords = {
  positions: 'position',
  statements: 'statement',
  events: 'event',
  figures: 'figure',
  outcomes: 'outcome'
} as const;
const claimLists = Object.keys(claimWords) as (keyof typeof claimWords)[];
/** The lists of a briefing whose entries have evidence. */
export type Claims = Pick<Briefing, keyof typeof claimWords>;
type Claim = Claims[keyof Claims][number];

/** Everything that rests on evidence. */
export function entriesWithEvidence(claims: Claims): readonly Claim[] {
  return claimLists.flatMap((name): readonly Claim[] => claims[name]);
}

/** `change` gets each claim's id and evidence. What it leaves alone keeps its identity, up to the briefing. */
export function changeEvidence(
  briefing: Briefing,
  change: (evidence: readonly Id[], claim: Id) => readonly Id[]
): Briefing {
  const altered = <T extends Claim>(claim: T): T => {
    const evidence = change(claim.evidence, claim.id);
    return evidence === claim.evidence ? claim : { ...claim, evidence };
  };
  const next = {
    positions: mapEntries(briefing.positions, altered),
    statements: mapEntries(briefing.statements, altered),
    events: mapEntries(briefing.events, altered),
    figures: mapEntries(briefing.figures, altered),
    outcomes: mapEntries(briefing.outcomes, altered)
  };
  return claimLists.every((name) => next[name] === briefing[name])
    ? briefing
    : { ...briefing, ...next };
}

/** The annotation goes, and every claim that rested on it loses it as evidence. */
export function removeAnnotation(briefing: Briefing, id: Id): Briefing {
  const annotations = keepEntries(briefing.annotations, (annotation) => annotation.id !== id);
  if (annotations === briefing.annotations) return briefing;
  return changeEvidence({ ...briefing, annotations }, (evidence) =>
    keepEntries(evidence, (each) => each !== id)
  );
}

/** What rests on each annotation, in words such as “1 position, 2 figures”. */
export function whatRests(claims: Claims): ReadonlyMap<Id, string> {
  return countedByKey(
    claimLists.map((name) => [
      claims[name].flatMap(({ evidence }) => [...new Set(evidence)]),
      claimWords[name]
    ])
  );
}

/** How many claims rest on this annotation and on nothing else. */
export function restingOnlyOn(claims: Claims, id: Id): number {
  return entriesWithEvidence(claims).filter(
    ({ evidence }) => evidence.length > 0 && evidence.every((each) => each === id)
  ).length;
}

/** When the earliest of the sources was published that hold these words; `null` where none says. */
export function firstPublished(
  { annotations, sources }: Pick<Briefing, 'annotations' | 'sources'>,
  evidence: readonly Id[]
): PartialDate | null {
  const holding = new Set(
    annotations.flatMap(({ id, target }) => (evidence.includes(id) ? [target.id] : []))
  );
  const days = sources.flatMap(({ id, published }) => {
    return holding.has(id) && published ? [published] : [];
  });
  return days.sort()[0] ?? null;
}
