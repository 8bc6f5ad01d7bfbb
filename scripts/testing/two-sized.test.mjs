/** Protects: each test that has two sizes is found, so that none is left to be run in full by nobody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../setup/root.mjs';
import { findTwoSizedTests, testFiles } from './two-sized.mjs';

it('finds the tests that have two sizes, and no others', () => {
  const found = findTwoSizedTests();
  expect(found).toContain('src-main/store/faults.test.ts');
  expect(found).toContain('src-renderer/editor/open/changed-elsewhere.test.ts');
  expect(found).not.toContain('scripts/testing/counts.test.mjs');
});

it('finds whatever chooses by size, and nothing chooses past it', () => {
  const found = findTwoSizedTests();
  const others = testFiles().filter((path) => !found.includes(path) && !path.includes('two-sized'));
  const choosing = others.filter((path) =>
    /\b(bySize|isFullSize|STANDPOINT_THOROUGH)\b/.test(readFileSync(join(root, path), 'utf8'))
  );
  expect(choosing).toEqual([]);
});
