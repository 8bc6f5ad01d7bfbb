/** How much of a brief is told: what its author did not choose gives way until it fits on its page. */
export interface BriefDetail {
  /** Smaller type, and less between the lines. */
  readonly tight: boolean;
  /** UTF-16 units of the longest sentence of a card that its author did not write; 0 for none. */
  readonly sentence: number;
  readonly quotes: number;
}

/** From all there is to the least. */
export const briefDetails: readonly BriefDetail[] = [
  ...[400, 300, 240].map((sentence) => ({ tight: false, sentence, quotes: 3 })),
  ...[400, 300, 240, 190].map((sentence) => ({ tight: true, sentence, quotes: 3 })),
  ...[2, 1].map((quotes) => ({ tight: true, sentence: 190, quotes })),
  ...[190, 160, 135, 115, 95, 80, 65, 0].map((sentence) => ({ tight: true, sentence, quotes: 0 }))
];
