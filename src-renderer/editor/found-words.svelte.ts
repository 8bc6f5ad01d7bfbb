/** The words that a search of the library led to: in which text they stand, until they are let go of. */
import type { SearchAnswer } from '../../src-main/domain/search/answer.js';
import type { Id } from '../../src-main/domain/id.js';

export type SearchTerms = SearchAnswer['terms'];

/** A new object for every search result that is followed. */
export interface Found {
  /** The card or source. */
  readonly target: Id;
  readonly terms: SearchTerms;
}

export class FoundWords {
  #found = $state.raw<Found | null>(null);

  /** `null` when no search led here. */
  get found(): Found | null {
    return this.#found;
  }

  mark(target: Id, terms: SearchTerms): void {
    this.#found = { target, terms };
  }

  /** Returns whether there was anything to let go of. */
  clear(): boolean {
    const had = this.#found !== null;
    this.#found = null;
    return had;
  }
}
