/** The words of the sources, in which the lines of the briefing are looked up. Sources are rendered in the worker. */
import type { Id } from '../../../src-main/domain/base/values.js';
import {
  type LineInSource,
  WordsOfSources
} from '../../../src-main/domain/anchoring/lines-in-sources.js';
import {
  type Source,
  textOfSource,
  titleOfSource
} from '../../../src-main/domain/briefing/source.js';
import { paragraphStarts } from '../../../src-main/domain/markdown/paragraph-starts.js';
import { renderText } from '../../../src-main/domain/markdown/render-markdown.js';
import { quoted } from '../../../src-main/domain/terms/terms.js';
import { renderMarkdownInWorker } from '../../markdown/render-markdown.js';

type Texts = Parameters<typeof textOfSource>[1];

export class SourceWords {
  #words = $state.raw<WordsOfSources | null>(null);
  #sources: readonly Source[] = [];
  #read: ReadonlyMap<Id, { readonly text: string; readonly paragraphs: readonly number[] }> | null =
    null;

  /** To be called whenever the sources or their texts change. */
  async read(sources: readonly Source[], texts: Texts): Promise<void> {
    this.#sources = sources;
    const read = await Promise.all(
      sources.map(async (source) => {
        const written = textOfSource(source, texts) ?? '';
        const { html, text } =
          source.format === 'text'
            ? renderText(written, source.format)
            : await renderMarkdownInWorker(written);
        return { id: source.id, text, paragraphs: paragraphStarts(html) };
      })
    );
    // Overtaken by later ones.
    if (this.#sources !== sources) return;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- Never changed once it is made.
    this.#read = new Map(read.map((each) => [each.id, each]));
    this.#words = new WordsOfSources(read);
  }

  /** Another one whenever the sources were read anew; `null` before. */
  get words(): WordsOfSources | null {
    return this.#words;
  }

  /** Rendered; `null` before it was read. */
  textOf(source: Id): string | null {
    return (this.#words && this.#read?.get(source)?.text) ?? null;
  }

  /** The number of the paragraph in which a place of a source stands; 0 where it is not known. */
  paragraphAt(source: Id, place: number): number {
    const starts = (this.#words && this.#read?.get(source)?.paragraphs) ?? [];
    return starts.filter((start) => start <= place).length;
  }

  /** Of a rendered text; none before the sources were read. */
  find(rendered: string): readonly LineInSource[] {
    return this.#words?.find(rendered) ?? [];
  }

  /** In quotation marks; empty where there is one source only. */
  nameOf({ source }: LineInSource): string {
    const found = this.#sources.find(({ id }) => id === source);
    return found && this.#sources.length > 1 ? quoted(titleOfSource(found)) : '';
  }
}
