/** How much of a brief is told: what its author did not choose gives way until it fits on its page. */
export interface BriefDetail {
  /** UTF-16 units of the longest sentence of a card that its author did not write; 0 for none. */
  readonly sentence: number;
  readonly quotes: number;
}

/** From all there is to the least. */
export const briefDetails: readonly BriefDetail[] = [
  { sentence: 400, quotes: 3 },
  { sentence: 300, quotes: 3 },
  { sentence: 240, quotes: 3 },
  { sentence: 240, quotes: 2 },
  { sentence: 240, quotes: 1 },
  ...[240, 190, 160, 135, 115, 95, 80, 65, 0].map((sentence) => ({ sentence, quotes: 0 }))
];
