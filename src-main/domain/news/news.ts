/** What is new about a suggestion, as far as its briefing knows. */
import type { Id } from '../base/values.js';
import type { Figure, Position, Statement } from '../briefing/entries.js';
import type { Source } from '../briefing/source.js';

/**
 * `new-actor`: the briefing does not know who says it. `repeats`: it is known already. `differs`: from
 * what is in force, or from a figure for the same measure. `new`: none of these.
 */
export const newsKinds = ['differs', 'new-actor', 'new', 'repeats'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** What differs comes first, and what repeats last. */
export const newsOrder: Readonly<Record<NewsKind, number>> = {
  differs: 0,
  'new-actor': 1,
  new: 1,
  repeats: 2
};

/** An entry of the briefing with its evidence. */
export type KnownEntry = {
  readonly evidence: readonly KnownQuote[];
} & (
  | { readonly kind: 'position'; readonly entry: Position; readonly issue: string }
  | { readonly kind: 'statement'; readonly entry: Statement }
  | { readonly kind: 'figure'; readonly entry: Figure }
);

export interface KnownQuote {
  readonly annotation: Id;
  readonly quote: string;
  /** `null` for words of a card, or of a source that was taken out. */
  readonly source: Source | null;
}

/**
 * Of what is repeated: it rests on the source itself, on one of the same origin, or on other origins
 * alone. Only the last corroborates.
 */
export type RepeatedFrom = 'same-source' | 'same-origin' | 'other-origin';

export type News =
  | { readonly is: 'new' }
  /** How many other briefings of the library know the actor. */
  | { readonly is: 'new-actor'; readonly briefings: number }
  | {
      readonly is: 'repeats';
      readonly known: KnownEntry;
      readonly from: RepeatedFrom;
      /** The one of its sources that says the most of this; `null` where it rests on none. */
      readonly source: Source | null;
    }
  | {
      readonly is: 'differs';
      /** The latest in force, or the figure. */
      readonly known: KnownEntry;
      /** Whether the suggestion counts from a later day. */
      readonly isLater: boolean;
      /** All positions in force that a new entry of this actor and issue would follow. */
      readonly inForce: readonly Id[];
    };
