/**
 * The search of the library as it is typed: one question at a time, always the latest, and asked
 * again when the library or its index has moved on. Knows no DOM.
 */
import type { Id } from '../../src-main/domain/base/values.js';
import type { SearchAnswer } from '../../src-main/domain/search/answer.js';

/** `null` when it could not be answered; whoever asks has told the person why. */
type AskLibrary = (
  text: string,
  typing: boolean,
  limit: number,
  collection: Id | null
) => Promise<SearchAnswer | null>;

/** Briefings shown at first, and each time that more are asked for. */
const page = 20;
/** The most that the contract lets be asked for. */
const most = 200;

export class SearchDesk {
  #query = $state('');
  #collection = $state.raw<Id | null>(null);
  #answer = $state.raw<SearchAnswer | null>(null);
  #progress = $state.raw<{ readonly read: number; readonly of: number } | null>(null);
  #pausedAt = $state(false);
  #limit = page;
  #asking = false;
  #wanted = false;

  constructor(
    private readonly ask: AskLibrary,
    private readonly readIndex: (go: boolean) => void
  ) {}

  get query(): string {
    return this.#query;
  }

  set query(text: string) {
    this.#query = text;
    this.#limit = page;
    void this.again();
  }

  /** The one that is searched; `null` for the whole library. */
  get collection(): Id | null {
    return this.#collection;
  }

  set collection(collection: Id | null) {
    if (collection === this.#collection) return;
    this.#collection = collection;
    // What was found elsewhere is no answer.
    this.#answer = null;
    this.#limit = page;
    void this.again();
  }

  /** To the latest question that was answered; `null` while nothing is asked. */
  get answer(): SearchAnswer | null {
    return this.#answer;
  }

  /** How far the index has been read; `null` when it holds all. */
  get progress(): { readonly read: number; readonly of: number } | null {
    return this.#progress;
  }

  get paused(): boolean {
    return this.#pausedAt;
  }

  get canShowMore(): boolean {
    const { answer } = this;
    if (!answer || answer.terms.length === 0) return false;
    return answer.total > answer.groups.length && this.#limit < most;
  }

  showMore(): void {
    this.#limit = Math.min(most, this.#limit + 2 * page);
    void this.again();
  }

  pause(paused: boolean): void {
    this.#pausedAt = paused;
    this.readIndex(!paused);
  }

  progressed(progress: { readonly read: number; readonly of: number } | null): void {
    this.#progress = progress;
    void this.again();
  }

  /** Asks what is asked once more: the library has changed. */
  async again(): Promise<void> {
    if (this.#query.trim() === '') this.#answer = null;
    this.#wanted = this.#query.trim() !== '';
    if (this.#asking) return;
    this.#asking = true;
    while (this.#wanted) {
      this.#wanted = false;
      const collection = this.#collection;
      const answer = await this.ask(this.#query, true, this.#limit, collection);
      // Emptied meanwhile, the answer is to nothing; for another collection, it is of the wrong briefings.
      if (this.#query.trim() === '') this.#answer = null;
      else if (collection === this.#collection) this.#answer = answer ?? this.#answer;
    }
    this.#asking = false;
  }
}
