import { expect, it } from 'vitest';
import { makeCatalogue, writeCatalogue } from './catalogue.mjs';
import { isCovered } from './covered-files.mjs';

const files = [
  { path: 'src-renderer/find/A.svelte', source: '<p>No match</p>\n<b>Close</b>' },
  { path: 'src-renderer/find/find.ts', source: 'f("Close");' },
  { path: 'src-main/store/log.ts', source: 'f("Some words"); f("It is full.");' }
];

it('has each text of an area once, with all places; of the program only sentences', () => {
  expect(makeCatalogue(files)).toEqual([
    {
      area: 'src-renderer/find',
      texts: [
        { words: 'No match', places: ['A.svelte:1'] },
        { words: 'Close', places: ['A.svelte:2', 'find.ts:1'] }
      ]
    },
    { area: 'src-main/store', texts: [{ words: 'It is full.', places: ['log.ts:1'] }] }
  ]);
});

it('is written by area, a text a line', () => {
  expect(writeCatalogue(makeCatalogue(files.slice(1)))).toBe(
    '## src-renderer/find\n\nClose  · find.ts:1\n\n## src-main/store\n\nIt is full.  · log.ts:1\n\n2 texts in 2 areas\n'
  );
});

it.each([
  ['src-renderer/find/FindBar.svelte', true],
  ['src-renderer/find/find.test.ts', false],
  ['src-main/domain/terms/terms.ts', true],
  ['src-main/domain/terms/printed/de.ts', false],
  ['src-main/cli/standpoint.ts', false],
  ['src-main/preload/api.d.ts', false],
  ['e2e/window.ts', false]
])('takes in %s: %s', (path, isIn) => {
  expect(isCovered(path)).toBe(isIn);
});
