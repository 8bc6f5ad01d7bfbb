/** An article → a source of a briefing that is in the library already, for the window and the command line. */
import type { Article } from '../domain/program/article.js';
import { type Id, newId } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { newSource, type TextHash } from '../domain/briefing/source.js';
import { type SourceArrival, SourceComparison } from '../domain/sources/add-source.js';
import { dayOfFileInWords } from '../draft/composed/limits.js';
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
    const draft = await regroupInWorker(article, { signal });
    // Only now: its dictionary takes as long to load as all else that a start needs.
    const { composeBriefing } = await import('../draft/compose-briefing.js');
    const composed = composeBriefing(article, { as: 'empty', draft }, now);
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
    const made = article.facts?.made ?? null;
    const remarks = source.published === null && made !== null ? [dayOfFileInWords(made)] : [];
    const missing = [...(article.missing ?? []), ...remarks];
    return { is: 'addition', addition: found, missing };
  }

  /**
   * As `read`, of a source that another briefing of the library has: with its facts and grades, and
   * without what is said of it there. Throws `no-source` where that has none such.
   */
  async readFrom(
    library: Pick<Library, 'open'>,
    into: Id,
    other: Id,
    source: Id
  ): Promise<SourceArrival> {
    const from = await library.open(other);
    const there = from.briefing.sources.find(({ id }) => id === source);
    const text = there && from.texts[there.text];
    if (!there || text === undefined) {
      throw new ExpectedFailure('no-source', 'The other briefing has no such source any more.');
    }
    const now = new Date();
    const own = { id: newId(), origin: null, updates: null, importedAt: now.toISOString() };
    const { briefing, texts } = await library.open(into);
    const found = this.#comparison.arrive(
      briefing,
      texts,
      newSource({ ...there, ...own, by: null }),
      text,
      now
    );
    return 'is' in found ? found : { is: 'addition', addition: found, missing: [] };
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
