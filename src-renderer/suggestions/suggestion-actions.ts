/** What a person can do with suggestions. The desk carries it out on the open briefing. */
import type { Source } from '../../src-main/domain/briefing/source.js';
import type { Actor } from '../../src-main/domain/briefing/entries.js';
import type { FieldValues } from '../../src-main/domain/suggestions/fields.js';
import type { Suggestion, SuggestionKind } from '../../src-main/domain/suggestions/suggestion.js';
import type { Settlement } from '../../src-main/domain/suggestions/settled.js';
import type { Draft, DraftedParts } from '../../src-main/domain/suggestions/draft.js';
import type { Id, PartialDate } from '../../src-main/domain/base/values.js';
import type { Acceptance } from '../../src-main/domain/news/accept-news.js';
import type { News, NewsKind } from '../../src-main/domain/news/news.js';
import type { Range } from '../../src-main/domain/text/range.js';
import type { CodingActions, CodingState } from './coding-actions.js';

/** `coding`: statements and positions, the less certain folded away. */
export type KindFilter = SuggestionKind | 'all' | 'coding';
export type NewsFilter = NewsKind | 'all';

export interface ListedSuggestion {
  readonly suggestion: Suggestion;
  readonly settlement: Settlement;
  /** What is new about it; `null` of a settled one, and of a kind that nothing is known of. */
  readonly news: News | null;
  /** The number of the paragraph that its words stand in; `null` where they have no place. */
  readonly paragraph: number | null;
}

/** What is seen of the suggestions of one source. */
export interface QueuePart {
  readonly source: Pick<Source, 'id' | 'title' | 'published'>;
  readonly rows: readonly ListedSuggestion[];
}

/** The suggestions of the source that is shown, among those of all sources. */
export interface Suggestions {
  readonly drafting: Drafting;
  /** The queue over all sources: where the person began first, and of others only what is open. */
  readonly parts: readonly QueuePart[];
  /** How many sources are drafted, of how many; `null` where none is being drafted but the one that is shown. */
  readonly reading: { readonly done: number; readonly of: number } | null;
  /** All of it, the settled ones too. */
  readonly rows: readonly ListedSuggestion[];
  /** Of every source that is drafted, the settled ones too. */
  readonly all: readonly ListedSuggestion[];
  readonly shown: readonly ListedSuggestion[];
  readonly currentIndex: number;
  /** Where the source says who says the current one, in its rendered text. */
  readonly speaking: readonly Range[];
  /** What is chosen of the current one, where it is a statement or a position. */
  readonly coding: CodingState;
  readonly kind: KindFilter;
  readonly newsKind: NewsFilter;
  /** Whether the settled ones are shown. */
  withSettled: boolean;
  /** Of the briefing, whom the article does not name as the briefing does. */
  readonly otherActors: readonly Pick<Actor, 'id' | 'name'>[];
  /** The day that the article is of. */
  readonly published: PartialDate | null;
}

/** Most act on the current suggestion and move on to the next. */
export interface SuggestionActions {
  readonly coding: CodingActions;
  /** Drafts the source that is shown, also one that has been drafted. */
  draft(how?: { readonly asEnglish?: boolean }): Promise<void>;
  cancel(): void;
  /** What was counted from the day is counted anew. */
  setPublished(day: PartialDate): Promise<void>;
  /** Beyond either end it goes to the source before or behind. */
  moveTo(index: number): void;
  /** To a suggestion of any source, which is shown then. */
  goTo(source: Id, key: string): void;
  /** Lists only these; what is left out stays as it was. Where the source that is shown has none, another is shown. */
  filter(by: { readonly kind?: KindFilter; readonly news?: NewsFilter }): void;
  /** @param as what it does to the positions that it differs from; the usual, where that is left out. */
  accept(values?: FieldValues, as?: Acceptance): void;
  /** All open likely ones of the current suggestion's kind that neither differ nor repeat. */
  acceptLikely(): void;
  /** The words of one that repeats become evidence of what it repeats. */
  addAsEvidence(): void;
  dismiss(): void;
  /** Takes up again what was accepted or dismissed; entries made of it stay. */
  reopen(): void;
  /** Only of actors: the current one is another name of the one with this id in the draft or the briefing. */
  mergeInto(actor: string): void;
  /** Only of actors: someone else goes by this name. */
  splitOff(alias: string): void;
}

export interface DraftRequest {
  readonly briefing: Id;
  readonly source: Id;
  /** Drafts also what does not read as English. */
  readonly asEnglish: boolean;
  /** The day that weekdays are counted from; `null` when nobody knows it. */
  readonly published: PartialDate | null;
  /** Told how far the work is, from 0 to 1. */
  readonly onProgress: (done: number) => void;
}

export interface Drafter {
  /** Rejects with an `Error` whose message is for the person, and whose `code` is `cancelled` after a cancel. */
  draft(request: DraftRequest): Promise<Draft>;
  cancel(): void;
}

export interface TextDrafter {
  /** What the draft of a source brings to the text of the briefing; rejects as `Drafter` does. */
  partsOf(request: Pick<DraftRequest, 'briefing' | 'source' | 'published'>): Promise<DraftedParts>;
}

/** Whether it is accepted with all others that are likely: what differs or repeats is looked at one by one. */
export function isPlainlyLikely({ suggestion, settlement, news }: ListedSuggestion): boolean {
  const isSpecial = news?.is === 'differs' || news?.is === 'repeats';
  return settlement === 'open' && suggestion.grade === 'likely' && !isSpecial;
}

/** How far the draft of the source that is shown has come. */
export type Drafting =
  | { readonly state: 'none' }
  | { readonly state: 'under-way'; readonly done: number }
  | { readonly state: 'ready'; readonly draft: Draft }
  | { readonly state: 'failed'; readonly sentence: string };
