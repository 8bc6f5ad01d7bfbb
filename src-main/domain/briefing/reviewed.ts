/** Which parts of a briefing a draft made and nobody has confirmed. Pure. */
import type { Briefing } from './briefing.js';
import type { Id } from '../base/values.js';

type Parts = Pick<Briefing, 'bottomLine' | 'bottomLineReviewed' | 'cards'>;

/** A bottom line without words says nothing that could be confirmed. */
export function isBottomLineUnreviewed({ bottomLine, bottomLineReviewed }: Parts): boolean {
  return !bottomLineReviewed && bottomLine.trim() !== '';
}

/** How many parts are unreviewed: cards, and the bottom line. */
export function countUnreviewed(briefing: Parts): number {
  const cards = briefing.cards.filter(({ reviewed }) => !reviewed).length;
  return cards + (isBottomLineUnreviewed(briefing) ? 1 : 0);
}

/** The bottom line, or the card of that id, is confirmed. What is confirmed already stays as it is. */
export function confirmPart(briefing: Briefing, part: Id | 'bottom-line'): Briefing {
  if (part === 'bottom-line') {
    return briefing.bottomLineReviewed ? briefing : { ...briefing, bottomLineReviewed: true };
  }
  if (briefing.cards.every(({ id, reviewed }) => id !== part || reviewed)) return briefing;
  const cards = briefing.cards.map((card) =>
    card.id === part ? { ...card, reviewed: true } : card
  );
  return { ...briefing, cards };
}
