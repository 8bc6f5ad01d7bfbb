/** Reads from the test runners' own JSON reports how many tests passed and failed. Pure. */

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @typedef {object} UnitReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {readonly { status: string, assertionResults: readonly unknown[] }[]} testResults
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
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * A test that passed only when repeated has passed (`namesOfFlaky` names it); one that was skipped
 * is neither.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number } }} report of Playwright
 * @returns {Counts}
 */
export function countEndToEnd({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/**
 * @typedef {object} Suite
 * @property {readonly Suite[]} [suites]
 * @property {readonly { title: string, file: string, line: number, tests: readonly { status: string }[] }[]} [specs]
 */

/**
 * The tests that passed only when they were repeated.
 * @param {Suite} suite of Playwright's report, which is one itself
 * @returns {readonly string[]}
 */
export function namesOfFlaky(suite) {
  const own = (suite.specs ?? [])
    .filter((spec) => spec.tests.some((run) => run.status === 'flaky'))
    .map((spec) => `${spec.file}:${spec.line} ${spec.title}`);
  return [...own, ...(suite.suites ?? []).flatMap(namesOfFlaky)];
}

/**
 * What a step adds to the sum. A check is one; a run of tests is what its report says, but a run
 * that went wrong has at least one failure, and so has one that ran no test at all.
 * @param {number} code the step's exit code
 * @param {Counts | 'check' | null} report `null` when it should be there and is not
 * @returns {Counts}
 */
export function countStep(code, report) {
  if (report === 'check') return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed } = report ?? { passed: 0, failed: 0 };
  const isWrong = code !== 0 || passed + failed === 0;
  return { passed, failed: isWrong ? Math.max(failed, 1) : failed };
}
