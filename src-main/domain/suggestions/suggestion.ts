/** A suggestion: one claim of a draft as the person is shown it, with the words that it rests on. */
import type { Range } from '../text/range.js';
import type { Draft, Span } from './draft.js';
import type { PartialDate } from '../base/values.js';

export const suggestionKinds = [
  'actor',
  'position',
  'change',
  'statement',
  'quote',
  'figure',
  'date',
  'event',
  'constraint',
  'outcome'
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** `likely` from a confidence of 0.9. */
export type Grade = 'likely' | 'possible';

export type DraftActor = Draft['actors'][number];
export type DraftQuote = Draft['attributions'][number];
export type DraftPosition = Draft['positions'][number];

/** What accepting it makes an entry of. */
export type SuggestedEntry =
  | { readonly kind: 'actor'; readonly actor: DraftActor }
  | { readonly kind: 'position'; readonly position: PositionClaim }
  | {
      readonly kind: 'change';
      readonly actor: DraftActor;
      readonly issue: string;
      readonly before: PositionClaim;
      readonly after: PositionClaim;
    }
  | { readonly kind: 'statement'; readonly statement: StatementClaim }
  /** Words of somebody who is no actor; `speaker` is empty where nobody is named. */
  | { readonly kind: 'quote'; readonly quote: DraftQuote; readonly speaker: string }
  | { readonly kind: 'figure'; readonly figure: Draft['figures'][number] }
  | { readonly kind: 'date'; readonly date: PartialDate | null; readonly sentence: string }
  | {
      readonly kind: 'event';
      readonly date: PartialDate | null;
      readonly participants: readonly DraftActor[];
    }
  | { readonly kind: 'constraint' }
  | { readonly kind: 'outcome' };

export interface PositionClaim {
  readonly position: DraftPosition;
  readonly actor: DraftActor;
  /** Whether the speaker's own words are given. */
  readonly direct: boolean;
  readonly said: PartialDate | null;
  /** Where its evidence stands in the rendered source; `null` where that shows none of it. */
  readonly place: Range | null;
}

/** Who said what, without a stance. */
export interface StatementClaim {
  readonly actor: DraftActor;
  readonly text: string;
  /** Whether the speaker's own words are given. */
  readonly direct: boolean;
  readonly said: PartialDate | null;
}

export type Suggestion = SuggestedEntry & {
  /** The same for the same words by the same rule, also when the article is drafted again. */
  readonly key: string;
  /** What it claims, in a line. */
  readonly title: string;
  /** What the title leaves out; empty for nothing. */
  readonly detail: string;
  /** The words that it rests on, in the source as it was read. */
  readonly words: Span;
  /** These without marks of its format. */
  readonly plainWords: string;
  /** Where they stand in the rendered source; `null` where that shows none of them. */
  readonly place: Range | null;
  /** How it was found, in plain words. */
  readonly rule: string;
  readonly grade: Grade;
};

export type SuggestionOf<K extends SuggestionKind> = Extract<Suggestion, { readonly kind: K }>;

/** From here a suggestion counts as likely. */
const likelyFrom = 0.9;
/** Below, a suggestion costs more to judge than it is worth, and is hidden. */
export const shownFrom = 0.5;

export function gradeOfConfidence(confidence: number): Grade {
  return confidence >= likelyFrom ? 'likely' : 'possible';
}
