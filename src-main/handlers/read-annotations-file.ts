/** File → the text of annotations in a format of exchange, which the domain reads. */
import { basename } from 'node:path';
import { decodeText } from '../article/decode-text.js';
import { maxBundleBytes } from '../domain/base/limits.js';
import type { TextFile } from '../domain/program/article.js';
import { readRegularFile } from '../disk/regular-file.js';

/** Within the limit. Throws an `ExpectedFailure` for whatever keeps the file from being read. */
export async function readAnnotationsText(path: string): Promise<TextFile> {
  const limit = { most: maxBundleBytes, what: 'a file of annotations' };
  const name = basename(path);
  const { text, guess } = decodeText(name, await readRegularFile(path, limit));
  return { name, text, guess };
}
