/** Runs one step of the tests, says how it went, and adds it to what went before. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../setup/npm.mjs';
import { root } from '../setup/root.mjs';
import { countStep, readers } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {import('./counts.mjs').FileTime} FileTime */
/** @typedef {import('./steps.mjs').Step} Step */

/** The sum of what has run, which is printed after each step. */
export class Totals {
  passed = 0;
  failed = 0;
  /** @type {FileTime[]} */
  files = [];
  /** What failed, a line or more each: whoever has only the end of a long log must find it. @type {string[]} */
  failures = [];
  #begun = Date.now();
  #apart = 0;

  /** Of all that has run, without what was `apart`. */
  get seconds() {
    return (Date.now() - this.#begun - this.#apart) / 1000;
  }

  /**
   * Does what is not counted: setting up takes as long as the network.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async apart(work) {
    const begun = Date.now();
    try {
      return await work();
    } finally {
      this.#apart += Date.now() - begun;
    }
  }

  /**
   * Prints a step's line.
   * @param {string} title
   * @param {number} begun in ms since the epoch
   * @param {Counts} counts
   * @param {readonly FileTime[]} files
   */
  add(title, begun, counts, files = []) {
    this.passed += counts.passed;
    this.failed += counts.failed;
    this.files.push(...files);
    const seconds = ((Date.now() - begun) / 1000).toFixed(0);
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped on this machine` : '';
    const numbers = counts.passed + counts.failed > 1 ? `, ${counts.passed} passed${skipped}` : '';
    const outcome = counts.failed === 0 ? `✓ ${title}` : `✗ ${title}: ${counts.failed} failed`;
    const so = `so far ${this.passed} passed, ${this.failed} failed, ${this.seconds.toFixed(0)} s`;
    console.log(`${outcome}${numbers} (${seconds} s; ${so})`);
  }
}

/**
 * A step that only checks shows what it wrote when it fails; one that runs tests shows them as they run.
 * @param {Step} step
 * @param {Totals} totals
 * @param {readonly string[]} moreArgs
 * @param {Readonly<Record<string, string>>} moreEnv
 */
export async function runStep(step, totals, moreArgs = [], moreEnv = {}) {
  const begun = Date.now();
  const { report, title, script } = step;
  if (report) rmSync(join(root, report.file), { force: true });
  const args = [...step.args, ...moreArgs];
  const outcome = await npm(['run', '--silent', script, ...(args.length ? ['--', ...args] : [])], {
    cwd: root,
    env: { ...step.env, ...moreEnv },
    output: step.alone ? 'ours' : 'kept',
    group: true
  });
  const content = report ? readReport(report.file) : null;
  const read = report && content ? readers[report.kind] : null;
  const tests = read && read.count(content);
  const counts = countStep(outcome.code, report ? tests : 'check');
  if (counts.failed > 0 && outcome.output) console.log(`\n${outcome.output.trim()}\n`);
  if (report && (!tests || tests.passed + tests.failed === 0))
    console.log(`${title}: no test ran.`);
  const files = read ? read.files(content, root) : [];
  if (counts.failed > 0) {
    const named = read ? read.failures(content, root) : [outcome.output?.trim() ?? ''];
    totals.failures.push(`${title} (exit code ${outcome.code})`, ...named);
  }
  totals.add(title, begun, counts, files);
}

/** @param {string} file @returns {any} what the runner wrote; `null` when it wrote nothing */
function readReport(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
