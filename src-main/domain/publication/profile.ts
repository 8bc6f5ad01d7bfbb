/** Who a document is for, and what such a reader must not be given. */
import { z } from 'zod';
import type { Bundle } from '../bundle.js';

export const Profile = z.enum(['audience', 'full']);
export type Profile = z.infer<typeof Profile>;

/**
 * What may leave the house under a profile.
 *
 * `audience` keeps no private word: no card of kind `note`, no note or tag of an annotation, no
 * highlight that is nothing but the author's own, no full text of a source. The quotes that claims
 * rest on stay, since a claim without its quote cannot be judged; the words around them go.
 */
export function applyProfile(bundle: Bundle, profile: Profile): Bundle {
  if (profile === 'full') return bundle;
  const { briefing } = bundle;
  const cards = briefing.cards.filter(({ kind }) => kind !== 'note');
  const kept = new Set(cards.map(({ id }) => id));
  const evidence = new Set(briefing.positions.flatMap((position) => position.evidence));
  const annotations = briefing.annotations
    .filter(
      ({ id, target }) => evidence.has(id) && (target.type === 'source' || kept.has(target.id))
    )
    .map((annotation) => ({
      ...annotation,
      note: '',
      tags: [],
      target: {
        ...annotation.target,
        selectors: withoutContext(annotation.target.selectors),
        original: withoutContext(annotation.target.original)
      }
    }));
  const cited = new Set(annotations.map(({ id }) => id));
  const positions = briefing.positions.map((position) => ({
    ...position,
    evidence: position.evidence.filter((id) => cited.has(id))
  }));
  return { ...bundle, briefing: { ...briefing, cards, annotations, positions }, texts: {} };
}

function withoutContext<S extends { quote: { exact: string } }>(selectors: S): S {
  return { ...selectors, quote: { ...selectors.quote, prefix: '', suffix: '' } };
}
