/** What Vitest prints of the unit tests while they run: how many have passed and failed so far, then what failed. */
import { DotReporter } from 'vitest/node';

/** Milliseconds between two lines. */
const PACE = 15_000;

export default class UnitProgress extends DotReporter {
  passed = 0;
  failed = 0;
  told = Date.now();

  /** A dot for each of thousands of tests tells less than their number. @override */
  onTestCaseReady() {}

  /** @override @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    const { state } = test.result();
    if (state === 'passed') this.passed += 1;
    if (state === 'failed') {
      this.failed += 1;
      console.log(`✗ ${test.module.relativeModuleId} › ${test.fullName}`);
    }
    if (Date.now() - this.told < PACE) return;
    this.told = Date.now();
    console.log(`  ${this.passed} passed, ${this.failed} failed …`);
  }
}
