/** Writes checkpoints beside the exchanges of an open team, where it is this device’s turn. */
import { ExpectedFailure } from '../domain/base/result.js';
import type { BaseFiles } from './base-files.js';
import type { Carrier } from './carriers/carrier.js';
import type { Exchange } from './exchange.js';
import type { Membership } from './membership.js';
import type { SharedFiles } from './shared-files.js';
import type { TeamFiles } from './team-files.js';
import { type CheckpointAfter, isCheckpointDue, writeParts } from './write-checkpoint.js';

interface Needs {
  readonly files: TeamFiles;
  readonly shared: SharedFiles;
  readonly base: BaseFiles;
  readonly membership: Membership;
  readonly checkpointAfter: CheckpointAfter;
}

/** What is done between exchanges, with what they use. */
type InTurn = <T>(
  work: (open: { readonly carrier: Carrier; readonly exchange: Exchange }) => Promise<T>
) => Promise<T>;

/** Rows that have to come before a checkpoint is tried again that could not be written. */
const retryAfter = 200;

export class Checkpoints {
  readonly #needs: Needs;
  readonly #inTurn: InTurn;
  readonly #stop = new AbortController();
  #writing: Promise<void> | null = null;
  /** Rows that had come since the last checkpoint when it was last tried to write one. */
  #triedAt = -Infinity;

  constructor(needs: Needs, inTurn: InTurn) {
    this.#needs = needs;
    this.#inTurn = inTurn;
  }

  /** After an exchange that took everything in. Resolves at once where none is due; it never rejects. */
  write(): Promise<void> {
    this.#writing ??= this.#write().finally(() => (this.#writing = null));
    return this.#writing;
  }

  stop(): void {
    this.#stop.abort();
  }

  get idle(): Promise<void> {
    return this.#writing ?? Promise.resolve();
  }

  async #write(): Promise<void> {
    const { membership, files, base, shared, checkpointAfter } = this.#needs;
    const isDue = () => isCheckpointDue(membership, checkpointAfter);
    if (!isDue() || membership.since.rows < this.#triedAt + retryAfter) return;
    this.#triedAt = membership.since.rows;
    try {
      const begun = await this.#inTurn(({ carrier }) =>
        Promise.resolve({ carrier, standing: membership.standing() })
      );
      if (!begun.standing) return;
      const ids = [...new Set([...files.seenIds, ...(await base.ids())])];
      const needs = { shared, membership, carrier: begun.carrier };
      const row = await writeParts(begun.standing, ids, needs, this.#stop.signal);
      // Somebody else may have written one meanwhile.
      if (!row || !isDue()) return;
      await this.#inTurn(({ exchange }) => exchange.name(row));
      this.#triedAt = -Infinity;
    } catch (error) {
      // Nobody waits for it. What is wrong with the carrier, the next exchange tells.
      if (error instanceof ExpectedFailure || this.#stop.signal.aborted) return;
      console.error('A checkpoint was not written.', error);
    }
  }
}
