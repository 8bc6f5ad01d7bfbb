/** File → the text of annotations or references in a format of exchange, which the domain reads. */
import { basename } from 'node:path';
import { decodeText } from '../article/decode-text.js';
import { maxBundleBytes, maxReferenceBytes } from '../domain/base/limits.js';
import type { TextFile } from '../domain/program/article.js';
import { readRegularFile, type ReadLimit } from '../disk/regular-file.js';

/** Within the limit. Throws an `ExpectedFailure` for whatever keeps the file from being read. */
export function readAnnotationsText(path: string): Promise<TextFile> {
  return readText(path, { most: maxBundleBytes, what: 'a file of annotations' });
}

/** As `readAnnotationsText`. */
export function readReferencesText(path: string): Promise<TextFile> {
  return readText(path, { most: maxReferenceBytes, what: 'a file of references' });
}

async function readText(path: string, limit: ReadLimit): Promise<TextFile> {
  const name = basename(path);
  const { text, guess } = decodeText(name, await readRegularFile(path, limit));
  return { name, text, guess };
}
