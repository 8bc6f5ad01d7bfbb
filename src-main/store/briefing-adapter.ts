/**
 * lowdb's adapter for one briefing. Reading verifies its file, recovers on the way and follows the
 * log; writing appends what differs from the last state to the log, which makes it safe.
 */
import type { Adapter } from 'lowdb';
import { type Change, diffBriefing } from '../domain/change/change.js';
import type { Id } from '../domain/base/values.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { compactChange } from '../domain/change/log-codec.js';
import { bestCopy, readCopies, readCopy, mendCopies, newerBriefing } from './copies.js';
import { DamagedFile, type Envelope } from './envelope.js';
import type { Log } from './log/log.js';
import { holdsAll, type StateRecord } from './log/log-format.js';
import { briefingPath, type Shelf, shownPath } from './paths.js';
import { replay } from './log/read-log.js';
import type { StoreFolder } from './store-folder.js';
import {
  asStored,
  decodeBriefing,
  type FiledBriefing,
  type StoredBriefing,
  writeBoth
} from './stored-briefing.js';

export class BriefingAdapter implements Adapter<StoredBriefing | null> {
  readonly #folder: StoreFolder;
  readonly #log: Log | null;
  readonly #id: Id;
  readonly #path: string;
  /** What the log says of this briefing, read when the library was opened. */
  readonly #records: readonly StateRecord[];
  #last: StoredBriefing | null = null;
  #filed: Envelope | null = null;
  #gap: string | null = null;

  /** @param log `null` where nothing is written. */
  constructor(
    folder: StoreFolder,
    log: Log | null,
    shelf: Shelf,
    id: Id,
    records: readonly StateRecord[]
  ) {
    this.#folder = folder;
    this.#log = log;
    this.#id = id;
    this.#path = briefingPath(folder.root, shelf, id);
    this.#records = records;
  }

  /** What the file held when it was last read or written; `null` for none. */
  get filed(): Envelope | null {
    return this.#filed;
  }

  /** Why the log was not followed to its end; `null` when it was. */
  get gap(): string | null {
    return this.#gap;
  }

  /** `null` when nothing was ever saved here. Throws `damaged-briefing` when no copy is good: never an empty default. */
  async read(): Promise<StoredBriefing | null> {
    const decode = (bytes: Uint8Array) => decodeBriefing(this.#id, bytes);
    const main = await readCopy(this.#path, 'main', decode, this.#folder.fs);
    const file = main?.value ?? (await this.#recover());
    this.#filed = file?.envelope ?? null;
    const value = this.#records.length === 0 ? file : this.#follow(file);
    if (value && value.schema > currentSchema) {
      this.#folder.report(newerBriefing(shownPath(this.#folder.root, this.#path), value));
    }
    this.#last = value;
    return value;
  }

  /** @param change what made `data` of the last state, where whoever made it knows: then it is not worked out again */
  async write(data: StoredBriefing | null, change: Change | null = null): Promise<void> {
    if (data === null || !this.#log) throw new Error('There is nothing to write, or nowhere');
    await this.#log.append(this.#recordOf(data, change));
    this.#last = data;
  }

  /** Resolves once the file and its second copy hold the last state, so that the log need not. */
  async settle(): Promise<void> {
    if (!this.#last) return;
    await writeBoth(this.#path, this.#last, this.#folder.fs);
    const { revision, briefing } = this.#last;
    this.#filed = { schema: currentSchema, revision, data: briefing };
  }

  #recordOf({ revision, briefing }: StoredBriefing, change: Change | null): StateRecord {
    const common = { id: this.#id, schema: currentSchema };
    const last = this.#last;
    const made = last && (change ?? diffBriefing(last.briefing, briefing));
    // JSON has no word for a field that goes, so the briefing is written whole then.
    if (!made || Object.values(made.fields).includes(undefined)) {
      return { ...common, rev: revision, data: briefing };
    }
    return {
      ...common,
      rev: revision,
      at: briefing.modifiedAt,
      change: compactChange({ ...last.briefing }, made)
    };
  }

  #follow(file: FiledBriefing | null): StoredBriefing | null {
    const { state, gap } = replay(file?.envelope ?? null, this.#records);
    this.#gap = gap;
    if (!state || state === file?.envelope) return file;
    try {
      return asStored(this.#id, state);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      this.#gap = error.message;
      return file;
    }
  }

  async #recover(): Promise<FiledBriefing | null> {
    const { fs, readOnly, report } = this.#folder;
    const decode = (bytes: Uint8Array) => decodeBriefing(this.#id, bytes);
    const copies = await readCopies(this.#path, decode, fs);
    const best = bestCopy(copies);
    // The log holds all of it still.
    if (best?.kind !== 'backup' && holdsAll(this.#records)) return null;
    // Without a good copy the damaged one stays where it is: it is the best there is until `check --repair`.
    const mend = best !== null && !readOnly;
    const findings = await mendCopies(this.#folder, this.#path, copies, mend);
    findings.filter(({ code }) => code !== 'leftover').forEach(report);
    const lost = findings.find(({ code }) => code === 'lost-briefing');
    if (lost)
      throw new ExpectedFailure('damaged-briefing', `${lost.message} It was left as it is.`);
    return best?.value ?? null;
  }
}
