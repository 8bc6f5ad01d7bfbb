/** What the person has settled in the settings, as far as it is neither look nor spelling. */
import { firstPreferences, type Preferences } from '../../../src-main/domain/program/settings.js';
import type { ChosenKeys } from '../../../src-main/domain/keys.js';
import type { Author } from '../../../src-main/domain/briefing/author.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';
import { attempt, call } from './client.js';

interface Telling {
  showFailure(sentence: string): unknown;
}

export class KeptPreferences {
  #kept = $state.raw<Preferences | null>(null);
  #device = '';

  constructor(private readonly telling: Telling) {}

  async load(): Promise<void> {
    const kept = await attempt(this.telling, () => call('settings.preferences'));
    if (kept) this.#hold(kept);
    this.#device = (await attempt(this.telling, () => call('settings.device'))) ?? '';
  }

  /** The first ones until the settings are loaded. */
  get now(): Preferences {
    return this.#kept ?? firstPreferences;
  }

  /** The keys that she has chosen, as main has read them. */
  get keys(): ChosenKeys {
    return this.now.keys;
  }

  /** Whose is what is recorded from now on; `null` until the settings are loaded. */
  get by(): Author | null {
    return this.#device === '' ? null : { name: this.now.author, device: this.#device };
  }

  /** Which version runs is kept. Whether it is another than the last time; at a first start it is not. */
  noteVersion(version: string): boolean {
    const before = this.#kept?.lastVersion ?? version;
    if (before === version) return false;
    this.set({ lastVersion: version });
    return before !== '';
  }

  /** What an import has still to take in; none once it has ended. */
  noteImport(names: readonly string[]): void {
    // Before the settings are loaded, keeping them would keep the first ones.
    if (!this.#kept) return;
    const some = names.slice(0, 20).map((name) => name.slice(0, 300));
    const unfinishedImport = names.length === 0 ? null : { count: names.length, names: some };
    this.set({ unfinishedImport });
  }

  /** Of an import that never ended, once; `null` for none. */
  takeUnfinishedImport(): Preferences['unfinishedImport'] {
    const { unfinishedImport } = this.now;
    if (unfinishedImport) this.noteImport([]);
    return unfinishedImport;
  }

  /** Nobody has given a name, and nobody was asked for one. */
  get lacksAuthor(): boolean {
    return this.#kept !== null && !this.#kept.authorAsked && this.#kept.author === '';
  }

  /** Who records, where nobody has said so yet. */
  nameUnnamed(author: string): void {
    if (this.now.author === '') this.set({ author, authorAsked: true });
  }

  set(part: Partial<Preferences>): void {
    const kept = { ...this.now, ...part };
    this.#hold(kept);
    void attempt(this.telling, () => call('settings.setPreferences', kept));
  }

  #hold(kept: Preferences): void {
    this.#kept = kept;
    personsDates.style = kept.dateStyle;
    personsDates.order = kept.dateOrder === 'ask' ? null : kept.dateOrder;
  }
}
