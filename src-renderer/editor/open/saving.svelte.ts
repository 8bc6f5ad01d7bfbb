/**
 * Brings the open briefing to disk: shortly after every change, in the order of the changes, and
 * before it all states that undo would lose.
 */
import type { OpenedBriefing as Loaded } from '../../../src-main/domain/api.js';
import {
  checkBalance,
  diffBriefing,
  isEmptyChange,
  type Change
} from '../../../src-main/domain/briefing/change.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { TextHash } from '../../../src-main/domain/briefing/source.js';
import type { UndoneState } from './undone-states.js';

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

/** What writes rejects with an `Error` whose message is for the person, and whose `code`, where it has one, says which expected failure it is. */
export interface BriefingDisk {
  /** Writes a change; returns the new revision. */
  save(id: Id, revision: number, change: Change): Promise<number>;
  /** Keeps as a version what `change` would make of the briefing, which stays as it is. */
  keepUndone(id: Id, revision: number, change: Change, name: string): Promise<void>;
  /** The texts of the briefing's sources by their hashes, as they are in the library. Never rejects: what cannot be read is left out. */
  readTexts(id: Id): Promise<Readonly<Record<TextHash, string>>>;
}

/** What there is to save, up to date whenever it is asked for. */
interface ToSave {
  readonly briefing: () => Briefing;
  /** @param isLast nothing may wait: the briefing may be left. */
  readonly undone: (isLast: boolean) => readonly UndoneState[];
  readonly onKept: (state: UndoneState) => void;
}

/** Milliseconds between the last edit and its save. Well under a second, so that a kill loses little. */
const saveDelay = 300;

export class Saving {
  #state = $state.raw<SaveState>({ kind: 'saved' });
  #saved: Briefing;
  #revision: number;
  #writing: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  readonly #loaded: Briefing;

  constructor(
    { briefing, revision }: Pick<Loaded, 'briefing' | 'revision'>,
    /** The briefing as it was opened: what mending alone changed is no edit. */
    private readonly mended: Briefing,
    private readonly disk: BriefingDisk,
    private readonly toSave: ToSave
  ) {
    this.#loaded = briefing;
    this.#saved = briefing;
    this.#revision = revision;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Saves soon. */
  changed(): void {
    this.#state = { kind: 'saving' };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(false), saveDelay);
  }

  /** Saves what is not saved yet. Resolves to whether everything is safe on disk now. */
  flush(): Promise<boolean> {
    return this.#run(true);
  }

  /** Tries again after a failed save. */
  retry(): Promise<boolean> {
    if (this.#state.kind === 'failed') this.#state = { kind: 'saving' };
    return this.flush();
  }

  /** What the library holds; `null` while something is still to be written. */
  get safe(): Pick<Loaded, 'briefing' | 'revision'> | null {
    if (this.#writing || !this.#isSafe(true)) return null;
    return { briefing: this.#saved, revision: this.#revision };
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  async #run(isLast: boolean): Promise<boolean> {
    clearTimeout(this.#timer);
    // An edit may come while a save is under way: go on until nothing is left, or a save failed.
    while (this.#writing || this.#isToWrite(isLast)) await (this.#writing ?? this.#write(isLast));
    const safe = this.#isSafe(isLast);
    // Also where there was nothing to write: an undo may have led back to what is on disk.
    if (safe) this.#state = { kind: 'saved' };
    return safe;
  }

  #isToWrite(isLast: boolean): boolean {
    // The state last: an effect that saves must not run again because of what it says.
    return !this.#isSafe(isLast) && !this.#isClosed && this.#state.kind !== 'failed';
  }

  #isSafe(isLast: boolean): boolean {
    return !this.#isDirty() && this.toSave.undone(isLast).length === 0;
  }

  #isDirty(): boolean {
    const now = this.toSave.briefing();
    // Whoever only reads writes nothing.
    if (this.#saved === this.#loaded && now === this.mended) return false;
    return !isEmptyChange(diffBriefing(this.#saved, now));
  }

  #write(isLast: boolean): Promise<void> {
    this.#writing = this.#attempt(isLast).finally(() => (this.#writing = null));
    return this.#writing;
  }

  async #attempt(isLast: boolean): Promise<void> {
    try {
      for (const state of this.toSave.undone(isLast)) {
        const { end, name } = state;
        await this.disk.keepUndone(end.id, this.#revision, this.#changeTo(end), name);
        this.toSave.onKept(state);
      }
      const target = this.toSave.briefing();
      const change = this.#changeTo(target);
      if (isEmptyChange(change)) return;
      this.#revision = await this.disk.save(target.id, this.#revision, change);
      this.#saved = target;
    } catch (error) {
      const { message, code } = error as Error & { readonly code?: string };
      this.#state = { kind: 'failed', reason: message, code: code ?? null };
    }
  }

  #changeTo(target: Briefing): Change {
    const change = diffBriefing(this.#saved, target);
    checkBalance(this.#saved, change, target);
    return change;
  }
}
