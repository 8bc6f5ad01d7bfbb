/** The watches of one carrier, which end with it. */
import type { Watch } from './carrier.js';

export class Watches {
  readonly #open = new Set<Watch>();

  add(watch: Watch): Watch {
    this.#open.add(watch);
    return {
      close: () => {
        watch.close();
        this.#open.delete(watch);
      }
    };
  }

  close(): void {
    for (const watch of this.#open) watch.close();
  }
}
