/**
 * What a list shows of every briefing, in memory: read from the manifest once, brought up to date by
 * every write, and written back to the manifest at every checkpoint.
 */
import { byLatestChange, type Summary } from '../../domain/briefing/briefing.js';
import type { Id } from '../../domain/base/values.js';
import type { ListEntry } from './list-rows.js';
import type { Manifest } from './manifest.js';

export class Summaries {
  readonly #manifest: Manifest;
  #known: Promise<Map<Id, ListEntry>> | null = null;
  #isSorted = true;
  /** What the manifest on disk lacks. */
  readonly #pending = new Map<Id, ListEntry | null>();
  #rebuilt: readonly string[] = [];
  #settling: Promise<void> = Promise.resolve();

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
  }

  /** Whether the manifest on disk is behind. */
  get hasPending(): boolean {
    return this.#pending.size > 0 || this.#rebuilt.length > 0;
  }

  /** Latest change first. */
  async list(): Promise<readonly Summary[]> {
    return (await this.entries()).map(({ summary }) => summary);
  }

  /** In the same order. */
  async entries(): Promise<readonly ListEntry[]> {
    const known = await this.#load();
    if (this.#isSorted) return [...known.values()];
    const sorted = [...known.values()].sort((a, b) => byLatestChange(a.summary, b.summary));
    known.clear();
    for (const entry of sorted) known.set(entry.summary.id, entry);
    this.#isSorted = true;
    return sorted;
  }

  put(entry: ListEntry): void {
    this.#change(entry.summary.id, entry);
  }

  remove(id: Id): void {
    this.#change(id, null);
  }

  /** The next list reads the manifest again. */
  forget(): void {
    this.#known = null;
  }

  /** Resolves once the manifest on disk says what the list says. */
  async settle(): Promise<void> {
    // A list that is being read takes what is pending into account, so it must not go meanwhile.
    await this.#known?.catch(() => undefined);
    if (!this.hasPending) return;
    const settling = this.#write();
    this.#settling = settling.catch(() => undefined);
    await settling;
  }

  async #write(): Promise<void> {
    const [changes, rebuilt] = [new Map(this.#pending), this.#rebuilt];
    await this.#manifest.write(changes, rebuilt);
    for (const [id, entry] of changes) {
      if (this.#pending.get(id) === entry) this.#pending.delete(id);
    }
    this.#rebuilt = [];
  }

  #change(id: Id, entry: ListEntry | null): void {
    this.#pending.set(id, entry);
    this.#known?.then(
      (known) => this.#apply(known, id, entry),
      // `list` tells why it could not be read.
      () => undefined
    );
  }

  #apply(known: Map<Id, ListEntry>, id: Id, entry: ListEntry | null): void {
    if (!entry) known.delete(id);
    else {
      known.set(id, entry);
      this.#isSorted = false;
    }
  }

  #load(): Promise<Map<Id, ListEntry>> {
    if (this.#known) return this.#known;
    const known = this.#read();
    this.#known = known;
    known.catch(() => {
      if (this.#known === known) this.#known = null;
    });
    return known;
  }

  async #read(): Promise<Map<Id, ListEntry>> {
    await this.#settling;
    const { entries, rebuilt } = await this.#manifest.load();
    this.#rebuilt = rebuilt;
    this.#isSorted = true;
    const known = new Map<Id, ListEntry>();
    for (const entry of entries) known.set(entry.summary.id, entry);
    for (const [id, entry] of this.#pending) this.#apply(known, id, entry);
    return known;
  }
}
