/** Runs one step of `npm test` and says how it went. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../setup/npm.mjs';
import { root } from '../setup/root.mjs';
import { countEndToEnd, countStep, countUnit, namesOfFlaky } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * @param {import('./steps.mjs').Step} step
 * @param {Record<string, string>} [env]
 * @param {'ours' | 'kept'} [output] `kept` shows what the step wrote only when it fails
 * @returns {Promise<Counts>}
 */
export async function runStep(step, env = {}, output = 'kept') {
  const begun = Date.now();
  if (step.report) rmSync(join(root, step.report.file), { force: true });
  const script = ['run', '--silent', `check:${step.name}`];
  const args = step.args.length === 0 ? script : [...script, '--', ...step.args];
  const outcome = await npm(args, { cwd: root, env, output, group: true });
  const tests = step.report ? readCounts(step.report) : 'check';
  const counts = countStep(outcome.code, tests);
  if (counts.failed > 0 && outcome.output) console.log(`\n${outcome.output.trim()}\n`);
  if (tests === null || (tests !== 'check' && tests.passed + tests.failed === 0)) {
    console.log(`${step.title}: no test ran.`);
  }
  return report(step.title, begun, counts);
}

/**
 * Prints a step's line.
 * @param {string} title
 * @param {number} begun in ms
 * @param {Counts} counts
 */
export function report(title, begun, counts) {
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const numbers = counts.passed + counts.failed > 1 ? `, ${counts.passed} passed` : '';
  const outcome = counts.failed === 0 ? `✓ ${title}` : `✗ ${title}: ${counts.failed} failed`;
  console.log(`${outcome}${numbers} (${seconds} s)`);
  return counts;
}

/**
 * @param {NonNullable<import('./steps.mjs').Step['report']>} source
 * @returns {Counts | null}
 */
function readCounts({ file, kind }) {
  const path = join(root, file);
  if (!existsSync(path)) return null;
  const content = JSON.parse(readFileSync(path, 'utf8'));
  if (kind === 'unit') return countUnit(content);
  for (const name of namesOfFlaky(content)) console.log(`Passed only when repeated: ${name}`);
  return countEndToEnd(content);
}
