/**
 * What the preview shows, and what it is working on. The last edition that was asked for wins; what
 * was shown before stays until its pages are there.
 */
import { tick } from 'svelte';
import type { ExportStage, WrittenFile, Preview } from '../../src-main/domain/api.js';
import type { Edition } from '../../src-main/domain/publication/edition.js';
import type { PreviewDocument } from './preview-document.js';

export interface Shown {
  readonly token: string;
  readonly document: PreviewDocument;
  /** What runs over the one page that it should have. */
  readonly remark: string | null;
}

type PreviewWork =
  | { readonly kind: 'none' | 'stopped' }
  | { readonly kind: 'making'; readonly stage: ExportStage | null }
  | { readonly kind: 'failed'; readonly message: string };

/** What came of an export or of printing. */
export interface Told {
  readonly text: string;
  readonly failed: boolean;
}

/** What the preview asks of the program. */
export interface PreviewActions {
  /** One that is under way then fails. */
  readonly make: (edition: Edition) => Promise<Preview>;
  readonly cancel: () => void;
  /** Nothing is shown any more: what was kept for it can go. */
  readonly close: () => void;
  /** Writes what is shown; `null` when the person named no place. */
  readonly exportShown: (token: string) => Promise<WrittenFile | null>;
  readonly print: (token: string) => Promise<unknown>;
  /** Returns the function that ends the listening. */
  readonly onStage: (listener: (stage: ExportStage) => void) => () => void;
  readonly sentenceFor: (error: unknown) => string;
}

/** Milliseconds: choices made in one go, such as by arrow keys, make one document. */
const pause = 150;

export class PreviewDesk {
  #edition = $state.raw() as Edition;
  #shown = $state.raw<Shown | null>(null);
  #work = $state.raw<PreviewWork>({ kind: 'none' });
  #told = $state.raw<Told | null>(null);
  /** Counts what was asked for; an answer to anything but the last is out of date. */
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** A save or print dialog is open. */
  #asking = false;
  /** The person asked for the file before its pages were made. */
  #saves = false;
  readonly #endStages: () => void;

  constructor(
    first: Edition,
    private readonly actions: PreviewActions,
    private readonly open: (pdf: Uint8Array) => Promise<PreviewDocument>,
    private readonly onwritten: (file: WrittenFile) => void
  ) {
    this.#edition = first;
    this.#endStages = actions.onStage((stage) => {
      if (this.#work.kind === 'making') this.#work = { kind: 'making', stage };
    });
    void this.#make();
  }

  get edition(): Edition {
    return this.#edition;
  }

  get shown(): Shown | null {
    return this.#shown;
  }

  get work(): PreviewWork {
    return this.#work;
  }

  get told(): Told | null {
    return this.#told;
  }

  /** Whether the pages that are shown are those of the edition: only they can be written or printed. */
  get isCurrent(): boolean {
    return this.#shown !== null && this.#work.kind === 'none';
  }

  /** What is being made can be asked for already. */
  get canSave(): boolean {
    return this.isCurrent || this.#work.kind === 'making';
  }

  choose(edition: Edition): void {
    this.#edition = edition;
    this.#saves = false;
    this.#begin();
    this.#timer = setTimeout(() => void this.#make(), pause);
  }

  /** After a failure, or after it was stopped. */
  retry(): void {
    void this.#make();
  }

  stop(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
    this.#saves = false;
    this.#work = { kind: 'stopped' };
    this.actions.cancel();
  }

  /** Writes the pages, once they are made, to where the person says. */
  save(): void {
    this.#saves = this.#work.kind === 'making';
    void this.#ask(async (token) => {
      const file = await this.actions.exportShown(token);
      if (file) this.onwritten(file);
      return null;
    });
  }

  async print(): Promise<void> {
    await this.#ask(async (token) => {
      await this.actions.print(token);
      const text = 'Opened in the system’s PDF viewer. Print it from there.';
      return { text, failed: false };
    });
  }

  close(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
    this.#endStages();
    this.actions.close();
  }

  #begin(): number {
    clearTimeout(this.#timer);
    this.#work = { kind: 'making', stage: null };
    this.#told = null;
    return (this.#asked += 1);
  }

  async #make(): Promise<void> {
    const asked = this.#begin();
    try {
      const { token, pdf, remark } = await this.actions.make(this.#edition);
      if (asked !== this.#asked) return;
      const document = await this.open(pdf);
      if (asked !== this.#asked) return document.close();
      const before = this.#shown;
      this.#shown = { token, document, remark };
      this.#work = { kind: 'none' };
      // Its pages must not be asked for any more.
      await tick();
      before?.document.close();
      if (this.#saves) this.save();
    } catch (error) {
      // One that was overtaken or stopped fails too, and nobody waits for it.
      if (asked !== this.#asked) return;
      this.#saves = false;
      this.#work = { kind: 'failed', message: this.actions.sentenceFor(error) };
    }
  }

  /** One dialog after the other, and only for pages that are up to date. */
  async #ask(act: (token: string) => Promise<Told | null>): Promise<void> {
    if (!this.isCurrent || !this.#shown || this.#asking) return;
    const { token } = this.#shown;
    this.#asking = true;
    this.#told = null;
    await this.#tellFailure(async () => {
      this.#told = await act(token);
    });
    this.#asking = false;
  }

  async #tellFailure(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#told = { text: this.actions.sentenceFor(error), failed: true };
    }
  }
}
