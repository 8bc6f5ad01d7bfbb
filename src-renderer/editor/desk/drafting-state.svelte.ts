/** The draft of one source: asked for, under way, there, failed or none. */
import { untrack } from 'svelte';
import type { Source } from '../../../src-main/domain/briefing/source.js';
import type { Drafter, Drafting } from '../../suggestions/suggestion-actions.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';

export class DraftingState {
  #now = $state.raw<Drafting>({ state: 'none' });
  #asEnglish = false;

  constructor(
    private readonly open: OpenBriefing,
    private readonly drafter: Drafter
  ) {
    open.closed.addEventListener('abort', () => this.#stop());
  }

  get now(): Drafting {
    return this.#now;
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
      return become({ state: 'ready', draft });
    } catch (error) {
      const { message, code } = error as Error & { readonly code?: string };
      become(code === 'cancelled' ? { state: 'none' } : { state: 'failed', sentence: message });
      return false;
    }
  }

  /** Another source is drafted next. */
  forget(): void {
    this.#stop();
    this.#now = { state: 'none' };
  }

  #stop(): void {
    if (this.#now.state === 'under-way') this.drafter.cancel();
  }
}
