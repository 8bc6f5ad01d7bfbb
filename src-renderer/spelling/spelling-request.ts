/** What the page and a worker that knows a dictionary say to one another. */

export type SpellingRequest =
  | { readonly kind: 'check'; readonly id: number; readonly words: readonly string[] }
  | { readonly kind: 'suggest'; readonly id: number; readonly word: string };

/** The words that are wrong, or what could be meant, best first. */
export interface SpellingAnswer {
  readonly id: number;
  readonly words: readonly string[];
}
