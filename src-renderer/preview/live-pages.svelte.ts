/**
 * The pages of what is being written. One document is made at a time; of those asked for meanwhile, the last is
 * made next. What was shown before stays until the new pages are there, also where there are none.
 */
import { tick } from 'svelte';
import type { PageLook, PlacedPart } from '../../src-main/domain/publication/page-look.js';
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import type { Edition } from '../../src-main/domain/publication/edition.js';
import type { PreviewDocument } from './preview-document.js';

interface ShownPages {
  readonly document: PreviewDocument;
  readonly places: readonly PlacedPart[];
  /** What runs over the one page that it should have. */
  readonly remark: string | null;
}

export interface LookActions {
  /** @param typing whether a version that still fits may tell less than there is room for. */
  readonly look: (briefing: Briefing, edition: Edition, typing: boolean) => Promise<PageLook>;
  readonly sentenceFor: (error: unknown) => string;
}

/** Milliseconds without a change that are a pause, and after which nobody is typing any more. */
export const [pause, rest] = [60, 1_000];

export class LivePages {
  #shown = $state.raw<ShownPages | null>(null);
  #problem = $state.raw<string | null>(null);
  #wanted: readonly [Briefing, Edition] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isMaking = false;
  /** What is to be made next, and whether somebody still types; `null` for nothing. */
  #next: { readonly typing: boolean } | null = null;
  #isClosed = false;

  constructor(
    private readonly actions: LookActions,
    private readonly open: (pdf: Uint8Array) => Promise<PreviewDocument>
  ) {}

  get shown(): ShownPages | null {
    return this.#shown;
  }

  /** Why there are no pages of what was asked for last, in a sentence. */
  get problem(): string | null {
    return this.#problem;
  }

  show(briefing: Briefing, edition: Edition): void {
    const isFirst = this.#wanted === null;
    this.#wanted = [briefing, edition];
    this.#soon(isFirst ? 0 : pause, !isFirst);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#shown?.document.close();
  }

  #soon(delay: number, typing: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#next = { typing };
      void this.#make();
    }, delay);
  }

  async #make(): Promise<void> {
    if (this.#isMaking || !this.#next || !this.#wanted || this.#isClosed) return;
    const { typing } = this.#next;
    const wanted = this.#wanted;
    this.#next = null;
    this.#isMaking = true;
    try {
      const { pdf, ...look } = await this.actions.look(...wanted, typing);
      await this.#swap({ ...look, document: await this.open(pdf) });
      this.#problem = null;
      if (typing && wanted === this.#wanted) this.#soon(rest, false);
    } catch (error) {
      // Another is made at once, which may have none.
      if (!this.#next) this.#problem = this.actions.sentenceFor(error);
    }
    this.#isMaking = false;
    void this.#make();
  }

  async #swap(shown: ShownPages): Promise<void> {
    if (this.#isClosed) return shown.document.close();
    const before = this.#shown;
    this.#shown = shown;
    // Its pages must not be asked for any more.
    await tick();
    before?.document.close();
  }
}
