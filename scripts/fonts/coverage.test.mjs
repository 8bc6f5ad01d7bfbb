/** Protects that the table of signs is what the bundled fonts themselves hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../setup/root.mjs';
import { readCoverage } from './read-coverage.mjs';
import { inRanges } from './write-coverage.mjs';

test('if not: node scripts/fonts/write-coverage.mjs', async () => {
  const table = readFileSync(join(root, 'src-main/domain/publication/covered-signs.ts'), 'utf8');
  const [, words = ''] = table.split('`');
  expect(words.trim().split(/\s+/).join(' ')).toBe(inRanges(await readCoverage()));
});
