/** What the window may ask of articles: taking them in, and suggestions of a source. One of each at a time, stopped on request. */
import { markdownOfClipboard, readArticleFile, readDocument } from '../article/read-article.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Source, TextHash } from '../domain/briefing/source.js';
import type { Id, PartialDate } from '../domain/base/values.js';
import { type Article, noFacts } from '../domain/program/article.js';
import type { Draft } from '../domain/suggestions/draft.js';
import { namesToAsk, noLibraryNames, withKnownNames } from '../domain/suggestions/library-names.js';
import { draftInWorker } from '../draft/draft-in-worker.js';
import { chooseArticles, noteDocument, pathOf, tokenFor } from '../edge/dialogs.js';
import type { Handlers } from '../edge/answer-calls.js';
import { tell } from '../edge/ipc.js';
import { onTaskbar } from '../edge/taskbar.js';
import { preferencesOf } from '../edge/settings.js';
import { SourceReader } from '../import/add-source.js';
import { articleFromText } from '../import/import-article.js';
import { importBytes, importPath, importText } from '../import/import-file.js';
import type { Search } from '../search/start-search.js';
import type { Library } from '../store/library.js';
import { done, type Program, WorkUnderWay } from './program.js';

type ArticleHandlers = Pick<
  Handlers,
  Extract<
    keyof Handlers,
    `article.${string}` | `source.read${string}` | `draft.${string}` | 'import.cancel'
  >
>;

export function articleHandlers({
  library,
  libraries,
  settings,
  window,
  ending
}: Program): ArticleHandlers {
  const importing = new WorkUnderWay(
    ending,
    'The import was cancelled. Nothing of this file was taken in.'
  );
  const draftingCancelled = 'Drafting was cancelled. The briefing is as it was.';
  const drafting = new WorkUnderWay(ending, draftingCancelled);
  // Suggestions of a source may be asked for meanwhile.
  const draftingIn = new WorkUnderWay(ending, draftingCancelled);
  const sources = new SourceReader();
  const drafts = new LatestDraft();
  const options = (again: boolean) => ({
    again,
    as: preferencesOf(settings).newArticle,
    signal: importing.begin(),
    onDraft: (draft: Draft, { published }: Source) => drafts.keep(draft, published)
  });
  return {
    'article.choose': async () => (await chooseArticles(window())).map(tokenFor),
    'article.importChosen': async (token, again) => {
      const path = pathOf(token);
      const imported = await onTaskbar(window(), (show) =>
        importPath(library, path, { ...options(again), onProgress: show })
      );
      if (imported.refused.length === 0) noteDocument(path);
      return imported;
    },
    'article.importFile': (name, bytes, again) =>
      onTaskbar(window(), (show) =>
        importBytes(library, name, bytes, { ...options(again), onProgress: show })
      ),
    'article.importText': (text, format, again) =>
      onTaskbar(window(), (show) =>
        importText(library, text, format, { ...options(again), onProgress: show })
      ),
    'article.toMarkdown': (html) => markdownOfClipboard(html),
    'source.readChosen': async (briefing, token) => {
      const signal = importing.begin();
      const article = await readArticleFile(pathOf(token), { signal });
      return sources.readFor(library, briefing, article, signal);
    },
    'source.readFile': async (briefing, name, bytes) => {
      const signal = importing.begin();
      const article = await readDocument(name, bytes, { signal });
      return sources.readFor(library, briefing, article, signal);
    },
    'source.readText': (briefing, text, format) => {
      const signal = importing.begin();
      return sources.readFor(library, briefing, articleFromText(text, format), signal);
    },
    'source.readFrom': (briefing, other, source) =>
      sources.readFrom(library, briefing, other, source),
    'import.cancel': () => done(importing.cancel()),
    'draft.source': async (briefing, source, asEnglish, published) => {
      const signal = drafting.begin();
      const article = await articleOf(library, briefing, source, published);
      const shownIn = window();
      const kept = asEnglish ? null : drafts.take(article.sha256, published);
      const draft =
        kept ??
        (await onTaskbar(shownIn, (show) =>
          draftInWorker(article, {
            asEnglish,
            signal,
            onProgress(part) {
              tell(shownIn.webContents, 'draftProgress', part);
              show(part);
            }
          })
        ));
      return knowingLibrary(draft, (await library.open(briefing)).briefing, libraries.search);
    },
    'draft.parts': async (briefing, source, published) => {
      const article = await articleOf(library, briefing, source, published);
      const draft = await draftInWorker(article, { signal: draftingIn.begin() });
      const known = await knowingLibrary(
        draft,
        (await library.open(briefing)).briefing,
        libraries.search
      );
      const { partsOfLater } = await import('../draft/compose-briefing.js');
      return partsOfLater(article, known, new Date());
    },
    'draft.cancel': () => done(drafting.cancel())
  };
}

/** The draft that a briefing was composed of, kept for the view that asks for its suggestions next. */
class LatestDraft {
  #latest: { readonly draft: Draft; readonly published: PartialDate | null } | null = null;

  keep(draft: Draft, published: PartialDate | null): void {
    this.#latest = { draft, published };
  }

  /** Once: it may be large. `null` for another text, or one whose day has been set since. */
  take(text: TextHash, published: PartialDate | null): Draft | null {
    const latest = this.#latest;
    if (latest?.draft.source.sha256 !== text || latest.published !== published) return null;
    this.#latest = null;
    return latest.draft;
  }
}

/** Where the index fails, which it has told, the draft is as the article and the briefing give it. */
async function knowingLibrary(
  draft: Draft,
  briefing: Briefing,
  search: Pick<Search, 'names'>
): Promise<Draft> {
  try {
    return withKnownNames(draft, briefing, await search.names(namesToAsk(draft, briefing)));
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return withKnownNames(draft, briefing, noLibraryNames);
  }
}

/** @param published as the window has it, which may not be on disk yet. */
async function articleOf(
  library: Library,
  id: Id,
  sourceId: Id,
  published: PartialDate | null
): Promise<Article> {
  const { briefing, texts } = await library.open(id);
  const source = briefing.sources.find((s) => s.id === sourceId);
  const text = source && texts[source.text];
  if (!source || text === undefined) {
    throw new ExpectedFailure('no-source', 'The briefing has no such source any more.');
  }
  return {
    name: source.title || 'The source',
    format: source.format,
    text,
    sha256: source.text,
    facts: { ...noFacts, published }
  };
}
