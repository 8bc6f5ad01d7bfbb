/** Protects that the list of licences tells what was built into Typst's machine code. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { licenceOf } from './licence-of.js';

test('the licence of Typst names the crates that its machine code holds', () => {
  const typst = createRequire(import.meta.url).resolve(
    '@myriaddreamin/typst-ts-node-compiler/package.json'
  );
  const { licence, text } = licenceOf(dirname(typst));
  expect(licence).toBe('Apache-2.0');
  expect(text).toMatch(/Apache License/);
  for (const crate of ['krilla', 'rustybuzz', 'comemo']) {
    expect(text).toMatch(new RegExp(`\\b${crate}-\\d+\\.\\d+\\.\\d+,`));
  }
});
