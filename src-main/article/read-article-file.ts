/** Path → Article: the disk's side of reading an article. */
import { basename } from 'node:path';
import type { Article } from '../domain/article.js';
import { readRegularFile } from '../regular-file.js';
import { limitOf, readArticle } from './read-article.js';
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
  return readDocument(name, await readRegularFile(path, limitOf(name)), read);
}
