/** One rendering under way: what was written and which footnotes were met. */
import type { FootnoteDefinition, MarkdownToken } from './lex-markdown.js';
import { HtmlWriter } from './html-writer.js';

export class Rendering extends HtmlWriter {
  readonly #footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly #numbers = new Map<string, number>();
  /** Of the headings that stand above, each deeper than the one before. */
  readonly #depths: number[] = [];
  /** In the order of first mention. */
  readonly #mentioned: FootnoteDefinition[] = [];

  /** @param under the level of the heading that all of it stands under. */
  constructor(
    footnotes: ReadonlyMap<string, FootnoteDefinition>,
    maxElements: number,
    private readonly under = 2
  ) {
    super(maxElements);
    this.#footnotes = footnotes;
  }

  /** Writes what a token shows of itself, apart from what separates tokens. */
  writeShown(_token: MarkdownToken, value: string): void {
    this.writeText(value);
  }

  /**
   * The level of the next heading that has `depth` number signs: one deeper than that of the nearest heading
   * above with fewer signs, so that no level is left out on the way down.
   */
  levelOfHeading(depth: number): number {
    while ((this.#depths.at(-1) ?? 0) >= depth) this.#depths.pop();
    this.#depths.push(depth);
    return Math.min(6, this.under + this.#depths.length);
  }

  /** Counted from 1 in the order of first mention; `null` when the text has no such footnote. */
  numberFootnote(label: string): number | null {
    const known = this.#numbers.get(label);
    if (known !== undefined) return known;
    const note = this.#footnotes.get(label);
    if (!note) return null;
    this.#numbers.set(label, this.#mentioned.push(note));
    return this.#mentioned.length;
  }

  /**
   * Yields the notes in the order of their numbers: those mentioned so far, those that they mention
   * as they are written, then those that nothing mentions: they too are the author's words.
   */
  *notes(): Generator<FootnoteDefinition> {
    yield* this.#mentioned;
    const written = this.#mentioned.length;
    for (const label of this.#footnotes.keys()) this.numberFootnote(label);
    yield* this.#mentioned.slice(written);
  }
}
