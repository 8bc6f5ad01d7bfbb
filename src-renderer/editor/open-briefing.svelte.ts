/**
 * The open briefing: the one owner of its state, of undo and of saving.
 *
 * Components read `briefing`, and change it by `edit` with a function of edits.ts. Saving is
 * automatic: a change goes to disk shortly after it is made, and `flush` sees to it that nothing is
 * left before the window closes.
 */
import type { OpenBriefing as Loaded } from '../../src-main/api.js';
import { checkBalance } from '../../src-main/domain/annotation-balance.js';
import type { Briefing } from '../../src-main/domain/briefing.js';
import { diffBriefing, isEmptyChange, type Change } from '../../src-main/domain/change.js';
import type { Id } from '../../src-main/domain/id.js';
import { mendBriefing } from '../../src-main/domain/mend/mend-briefing.js';
import type { Mending } from '../../src-main/domain/mend/mendings.js';
import { pause, record, redo, startHistory, undo, type History } from './history.js';

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | {
      readonly kind: 'failed';
      /** A sentence for the person. */
      readonly reason: string;
      /** Of the expected failure, such as `stale-revision`; `null` for any other. */
      readonly code: string | null;
    };

/**
 * Writes a change; returns the new revision. Rejects with an `Error` whose message is for the person,
 * and whose `code`, where it has one, says which expected failure it is.
 */
export type SaveChange = (id: Id, revision: number, change: Change) => Promise<number>;

/** Brings up to date what follows from typing; `before` is the briefing when it was so last. Pure. */
export type Settle = (now: Briefing, before: Briefing) => Briefing;

/** Milliseconds between the last edit and its save. Well under a second, so that a kill loses little. */
const saveDelay = 300;
/** Milliseconds without an edit after which typing counts as a new step for undo. */
const typingPause = 1_200;

export class OpenBriefing {
  #history = $state.raw() as History<Briefing>;
  #saveState = $state.raw<SaveState>({ kind: 'saved' });
  /** What typing left behind its text, such as where annotations stand; `null` when nothing. */
  #unsettled: { readonly settle: Settle; readonly before: Briefing } | null = null;
  #saved: Briefing;
  #revision: number;
  #saving: Promise<void> | null = null;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #pauseTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #closing = new AbortController();
  /** What was mended on opening; the next save writes that. */
  readonly mended: readonly Mending[];
  readonly #opened: { readonly loaded: Briefing; readonly mended: Briefing };
  /** The verbatim text of every source, by its hash. */
  readonly texts: Readonly<Record<string, string>>;

  constructor(
    loaded: Loaded,
    private readonly saveChange: SaveChange
  ) {
    const { briefing, mended } = mendBriefing(loaded.briefing);
    this.#history = startHistory(briefing);
    this.mended = mended;
    this.#opened = { loaded: loaded.briefing, mended: briefing };
    this.#saved = loaded.briefing;
    this.#revision = loaded.revision;
    this.texts = loaded.texts;
  }

  get briefing(): Briefing {
    return this.#history.present;
  }

  get saveState(): SaveState {
    return this.#saveState;
  }

  /** What undo would take back, or `null`. */
  get undoLabel(): string | null {
    return this.#history.past.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#history.future[0]?.label ?? null;
  }

  /** Aborts when the briefing is left: what was offered for it is to go away then. */
  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  /**
   * @param label names the step in the menu, such as "Move card".
   * @param mergeKey edits in a row with the same key are one step for undo, such as typing in one field.
   */
  edit(label: string, change: (briefing: Briefing) => Briefing, mergeKey?: string): void {
    this.#settle();
    this.#record(label, change, mergeKey ?? null);
  }

  /**
   * An edit for every key. What follows from it may wait until somebody rests on it: a save, an
   * undo, another edit or a pause. `settle` is asked for then, and the last one speaks for all.
   */
  type(
    label: string,
    change: (briefing: Briefing) => Briefing,
    mergeKey: string,
    settle: Settle
  ): void {
    if (this.#history.openKey !== mergeKey) this.#settle();
    const before = this.#unsettled?.before ?? this.briefing;
    this.#record(label, change, mergeKey);
    this.#unsettled = { settle, before };
  }

  /**
   * An edit of which the person is offered to take back just that, also after others.
   *
   * @param restore puts back into `now` what the edit took from `before`; leaves alone what is there.
   * @returns takes the edit back: an undo while it is the latest step, else a step of its own.
   */
  editWithWayBack(
    label: string,
    change: (briefing: Briefing) => Briefing,
    restore: (now: Briefing, before: Briefing) => Briefing
  ): () => void {
    this.#settle();
    const before = this.briefing;
    this.edit(label, change);
    const step = this.#history.past.at(-1);
    return () => {
      if (this.#history.past.at(-1) === step) this.undo();
      else this.edit(`Take back “${label}”`, (now) => restore(now, before));
    };
  }

  /** The next edit starts a new step for undo, also with the same merge key. */
  endTyping(): void {
    this.#settle();
    this.#history = pause(this.#history);
  }

  undo(): void {
    this.#settle();
    this.#become(undo(this.#history));
  }

  redo(): void {
    this.#settle();
    this.#become(redo(this.#history));
  }

  /** Saves what is not saved yet. Resolves to whether everything is safe on disk now. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#saveTimer);
    this.#settle();
    // An edit may come while a save is under way: go on until nothing is left, or a save failed.
    while (this.#saving || this.#isToSave()) await (this.#saving ?? this.#save());
    const safe = !this.#isDirty();
    // Also where there was nothing to write: an undo may have led back to what is on disk.
    if (safe) this.#saveState = { kind: 'saved' };
    return safe;
  }

  /** Tries again after a failed save. */
  async retry(): Promise<boolean> {
    if (this.#saveState.kind === 'failed') this.#saveState = { kind: 'saving' };
    return this.flush();
  }

  /** The briefing is left: from now on it neither changes nor saves. `flush` first. */
  close(): void {
    this.#closing.abort();
    clearTimeout(this.#saveTimer);
    clearTimeout(this.#pauseTimer);
  }

  #record(label: string, change: (briefing: Briefing) => Briefing, mergeKey: string | null): void {
    this.#become(record(this.#history, change(this.briefing), label, mergeKey));
    clearTimeout(this.#pauseTimer);
    this.#pauseTimer = setTimeout(() => this.endTyping(), typingPause);
  }

  /** No step of its own: it belongs to the typing. */
  #settle(): void {
    const unsettled = this.#unsettled;
    if (!unsettled) return;
    this.#unsettled = null;
    this.#become({
      ...this.#history,
      present: unsettled.settle(this.briefing, unsettled.before)
    });
  }

  #become(history: History<Briefing>): void {
    if (history === this.#history || this.closed.aborted) return;
    const changed = history.present !== this.#history.present;
    this.#history = history;
    if (!changed) return;
    this.#saveState = { kind: 'saving' };
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.flush(), saveDelay);
  }

  #isDirty(): boolean {
    const { loaded, mended } = this.#opened;
    // Mending alone is no edit: whoever only reads writes nothing.
    if (this.#saved === loaded && this.briefing === mended) return false;
    return !isEmptyChange(diffBriefing(this.#saved, this.briefing));
  }

  #isToSave(): boolean {
    this.#settle();
    return this.#isDirty() && this.#saveState.kind !== 'failed' && !this.closed.aborted;
  }

  #save(): Promise<void> {
    this.#saving = this.#write().finally(() => (this.#saving = null));
    return this.#saving;
  }

  async #write(): Promise<void> {
    const target = this.briefing;
    try {
      const change = diffBriefing(this.#saved, target);
      checkBalance(this.#saved, change, target);
      this.#revision = await this.saveChange(target.id, this.#revision, change);
      this.#saved = target;
    } catch (error) {
      const { message, code } = error as Error & { readonly code?: string };
      this.#saveState = { kind: 'failed', reason: message, code: code ?? null };
    }
  }
}
