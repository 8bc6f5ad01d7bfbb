/** The words of a suggestion as further evidence of an entry that says the same. Pure. */
import type { AnnotationKind } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Position } from '../briefing/entries.js';
import { mapEntries } from '../base/map-entries.js';
import { type Id, newId } from '../base/values.js';
import { enterEvidences, type Ground } from './enter.js';
import { settle } from './settled.js';
import type { Suggestion } from './suggestion.js';

/**
 * An entry of the ledger is never changed: one like it, which has this evidence too, supersedes it, as a
 * correction does, and counts from the same day. A statement or figure gets the evidence itself. The
 * suggestion is settled as accepted. An entry that is gone leaves the briefing as it is.
 *
 * @param entry a position, statement or figure.
 */
export function addAsEvidence(
  briefing: Briefing,
  suggestion: Suggestion,
  entry: Id,
  ground: Ground
): Briefing {
  const position = briefing.positions.find(({ id }) => id === entry);
  const isKnown =
    position !== undefined ||
    [...briefing.statements, ...briefing.figures].some(({ id }) => id === entry);
  if (!isKnown) return briefing;
  const rested = position
    ? onPosition(briefing, suggestion, position, ground)
    : onOther(briefing, suggestion, entry, ground);
  return settle(rested, suggestion, ground.source, 'accepted', ground.now);
}

function onPosition(
  briefing: Briefing,
  suggestion: Suggestion,
  position: Position,
  ground: Ground
): Briefing {
  const id = newId();
  const { evidence, ...rested } = enterEvidences(briefing, ground, placeOf(suggestion), 'claim', [
    { type: 'position', id }
  ]);
  if (evidence.every((each) => position.evidence.includes(each))) return briefing;
  const contesting = briefing.positions.filter(({ contested }) => contested.includes(position.id));
  const next: Position = {
    ...position,
    id,
    evidence: [...position.evidence, ...evidence],
    supersedes: [position.id],
    contested: [...new Set([...position.contested, ...contesting.map((each) => each.id)])],
    recordedAt: ground.now.toISOString(),
    by: null
  };
  return { ...rested.briefing, positions: [...rested.briefing.positions, next] };
}

function onOther(briefing: Briefing, suggestion: Suggestion, entry: Id, ground: Ground): Briefing {
  const kind: AnnotationKind = suggestion.kind === 'figure' ? 'figure' : 'claim';
  const rested = enterEvidences(briefing, ground, placeOf(suggestion), kind);
  const extend = <T extends { readonly id: Id; readonly evidence: readonly Id[] }>(each: T): T => {
    const fresh = rested.evidence.filter((id) => !each.evidence.includes(id));
    return each.id === entry && fresh.length > 0
      ? { ...each, evidence: [...each.evidence, ...fresh] }
      : each;
  };
  return {
    ...rested.briefing,
    statements: mapEntries(rested.briefing.statements, extend),
    figures: mapEntries(rested.briefing.figures, extend)
  };
}

function placeOf(suggestion: Suggestion) {
  if (suggestion.kind === 'position') return suggestion.position.place;
  return suggestion.kind === 'change' ? suggestion.after.place : suggestion.place;
}
