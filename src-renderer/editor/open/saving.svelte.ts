/**
 * Brings the open briefing to disk: shortly after every change, in the order of the changes, and
 * before it all states that undo would lose. What was saved elsewhere meanwhile is taken in, and saving
 * goes on from there.
 */
import type { Events, OpenedBriefing as Loaded } from '../../../src-main/domain/api.js';
import {
  applyChange,
  checkBalance,
  diffBriefing,
  isEmptyChange,
  type Change
} from '../../../src-main/domain/change/change.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { sharingEntries } from '../../../src-main/domain/merge/merge-briefings.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { BriefingChanges } from '../../../src-main/domain/program/team-state.js';
import type { TextHash } from '../../../src-main/domain/briefing/source.js';
import type {
  OpenVersion,
  Version,
  VersionKey
} from '../../../src-main/domain/briefing/version.js';
import { reportFault } from '../../ui/faults.js';
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
  /** The briefing as it is in the library now. */
  read(id: Id): Promise<Pick<Loaded, 'briefing' | 'revision'>>;
  /** Who of the others changed what last, where the library is shared; never rejects. */
  readChanges?(id: Id): Promise<BriefingChanges>;
  /** Tells the others of a shared library whenever that may have changed. */
  followPeople?(tell: (people: BriefingChanges['people']) => void, until: AbortSignal): void;
  /** Earlier states that were kept, the newest first, and one of them. */
  listVersions?(id: Id): Promise<readonly Version[]>;
  openVersion?(id: Id, key: VersionKey): Promise<OpenVersion>;
  /** The texts of the briefing's sources by their hashes, as they are in the library. Never rejects: what cannot be read is left out. */
  readTexts(id: Id): Promise<Readonly<Record<TextHash, string>>>;
}

/** What there is to save, up to date whenever it is asked for. */
interface ToSave {
  readonly briefing: () => Briefing;
  /** @param isLast nothing may wait: the briefing may be left. */
  readonly undone: (isLast: boolean) => readonly UndoneState[];
  readonly onKept: (state: UndoneState) => void;
  /** Takes in what was saved elsewhere; `false` where something of it was not taken, and is to be saved as it is here. */
  readonly takeIn: (elsewhere: Elsewhere) => boolean;
}

/** What the library holds by a save that was not of this page. */
export interface Elsewhere {
  /** The last state that both had. */
  readonly from: Briefing;
  readonly to: Briefing;
  /** By name; none where that is not known. */
  readonly authors: readonly string[];
}

/** As main tells it. */
export type SavedElsewhere = Omit<Events['briefingChanged'], 'id'>;

/** Milliseconds between the last edit and its save. Well under a second, so that a kill loses little. */
const saveDelay = 300;
/** Milliseconds that an edit waits at most for its save, while each key begins the delay anew. */
const mostDelay = 2_000;

export class Saving {
  #state = $state.raw<SaveState>({ kind: 'saved' });
  #saved: Briefing;
  #revision: number;
  #writing: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first edit was made that waits for its save. */
  #waitsSince: number | null = null;
  #isClosed = false;
  #loaded: Briefing;
  /** The briefing as it was opened: what mending alone changed is no edit. */
  #mended: Briefing;
  /** What was saved elsewhere while something was written here. */
  #news: SavedElsewhere[] = [];

  constructor(
    { briefing, revision }: Pick<Loaded, 'briefing' | 'revision'>,
    mended: Briefing,
    private readonly disk: BriefingDisk,
    private readonly toSave: ToSave
  ) {
    this.#loaded = briefing;
    this.#mended = mended;
    this.#saved = briefing;
    this.#revision = revision;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Saves soon. */
  changed(): void {
    this.#state = { kind: 'saving' };
    this.#waitsSince ??= performance.now();
    const left = this.#waitsSince + mostDelay - performance.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(false), Math.max(0, Math.min(saveDelay, left)));
  }

  /** Takes in what was saved elsewhere: at once, or once what is being written has been. */
  takeIn(news: SavedElsewhere): void {
    if (this.#isClosed) return;
    this.#news.push(news);
    if (!this.#writing && !this.#takeNews()) void this.#hold(this.#catchUp());
  }

  /** As `takeIn`, of what the library holds now, where nobody has told what was changed. */
  takeLatest(): Promise<boolean> {
    if (!this.#writing) void this.#hold(this.#catchUp());
    return this.#run(true);
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
    this.#waitsSince = null;
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
    if (this.#saved === this.#loaded && now === this.#mended) return false;
    return !isEmptyChange(diffBriefing(this.#saved, now));
  }

  #write(isLast: boolean): Promise<void> {
    return this.#hold(this.#attempt(isLast));
  }

  /** Nothing is written beside it; after it what came meanwhile is taken in. */
  #hold(work: Promise<unknown>): Promise<void> {
    const held = work.then(async () => {
      while (this.#news.length > 0 && !this.#takeNews()) if (!(await this.#catchUp())) break;
    });
    this.#writing = held.finally(() => (this.#writing = null));
    return this.#writing;
  }

  async #attempt(isLast: boolean): Promise<void> {
    const revision = this.#revision;
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
      // Somebody else was first: it goes on top of what they saved.
      if (code === 'stale-revision' && (await this.#isAhead(revision))) return;
      this.#state = { kind: 'failed', reason: message, code: code ?? null };
    }
  }

  async #isAhead(revision: number): Promise<boolean> {
    this.#takeNews();
    return this.#revision > revision || this.#catchUp();
  }

  /** `false` where one of them is missing. */
  #takeNews(): boolean {
    for (const { revision, change, authors } of this.#news.splice(0)) {
      if (revision <= this.#revision || this.#isClosed) continue;
      const isNext = revision === this.#revision + 1;
      const to = isNext ? applied(this.#saved, change) : null;
      if (!to) return false;
      this.#moveOn(to, revision, authors);
    }
    return true;
  }

  /** Takes in what the library holds. `false` where that cannot be had, or is known already; never rejects. */
  async #catchUp(): Promise<boolean> {
    try {
      const { briefing, revision } = await this.disk.read(this.#saved.id);
      if (revision <= this.#revision || this.#isClosed) return false;
      this.#moveOn(sharingEntries(this.#saved, briefing), revision, []);
      return true;
    } catch (error) {
      // What is written next is refused, and that is told. Beyond an expected failure it goes to the log.
      if (!(error instanceof Error && 'code' in error))
        reportFault('What was saved elsewhere', error);
      return false;
    }
  }

  #moveOn(to: Briefing, revision: number, authors: readonly string[]): void {
    const from = this.#saved;
    const hasEdits = this.#isDirty();
    this.#revision = revision;
    this.#saved = to;
    const isAllTaken = this.toSave.takeIn({ from, to, authors });
    if (!hasEdits && isAllTaken) {
      this.#loaded = to;
      this.#mended = this.toSave.briefing();
    } else this.changed();
    if (this.#state.kind === 'failed' && this.#state.code === 'stale-revision') this.changed();
  }

  #changeTo(target: Briefing): Change {
    const change = diffBriefing(this.#saved, target);
    checkBalance(this.#saved, change, target);
    return change;
  }
}

/** `null` where it rests on another state. */
function applied(briefing: Briefing, change: Change): Briefing | null {
  try {
    return applyChange(briefing, change, new Date());
  } catch (error) {
    reportFault('A change from elsewhere', error);
    return null;
  }
}
