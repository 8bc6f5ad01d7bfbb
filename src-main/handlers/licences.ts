/** The packages that the program is made of, and their licences, as the build has listed them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '../domain/base/zod.js';
import { Licence } from '../domain/program/library-state.js';
import { ExpectedFailure } from '../domain/base/result.js';

const file = join(import.meta.dirname, '../licences.json');

export async function readLicences(): Promise<Licence[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ExpectedFailure(
      'not-found',
      'The list of licences is made by a build, and this Standpoint runs without one.'
    );
  });
  return z.array(Licence).parse(JSON.parse(text));
}
