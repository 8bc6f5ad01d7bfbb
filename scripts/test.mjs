/**
 * `npm test [-- STEP…]`, `npm run test:rest`, `npm run test:all`: sets itself up, runs the checks and tests that
 * it can, and counts them. Exit code 0: all passed; 1: something failed; 4: all that ran passed, but something
 * was left out, since this machine lacks what it needs.
 */
import { ensureBuild } from './setup/build.mjs';
import { loadHosts } from './setup/host.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runScript, say, SetupFailure } from './setup/say.mjs';
import { counted, slowestFiles } from './testing/counts.mjs';
import { startDisplay } from './testing/display.mjs';
import { ensurePostgres, ensureTestPrograms } from './testing/programs.mjs';
import { runStep, Totals } from './testing/run-step.mjs';
import { selectSteps } from './testing/steps.mjs';
import { findTwoSizedTests } from './testing/two-sized.mjs';

/** @typedef {import('./testing/steps.mjs').Step} Step */

/** More than there are cores on a small machine would make none of them faster. */
const SIDE_BY_SIDE = 2;
const LEFT_OUT = 4;
const SLOWEST = 10;

await runScript(async () => {
  const steps = selectSteps(process.argv.slice(2));
  if (typeof steps === 'string') throw new SetupFailure(steps, 2);
  await ensurePackages();
  const totals = new Totals();
  await runSideBySide(
    steps.filter((step) => !step.alone),
    totals
  );
  const others = steps.filter((step) => step.alone);
  if (others.length === 0 || !(await build(totals))) return finish(totals, []);
  const missing = await totals.apart(() => installMissing(others));
  return finish(totals, await runAlone(others, totals, missing));
});

/**
 * Why what tests need is not there, and which command brings it; `null` for what is there.
 * @typedef {object} Missing
 * @property {string | null} windows the host, the display, and what reads PDFs
 * @property {string | null} postgres
 */

/** @param {readonly Step[]} steps @returns {Promise<Missing>} */
async function installMissing(steps) {
  const needs = (/** @type {Step['needs']} */ need) => steps.some((step) => step.needs === need);
  return {
    postgres: needs('build') ? await attempt(ensurePostgres) : null,
    windows: needs('windows') ? await attempt(ensureTestPrograms) : null
  };
}

/** @param {() => Promise<unknown>} install @returns {Promise<string | null>} why it failed */
async function attempt(install) {
  try {
    await install();
    return null;
  } catch (error) {
    if (!(error instanceof SetupFailure) || error.exitCode !== 3) throw error;
    return error.message;
  }
}

/** @param {readonly Step[]} steps @param {Totals} totals */
async function runSideBySide(steps, totals) {
  const waiting = [...steps];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await runStep(step, totals);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
}

/** @param {Totals} totals @returns {Promise<boolean>} whether there is a build now */
async function build(totals) {
  const begun = Date.now();
  try {
    await ensureBuild();
    totals.add('Build', begun, counted(1, 0));
    return true;
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(`${error.message} No test was run.`);
    totals.add('Build', begun, counted(0, 1));
    return false;
  }
}

/**
 * @param {readonly Step[]} steps
 * @param {Totals} totals
 * @param {Missing} missing
 * @returns {Promise<readonly string[]>} what was not run, a sentence each
 */
async function runAlone(steps, totals, missing) {
  const leftOut = [];
  if (missing.postgres !== null)
    leftOut.push(`Tests of a team library’s server: ${missing.postgres}.`);
  for (const step of steps) {
    if (step.needs === 'electron') {
      const { electronBinary } = await loadHosts();
      if (electronBinary() !== null) await runInWindows(step, totals, 'electron');
    } else if (step.needs === 'windows' && missing.windows !== null) {
      leftOut.push(`${step.title}: ${missing.windows}.`);
    } else if (step.needs === 'windows') {
      await runInWindows(step, totals, process.env.STANDPOINT_TEST_HOST || 'chromium');
    } else if (step.name !== 'team' || missing.postgres === null) {
      await runStep(step, totals, step.suite === 'rest' && step.report ? findTwoSizedTests() : []);
    }
  }
  return leftOut;
}

/** @param {Step} step @param {Totals} totals @param {string} host */
async function runInWindows(step, totals, host) {
  // Elsewhere there always is a display; on Linux tests would take over the one in use.
  const display = process.platform === 'linux' ? await startDisplay() : null;
  const env = display === null ? {} : { DISPLAY: display.name, WAYLAND_DISPLAY: '' };
  await runStep(step, totals, [], { STANDPOINT_TEST_HOST: host, ...env });
  display?.stop();
}

/**
 * @param {Totals} totals
 * @param {readonly string[]} leftOut
 * @returns {number} the exit code
 */
function finish({ passed, failed, failures, files, seconds }, leftOut) {
  if (files.length > 0) {
    console.log(`\nThe ${SLOWEST} slowest files, in seconds:`);
    for (const { file, seconds } of slowestFiles(files, SLOWEST))
      console.log(`${seconds.toFixed(1).padStart(7)}  ${file}`);
  }
  for (const sentence of leftOut) console.log(`\nLeft out. ${sentence}`);
  if (failures.length > 0) console.log(`\nWhat failed:\n${failures.join('\n')}`);
  console.log(`\nTook ${Math.round(seconds)} s after setting up.`);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) return 1;
  return leftOut.length > 0 ? LEFT_OUT : 0;
}
