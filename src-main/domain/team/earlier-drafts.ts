/** Clash cards that a change makes needless, since it goes on from the very words that they keep. Pure. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/entries.js';

/**
 * Cards that tell what `author` wrote in a place, where a clash that a later change of the same person has
 * `made` began with these very words: what became of them stands there, or is told by the new card, which
 * tells the words themselves as well. Annotated ones are left out.
 */
export function earlierDrafts(
  { cards, annotations }: Briefing,
  made: readonly Card[],
  author: string
): readonly Id[] {
  const begun = new Set(made.flatMap((card) => placeWith(card, card.clash?.was ?? null) ?? []));
  if (begun.size === 0 || author === '') return [];
  const annotated = new Set(annotations.map(({ target }) => target.id));
  return cards.flatMap((card) => {
    const { id, clash } = card;
    const draft = placeWith(card, clash?.other.words ?? null);
    const isHers =
      clash?.other.by.every(({ name }) => name === author) && clash.other.by.length > 0;
    const isFree = !annotated.has(id) && made.every((each) => each.id !== id);
    return draft !== null && begun.has(draft) && isHers && isFree ? [id] : [];
  });
}

function placeWith({ clash }: Card, words: string | null): string | null {
  return clash && words !== null
    ? JSON.stringify([clash.list, clash.entry, clash.path, words])
    : null;
}
