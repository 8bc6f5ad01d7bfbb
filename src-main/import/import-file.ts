/** One file or text that a person gives → briefings in the library: those that it carries, or one of an article. */
import type { Imported } from '../domain/program/imported.js';
import { readArticleFile } from '../article/read-article.js';
import { readDocument } from '../article/read-article.js';
import type { Article } from '../domain/program/article.js';
import { ExpectedFailure } from '../domain/base/result.js';
import {
  articleFromText,
  endsImport,
  type ImportOptions,
  importUnlessHeld
} from './import-article.js';
import { importCarried, readCarried, readCarriedFile } from './import-carried.js';
import type { Library } from '../store/library.js';

/**
 * What cannot be read is refused with its sentence. Throws where the library is at fault, and rejects with
 * the reason of a signal that aborts before anything is written.
 */
export async function importPath(
  library: Library,
  path: string,
  options: ImportOptions
): Promise<Imported> {
  const { signal } = options;
  return (
    (await importCarried(library, () => readCarriedFile(path, signal), signal)) ??
    (await importRead(library, () => readArticleFile(path, { signal }), options))
  );
}

/** As `importPath`, of a file whose name and bytes are known. */
export async function importBytes(
  library: Library,
  name: string,
  bytes: Uint8Array,
  options: ImportOptions
): Promise<Imported> {
  const { signal } = options;
  return (
    (await importCarried(library, () => readCarried(name, bytes, signal), signal)) ??
    (await importRead(library, () => readDocument(name, bytes, { signal }), options))
  );
}

/** As `importPath`, of words without a file. */
export function importText(
  library: Library,
  text: string,
  format: Article['format'],
  options: ImportOptions
): Promise<Imported> {
  return importRead(library, () => articleFromText(text, format), options);
}

async function importRead(
  library: Library,
  read: () => Promise<Article> | Article,
  options: ImportOptions
): Promise<Imported> {
  try {
    const article = await read();
    const arrival = await importUnlessHeld(library, article, options);
    if ('id' in arrival) {
      return { ids: [arrival.id], refused: [], missing: [...arrival.remarks] };
    }
    return { ids: [], refused: [], held: [{ ...arrival.held, name: article.name }] };
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || endsImport(error)) throw error;
    return { ids: [], refused: [error.message] };
  }
}
