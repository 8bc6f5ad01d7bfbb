import { expect, test } from 'vitest';
import { countEndToEnd, countStep, countUnit, namesOfFlaky } from './counts.mjs';

test('a unit test file that does not load is a failure', () => {
  const loaded = { status: 'failed', assertionResults: [{}, {}] };
  const broken = { status: 'failed', assertionResults: [] };
  const report = { numPassedTests: 5, numFailedTests: 1, testResults: [loaded, broken] };
  expect(countUnit(report)).toEqual({ passed: 5, failed: 2 });
});

test('an end-to-end test that passed only when repeated has passed, and is named', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 3 };
  expect(countEndToEnd({ stats })).toEqual({ passed: 8, failed: 1 });
  const spec = (/** @type {string} */ title, /** @type {string} */ status) => ({
    title,
    file: 'a.spec.ts',
    line: 3,
    tests: [{ status }]
  });
  const report = {
    suites: [{ specs: [spec('sound', 'expected')], suites: [{ specs: [spec('shaky', 'flaky')] }] }]
  };
  expect(namesOfFlaky(report)).toEqual(['a.spec.ts:3 shaky']);
});

test.each([
  ['a check that passes', 0, 'check', { passed: 1, failed: 0 }],
  ['a check that fails', 2, 'check', { passed: 0, failed: 1 }],
  ['tests that pass', 0, { passed: 4, failed: 0 }, { passed: 4, failed: 0 }],
  ['tests of which some fail', 1, { passed: 4, failed: 2 }, { passed: 4, failed: 2 }],
  ['a runner that fails though no test did', 1, { passed: 4, failed: 0 }, { passed: 4, failed: 1 }],
  ['no test', 0, { passed: 0, failed: 0 }, { passed: 0, failed: 1 }],
  ['no report', 0, null, { passed: 0, failed: 1 }]
])('countStep: %s', (_case, code, report, expected) => {
  expect(countStep(code, /** @type {any} */ (report))).toEqual(expected);
});
