/** File → annotations, by any of the formats of exchange. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ReadAnnotations } from './domain/exchange/exchanged.js';
import { readAnnotations } from './domain/exchange/formats.js';
import { maxBundleBytes } from './domain/limits.js';
import { ExpectedFailure } from './domain/result.js';

/** Throws an `ExpectedFailure` for whatever keeps the file from being read as annotations. */
export async function readAnnotationsFile(path: string): Promise<ReadAnnotations> {
  return readAnnotations(basename(path), await readAnnotationsText(path));
}

/** Within the limit, as UTF-8. */
export async function readAnnotationsText(path: string): Promise<string> {
  const name = basename(path);
  try {
    const file = await stat(path);
    if (!file.isFile()) throw new ExpectedFailure('not-a-file', `${path} is not a file.`);
    if (file.size > maxBundleBytes) {
      throw new ExpectedFailure(
        'too-large',
        `${name} has ${Math.ceil(file.size / 1e6)} MB; annotations may have up to ${maxBundleBytes / 1e6} MB. Nothing was read.`
      );
    }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) {
      throw new ExpectedFailure('not-utf8', `${name} is not valid UTF-8, so it was not read.`);
    }
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    throw error.code === 'ENOENT'
      ? new ExpectedFailure('not-found', `There is no file ${path}.`)
      : new ExpectedFailure('unreadable', `${path} cannot be read (${String(error.code)}).`);
  }
}
