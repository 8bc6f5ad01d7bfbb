/** The texts of the open briefing’s sources, by their hashes, and which of them are nowhere to be had. */
import {
  noText,
  type Source,
  type TextHash,
  textOfSource
} from '../../../src-main/domain/briefing/source.js';

type Texts = Readonly<Record<TextHash, string>>;

export class TextsOfSources {
  #all = $state.raw<Texts>({});
  /** Those that were looked for and are not there. */
  #lacking = $state.raw<readonly TextHash[]>([]);

  constructor(texts: Texts, sources: readonly Source[]) {
    this.#all = texts;
    this.#lacking = this.missing(sources);
  }

  get all(): Texts {
    return this.#all;
  }

  add(hash: string, text: string): void {
    if (this.#all[hash] === undefined) this.#all = { ...this.#all, [hash]: text };
  }

  lacks(source: Source): boolean {
    if (textOfSource(source, this.#all) !== null) return false;
    return source.text === noText || this.#lacking.includes(source.text);
  }

  missing(sources: readonly Source[]): readonly TextHash[] {
    return sources.map(({ text }) => text).filter((hash) => this.#all[hash] === undefined);
  }

  /** Whether one is missing that was not looked for yet. */
  hasToLook(sources: readonly Source[]): boolean {
    return this.missing(sources).some((hash) => !this.#lacking.includes(hash));
  }

  async readMissing(sources: readonly Source[], read: () => Promise<Texts>): Promise<void> {
    const wanted = this.missing(sources);
    const found = await read();
    // Texts may have come meanwhile.
    const came = Object.entries(found).filter(([hash]) => this.#all[hash] === undefined);
    if (came.length > 0) this.#all = { ...this.#all, ...Object.fromEntries(came) };
    this.#lacking = [...this.#lacking.filter((hash) => !wanted.includes(hash)), ...wanted];
  }
}
