/** End-to-end tests of the tree with switches, on one build of it. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startDisplay } from '../testing/display.mjs';
import { attributeReach } from './attribute-reach.mjs';
import { END_TO_END_CONFIG } from './mutant-tree.mjs';
import { orderEndToEndTests } from './order-tests.mjs';
import { runLimited } from './run-limited.mjs';

/** @typedef {import('./report.mjs').Verdict} Verdict */
/** @typedef {import('./attribute-reach.mjs').TestEnd} TestEnd */

/**
 * What a run of a level's end-to-end tests without a mutant has shown.
 * @typedef {object} EndToEndReach
 * @property {TestEnd[]} tests those that passed
 * @property {string[]} failed
 * @property {Record<string, string[]>} reached the tests' keys, by the number of the mutant
 */

const BUILD_LIMIT = 1800;
const WHOLE_RUN_LIMIT = 4 * 3600;
/** Of one spec file with a mutant, in s: a test ends by itself, unless Playwright itself hangs. */
const FILE_LIMIT = 1200;

/** Whether `npm run test:rest` runs it: by its tag, or as a repeat of what `npm test` runs. @param {TestEnd} test */
const isOfRest = ({ tags, key }) => tags.includes('@rest') || /^\[[\w-]+-repeats\]/.test(key);

/** Must be called once the switches are written. @param {string} tree */
export async function buildTree(tree) {
  const built = join(tree, 'out/host/bin.js');
  if (existsSync(built)) return;
  const { code, output } = await runLimited(['scripts/build.mjs'], {
    cwd: tree,
    env: {},
    limit: BUILD_LIMIT
  });
  if (code !== 0) throw new Error(`The sources with switches cannot be built.\n${output}`);
}

/**
 * @param {string} tree
 * @param {string} folder for what is recorded
 * @param {number} workers
 * @param {boolean} isRest whether of the tests of `npm run test:rest`, which take four times as long
 * @returns {Promise<EndToEndReach>}
 */
export async function measureEndToEndReach(tree, folder, workers, isRest) {
  const name = isRest ? 'e2e-rest-reach' : 'e2e-reach';
  const kept = join(folder, `${name}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const records = join(folder, name);
  rmSync(records, { recursive: true, force: true });
  mkdirSync(records, { recursive: true });
  turnOnInBuild(tree, RECORD);
  // The rest has repeats of usual tests, which no tag tells from them.
  const args = isRest ? [] : ['--grep-invert=@rest'];
  const { ends, output } = await runPlaywright(tree, [`--workers=${workers}`, ...args], {
    // Loaded before all else, so that the host hears what its pages tell.
    env: {
      STANDPOINT_MUTANT_REACH: records,
      NODE_OPTIONS: `--import=${pathToFileURL(join(tree, 'mutant-switch.js')).href}`
    },
    limit: WHOLE_RUN_LIMIT,
    isRest
  });
  turnOnInBuild(tree, 0);
  if (ends.length === 0) throw new Error(`No end-to-end test ran.\n${output}`);
  const lines = readdirSync(records).flatMap((name) =>
    readFileSync(join(records, name), 'utf8').trim().split('\n')
  );
  /** @type {EndToEndReach} */
  const reach = {
    tests: ends.filter(({ asExpected, status }) => asExpected && status === 'passed'),
    failed: ends.filter(({ asExpected }) => !asExpected).map(({ key }) => key),
    reached: attributeReach(lines, ends)
  };
  writeFileSync(kept, JSON.stringify(reach));
  return reach;
}

/**
 * Runs tests that came by the mutant until one is red.
 * @param {import('./pick-mutants.mjs').Placed} placed
 * @param {object} needs
 * @param {string} needs.tree
 * @param {EndToEndReach} needs.reach
 * @param {number} needs.most how many tests
 * @param {number} needs.limit in s, of the tests' time without a mutant
 * @param {boolean} needs.isRest whether of the tests of `npm run test:rest`, else of `npm test`
 * @returns {Promise<Verdict>}
 */
export async function tryEndToEnd({ mutant, file }, { tree, reach, most, limit, isRest }) {
  const begun = Date.now();
  const keys = new Set(reach.reached[mutant.id] ?? []);
  const came = reach.tests.filter((test) => keys.has(test.key) && isOfRest(test) === isRest);
  const ordered = orderEndToEndTests(file, came);
  let room = limit;
  const chosen = ordered.slice(0, most).filter(({ seconds }) => (room -= seconds) > -seconds);
  turnOnInBuild(tree, mutant.id);
  /** @param {Omit<Verdict, 'seconds'>} verdict @returns {Verdict} */
  const after = (verdict) => ({ ...verdict, seconds: Math.round((Date.now() - begun) / 1000) });
  try {
    let tests = 0;
    for (const spec of new Set(chosen.map((test) => test.file))) {
      const of = chosen.filter((test) => test.file === spec);
      // Playwright empties its own folder.
      const list = join(tree, 'mutant-tests.txt');
      writeFileSync(list, of.map(({ key }) => `${key}\n`).join(''));
      // What fails on a busy machine passes when it is repeated.
      const args = ['--test-list', list, '--workers=1', '--retries=1', '--max-failures=1'];
      const env = { STANDPOINT_MUTANT: String(mutant.id) };
      const run = await runPlaywright(tree, args, { env, limit: FILE_LIMIT, isRest });
      tests += of.length;
      const by = redOf(run, spec);
      if (by !== null) return after({ outcome: 'found', by, tests });
      if (run.ends.length > 0) continue;
      // The tests use code of the product themselves, which may keep them from being loaded.
      turnOnInBuild(tree, 0);
      const without = await runPlaywright(tree, args, {
        env: { STANDPOINT_MUTANT: '0' },
        limit: FILE_LIMIT,
        isRest
      });
      if (without.ends.length === 0) throw new Error(`No test ran of ${spec}.\n${run.output}`);
      return after({ outcome: 'found', by: `${spec} cannot be loaded`, tests });
    }
    const isCut = chosen.length < ordered.length;
    const outcome = came.length === 0 ? 'not reached' : isCut ? 'not within the limit' : 'missed';
    return after({ outcome, tests });
  } finally {
    turnOnInBuild(tree, 0);
  }
}

/**
 * @param {Awaited<ReturnType<typeof runPlaywright>>} run
 * @param {string} spec
 * @returns {string | null} the test that found the mutant
 */
function redOf({ ends, isKilled }, spec) {
  const red = ends.find(({ asExpected, retry }) => !asExpected && retry === 1);
  if (red) return red.key;
  return isKilled ? `${spec}: no end within ${FILE_LIMIT} s` : null;
}

const MARK = /mutant-on:\d{6}/g;
/** See switch.mjs. */
const RECORD = 999999;

/** Nothing is built again: the switch stands in each bundle as a number of six digits. @param {string} tree @param {number} id */
function turnOnInBuild(tree, id) {
  const out = join(tree, 'out');
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|cjs|mjs)$/.test(name)) continue;
    const text = readFileSync(join(out, name), 'utf8');
    if (!text.includes('mutant-on:')) continue;
    writeFileSync(join(out, name), text.replace(MARK, `mutant-on:${String(id).padStart(6, '0')}`));
  }
}

/**
 * @param {string} tree
 * @param {readonly string[]} args
 * @param {{ env: Record<string, string>, limit: number, isRest: boolean }} options
 */
async function runPlaywright(tree, args, { env, limit, isRest }) {
  const times = join(tree, 'test-results-times.jsonl');
  rmSync(times, { force: true });
  const display = process.platform === 'linux' ? await startDisplay() : null;
  const ended = await runLimited(
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      `--config=${END_TO_END_CONFIG}`,
      '--reporter=./test-times.mjs',
      ...args
    ],
    {
      cwd: tree,
      env: {
        CI: undefined,
        STANDPOINT_THOROUGH: isRest ? '1' : undefined,
        STANDPOINT_TEST_HOST: process.env.STANDPOINT_TEST_HOST ?? 'chromium',
        STANDPOINT_MUTANT_TIMES: times,
        ...(display ? { DISPLAY: display.name, WAYLAND_DISPLAY: '' } : {}),
        ...env
      },
      limit
    }
  );
  display?.stop();
  const text = existsSync(times) ? readFileSync(times, 'utf8').trim() : '';
  /** @type {TestEnd[]} */
  const ends = text === '' ? [] : text.split('\n').map((line) => JSON.parse(line));
  return { ...ended, ends };
}
