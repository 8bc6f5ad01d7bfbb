/** The words of the sources, in which the lines of the briefing are looked up. Sources are rendered in the worker. */
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
    if (this.#sources === sources) this.#words = new WordsOfSources(read);
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
