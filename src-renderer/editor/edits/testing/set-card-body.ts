/** The text of a card changed at once, as tests do it; the program settles what was typed. */
import type { Id } from '../../../../src-main/domain/base/values.js';
import type { Briefing } from '../../../../src-main/domain/briefing/briefing.js';
import { carryAnnotations } from '../carry-annotations.js';
import { setCard } from '../edits.js';

/** Carries the card's annotations along; one whose words went becomes an orphan. */
export function setCardBody(briefing: Briefing, id: Id, body: string): Briefing {
  const card = briefing.cards.find((c) => c.id === id);
  if (!card || card.body === body) return briefing;
  const annotations = carryAnnotations(briefing.annotations, card, body);
  return { ...setCard(briefing, id, { body }), annotations };
}
