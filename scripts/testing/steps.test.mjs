import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { selectSteps, STEPS } from './steps.mjs';

const namesOf = (/** @type {string[]} */ ...args) => {
  const steps = selectSteps(args);
  return typeof steps === 'string' ? steps : steps.map(({ name }) => name);
};

test('without names the usual steps run, cheap ones first; with names only those, in that order', () => {
  const usual = ['lint', 'types', 'rules', 'format', 'unit', 'e2e', 'electron'];
  expect(namesOf()).toEqual(usual);
  expect(namesOf('unit', 'lint')).toEqual(['lint', 'unit']);
});

test('the rest is all that is not usual, and both together are everything', () => {
  expect(selectSteps(['--rest'])).toEqual(STEPS.slice(namesOf().length));
  expect(selectSteps(['--all'])).toEqual(STEPS);
  expect(namesOf('--rest', 'e2e')).toEqual(['e2e']);
});

test('an unknown name is refused, with those that exist', () => {
  expect(namesOf('unti')).toMatch(/“unti”.*unit/);
  expect(namesOf('--rest', 'rules')).toMatch(/“rules”.*team/);
});

test('every end-to-end test is in one of both suites', () => {
  const greps = STEPS.filter(({ name }) => name === 'e2e').map(({ args }) => args);
  expect(greps).toEqual([['--grep-invert=@rest'], ['--grep=@rest']]);
});

test('a build server runs both suites, the usual one first', () => {
  const script = readFileSync(new URL('../../.ci/run', import.meta.url), 'utf8');
  expect(script).toMatch(/^npm test\nnpm run test:rest$/m);
});
