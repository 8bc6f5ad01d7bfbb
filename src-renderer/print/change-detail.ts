/** How much of each change a document shows, from the most to the least. */
export interface ChangeDetail {
  /** What a position holds, in its author's words, beside the quotes. */
  readonly statements: boolean;
  /** Whole beside the claim, with the number; or its beginning, with a number that leads to the note. */
  readonly quotes: 'whole' | 'beginnings';
}

export const wholeQuotes: ChangeDetail = { statements: false, quotes: 'whole' };

export const changeDetails: readonly ChangeDetail[] = [
  { statements: true, quotes: 'whole' },
  wholeQuotes,
  { statements: false, quotes: 'beginnings' }
];
