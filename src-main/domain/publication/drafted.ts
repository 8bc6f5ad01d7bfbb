/** What a document says of its cards that a draft made, and of who has reviewed them. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/entries.js';
import { isBottomLineUnreviewed, isReviewed } from '../briefing/reviewed.js';
import { isolated } from '../text/direction.js';

type Parts = Pick<Briefing, 'bottomLine' | 'bottomLineReviewed' | 'cards'>;

const words = {
  none: (made: number, all: number) =>
    `Drafted by Standpoint from its sources’ own words: ${made} of ${cards(all)}; nobody has reviewed ${made === 1 ? 'it' : 'them'}.`,
  some: (made: number, all: number, reviewed: number) =>
    `Drafted by Standpoint from its sources’ own words: ${made} of ${cards(all)}; ${reviewed} of them reviewed by a person.`,
  someBy: (made: number, all: number, reviewed: number, names: string) =>
    `Drafted by Standpoint from its sources’ own words: ${made} of ${cards(all)}; ${reviewed} of them reviewed, by ${names}.`,
  all: (made: number, all: number) =>
    `Drafted by Standpoint from its sources’ own words: ${made} of ${cards(all)}; ${made === 1 ? 'it was' : 'all of them'} reviewed by a person.`,
  allBy: (made: number, all: number, names: string) =>
    `Drafted by Standpoint from its sources’ own words: ${made} of ${cards(all)}; ${made === 1 ? 'it was' : 'all of them'} reviewed, by ${names}.`,
  bottomLine: 'It drafted the bottom line too, which nobody has reviewed.',
  /** Beside names of reviewers, for those whose name is not known. */
  others: 'others',
  and: (before: string, last: string) => `${before} and ${last}`
} as const;

function cards(count: number): string {
  return count === 1 ? '1 card' : `${count} cards`;
}

/**
 * Such as “Drafted by Standpoint from its sources’ own words: 12 of 20 cards; 9 of them reviewed, by Ada
 * Byron.”; empty where no card is known to be drafted. Reviewers are named as far as the briefing holds
 * their names, which that for an audience does not.
 */
export function draftedInWords(briefing: Parts): string {
  const made = briefing.cards.filter(isDrafted);
  if (made.length === 0) return '';
  const all = briefing.cards.length;
  const reviewed = made.filter(isReviewed);
  const names = reviewersOf(reviewed);
  return [
    reviewed.length === 0
      ? words.none(made.length, all)
      : reviewed.length === made.length
        ? names === ''
          ? words.all(made.length, all)
          : words.allBy(made.length, all, names)
        : names === ''
          ? words.some(made.length, all, reviewed.length)
          : words.someBy(made.length, all, reviewed.length, names),
    isBottomLineUnreviewed(briefing) ? words.bottomLine : ''
  ]
    .join(' ')
    .trim();
}

/** Cards of kind `note` are unreviewed also where a merge made them. */
function isDrafted({ drafted, reviewed, kind }: Card): boolean {
  return drafted || (!reviewed && kind !== 'note');
}

/** In the order in which their cards stand; empty where none is known. */
function reviewersOf(reviewed: readonly Card[]): string {
  const names = reviewed.map(({ reviewedBy }) => reviewedBy?.name.trim() ?? '');
  const known = [...new Set(names)].filter((name) => name !== '').map(isolated);
  if (known.length === 0) return '';
  const told = names.includes('') ? [...known, words.others] : known;
  const last = told.at(-1) ?? '';
  return told.length === 1 ? last : words.and(told.slice(0, -1).join(', '), last);
}
