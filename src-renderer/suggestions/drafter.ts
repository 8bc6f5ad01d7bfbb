/** Whoever drafts: the pane asks, the application answers. */
import type { Draft } from '../../src-main/domain/suggestions/draft.js';
import type { Id } from '../../src-main/domain/base/id.js';
import type { PartialDate } from '../../src-main/domain/base/partial-date.js';

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

/** How far the draft of the source that is shown has come. */
export type Drafting =
  | { readonly state: 'none' }
  | { readonly state: 'under-way'; readonly done: number }
  | { readonly state: 'ready'; readonly draft: Draft }
  | { readonly state: 'failed'; readonly sentence: string };
