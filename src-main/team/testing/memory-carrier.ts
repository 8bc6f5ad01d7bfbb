/** A carrier in memory, which can be away, hold back and lie. */
import {
  type Carrier,
  carrierFailure,
  type RowPage,
  type CarriedRow,
  rowConflict,
  RowGap
} from '../carriers/carrier.js';

export class MemoryCarrier {
  rows: CarriedRow[] = [];
  readonly files = new Map<string, Uint8Array>();
  /** While it is set, nothing can be had. */
  isAway = false;
  /** While it is set, it throws what no carrier may. */
  isBroken = false;
  /** What putting a file waits for. */
  beforePut: () => Promise<void> = () => Promise.resolve();
  /** What the last part of a file waits for. */
  beforeGot: () => Promise<void> = () => Promise.resolve();
  readonly #watches = new Set<() => void>();
  readonly #cameAs = new WeakMap<CarriedRow, number>();
  #came = 0;

  /** As a server that is set back to a backup of the time at which it had so many rows. */
  setBack(rows: number): void {
    this.rows = this.rows.slice(0, rows);
  }

  /** By which the row that was read last is known again. */
  #markAt(end: number): string {
    const row = this.rows[end - 1];
    return row ? `${row.device}.${row.n}.${this.#cameAs.get(row)}` : '-';
  }

  /** What one program has of it. */
  open(): Carrier {
    const here = <T>(work: () => T | Promise<T>): Promise<T> =>
      this.isAway
        ? Promise.reject(carrierFailure('carrier-away', 'The server cannot be reached.'))
        : Promise.resolve().then(() => {
            if (this.isBroken) throw new Error('No such thing');
            return work();
          });
    const held = (device: string) =>
      Math.max(0, ...this.rows.filter((row) => row.device === device).map(({ n }) => n));
    return {
      place: 'Memory',
      append: (rows) =>
        here(() => {
          for (const row of rows) {
            const there = this.rows.find(({ device, n }) => device === row.device && n === row.n);
            if (there && !Buffer.from(there.bytes).equals(row.bytes)) {
              throw rowConflict(row.device, row.n, 'Memory');
            }
            if (there) continue;
            if (row.n !== held(row.device) + 1)
              throw new RowGap(row.device, held(row.device), 'Memory');
            const kept = { ...row };
            this.rows.push(kept);
            this.#cameAs.set(kept, (this.#came += 1));
          }
          for (const tell of this.#watches) tell();
        }),
      held: (device) => here(() => held(device)),
      read: (cursor) =>
        here((): RowPage => {
          const [at = '0', mark] = cursor?.split(' ') ?? [];
          const isSetBack = cursor !== null && mark !== this.#markAt(Number(at));
          const from = isSetBack ? 0 : Number(at);
          const rows = this.rows.slice(from, from + 7);
          const end = from + rows.length;
          const isEnd = end === this.rows.length;
          return { rows, cursor: `${end} ${this.#markAt(end)}`, isEnd, isSetBack, faults: [] };
        }),
      readTopic: (topic) => here(() => this.rows.filter((row) => row.topic === topic)),
      putFile: (name, bytes) =>
        here(async () => {
          await this.beforePut();
          if (!this.files.has(name)) this.files.set(name, bytes);
        }),
      getFile: (name, onProgress, stop) =>
        here(async () => {
          const bytes = this.files.get(name) ?? null;
          if (bytes) onProgress?.(bytes.length / 2, bytes.length);
          await this.beforeGot();
          stop?.throwIfAborted();
          return bytes;
        }),
      fileNames: (after) =>
        here(() => [...this.files.keys()].sort().filter((name) => name > (after ?? ''))),
      watch: (onNews) => {
        this.#watches.add(onNews);
        setImmediate(onNews);
        return { close: () => this.#watches.delete(onNews) };
      },
      close: () => Promise.resolve()
    };
  }
}
