/**
 * What a list shows of every briefing, kept in memory after one scan and brought up to date by
 * every write, so that listing does not read the library again.
 */
import type { Summary } from '../domain/briefing.js';
import type { Id } from '../domain/id.js';

export class Summaries {
  readonly #scan: () => Promise<readonly Summary[]>;
  #known: Promise<Map<Id, Summary>> | null = null;

  constructor(scan: () => Promise<readonly Summary[]>) {
    this.#scan = scan;
  }

  /** Latest change first. */
  async list(): Promise<readonly Summary[]> {
    const known = await this.#load();
    return [...known.values()].sort(
      (a, b) => compare(b.modifiedAt, a.modifiedAt) || compare(b.id, a.id)
    );
  }

  put(summary: Summary): void {
    this.#update((known) => known.set(summary.id, summary));
  }

  remove(id: Id): void {
    this.#update((known) => known.delete(id));
  }

  /** The next list scans again. */
  forget(): void {
    this.#known = null;
  }

  /** Before the first scan there is nothing to bring up to date; a failed scan is reported by `list`. */
  #update(change: (known: Map<Id, Summary>) => void): void {
    this.#known?.then(change, () => undefined);
  }

  #load(): Promise<Map<Id, Summary>> {
    if (this.#known) return this.#known;
    const known = this.#scan().then((found) => new Map(found.map((each) => [each.id, each])));
    this.#known = known;
    known.catch(() => {
      if (this.#known === known) this.#known = null;
    });
    return known;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
