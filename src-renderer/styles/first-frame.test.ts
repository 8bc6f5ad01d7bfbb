import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const page = read('../index.html');
const tokens = read('tokens.css');

test.each([
  ['--surface-desk', 'solid '],
  ['--surface-page', 'background: '],
  ['--text', ' color: ']
])('the first frame has the colours of %s, so nothing changes under the eye', (token, before) => {
  const pair = tokens.match(new RegExp(`${token}: (light-dark\\([^)]*\\))`))?.[1];
  expect(pair).toBeTruthy();
  expect(page).toContain(before + String(pair));
});
