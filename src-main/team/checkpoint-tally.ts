/** Counts what rows have come since the last checkpoint, and notes those that came again. */
import type { RowPage } from './carriers/carrier.js';
import { CheckpointRow } from './checkpoint-parts.js';
import type { ReadPlace } from './place.js';
import type { Chains } from './sealing/chains.js';
import type { OpenedRow } from './sealing/row.js';

export class CheckpointTally {
  readonly #topic: string;
  readonly #again = new Set<string>();
  #since: ReadPlace['since'];

  /** @param topic of checkpoints */
  constructor(topic: string, since: ReadPlace['since'] = { rows: 0, bytes: 0, size: 0 }) {
    this.#topic = topic;
    this.#since = since;
  }

  get since(): ReadPlace['since'] {
    return this.#since;
  }

  /** Devices of which rows came that were taken in before. */
  get again(): readonly string[] {
    return [...this.#again];
  }

  /** @param taken what was new of the page */
  count({ rows, isSetBack }: RowPage, taken: readonly OpenedRow[], chains: Chains): void {
    const isNew = new Set(taken.map(({ head }) => `${head.device} ${head.n}`));
    for (const { device, n } of isSetBack ? [] : rows) {
      if (!isNew.has(`${device} ${n}`) && n <= chains.count(device)) this.#again.add(device);
    }
    const bytes = rows.reduce((sum, row) => sum + row.bytes.length, 0);
    const { since } = this;
    this.#since = { ...since, rows: since.rows + rows.length, bytes: since.bytes + bytes };
    for (const { head, content } of taken) this.note({ topic: head.topic, content });
  }

  /** Of a row that counts. */
  note({ topic, content }: { readonly topic: string; readonly content: unknown }): void {
    if (topic !== this.#topic) return;
    const read = CheckpointRow.safeParse(content);
    if (read.success) this.#since = { rows: 0, bytes: 0, size: read.data.bytes };
  }
}
