/** File → annotations, by any of the formats of exchange. */
import { basename } from 'node:path';
import type { ReadAnnotations } from '../domain/exchange/exchanged.js';
import { readAnnotations } from '../domain/exchange/formats.js';
import { maxBundleBytes } from '../domain/base/limits.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { readRegularFile } from '../disk/regular-file.js';

/** Throws an `ExpectedFailure` for whatever keeps the file from being read as annotations. */
export async function readAnnotationsFile(path: string): Promise<ReadAnnotations> {
  return readAnnotations(basename(path), await readAnnotationsText(path));
}

/** Within the limit, as UTF-8. */
export async function readAnnotationsText(path: string): Promise<string> {
  const limit = { most: maxBundleBytes, what: 'a file of annotations' };
  const bytes = await readRegularFile(path, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ExpectedFailure(
      'not-utf8',
      `${basename(path)} is not valid UTF-8, so it was not read.`
    );
  }
}
