import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { mendIndex } from './index-file.js';
import { SearchIndex } from './search-index.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-index-'));
  file = join(folder, 'search.sqlite');
  const index = new SearchIndex(file);
  const briefing = { ...emptyBriefing('Title'), bottomLine: 'word '.repeat(3_000) };
  index.put([{ briefing, textOf: () => null, file: 'b/00/x.json', stamp: briefing.modifiedAt }]);
  index.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an index that is whole is left alone', () => {
  const before = readFileSync(file);
  expect(mendIndex(file)).toBeNull();
  expect(readFileSync(file)).toEqual(before);
  expect(mendIndex(join(folder, 'none.sqlite'))).toBeNull();
});

test('a spoilt one is taken away, and said to be', () => {
  const bytes = readFileSync(file);
  bytes.fill(0x7e, 4_096, bytes.length - 512);
  writeFileSync(file, bytes);
  expect(mendIndex(file)).toMatch(/search index was damaged/);
  expect(existsSync(file)).toBe(false);
});
