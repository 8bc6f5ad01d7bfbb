import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  counted,
  countEndToEnd,
  countStep,
  countUnit,
  failuresOfEndToEnd,
  failuresOfUnit,
  filesOfEndToEnd,
  filesOfUnit,
  slowestFiles
} from './counts.mjs';

test('a unit test file that does not load is a failure', () => {
  const loaded = {
    status: 'failed',
    assertionResults: [{ status: 'passed' }, { status: 'failed' }]
  };
  const broken = { status: 'failed', assertionResults: [] };
  const report = { numPassedTests: 5, numFailedTests: 1, testResults: [loaded, broken] };
  expect(countUnit(report)).toEqual({ passed: 5, failed: 2, skipped: 0 });
});

test('unit tests that cannot run on this machine are told apart', () => {
  const statuses = ['passed', 'skipped', 'pending', 'failed'];
  const file = { status: 'failed', assertionResults: statuses.map((status) => ({ status })) };
  const report = { numPassedTests: 1, numFailedTests: 1, testResults: [file] };
  expect(countUnit(report)).toEqual({ passed: 1, failed: 1, skipped: 2 });
});

test('what failed is named with its file and, of unit tests, why', () => {
  const results = (/** @type {any[]} */ assertionResults, name = 'a.test.ts') => ({
    name: join('/desk', name),
    status: 'failed',
    assertionResults
  });
  const unit = [
    results([
      { status: 'passed', fullName: 'adds' },
      { status: 'failed', fullName: 'divides', failureMessages: ['expected 1 to be 2\n at line 3'] }
    ]),
    results([], 'b.test.ts')
  ];
  expect(failuresOfUnit({ testResults: unit }, '/desk')).toEqual([
    'a.test.ts › divides: expected 1 to be 2',
    'b.test.ts: not loaded'
  ]);
  const spec = (/** @type {string} */ title, /** @type {boolean} */ ok) => ({
    title,
    ok,
    tests: []
  });
  const suite = {
    file: 'c.spec.ts',
    suites: [{ specs: [spec('opens', true), spec('shuts', false)] }]
  };
  expect(failuresOfEndToEnd({ suites: [suite] })).toEqual(['e2e/c.spec.ts › shuts']);
});

test('an end-to-end test that passed only when repeated has failed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 3 };
  expect(countEndToEnd({ stats })).toEqual({ passed: 7, failed: 2, skipped: 3 });
});

test('the slowest files of both kinds of tests come first, each once', () => {
  const took = (/** @type {number} */ duration) => ({
    title: '',
    ok: true,
    tests: [{ results: [{ duration }] }]
  });
  const windows = filesOfEndToEnd({
    suites: [
      { file: 'a.spec.ts', specs: [took(2_000)], suites: [{ specs: [took(3_000)] }] },
      { file: 'b.spec.ts', specs: [took(1_000)] },
      { file: 'a.spec.ts', specs: [took(4_000)] }
    ]
  });
  const unit = filesOfUnit(
    { testResults: [{ name: join('/desk', 'src', 'c.test.ts'), startTime: 500, endTime: 7_000 }] },
    '/desk'
  );
  expect(slowestFiles([...windows, ...unit], 2)).toEqual([
    { file: 'e2e/a.spec.ts', seconds: 9 },
    { file: join('src', 'c.test.ts'), seconds: 6.5 }
  ]);
});

test.each([
  ['a check that passes', 0, 'check', counted(1, 0)],
  ['a check that fails', 2, 'check', counted(0, 1)],
  ['tests that pass', 0, counted(4, 0), counted(4, 0)],
  ['tests of which some fail', 1, counted(4, 2), counted(4, 2)],
  ['a runner that fails though no test did', 1, counted(4, 0), counted(4, 1)],
  ['no test', 0, counted(0, 0), counted(0, 1)],
  [
    'tests of which some cannot run',
    0,
    { ...counted(4, 0), skipped: 2 },
    { ...counted(4, 0), skipped: 2 }
  ],
  ['no report', 0, null, counted(0, 1)]
])('countStep: %s', (_case, code, report, expected) => {
  expect(countStep(code, /** @type {any} */ (report))).toEqual(expected);
});
