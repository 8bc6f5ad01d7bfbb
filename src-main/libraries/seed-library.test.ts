/** The sample in a new library is the one in the program’s folder: opened from there it holds nothing new. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { readBundleFile } from '../import/import-bundle.js';
import { openLibrary } from '../store/open-library.js';
import { seedLibrary } from './seed-library.js';

const samples = fileURLToPath(new URL('../../resources/samples', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'standpoint-seed-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('nothing of the sample but the time of its last change differs from its file', async () => {
  const library = await openLibrary(join(folder, 'library'));
  try {
    await seedLibrary(library, samples);
    const { bundle } = await readBundleFile(join(samples, 'alaska-summit.json'));
    const { briefing } = await library.open(bundle.briefing.id);
    expect({ ...briefing, modifiedAt: bundle.briefing.modifiedAt }).toEqual(bundle.briefing);
  } finally {
    await library.close();
  }
});
