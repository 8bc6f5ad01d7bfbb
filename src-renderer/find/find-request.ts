/** What the page and the worker that finds say to one another. */
import type { FindQuery, Match } from '../../src-main/domain/finding/find-in-texts.js';

/** A text as it is written; the worker knows what its reader sees. */
export interface Searched {
  readonly format: 'text' | 'markdown';
  readonly source: string;
}

export interface FindRequest {
  readonly texts: readonly Searched[];
  readonly query: FindQuery;
}

export type FindAnswer =
  | { readonly kind: 'found'; readonly matches: readonly Match[]; readonly cut: boolean }
  | {
      readonly kind: 'failed';
      /** A sentence for the person. */
      readonly reason: string;
    };
