/** The drafts of the briefing’s sources, and of the one that is shown: asked for, under way, there, failed or none. */
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Source } from '../../../src-main/domain/briefing/source.js';
import type { Draft } from '../../../src-main/domain/suggestions/draft.js';
import type { Drafter, Drafting } from '../../suggestions/suggestion-actions.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';

export class DraftingState {
  #now = $state.raw<Drafting>({ state: 'none' });
  #asEnglish = false;
  readonly #kept = new SvelteMap<Id, Draft>();
  #isReading = $state(false);

  constructor(
    private readonly open: OpenBriefing,
    private readonly drafter: Drafter
  ) {
    open.closed.addEventListener('abort', () => this.#stop());
  }

  get now(): Drafting {
    return this.#now;
  }

  /** Whether sources that are not shown are being drafted. */
  get isReading(): boolean {
    return this.#isReading;
  }

  /** The draft of a source that was drafted since the briefing was opened. */
  of(source: Id): Draft | null {
    return this.#kept.get(source) ?? null;
  }

  /** Drafts one source after the other, of those that are not drafted yet; gives way to the one that is shown. */
  async readAll(sources: readonly Pick<Source, 'id' | 'published'>[]): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      await untrack(() => this.open.flush());
      for (const { id, published } of sources) {
        if (this.#now.state === 'under-way' || this.open.closed.aborted) return;
        if (this.#kept.has(id)) continue;
        const briefing = this.open.briefing.id;
        const request = { briefing, source: id, asEnglish: false, published };
        await this.drafter.draft({ ...request, onProgress: () => undefined }).then(
          (draft) => this.#kept.set(id, draft),
          // One that cannot be drafted says so when it is shown; the others are read all the same.
          () => undefined
        );
      }
    } finally {
      this.#isReading = false;
    }
  }

  /**
   * Whether the draft is there. False also for the answer to an earlier question, which is not wanted any more.
   *
   * @param asEnglish as last time if not given.
   */
  async draft(
    { id, published }: Pick<Source, 'id' | 'published'>,
    asEnglish = this.#asEnglish
  ): Promise<boolean> {
    this.#asEnglish = asEnglish;
    const started: Drafting = { state: 'under-way', done: 0 };
    this.#now = started;
    let latest: Drafting = started;
    const become = (next: Drafting): boolean => {
      const isWanted = this.#now === latest;
      if (isWanted) this.#now = latest = next;
      return isWanted;
    };
    try {
      // The drafter reads the source from disk, to which an undo may have brought it back only now.
      await untrack(() => this.open.flush());
      if (this.#now !== latest) return false;
      const draft = await this.drafter.draft({
        briefing: this.open.briefing.id,
        source: id,
        asEnglish,
        published,
        onProgress: (done) => become({ state: 'under-way', done })
      });
      this.#kept.set(id, draft);
      return become({ state: 'ready', draft });
    } catch (error) {
      const { message, code } = error as Error & { readonly code?: string };
      become(code === 'cancelled' ? { state: 'none' } : { state: 'failed', sentence: message });
      return false;
    }
  }

  /** Another source is shown. */
  show(source: Id | null): void {
    this.#stop();
    const draft = source && this.of(source);
    this.#now = draft ? { state: 'ready', draft } : { state: 'none' };
  }

  #stop(): void {
    if (this.#now.state === 'under-way') this.drafter.cancel();
  }
}
