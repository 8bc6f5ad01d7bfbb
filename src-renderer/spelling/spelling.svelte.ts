/**
 * Spelling for the whole window: which English, the person's own words, and the dictionary that is in
 * use. Dictionaries come with the program; nothing is ever fetched.
 */
import {
  maxOwnWords,
  type SpellingLanguage,
  type SpellingSettings
} from '../../src-main/domain/program/settings.js';
import { startWorker } from '../ui/start-worker.js';
import american from './american.worker.ts?worker&url';
import british from './british.worker.ts?worker&url';
import { Checker } from './checker.js';

const workers = { 'en-GB': british, 'en-US': american } as const;

export const languageNames: Readonly<Record<SpellingLanguage, string>> = {
  'en-GB': 'British English',
  'en-US': 'American English',
  off: 'off'
};

export class Spelling {
  #settings = $state.raw<SpellingSettings>({ language: 'en-GB', words: [] });
  /** The person's own words, in lower case. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- Never changed once it is made.
  readonly #own = $derived(new Set(this.#settings.words.map((word) => word.toLowerCase())));
  #checker: { readonly language: SpellingLanguage; readonly checker: Checker } | null = null;
  #keep: (settings: SpellingSettings) => void = () => undefined;

  /** @param keep writes the settings for the next start. */
  use(settings: SpellingSettings, keep: (settings: SpellingSettings) => void): void {
    this.#settings = settings;
    this.#keep = keep;
  }

  get language(): SpellingLanguage {
    return this.#settings.language;
  }

  /** The person's own words, in the order in which she added them. */
  get words(): readonly string[] {
    return this.#settings.words;
  }

  /** Reads the dictionary when it is asked for first; `null` while spelling is off. */
  get checker(): Checker | null {
    const { language } = this.#settings;
    if (this.#checker?.language !== language) {
      this.#checker?.checker.close();
      this.#checker =
        language === 'off'
          ? null
          : { language, checker: new Checker(() => startWorker(workers[language])) };
    }
    return this.#checker?.checker ?? null;
  }

  isOwn(word: string): boolean {
    return this.#own.has(word.toLowerCase());
  }

  setLanguage(language: SpellingLanguage): void {
    this.#change({ ...this.#settings, language });
  }

  /** False when the person's dictionary is full. */
  add(word: string): boolean {
    const { words } = this.#settings;
    if (this.isOwn(word)) return true;
    if (words.length >= maxOwnWords) return false;
    this.#change({ ...this.#settings, words: [...words, word.slice(0, 100)] });
    return true;
  }

  remove(word: string): void {
    const words = this.#settings.words.filter((each) => each !== word);
    this.#change({ ...this.#settings, words });
  }

  #change(settings: SpellingSettings): void {
    this.#settings = settings;
    this.#keep(settings);
  }
}

export const spelling = new Spelling();
