/** Reads from the test runners' own JSON reports how many tests passed and failed, and how long they took. Pure. */

import { relative } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts `skipped`: what cannot run on this machine */

/**
 * @typedef {object} UnitReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {readonly { status: string, assertionResults: readonly { status: string }[] }[]} testResults
 */

/**
 * @typedef {object} UnitFile
 * @property {string} name its path
 * @property {string} status
 * @property {readonly { status: string, fullName: string, failureMessages?: readonly string[] | null }[]} assertionResults
 */

/**
 * A file that could not even be loaded counts as one failed test.
 * @param {UnitReport} report of Vitest
 * @returns {Counts}
 */
export function countUnit(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0
  );
  const { numPassedTests: passed, numFailedTests } = report;
  const skipped = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed').length;
  return { passed, failed: numFailedTests + broken.length, skipped };
}

/**
 * No test is repeated, and one that was skipped is neither passed nor failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report of Playwright
 * @returns {Counts}
 */
export function countEndToEnd({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/**
 * The tests that failed, each with its file and the first line of why.
 * @param {{ testResults: readonly UnitFile[] }} report of Vitest
 * @param {string} root the folder that the files' names begin from
 * @returns {readonly string[]}
 */
export function failuresOfUnit({ testResults }, root) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name);
    if (status === 'failed' && assertionResults.length === 0) return [`${file}: not loaded`];
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => {
        const [why = ''] = failureMessages?.[0]?.split('\n') ?? [];
        return `${file} › ${fullName}: ${why}`;
      });
  });
}

/**
 * The tests that failed, each with its file.
 * @param {{ suites: readonly Suite[] }} report of Playwright
 * @returns {readonly string[]}
 */
export function failuresOfEndToEnd({ suites }) {
  /** @param {Suite} suite @returns {readonly string[]} */
  const failuresOf = ({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ title }) => title),
    ...inner.flatMap(failuresOf)
  ];
  return suites.flatMap((suite) =>
    failuresOf(suite).map((title) => `e2e/${suite.file} › ${title}`)
  );
}

/** @typedef {{ file: string, seconds: number }} FileTime */

/**
 * How long the tests of each file took.
 * @param {{ testResults: readonly { name: string, startTime: number, endTime: number }[] }} report of Vitest
 * @param {string} root the folder that the files' names begin from
 * @returns {readonly FileTime[]}
 */
export function filesOfUnit({ testResults }, root) {
  return testResults.map(({ name, startTime, endTime }) => ({
    file: relative(root, name),
    seconds: (endTime - startTime) / 1000
  }));
}

/**
 * @typedef {object} Suite
 * @property {string} [file]
 * @property {readonly Suite[]} [suites]
 * @property {readonly Spec[]} [specs]
 */

/** @typedef {{ title: string, ok: boolean, tests: readonly { results: readonly { duration: number }[] }[] }} Spec */

/**
 * @param {{ suites: readonly Suite[] }} report of Playwright, which has a suite for each file
 * @returns {readonly FileTime[]}
 */
export function filesOfEndToEnd({ suites }) {
  return suites.map((suite) => ({ file: `e2e/${suite.file}`, seconds: secondsOf(suite) }));
}

/** @param {Suite} suite @returns {number} */
function secondsOf({ specs = [], suites = [] }) {
  const results = specs.flatMap(({ tests }) => tests.flatMap((test) => test.results));
  const own = results.reduce((sum, { duration }) => sum + duration / 1000, 0);
  return suites.reduce((sum, suite) => sum + secondsOf(suite), own);
}

/**
 * The files whose tests took longest, the slowest first.
 * @param {readonly FileTime[]} files a file may stand there several times
 * @param {number} most
 * @returns {readonly FileTime[]}
 */
export function slowestFiles(files, most) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const { file, seconds } of files) sums.set(file, (sums.get(file) ?? 0) + seconds);
  return [...sums]
    .map(([file, seconds]) => ({ file, seconds }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, most);
}

/**
 * What a step adds to the sum. A check is one; a run of tests is what its report says, but a run
 * that went wrong has at least one failure, and so has one that ran no test at all.
 * @param {number} code the step's exit code
 * @param {Counts | 'check' | null} report `null` when it should be there and is not
 * @returns {Counts}
 */
export function countStep(code, report) {
  if (report === 'check') return code === 0 ? counted(1, 0) : counted(0, 1);
  const { passed, failed, skipped } = report ?? counted(0, 0);
  const isWrong = code !== 0 || passed + failed === 0;
  return { passed, failed: isWrong ? Math.max(failed, 1) : failed, skipped };
}

/** @param {number} passed @param {number} failed @returns {Counts} of what skips nothing */
export function counted(passed, failed) {
  return { passed, failed, skipped: 0 };
}

/**
 * How the reports of either runner are read. None of them reads what the other runner wrote.
 * @type {Readonly<Record<'unit' | 'e2e', {
 *   count: (report: any) => Counts,
 *   files: (report: any, root: string) => readonly FileTime[],
 *   failures: (report: any, root: string) => readonly string[]
 * }>>}
 */
export const readers = {
  unit: { count: countUnit, files: filesOfUnit, failures: failuresOfUnit },
  e2e: { count: countEndToEnd, files: filesOfEndToEnd, failures: failuresOfEndToEnd }
};
