/**
 * Copied into the mutated sources: a reporter of Playwright that writes a line for each test that has ended, into
 * the file that STANDPOINT_MUTANT_TIMES names.
 */
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';

export default class TestTimes {
  /**
   * @param {import('@playwright/test/reporter').TestCase} test
   * @param {import('@playwright/test/reporter').TestResult} result
   */
  onTestEnd(test, result) {
    const [, project, , ...titles] = test.titlePath();
    const file = relative(import.meta.dirname, test.location.file).replaceAll('\\', '/');
    const line = {
      key: `[${project}] › ${file.replace(/^e2e\//, '')} › ${titles.join(' › ')}`,
      file,
      title: titles.join(' '),
      tags: test.tags,
      status: result.status,
      asExpected: result.status === test.expectedStatus,
      retry: result.retry,
      begun: result.startTime.getTime(),
      seconds: result.duration / 1000,
      worker: String(result.parallelIndex)
    };
    appendFileSync(String(process.env.STANDPOINT_MUTANT_TIMES), `${JSON.stringify(line)}\n`);
  }
}
