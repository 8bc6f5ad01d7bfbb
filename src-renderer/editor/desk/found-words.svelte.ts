/** The words that somebody was led to, by a search or from a profile: in which text they stand, until they are let go of. */
import type { Range } from '../../../src-main/domain/text/range.js';
import type { SearchAnswer } from '../../../src-main/domain/search/answer.js';
import type { Id } from '../../../src-main/domain/base/values.js';

export type SearchTerms = SearchAnswer['terms'];

/** A new object for every way that is followed. */
export type FoundTarget = {
  /** The card or source. */
  readonly target: Id;
} & (
  | { readonly terms: SearchTerms }
  | {
      /** In the rendered text. */
      readonly ranges: readonly Range[];
      /** Which of them is to come into sight. */
      readonly at: number;
    }
);

export class FoundWords {
  #found = $state.raw<FoundTarget | null>(null);

  /** `null` when nothing led here. */
  get found(): FoundTarget | null {
    return this.#found;
  }

  mark(target: Id, terms: SearchTerms): void {
    this.#found = { target, terms };
  }

  markRanges(target: Id, ranges: readonly Range[], at: number): void {
    this.#found = { target, ranges, at };
  }

  /** Returns whether there was anything to let go of. */
  clear(): boolean {
    const had = this.#found !== null;
    this.#found = null;
    return had;
  }
}
