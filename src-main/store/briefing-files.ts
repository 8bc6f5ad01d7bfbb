/** One lowdb `Low` a briefing; those used last are kept, so that a save need not read its file again. */
import { Low } from 'lowdb';
import type { Id } from '../domain/id.js';
import { ExpectedFailure } from '../domain/result.js';
import { BriefingAdapter } from './briefing-adapter.js';
import type { Shelf } from './paths.js';
import type { StoreFolder } from './store-folder.js';
import type { StoredBriefing } from './stored-briefing.js';

type File = Low<StoredBriefing | null>;

const mostKept = 32;

export class BriefingFiles {
  readonly #folder: StoreFolder;
  readonly #kept = new Map<Id, File>();

  constructor(folder: StoreFolder) {
    this.#folder = folder;
  }

  /** Throws `no-briefing` when there is none of this id. */
  async read(id: Id): Promise<StoredBriefing> {
    const stored = this.#kept.get(id)?.data ?? (await this.#load(id)).data;
    if (!stored)
      throw new ExpectedFailure('no-briefing', `There is no briefing ${id} in this library.`);
    return stored;
  }

  /** Resolves once `next` is safe on disk. When it rejects, `read` gives what it gave before. */
  async write(id: Id, next: StoredBriefing): Promise<void> {
    const file = this.#kept.get(id) ?? this.#fileOf(id);
    const before = file.data;
    file.data = next;
    try {
      await file.write();
    } catch (error) {
      file.data = before;
      throw error;
    }
    this.#keep(id, file);
  }

  forget(id: Id): void {
    this.#kept.delete(id);
  }

  /** Reads without keeping: for going through the whole library. `null` when there is no such briefing. */
  async peek(id: Id, shelf: Shelf = 'b'): Promise<StoredBriefing | null> {
    const kept = shelf === 'b' ? this.#kept.get(id)?.data : null;
    return kept ?? new BriefingAdapter(this.#folder, shelf, id).read();
  }

  async #load(id: Id): Promise<File> {
    const file = this.#fileOf(id);
    await file.read();
    if (file.data) this.#keep(id, file);
    return file;
  }

  #fileOf(id: Id): File {
    return new Low<StoredBriefing | null>(new BriefingAdapter(this.#folder, 'b', id), null);
  }

  /** A kept file holds nothing that is not on disk, so the oldest may be let go of at any time. */
  #keep(id: Id, file: File): void {
    this.#kept.delete(id);
    this.#kept.set(id, file);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest) this.#kept.delete(oldest);
  }
}
