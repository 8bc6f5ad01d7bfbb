/** An article → a source of a briefing that is in the library already, for the window and the command line. */
import type { Article } from '../domain/program/article.js';
import type { Id } from '../domain/base/values.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { TextHash } from '../domain/briefing/source.js';
import { type SourceArrival, SourceComparison } from '../domain/sources/add-source.js';
import { composeBriefing } from '../draft/compose-briefing.js';
import { regroupInWorker } from '../draft/draft-in-worker.js';
import type { Library } from '../store/library.js';
import { bringBackOriginal } from './import-article.js';

export interface KnownSources {
  readonly briefing: Briefing;
  readonly texts: Readonly<Record<TextHash, string>>;
}

/** Reads one article after the other, quickest for those that go to one briefing. */
export class SourceReader {
  readonly #comparison = new SourceComparison();

  /**
   * What the article would bring to the briefing, which stays as it is. The text and the file that it was
   * read from are safe in the library once this resolves, so that a save may name them. Rejects with the
   * reason of a signal that aborts.
   */
  async read(
    library: Pick<Library, 'addTexts' | 'addOriginals'>,
    { briefing, texts }: KnownSources,
    article: Article,
    signal?: AbortSignal
  ): Promise<SourceArrival> {
    const now = new Date();
    const composed = composeBriefing(article, await regroupInWorker(article, { signal }), now);
    const [source] = composed.briefing.sources;
    if (!source) throw new Error(`${article.name} gave a briefing without a source`);
    signal?.throwIfAborted();
    const found = this.#comparison.arrive(briefing, texts, source, article.text, now);
    if ('is' in found) {
      await bringBackOriginal(library, briefing, article);
      return found;
    }
    await library.addTexts(composed.texts);
    await library.addOriginals(composed.originals);
    return { is: 'addition', addition: found, missing: [...(article.missing ?? [])] };
  }

  /** As `read`, of a briefing by its id, as it stands in the library. */
  async readFor(
    library: Pick<Library, 'addTexts' | 'addOriginals' | 'open'>,
    briefing: Id,
    article: Article,
    signal?: AbortSignal
  ): Promise<SourceArrival> {
    return this.read(library, await library.open(briefing), article, signal);
  }
}
