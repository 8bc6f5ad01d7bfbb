/** Numbers what a reader can look up: every quote that a claim rests on, and every note. */
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/card.js';
import type { Id } from '../base/id.js';
import { historyOf, positionMatrix } from '../ledger/ledger.js';
import { claimsOf } from './profile.js';
import type { Source } from '../briefing/source.js';

/** Where the quote stands; `null` when that card or source has been deleted. */
export type Place =
  | { readonly type: 'card'; readonly card: Card }
  | { readonly type: 'source'; readonly source: Source }
  | null;

export interface Note {
  /** From 1, in the order in which a reader of the document meets them. */
  readonly number: number;
  readonly annotation: Annotation;
  readonly place: Place;
}

/**
 * Bare highlights that no claim rests on stay without a number: they are shown, not cited.
 * `whole` is what the briefing was restricted from, where a quote may stand that is not shown.
 * Order: what the claims of `first` rest on, marks of the cards, cells of the matrix, the rest of the ledger, outcomes, events, figures,
 * marks of the sources.
 */
export function numberNotes(
  briefing: Briefing,
  first: readonly { readonly evidence: readonly Id[] }[] = [],
  whole: Briefing = briefing
): readonly Note[] {
  const byId = new Map(briefing.annotations.map((annotation) => [annotation.id, annotation]));
  const order = new Set<Id>();
  const evidence = new Set(claimsOf(briefing).flatMap((claim) => claim.evidence));
  const cite = (annotation: Annotation) => {
    if (annotation.note.trim() || evidence.has(annotation.id)) order.add(annotation.id);
  };
  const citeEvidence = (claim: { readonly evidence: readonly Id[] } | null) => {
    for (const id of claim?.evidence ?? []) if (byId.has(id)) order.add(id);
  };
  first.forEach(citeEvidence);
  for (const card of briefing.cards) annotationsOf(briefing, card.id).forEach(cite);
  for (const row of positionMatrix(briefing, briefing.date)) row.cells.forEach(citeEvidence);
  for (const { id: issue } of briefing.issues) {
    for (const { id: actor } of briefing.actors) {
      historyOf(briefing.positions, actor, issue).forEach(citeEvidence);
    }
  }
  for (const claim of [...briefing.outcomes, ...briefing.events, ...briefing.figures]) {
    citeEvidence(claim);
  }
  for (const source of briefing.sources) annotationsOf(briefing, source.id).forEach(cite);
  briefing.annotations.forEach(cite);
  return [...order].flatMap((id, index) => {
    const annotation = byId.get(id);
    if (!annotation) return [];
    return {
      number: index + 1,
      annotation,
      place: placeOf(whole, annotation)
    };
  });
}

/** The annotations of one card or source in the order of its text, those without a certain place last. */
export function annotationsOf(briefing: Briefing, target: Id): readonly Annotation[] {
  const start = (a: Annotation) => a.target.selectors.position?.start ?? Infinity;
  return briefing.annotations
    .filter((annotation) => annotation.target.id === target)
    .sort((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b)));
}

export function placeOf(briefing: Briefing, { target }: Annotation): Place {
  const card = briefing.cards.find(({ id }) => id === target.id);
  if (card) return { type: 'card', card };
  const source = briefing.sources.find(({ id }) => id === target.id);
  return source ? { type: 'source', source } : null;
}
