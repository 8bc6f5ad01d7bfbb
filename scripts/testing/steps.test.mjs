import { expect, test } from 'vitest';
import { selectSteps, STEPS } from './steps.mjs';

test('without names all steps run; with names only those, in the usual order', () => {
  expect(selectSteps([])).toEqual(STEPS);
  expect(selectSteps(['lint', 'unit'])).toMatchObject([{ name: 'unit' }, { name: 'lint' }]);
});

test('an unknown name is refused, with those that exist', () => {
  expect(selectSteps(['unti'])).toMatch(/“unti”.*unit/);
});
