/** Hands originals over beside all else; where that fails, once more after a pause. */
import { ExpectedFailure } from '../domain/base/result.js';
import { backOff } from './carriers/back-off.js';
import type { SharedOriginals } from './shared-originals.js';

/** What keeps rows from going out, too. */
const isToldByExchange: ReadonlySet<string> = new Set(['carrier-away', 'no-key']);

export class HandOver {
  readonly #originals: SharedOriginals;
  readonly #onChange: () => void;
  #timer: NodeJS.Timeout | null = null;
  #failures = 0;
  #isClosed = false;
  #waiting: readonly string[] = [];

  constructor(originals: SharedOriginals, onChange: () => void) {
    this.#originals = originals;
    this.#onChange = onChange;
  }

  /** Why originals wait, as one sentence or none. */
  get waiting(): readonly string[] {
    return this.#waiting;
  }

  async run(): Promise<void> {
    if (this.#timer || this.#isClosed) return;
    try {
      await this.#originals.handOver(this.#onChange);
      this.#failures = 0;
      this.#waiting = [];
    } catch (error) {
      if (this.#isClosed) return;
      this.#failures += 1;
      this.#timer = setTimeout(() => {
        this.#timer = null;
        void this.run();
      }, backOff(this.#failures)).unref();
      if (!(error instanceof ExpectedFailure)) console.error('Originals were not shared.', error);
      else if (!isToldByExchange.has(error.code)) {
        this.#waiting = [`Original files wait to be handed over. ${error.message}`];
      }
    }
    this.#onChange();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#originals.close();
  }
}
