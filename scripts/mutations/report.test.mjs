import { expect, it } from 'vitest';
import { foundBy, formatSums, formatTable } from './report.mjs';

const mutant = (/** @type {number} */ id) => ({
  id,
  file: 'src-main/a.ts',
  line: id,
  operator: 'change number',
  original: '1',
  mutated: '2',
  lineText: 'x = 1;',
  ordinal: 0
});
const missed = { outcome: /** @type {const} */ ('missed'), seconds: 3 };
const found = { outcome: /** @type {const} */ ('found'), by: 'a.test.ts › is 1 | 2', seconds: 4 };
const everywhere = {
  types: missed,
  unit: missed,
  e2e: missed,
  'unit-full': missed,
  'e2e-rest': missed
};

const results = [
  { mutant: mutant(1), levels: { types: found } },
  { mutant: mutant(2), levels: { types: missed, unit: found } },
  { mutant: mutant(3), levels: { ...everywhere, 'e2e-rest': found } },
  { mutant: mutant(4), levels: everywhere },
  { mutant: mutant(5), levels: everywhere, equivalent: 'The value is not used.' },
  { mutant: mutant(6), levels: { types: missed } }
];

it('says what found a mutant', () => {
  expect(results.map(foundBy)).toEqual(['types', 'unit', 'e2e-rest', null, null, null]);
});

it('counts what each level and each command finds', () => {
  expect(formatSums(results, 2).split('\n')).toEqual([
    '6 mutants, 2 of the list no longer fit',
    'found by types: 1',
    'found by unit: 1',
    'found by e2e: 0',
    'found by unit-full: 0',
    'found by e2e-rest: 1',
    'found by npm test: 2',
    'found by npm run test:all: 3',
    'not found: 1, equivalent: 1, not tried on all levels: 1'
  ]);
});

it('has a line for each mutant', () => {
  const lines = formatTable(results).split('\n').slice(2);
  expect(lines[1]).toBe(
    '| 2 | src-main/a.ts:2 | change number | unit | a.test.ts › is 1 \\| 2 | 7 |'
  );
  expect(lines[4]).toContain('| equivalent | The value is not used. |');
  expect(lines[5]).toContain('| — (types missed) |');
});
