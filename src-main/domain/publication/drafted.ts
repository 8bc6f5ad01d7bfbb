/** What a document says of its cards that a draft made, and of who has reviewed them. Pure. */
import type { Card } from '../briefing/entries.js';
import {
  draftedLines,
  isBottomLineUnreviewed,
  isOfDraft,
  isReviewed
} from '../briefing/reviewed.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { isolated } from '../text/direction.js';

type Parts = Parameters<typeof isBottomLineUnreviewed>[0];

/**
 * Such as “Drafted by Standpoint from its sources’ own words: 12 of 20 cards. Reviewed by Ada Byron: 9 of
 * 31 lines.”; empty where no card is known to be drafted. Reviewers are named as far as the briefing holds their
 * names, which that for an audience does not.
 */
export function draftedInWords(briefing: Parts, words: PrintedWords): string {
  const drafted = briefing.cards.filter(isDrafted);
  if (drafted.length === 0) return '';
  const reviewed = drafted.filter((card) => {
    const { all, left } = draftedLines(card);
    return left < all;
  });
  const { all, left } = linesOf(drafted);
  return [
    words.cardsDrafted(drafted.length, briefing.cards.length),
    words.linesReviewed(all - left, all, reviewersOf(reviewed, words)),
    ...(isBottomLineUnreviewed(briefing) ? [words.bottomLineDrafted] : [])
  ].join(' ');
}

/**
 * Such as “Draft, reviewed in part (9 of 12). 3 parts are unreviewed: …”; empty where all is reviewed. It
 * counts as the window does: each line of a card, a card without lines, the bottom line. What a person wrote is no part of the draft, and counts as neither reviewed nor unreviewed.
 */
export function unreviewedInWords(briefing: Parts, words: PrintedWords): string {
  const cards = briefing.cards.filter((card) => isOfDraft(card) || !isReviewed(card));
  const { all, left } = linesOf(cards);
  const bottomLine = isBottomLineUnreviewed(briefing) ? 1 : 0;
  const open = left + bottomLine;
  if (open === 0) return '';
  return `${words.pageOne.draft(open, all + bottomLine)} ${words.partsUnreviewed(open)}`;
}

function linesOf(cards: readonly Card[]): { readonly all: number; readonly left: number } {
  const counted = cards.map(draftedLines);
  const sum = (what: 'all' | 'left') => counted.reduce((before, each) => before + each[what], 0);
  return { all: sum('all'), left: sum('left') };
}

/**
 * One that a person wrote anew is not. Cards of kind `note` are unreviewed also where a merge made them, and
 * older files do not tell which cards a draft made.
 */
function isDrafted(card: Card): boolean {
  return isOfDraft(card) || (!isReviewed(card) && card.kind !== 'note');
}

/** In the order in which their cards stand; empty where none is known. */
function reviewersOf(reviewed: readonly Card[], words: PrintedWords): string {
  const names = reviewed.map(({ reviewedBy }) => reviewedBy?.name.trim() ?? '');
  const known = [...new Set(names)].filter((name) => name !== '').map(isolated);
  if (known.length === 0) return '';
  return words.enumerated(names.includes('') ? [...known, words.others] : known);
}
