/** Path → Article: the disk's side of reading an article. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Article } from '../domain/article.js';
import { ExpectedFailure } from '../domain/result.js';
import { readArticle, refuseOversize } from './read-article.js';
import { readDocument } from './read-document.js';

/**
 * Throws an `ExpectedFailure` with a sentence for whatever keeps the file from being read.
 * `read` decides what counts as an article of text or Markdown: `readText` also takes one without any words.
 */
export async function readArticleFile(
  path: string,
  read: (name: string, bytes: Uint8Array) => Article = readArticle
): Promise<Article> {
  const name = basename(path);
  try {
    const file = await stat(path);
    if (file.isDirectory()) {
      throw new ExpectedFailure('is-a-folder', `${path} is a folder, not an article.`);
    }
    // A pipe or device could keep us waiting for ever.
    if (!file.isFile()) {
      throw new ExpectedFailure('not-a-file', `${path} is not a regular file.`);
    }
    refuseOversize(name, file.size);
    return await readDocument(name, await readFile(path), read);
  } catch (error) {
    throw explain(path, error);
  }
}

function explain(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ExpectedFailure('not-found', `There is no file ${path}.`);
    case 'EACCES':
    case 'EPERM':
      return new ExpectedFailure('unreadable', `You have no permission to read ${path}.`);
    case 'EIO':
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'EMFILE':
      return new ExpectedFailure('unreadable', `${path} cannot be read (${code}).`);
    default:
      return error;
  }
}
