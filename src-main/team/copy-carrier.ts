/**
 * Copies all that a carrier holds of a library into another, still sealed, and looks while it copies
 * whether the rows are whole. Broken off, it goes on when it is done again: what is there is passed over.
 */
import { openRows } from './sealing/row.js';
import { Chains } from './sealing/chains.js';
import type { Keyring } from './sealing/keyring.js';
import { RowFault, shortDevice } from './sealing/row-fault.js';
import { type Carrier, type CarriedRow, RowGap } from './carriers/carrier.js';

export interface CopyNeeds {
  readonly from: Carrier;
  readonly to: Carrier;
  readonly keyring: Keyring;
  /** Of every device whose rows count. */
  readonly publicKeyOf: (device: string) => Uint8Array | null;
  /** How many rows of each device this library has verified before. */
  readonly verified: ReadonlyMap<string, number>;
  readonly onProgress?: (progress: CopyProgress) => void;
  readonly stop?: AbortSignal;
}

export interface CopyProgress {
  /** So far. */
  readonly rows: number;
  readonly files: number;
  /** Of all; `null` while rows are being copied. */
  readonly ofFiles: number | null;
}

export interface CarrierCopy {
  readonly rows: number;
  readonly files: number;
  /** What is wrong with rows and files, a sentence each. All that could be copied was. */
  readonly faults: readonly string[];
}

/** Throws an `ExpectedFailure` where either carrier does, and the reason of `stop`. */
export async function copyCarrier(needs: CopyNeeds): Promise<CarrierCopy> {
  const rows = await copyRows(needs);
  const files = await copyFiles(needs, rows.count);
  return { rows: rows.count, files: files.count, faults: [...rows.faults, ...files.faults] };
}

async function copyRows(needs: CopyNeeds) {
  const { from, to, onProgress, stop } = needs;
  const check = new RowCheck(needs);
  let count = 0;
  for (let cursor: string | null = null; ;) {
    stop?.throwIfAborted();
    const page = await from.read(cursor);
    check.take(page.rows, page.faults);
    for (const own of byDevice(page.rows)) {
      try {
        await to.append(own);
        count += own.length;
      } catch (error) {
        if (!(error instanceof RowGap)) throw error;
        check.tell(
          `Rows of device ${shortDevice(error.device)} from ${error.held + 1} on are missing in the middle at ${from.place}, so the later ones could not be copied.`
        );
      }
    }
    onProgress?.({ rows: count, files: 0, ofFiles: null });
    cursor = page.cursor;
    if (page.isEnd) return { count, faults: check.faults() };
  }
}

function byDevice(rows: readonly CarriedRow[]): Iterable<readonly CarriedRow[]> {
  const found = new Map<string, CarriedRow[]>();
  for (const row of rows) found.set(row.device, [...(found.get(row.device) ?? []), row]);
  return found.values();
}

/** Looks at rows as a member would who joined now. */
class RowCheck {
  readonly #needs: CopyNeeds;
  readonly #chains = new Chains();
  readonly #told = new Set<string>();
  #closed = 0;

  constructor(needs: CopyNeeds) {
    this.#needs = needs;
  }

  tell(sentence: string): void {
    this.#told.add(sentence);
  }

  take(rows: readonly CarriedRow[], faults: readonly string[]): void {
    const { keyring, publicKeyOf } = this.#needs;
    for (const sentence of faults) this.tell(sentence);
    for (const opened of openRows(rows, keyring, publicKeyOf)) {
      try {
        if (opened instanceof RowFault) throw opened;
        this.#chains.take(opened.head);
      } catch (error) {
        if (!(error instanceof RowFault)) throw error;
        // Of a device that waits to be admitted, or under a key that has not come yet.
        if (error.code === 'no-key' || error.code === 'unknown-device') this.#closed += 1;
        // That follows from what was told before it, or is told by `faults`.
        else if (error.code !== 'gap') this.tell(error.message);
      }
    }
  }

  faults(): readonly string[] {
    const { from, verified } = this.#needs;
    const lost = [...verified].flatMap(([device, n]) =>
      this.#chains.count(device) < n
        ? `${from.place} holds ${this.#chains.count(device)} whole rows of device ${shortDevice(device)}, and this library has seen ${n} of them.`
        : []
    );
    const closed =
      this.#closed === 0
        ? []
        : [
            `${this.#closed} ${this.#closed === 1 ? 'row was' : 'rows were'} copied without being looked at: this library has no key for them.`
          ];
    const withheld = this.#chains.faults().map(({ message }) => message);
    return [...this.#told, ...(lost.length > 0 ? lost : withheld), ...closed];
  }
}

async function copyFiles({ from, to, onProgress, stop }: CopyNeeds, rows: number) {
  const names: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await from.fileNames(after);
    names.push(...page);
    after = page.at(-1) ?? null;
    if (after === null) break;
  }
  const faults: string[] = [];
  let count = 0;
  for (const [index, name] of names.entries()) {
    stop?.throwIfAborted();
    // What is there already does not come over the line once more.
    const isThere = (await to.getFile(name, undefined, stop)) !== null;
    const bytes = isThere ? null : await from.getFile(name, undefined, stop);
    if (bytes) await to.putFile(name, bytes, undefined, stop);
    if (isThere || bytes) count += 1;
    else {
      faults.push(
        `The sealed file ${name.slice(0, 8)} is not whole at ${from.place}, and was not copied.`
      );
    }
    onProgress?.({ rows, files: index + 1, ofFiles: names.length });
  }
  return { count, faults };
}
