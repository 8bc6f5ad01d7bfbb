/**
 * One lowdb `Low` a briefing. Those whose latest state only the log holds are kept until they are
 * settled; beside them those used last, so that a save need not read its file again.
 */
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Change } from '../domain/change/change.js';
import type { Id } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { BriefingAdapter } from './briefing-adapter.js';
import type { Envelope } from './envelope.js';
import type { Log } from './log/log.js';
import type { StateRecord } from './log/log-format.js';
import type { Shelf } from './paths.js';
import type { StoreFolder } from './store-folder.js';
import type { StoredBriefing } from './stored-briefing.js';

interface File {
  readonly low: Low<StoredBriefing | null>;
  readonly adapter: BriefingAdapter;
}

const mostKept = 32;

export class BriefingFiles {
  readonly #folder: StoreFolder;
  readonly #log: Log | null;
  readonly #records: Map<Id, readonly StateRecord[]>;
  readonly #kept = new Map<Id, File>();
  readonly #unsettled = new Map<Id, File>();

  /** @param records what the log says beyond the files, by briefing. */
  constructor(
    folder: StoreFolder,
    log: Log | null,
    records: ReadonlyMap<Id, readonly StateRecord[]>
  ) {
    this.#folder = folder;
    this.#log = log;
    this.#records = new Map(records);
  }

  /** The briefings whose latest state only the log holds. */
  get unsettled(): readonly Id[] {
    return [...this.#unsettled.keys()];
  }

  /** Those whose latest state may be in the log alone. */
  get logged(): readonly Id[] {
    return [...new Set([...this.#unsettled.keys(), ...this.#records.keys()])];
  }

  /** Whether its latest state may be in the log alone. */
  isLogged(id: Id): boolean {
    return this.#unsettled.has(id) || this.#records.has(id);
  }

  isUnsettled(id: Id): boolean {
    return this.#unsettled.has(id);
  }

  /** Throws `no-briefing` when there is none of this id, and what the disk says when all briefings have gone. */
  async read(id: Id): Promise<StoredBriefing> {
    const known = this.#unsettled.get(id) ?? this.#kept.get(id);
    const stored = known?.low.data ?? (await this.#load(id)).low.data;
    if (!stored) {
      await this.#folder.fs.stat(join(this.#folder.root, 'b'));
      throw new ExpectedFailure('no-briefing', `There is no briefing ${id} in this library.`);
    }
    return stored;
  }

  /**
   * Resolves once `next` is safe on disk. When it rejects, `read` gives what it gave before.
   *
   * @param change what made `next` of what `read` gave; `null` for a briefing that is new or given whole
   */
  async write(id: Id, next: StoredBriefing, change: Change | null = null): Promise<void> {
    const wasUnsettled = this.#unsettled.has(id);
    const file = this.#unsettled.get(id) ?? this.#kept.get(id) ?? this.#fileOf(id);
    const before = file.low.data;
    file.low.data = next;
    // Before the log has it: a checkpoint that begins meanwhile must not let go of the record.
    this.#unsettled.set(id, file);
    try {
      // Not lowdb's own call, which has no room for the change.
      await file.adapter.write(next, change);
    } catch (error) {
      file.low.data = before;
      if (!wasUnsettled) this.#unsettled.delete(id);
      throw error;
    }
    this.#kept.delete(id);
  }

  /** Follows the log for one briefing. Returns why it could not be followed to its end; `null` when it could. */
  async recover(id: Id): Promise<string | null> {
    const file = this.#fileOf(id);
    try {
      await file.low.read();
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      return error.message;
    }
    const { low, adapter } = file;
    if (low.data && low.data.revision !== adapter.filed?.revision) this.#unsettled.set(id, file);
    return adapter.gap;
  }

  /** Resolves once the file and its second copy hold the latest state. @param first is told what is about to be overwritten. */
  async settle(id: Id, first: (filed: Envelope | null) => Promise<void>): Promise<void> {
    const file = this.#unsettled.get(id);
    if (!file) return;
    await first(file.adapter.filed);
    await file.adapter.settle();
    this.#unsettled.delete(id);
    this.#records.delete(id);
    this.#keep(id, file);
  }

  forget(id: Id): void {
    this.#kept.delete(id);
    this.#records.delete(id);
  }

  /** Reads without keeping: for going through the whole library. `null` when there is no such briefing. */
  async peek(id: Id, shelf: Shelf = 'b'): Promise<StoredBriefing | null> {
    const known = shelf === 'b' ? (this.#unsettled.get(id) ?? this.#kept.get(id)) : null;
    const records = shelf === 'b' ? this.recordsOf(id) : [];
    return known?.low.data ?? new BriefingAdapter(this.#folder, null, shelf, id, records).read();
  }

  async #load(id: Id): Promise<File> {
    const file = this.#fileOf(id);
    await file.low.read();
    if (file.low.data) this.#keep(id, file);
    return file;
  }

  #fileOf(id: Id): File {
    const adapter = new BriefingAdapter(this.#folder, this.#log, 'b', id, this.recordsOf(id));
    return { adapter, low: new Low<StoredBriefing | null>(adapter, null) };
  }

  /** What the log says of a briefing beyond its file, in its order, as it was when the library was opened. */
  recordsOf(id: Id): readonly StateRecord[] {
    return this.#records.get(id) ?? [];
  }

  /** A kept file holds nothing that is not on disk, so the oldest may be let go of at any time. */
  #keep(id: Id, file: File): void {
    this.#kept.delete(id);
    this.#kept.set(id, file);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest) this.#kept.delete(oldest);
  }
}
