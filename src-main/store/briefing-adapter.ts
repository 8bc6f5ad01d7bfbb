/** lowdb's adapter for one briefing: durable writes, verified reads, recovery on the way. */
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Id } from '../domain/id.js';
import { currentSchema } from '../domain/migrations.js';
import { ExpectedFailure } from '../domain/result.js';
import { bestCopy, readCopies, readCopy } from './copies.js';
import { mendBriefing, newerBriefing } from './mend-briefing.js';
import { briefingPath, type Shelf, shownPath } from './paths.js';
import type { StoreFolder } from './store-folder.js';
import { decodeBriefing, encodeBriefing, type StoredBriefing } from './stored-briefing.js';
import { ensureFolder, writeDurably } from './write-durably.js';

export class BriefingAdapter implements Adapter<StoredBriefing | null> {
  readonly #folder: StoreFolder;
  readonly #path: string;
  readonly #decode: (bytes: Uint8Array) => StoredBriefing;

  constructor(folder: StoreFolder, shelf: Shelf, id: Id) {
    this.#folder = folder;
    this.#path = briefingPath(folder.root, shelf, id);
    this.#decode = (bytes) => decodeBriefing(id, bytes);
  }

  /** `null` when nothing was ever saved here. Throws `damaged-briefing` when no copy is good: never an empty default. */
  async read(): Promise<StoredBriefing | null> {
    const { root, fs, report } = this.#folder;
    const main = await readCopy(this.#path, 'main', this.#decode, fs);
    const value = main?.value ?? (await this.#recover());
    if (value && value.schema > currentSchema) {
      report(newerBriefing(shownPath(root, this.#path), value));
    }
    return value;
  }

  async write(data: StoredBriefing | null): Promise<void> {
    if (data === null) throw new Error('There is nothing to write');
    await ensureFolder(dirname(this.#path), this.#folder.fs);
    await writeDurably(this.#path, encodeBriefing(data), this.#folder.fs);
  }

  async #recover(): Promise<StoredBriefing | null> {
    const { fs, readOnly, report } = this.#folder;
    const copies = await readCopies(this.#path, this.#decode, fs);
    const best = bestCopy(copies);
    // Without a good copy the damaged one stays where it is: it is the best there is until `check --repair`.
    const findings = await mendBriefing(
      this.#folder,
      this.#path,
      copies,
      best !== null && !readOnly
    );
    findings.filter(({ code }) => code !== 'leftover').forEach(report);
    const lost = findings.find(({ code }) => code === 'lost-briefing');
    if (lost)
      throw new ExpectedFailure('damaged-briefing', `${lost.message} It was left as it is.`);
    return best?.value ?? null;
  }
}
