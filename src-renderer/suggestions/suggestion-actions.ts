/** What a person can do with suggestions. The desk carries it out on the open briefing. */
import type { Values } from '../../src-main/domain/suggestions/fields.js';
import type { Suggestion, SuggestionKind } from '../../src-main/domain/suggestions/suggestion.js';
import type { Settlement } from '../../src-main/domain/suggestions/settled.js';

export type KindFilter = SuggestionKind | 'all';

export interface Row {
  readonly suggestion: Suggestion;
  readonly settlement: Settlement;
}

/** Each acts on the current suggestion and moves on to the next. */
export interface SuggestionActions {
  moveTo(index: number): void;
  showKind(kind: KindFilter): void;
  accept(values?: Values): void;
  /** All open likely ones of the current suggestion's kind. */
  acceptLikely(): void;
  dismiss(): void;
  /** Takes up again what was accepted or dismissed; entries made of it stay. */
  reopen(): void;
  /** Only of actors: the current one is another name of the one with this id in the draft. */
  mergeInto(actor: string): void;
  /** Only of actors: someone else goes by this name. */
  splitOff(alias: string): void;
}
