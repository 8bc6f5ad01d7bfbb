/** What the tests of the linter read. */
import { type Annotation, newAnnotation } from '../../briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../../briefing/briefing.js';
import type { Id } from '../../base/values.js';
import { type LikelihoodScale, newCard } from '../../briefing/entries.js';
import { type Source, newSource } from '../../briefing/source.js';
import { sourceText } from './lint-cases.js';

export const today = '2025-08-17';
export const hash = 'a'.repeat(64);
export const texts = { [hash]: sourceText };
export const source: Source = newSource({
  title: 'A report',
  published: '2024-03-04',
  text: hash,
  importedAt: '2025-08-17T00:00:00Z'
});

export function briefingWith(body: string, scale: LikelihoodScale = 'icd203'): Briefing {
  return {
    ...emptyBriefing('', new Date(0)),
    likelihoodScale: scale,
    sources: [source],
    cards: [newCard('note', { heading: '', body })]
  };
}

export function annotationOf(id: Id, exact: string, type: 'card' | 'source' = 'card'): Annotation {
  const selectors = { quote: { exact, prefix: '', suffix: '' }, position: null };
  return newAnnotation({ type, id, selectors }, '2025-08-17T00:00:00Z', { kind: 'figure' });
}
