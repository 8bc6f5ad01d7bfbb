/** Path → Article: the disk's side of reading an article. */
import { basename } from 'node:path';
import type { Article } from '../domain/program/article.js';
import { readRegularFile } from '../disk/regular-file.js';
import { limitOf } from './read-article.js';
import { readDocument, type ReadingOptions } from './read-document.js';

/** Throws an `ExpectedFailure` with a sentence for whatever keeps the file from being read. */
export async function readArticleFile(path: string, options?: ReadingOptions): Promise<Article> {
  const name = basename(path);
  return readDocument(name, await readRegularFile(path, limitOf(name)), options);
}
