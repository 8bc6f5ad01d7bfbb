/** What the window may ask of drafting: the suggestions of a source, one draft at a time, stopped on request. */
import type { Article } from '../domain/program/article.js';
import { noFacts } from '../domain/program/article.js';
import type { Draft } from '../domain/suggestions/draft.js';
import type { Id, PartialDate } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { draftInWorker } from '../draft/draft-in-worker.js';
import type { WindowSurface } from '../edge/electron.js';
import { tell, type Handlers } from '../edge/ipc.js';
import type { Library } from '../store/library.js';

interface DraftingNeeds {
  readonly library: Library;
  readonly window: () => WindowSurface;
}

type DraftingHandlers = Pick<Handlers, 'draft.source' | 'draft.cancel'>;

export function createDraftingHandlers({ library, window }: DraftingNeeds): DraftingHandlers {
  let underWay: AbortController | null = null;

  async function draftSource(
    briefing: Id,
    source: Id,
    asEnglish: boolean,
    published: PartialDate | null
  ): Promise<Draft> {
    underWay?.abort(cancelled());
    const { signal } = (underWay = new AbortController());
    const article = await articleOf(library, briefing, source, published);
    const page = window().webContents;
    return draftInWorker(article, {
      asEnglish,
      signal,
      onProgress: (done) => tell(page, 'draftProgress', done)
    });
  }

  return {
    'draft.source': (_caller, briefing, source, asEnglish, published) =>
      draftSource(briefing, source, asEnglish, published),
    'draft.cancel': () => {
      underWay?.abort(cancelled());
      return null;
    }
  };
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

function cancelled(): ExpectedFailure {
  return new ExpectedFailure('cancelled', 'Drafting was cancelled. The briefing is as it was.');
}
