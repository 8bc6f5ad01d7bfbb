/** Article → draft → stored briefing: the one way in, for the window and the command line. */
import { readArticle } from '../article/read-article.js';
import type { Article } from '../domain/program/article.js';
import type { Id } from '../domain/base/values.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Source } from '../domain/briefing/source.js';
import type { NewArticle } from '../domain/program/settings.js';
import type { Draft } from '../domain/suggestions/draft.js';
import type { BriefingBasis } from '../draft/compose-briefing.js';
import { draftInWorker, regroupInWorker } from '../draft/draft-in-worker.js';
import type { HeldText, Library } from '../store/library.js';

export interface MakingOptions {
  readonly as: NewArticle;
  /** Stops it until it begins to be written; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Gets the draft that the briefing was composed of. */
  readonly onDraft?: ((draft: Draft, source: Source) => void) | undefined;
  /** Told how far the draft is, from 0 to 1, rising; short texts may be done without it. */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly draftWith?: typeof draftInWorker;
}

export interface ImportOptions extends MakingOptions {
  /** Imports also what some briefing of the library has as a source already. */
  readonly again: boolean;
}

/** A briefing that is safe on disk. */
interface NewBriefing {
  readonly id: Id;
  /** What the person is to know of it, such as parts of the file that could not be read. */
  readonly remarks: readonly string[];
}

/** The new briefing of an article, or the one that has its text as a source already. */
type Arrival = NewBriefing | { readonly held: HeldText };

/** Milliseconds within which a draft is to be composed. The longest text takes about a tenth of it. */
const draftingLimit = 60_000;

/** Resolves once the briefing is safe on disk. */
export async function importArticle(
  library: Pick<Library, 'create' | 'addOriginals'>,
  article: Article,
  making: MakingOptions
): Promise<NewBriefing> {
  const { signal, onDraft } = making;
  const { briefing, texts, originals, basis, remarks } = await draftBriefing(article, making);
  signal?.throwIfAborted();
  await library.addOriginals(originals);
  await library.create(briefing, texts);
  const [source] = briefing.sources;
  if (basis.as === 'composed' && source) onDraft?.(basis.draft, source);
  return { id: briefing.id, remarks };
}

/** The briefing of an article, which no library holds yet, and what the person is to know of it. */
export async function draftBriefing(article: Article, making: MakingOptions) {
  const { basis, remarks } = await basisOf(article, making);
  // Its dictionary takes as long to load as all else that a start needs.
  const { composeBriefing } = await import('../draft/compose-briefing.js');
  return {
    ...composeBriefing(article, basis, new Date()),
    basis,
    remarks: [...(article.missing ?? []), ...remarks]
  };
}

/** An article that cannot be drafted in time comes in all the same, in cards. */
async function basisOf(
  article: Article,
  { as, signal, onProgress, draftWith = draftInWorker }: MakingOptions
): Promise<{ readonly basis: BriefingBasis; readonly remarks: readonly string[] }> {
  if (as !== 'composed') {
    return { basis: { as, draft: await regroupInWorker(article, { signal }) }, remarks: [] };
  }
  try {
    const draft = await draftWith(article, { signal, limit: draftingLimit, onProgress });
    return { basis: { as, draft }, remarks: [] };
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || !error.code.startsWith('drafting-too-')) throw error;
    const draft = await regroupInWorker(article, { signal });
    const remark = `${error.message} It came in as the whole article, in cards.`;
    return { basis: { as: 'cards', draft }, remarks: [remark] };
  }
}

/** As `importArticle`. Where the library holds the text, nothing but a lost original is brought back. */
export async function importUnlessHeld(
  library: Pick<Library, 'create' | 'addOriginals' | 'heldBy' | 'open'>,
  article: Article,
  { again, ...making }: ImportOptions
): Promise<Arrival> {
  const held = again ? null : await library.heldBy(article.sha256);
  if (!held) return importArticle(library, article, making);
  if (article.original) {
    const { briefing } = await library.open(held.id);
    await bringBackOriginal(library, briefing, article);
  }
  return { held };
}

/** Keeps the article's file once more where a source of the briefing names it: it may have been lost. */
export async function bringBackOriginal(
  library: Pick<Library, 'addOriginals'>,
  { sources }: Pick<Briefing, 'sources'>,
  { original }: Article
): Promise<void> {
  if (!original || !sources.some((each) => each.original?.hash === original.facts.hash)) return;
  await library.addOriginals({ [original.facts.hash]: original.content });
}

/** Text without a file, such as the clipboard's. */
export function articleFromText(text: string, format: Article['format']): Article {
  const ending = format === 'markdown' ? 'md' : 'txt';
  return readArticle(`Pasted text.${ending}`, new TextEncoder().encode(text));
}

/** Whether the next file would only fail likewise: the library is at fault, or the import was cancelled. */
export function endsImport(error: ExpectedFailure): boolean {
  return ending.has(error.code);
}

const ending: ReadonlySet<string> = new Set([
  'cancelled',
  'ended',
  'library-in-use',
  'not-a-library',
  'read-only-library',
  'disk-full',
  'no-permission',
  'read-only-disk',
  'folder-gone',
  'disk-error'
]);
