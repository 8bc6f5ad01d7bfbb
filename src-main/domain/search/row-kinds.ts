/** What a search can find a thing in: one row of the index a card, note and source, and one for each smaller part. */
import { cardKinds } from '../briefing/card.js';

const parts = [
  'title',
  'bottom line',
  'tag',
  'actor',
  'issue',
  'position',
  'event',
  'figure',
  'outcome',
  'annotation',
  'source'
] as const;

/** Their order is part of the index: a change needs a new `indexVersion`. */
export const rowKinds = [...parts, ...cardKinds.map((kind) => `card: ${kind}` as const)] as const;
export type RowKind = (typeof rowKinds)[number];

/** What `kind:` can ask for. */
export const kindNames: readonly string[] = [...new Set(['card', 'note', ...cardKinds, ...parts])];

/** The kinds of row that a name of `kindNames` means: a note is a card of that kind, and what was written on words. */
export function kindsNamed(name: string): readonly RowKind[] {
  return rowKinds.filter(
    (kind) =>
      kind === name ||
      kind === `card: ${name}` ||
      (name === 'card' && kind.startsWith('card: ')) ||
      (kind === 'annotation' && (name === 'note' || name === 'quote'))
  );
}
