import { expect, test } from 'vitest';
import { findFaults, findSharedNames } from './repository-faults.mjs';

const lines = (/** @type {number} */ count) => 'a\n'.repeat(count);

test.each([
  ['src-main/a.ts', lines(300), 0],
  ['src-main/a.ts', lines(301), 1],
  ['src-renderer/A.svelte', lines(301), 1],
  ['src-main/a.ts', `/** Over 300 lines because it is one table. */\n${lines(399)}`, 0],
  ['src-main/a.ts', `/** Over 300 lines because it is one table. */\n${lines(400)}`, 1],
  ['src-main/a.ts', `${lines(200)}// Over 300 lines because I say so too late\n${lines(200)}`, 1],
  ['resources/samples/briefing.json', lines(900), 0],
  ['README.md', lines(900), 0]
])('length: %s', (path, text, faults) => {
  expect(findFaults(path, text)).toHaveLength(faults);
});

// Put together at run time, so that this file passes its own check.
const path = (/** @type {string[]} */ ...parts) => `/${parts.join('/')}`;
const registry = ['registry', 'npmjs', 'org'].join('.');

test.each([
  [`see ${path('home', 'ada', 'notes.md')}`, 'machine'],
  [`const root = '${path('Users', 'ada', 'standpoint')}'`, 'machine'],
  [`cd ${path('work', 'main', 'x')}`, 'machine'],
  [['C:', 'Users', 'ada'].join('\\'), 'machine'],
  [`registry=https://${registry}/`, 'registry'],
  [`"${'resolved'}": "https://example.org/a.tgz"`, 'host that a package came from']
])('a trace: %s', (text, word) => {
  expect(findFaults('docs/a.md', `first\n${text}\n`)).toEqual([
    expect.stringMatching(new RegExp(`^docs/a\\.md:2: .*${word}`))
  ]);
});

test.each([
  'see src-renderer/home/page/x.ts',
  'https://example.org/home/ada/x',
  '/usr/bin/chromium',
  '/Users/u/Applications/Chromium.app',
  '/tmp/google-chrome.deb',
  'https://www.npmjs.com/package/lowdb'
])('no trace: %s', (text) => {
  expect(findFaults('a.md', text)).toEqual([]);
});

test('a name that two files export is told once, with both', () => {
  const files = /** @type {const} */ ([
    ['src-main/a.ts', 'export interface Row {}\nexport type Row2 = 1;\n'],
    ['src-renderer/b.ts', 'export async function Row() {}\n'],
    ['src-host/c.ts', 'interface Row {}\n'],
    ['src-host/d.test.ts', 'export const Row = 1;\n'],
    ['src-main/testing/e.ts', 'export const Row2 = 1;\n'],
    ['bench/f.ts', 'export const Row2 = 1;\n']
  ]);
  expect(findSharedNames(files)).toEqual([
    'src-main/a.ts, src-renderer/b.ts: each exports a “Row” of its own.'
  ]);
});

test('a schema and its type, exported by one file under one name, are one thing', () => {
  const file = /** @type {const} */ ([
    'src-main/a.ts',
    'export const A = 1;\nexport type A = 1;\n'
  ]);
  expect(findSharedNames([file])).toEqual([]);
});
