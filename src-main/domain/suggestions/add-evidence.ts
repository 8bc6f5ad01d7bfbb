/** The words of a suggestion as further evidence of an entry that says the same. Pure. */
import type { AnnotationKind } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { changeEvidence } from '../briefing/evidence.js';
import type { Id } from '../base/values.js';
import { enterEvidences, type Ground, sentencePlace } from './enter.js';
import { settle } from './settled.js';
import type { Suggestion } from './suggestion.js';

/**
 * The entry gets the evidence: what it says stays as it was recorded, and nothing supersedes it, since
 * nobody has changed a position. The suggestion is settled as accepted. An entry that is gone leaves the
 * briefing as it is.
 *
 * @param entry a position, statement or figure.
 */
export function addAsEvidence(
  briefing: Briefing,
  suggestion: Suggestion,
  entry: Id,
  ground: Ground
): Briefing {
  const isPosition = briefing.positions.some(({ id }) => id === entry);
  const isOther = [...briefing.statements, ...briefing.figures].some(({ id }) => id === entry);
  if (!isPosition && !isOther) return briefing;
  const kind: AnnotationKind = suggestion.kind === 'figure' ? 'figure' : 'claim';
  const links = isPosition ? [{ type: 'position', id: entry } as const] : [];
  const own = placeOf(suggestion);
  const place = suggestion.kind === 'figure' ? sentencePlace(ground, own) : own;
  const rested = enterEvidences(briefing, ground, place, kind, links);
  const extended = changeEvidence(rested.briefing, (evidence, claim) => {
    const fresh = rested.evidence.filter((id) => !evidence.includes(id));
    return claim === entry && fresh.length > 0 ? [...evidence, ...fresh] : evidence;
  });
  return settle(extended, suggestion, ground.source, 'accepted', ground.now);
}

function placeOf(suggestion: Suggestion) {
  if (suggestion.kind === 'position') return suggestion.position.place;
  return suggestion.kind === 'change' ? suggestion.after.place : suggestion.place;
}
