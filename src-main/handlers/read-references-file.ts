/** File → the text of references, which the domain reads. */
import { basename } from 'node:path';
import { maxReferenceBytes } from '../domain/base/limits.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { readRegularFile } from '../disk/regular-file.js';

/** Within the limit, as UTF-8. Throws an `ExpectedFailure` for whatever keeps the file from being read. */
export async function readReferencesText(path: string): Promise<string> {
  const limit = { most: maxReferenceBytes, what: 'a file of references' };
  const bytes = await readRegularFile(path, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ExpectedFailure(
      'not-utf8',
      `${basename(path)} is not valid UTF-8, so it was not read.`
    );
  }
}
