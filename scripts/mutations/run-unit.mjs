/** Unit tests of the tree with switches. */
import { readFileSync, readdirSync, rmSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findTwoSizedTests } from '../testing/two-sized.mjs';
import { UNIT_CONFIG } from './mutant-tree.mjs';
import { cutIntoRuns, distancesTo, orderUnitFiles } from './order-tests.mjs';
import { runLimited } from './run-limited.mjs';

/** @typedef {import('./order-tests.mjs').UnitFile} UnitFile */
/** @typedef {import('./report.mjs').Verdict} Verdict */

/**
 * What runs of the unit tests without a mutant have shown.
 * @typedef {object} UnitReach
 * @property {UnitFile[]} files those that passed
 * @property {string[]} failed
 * @property {Record<string, string[]>} reached the test files, by the number of the mutant
 * @property {string[]} unknown test files that were not run yet
 */

/** Test files near the mutant that are tried at their usual numbers although they did not come by it. */
const OTHERS = 5;
/** A run may take so many times what it takes without a mutant, in s. */
const PATIENCE = 6;
const PATIENCE_AT_LEAST = 90;
/** What a test file takes that was not run yet, in s. */
const GUESS = 20;
/** How much longer the loops take in their whole numbers. */
const FULL = 10;
/** Test files that are run at once to learn what they come by. */
const BATCH = 30;
const BATCH_LIMIT = 2 * 3600;

/**
 * Goes on where an earlier run has ended.
 * @param {string} tree
 * @param {string} folder for what is recorded
 * @param {number} workers
 * @param {number} until in ms: then it leaves the rest unknown
 * @returns {Promise<UnitReach>}
 */
export async function measureUnitReach(tree, folder, workers, until) {
  const kept = join(folder, 'unit-reach.json');
  /** @type {UnitReach} */
  const reach = existsSync(kept)
    ? JSON.parse(readFileSync(kept, 'utf8'))
    : { files: [], failed: [], reached: {}, unknown: await listTestFiles(tree) };
  while (reach.unknown.length > 0 && Date.now() < until) {
    const batch = reach.unknown.slice(0, BATCH);
    await addReach(reach, tree, join(folder, 'unit-reach'), batch, workers);
    reach.unknown = reach.unknown.slice(BATCH);
    writeFileSync(kept, JSON.stringify(reach));
  }
  return reach;
}

/**
 * @param {UnitReach} reach
 * @param {string} tree
 * @param {string} records
 * @param {readonly string[]} batch
 * @param {number} workers
 */
async function addReach(reach, tree, records, batch, workers) {
  rmSync(records, { recursive: true, force: true });
  mkdirSync(records, { recursive: true });
  const env = { STANDPOINT_MUTANT_REACH: records };
  const { results, output } = await runVitest(tree, batch, { env, workers, limit: BATCH_LIMIT });
  if (results.length === 0) console.error(`No unit test ran.\n${output}`);
  const passed = results.filter((one) => one.passed);
  const names = new Set(passed.map(({ file }) => file));
  reach.files.push(...passed.map(({ file, seconds }) => ({ file, seconds })));
  reach.failed.push(...batch.filter((file) => !names.has(file)));
  for (const name of readdirSync(records)) {
    for (const line of readFileSync(join(records, name), 'utf8').split('\n')) {
      const [, id, , file = ''] = line.split('\t');
      if (!id || !names.has(file)) continue;
      reach.reached[id] = [...new Set([...(reach.reached[id] ?? []), file])];
    }
  }
}

/** Loops over every fault of a disk and the like, which are measured last. */
const SLOW = /fault|kill|relay|crash|suggestion-desk|\blog\.test/;

/** @param {string} tree @returns {Promise<string[]>} */
async function listTestFiles(tree) {
  const args = ['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', '--config', UNIT_CONFIG];
  const { output } = await runLimited(args, { cwd: tree, env: {}, limit: BATCH_LIMIT });
  const files = output.match(/\S+\.test\.(ts|mjs)$/gm) ?? [];
  const isSlow = (/** @type {string} */ file) => Number(SLOW.test(file));
  return [...new Set(files)].sort((a, b) => isSlow(a) - isSlow(b));
}

/**
 * Runs what came by the mutant, nearest first, until something is red.
 * @param {import('./pick-mutants.mjs').Placed} placed
 * @param {object} needs
 * @param {string} needs.tree
 * @param {UnitReach} needs.reach
 * @param {ReadonlyMap<string, readonly string[]>} needs.imports
 * @param {number} needs.limit in s, of the tests' time without a mutant
 * @param {number} needs.workers
 * @param {boolean} needs.isFull whether the loops run in their whole numbers, which only the tests with two sizes
 *   are run for
 * @returns {Promise<Verdict>}
 */
export async function tryUnit({ mutant, file }, { tree, reach, imports, limit, workers, isFull }) {
  const begun = Date.now();
  const reached = new Set(reach.reached[mutant.id] ?? []);
  const guessed = reach.unknown.map((path) => ({ file: path, seconds: GUESS }));
  const twoSized = isFull ? findTwoSizedTests(tree) : null;
  const all = [...reach.files, ...guessed].filter((one) => twoSized?.includes(one.file) ?? true);
  const ordered = orderUnitFiles(distancesTo(imports, file), reached, all, isFull ? 0 : OTHERS);
  const { runs, isCut } = cutIntoRuns(ordered, limit);
  const env = {
    STANDPOINT_MUTANT: String(mutant.id),
    STANDPOINT_THOROUGH: isFull ? '1' : undefined
  };
  /** @param {Omit<Verdict, 'seconds'>} verdict @returns {Verdict} */
  const after = (verdict) => ({ ...verdict, seconds: Math.round((Date.now() - begun) / 1000) });
  let tests = 0;
  for (const files of runs) {
    const sum = files.reduce((all, { seconds }) => all + seconds, 0);
    const patience = Math.max(PATIENCE_AT_LEAST, PATIENCE * sum) * (isFull ? FULL : 1);
    const names = files.map((one) => one.file);
    const by = await findRed(tree, names, { env, workers, limit: patience, bail: true });
    tests += files.length;
    if (by !== null) return after({ outcome: 'found', by, tests });
  }
  const isReached = all.some((one) => reached.has(one.file));
  const outcome = !isReached ? 'not reached' : isCut ? 'not within the limit' : 'missed';
  return after({ outcome, tests });
}

/**
 * @param {string} tree
 * @param {readonly string[]} files
 * @param {RunOptions} options
 * @returns {Promise<string | null>} the test that found the mutant
 */
async function findRed(tree, files, options) {
  const run = await runVitest(tree, files, options);
  if (run.isKilled) {
    const without = { ...options, env: { ...options.env, STANDPOINT_MUTANT: '0' } };
    const isSlow = (await runVitest(tree, files, without)).isKilled;
    if (!isSlow) return `no end within ${Math.round(options.limit)} s`;
    // The machine is busy.
    return findRed(tree, files, { ...options, limit: options.limit * 2 });
  }
  const red = run.results.find(({ passed }) => !passed);
  if (!red) return null;
  // What fails on a busy machine passes when it is repeated.
  const again = await runVitest(tree, [red.file], options);
  return again.isKilled ? red.test : (again.results.find(({ passed }) => !passed)?.test ?? null);
}

/** @typedef {{ env: Record<string, string | undefined>, workers: number, limit: number, bail?: boolean }} RunOptions */

/**
 * @param {string} tree
 * @param {readonly string[]} files all when there are none
 * @param {RunOptions} options
 */
async function runVitest(tree, files, { env, workers, limit, bail = false }) {
  const report = join(tree, 'test-results/mutant-unit.json');
  rmSync(report, { force: true });
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', UNIT_CONFIG];
  args.push('--reporter=json', `--outputFile=${report}`, `--maxWorkers=${workers}`);
  if (bail) args.push('--bail=1');
  const ended = await runLimited([...args, ...files], {
    cwd: tree,
    env: { ...env, CI: undefined },
    limit
  });
  /** @type {{ testResults: readonly FileResult[] }} */
  const { testResults } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { testResults: [] };
  const results = testResults.map((result) => {
    const file = relative(tree, result.name).replaceAll('\\', '/');
    const red = result.assertionResults.find(({ status }) => status === 'failed');
    return {
      file,
      passed: result.status === 'passed',
      seconds: Math.max(0, result.endTime - result.startTime) / 1000,
      test: `${file} › ${red?.fullName ?? result.message?.split('\n')[0] ?? ''}`
    };
  });
  return { ...ended, results };
}

/**
 * @typedef {object} FileResult
 * @property {string} name
 * @property {string} status
 * @property {string} [message]
 * @property {number} startTime
 * @property {number} endTime
 * @property {readonly { status: string, fullName: string }[]} assertionResults
 */
