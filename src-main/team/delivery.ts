/**
 * Hands sealed rows over to the carrier. They lie in a file before it is asked, and in a list of what was
 * sent afterwards: a carrier that was set back from a backup gets again what it lost.
 */
import { join } from 'node:path';
import { z } from '../domain/base/zod.js';
import type { FileSystem } from '../disk/file-system.js';
import { type CarriedRow, type Carrier, RowGap } from './carriers/carrier.js';
import { LineLog, readLineFile } from './line-file.js';
import { Parcel, readRow, StoredRow, storeRow, type TeamFiles } from './team-files.js';

/** Bytes of rows that are kept at most; then the older half goes. */
const mostKept = 64 * 1024 * 1024;

/** The rows of this device that the carrier has taken, oldest first. */
export class SentRows {
  readonly #path: string;
  readonly #fs: FileSystem;
  #log: LineLog | null = null;
  #last = 0;

  /** @param folder the team’s */
  constructor(folder: string, fs: FileSystem) {
    this.#path = join(folder, 'sent.log');
    this.#fs = fs;
  }

  /** Resolves once they are safe on disk. Those that are kept already are passed over. */
  async add(rows: readonly CarriedRow[]): Promise<void> {
    this.#log ??= await this.#open();
    const fresh = rows.filter(({ n }) => n > this.#last);
    if (fresh.length === 0) return;
    await this.#log.add(...fresh.map(storeRow));
    this.#last = fresh.at(-1)?.n ?? this.#last;
    if (this.#log.size <= mostKept) return;
    const all = await this.#read();
    await this.#log.replace(() => all.slice(all.length / 2));
  }

  /** Those behind row `n`. Where the first of them is not kept any more, none. */
  async after(n: number): Promise<readonly CarriedRow[]> {
    const rows = (await this.#read()).filter((row) => row.n > n).map(readRow);
    return rows[0]?.n === n + 1 ? rows : [];
  }

  async #open(): Promise<LineLog> {
    const read = await readLineFile(this.#path, this.#fs);
    this.#last =
      z
        .array(StoredRow)
        .parse(read?.lines ?? [])
        .at(-1)?.n ?? 0;
    return new LineLog(this.#path, read?.end ?? 0, this.#fs);
  }

  async #read(): Promise<readonly z.infer<typeof StoredRow>[]> {
    const read = await readLineFile(this.#path, this.#fs);
    return z.array(StoredRow).parse(read?.lines ?? []);
  }
}

export interface DeliveryNeeds {
  readonly carrier: Carrier;
  readonly files: TeamFiles;
  readonly sentRows: SentRows;
  readonly device: string;
  /** Rows of this device that are sealed, verified ones and those on their way. */
  readonly count: () => number;
  /** Before rows that the carrier lost go there again: what they name has to be there as well. */
  readonly onLost: (rows: readonly CarriedRow[]) => Promise<void>;
}

export class Delivery {
  readonly #needs: DeliveryNeeds;

  constructor(needs: DeliveryNeeds) {
    this.#needs = needs;
  }

  /** The parcel that is there to be given to the carrier; `null` for none. */
  parcel(): Promise<Parcel | null> {
    return this.#needs.files.read('parcel', Parcel);
  }

  /** Resolves once the carrier has them, and once that is written down. */
  async handOver(rows: readonly CarriedRow[]): Promise<void> {
    const { carrier, sentRows } = this.#needs;
    try {
      await carrier.append(rows);
    } catch (error) {
      if (!(error instanceof RowGap) || !(await this.#sendAgain(error.held))) throw error;
      await carrier.append(rows);
    }
    await sentRows.add(rows);
  }

  /** Looks whether the carrier was set back from a backup, and gives it again what it lost of this device. */
  async sendLost(): Promise<void> {
    const { carrier, device, count } = this.#needs;
    const held = await carrier.held(device);
    if (held < count()) await this.#sendAgain(held);
  }

  /** False where that is not kept here. */
  async #sendAgain(held: number): Promise<boolean> {
    const { carrier, sentRows, onLost } = this.#needs;
    const rows = await sentRows.after(held);
    if (rows.length === 0) return false;
    await onLost(rows);
    await carrier.append(rows);
    return true;
  }
}
