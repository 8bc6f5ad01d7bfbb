/** File → the text of references, which the domain reads. */
import { basename } from 'node:path';
import { decodeText } from '../article/decode-text.js';
import { maxReferenceBytes } from '../domain/base/limits.js';
import type { TextFile } from '../domain/program/article.js';
import { readRegularFile } from '../disk/regular-file.js';

/** Within the limit. Throws an `ExpectedFailure` for whatever keeps the file from being read. */
export async function readReferencesText(path: string): Promise<TextFile> {
  const limit = { most: maxReferenceBytes, what: 'a file of references' };
  const name = basename(path);
  const { text, guess } = decodeText(name, await readRegularFile(path, limit));
  return { name, text, guess };
}
