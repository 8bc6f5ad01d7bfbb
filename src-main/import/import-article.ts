/** Article → draft → stored briefing: the one way in, for the window and the command line. */
import { readArticle } from '../article/read-article.js';
import type { Article } from '../domain/program/article.js';
import type { Id } from '../domain/base/values.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { ExpectedFailure } from '../domain/base/result.js';
import { composeBriefing } from '../draft/compose-briefing.js';
import { regroupInWorker } from '../draft/draft-in-worker.js';
import type { HeldText, Library } from '../store/library.js';

/**
 * Resolves once the briefing is safe on disk. The signal stops it until it begins to be written; the
 * promise then rejects with the signal's reason.
 */
export async function importArticle(
  library: Pick<Library, 'create' | 'addOriginals'>,
  article: Article,
  signal?: AbortSignal
): Promise<Id> {
  const regrouped = await regroupInWorker(article, { signal });
  const { briefing, texts, originals } = composeBriefing(article, regrouped, new Date());
  signal?.throwIfAborted();
  await library.addOriginals(originals);
  await library.create(briefing, texts);
  return briefing.id;
}

export interface ImportOptions {
  /** Imports also what some briefing of the library has as a source already. */
  readonly again: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The new briefing of an article, or the one that has its text as a source already. */
type Arrival = { readonly id: Id } | { readonly held: HeldText };

/** As `importArticle`. Where the library holds the text, nothing but a lost original is brought back. */
export async function importUnlessHeld(
  library: Pick<Library, 'create' | 'addOriginals' | 'heldBy' | 'open'>,
  article: Article,
  { again, signal }: ImportOptions
): Promise<Arrival> {
  const held = again ? null : await library.heldBy(article.sha256);
  if (!held) return { id: await importArticle(library, article, signal) };
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
