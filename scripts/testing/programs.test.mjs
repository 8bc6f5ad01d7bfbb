/** Protects: unit tests run where the programs of end-to-end tests are missing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../setup/root.mjs';
import { testFiles } from './two-sized.mjs';

it('finds no unit test that runs qpdf, Poppler, Xvfb or xdotool', () => {
  const starts = /\b(?:exec|spawn)\w*\(\s*'(?:qpdf|pdf[a-z]+|Xvfb|xdotool)'/;
  const found = testFiles().filter((path) => starts.test(readFileSync(join(root, path), 'utf8')));
  expect(found).toEqual([]);
});
