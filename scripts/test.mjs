/** `npm test [-- STEP…]`: sets itself up, then runs every check and test and counts them. */
import { ensureBuild } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runScript, say, SetupFailure } from './setup/say.mjs';
import { startDisplay } from './testing/display.mjs';
import { ensurePostgres, ensureTestPrograms } from './testing/programs.mjs';
import { report, runStep } from './testing/run-step.mjs';
import { selectSteps } from './testing/steps.mjs';

/** @typedef {import('./testing/steps.mjs').Step} Step */
/** @typedef {import('./testing/counts.mjs').Counts} Counts */

/** More than there are cores on a small machine would make none of them faster. */
const SIDE_BY_SIDE = 2;

await runScript(async () => {
  const steps = selectSteps(process.argv.slice(2));
  if (typeof steps === 'string') throw new SetupFailure(steps, 2);
  await ensurePackages();
  const counts = [await build()];
  const isBuilt = counts[0]?.failed === 0;
  const endToEnd = steps.find((step) => step.name === 'e2e');
  if (steps.some((step) => step.name === 'unit')) await ensurePostgres();
  const host = endToEnd && isBuilt ? await ensureTestPrograms() : null;

  counts.push(...(await runSideBySide(steps.filter((step) => step !== endToEnd))));
  if (endToEnd && host) counts.push(await runInWindows(endToEnd, host));
  if (endToEnd && !host) counts.push(notRun(endToEnd));
  const sum = (/** @type {keyof Counts} */ key) => counts.reduce((n, count) => n + count[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
});

/** @returns {Promise<Counts>} */
async function build() {
  const begun = Date.now();
  try {
    await ensureBuild();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(error.message);
    return report('Build', begun, { passed: 0, failed: 1 });
  }
  return report('Build', begun, { passed: 1, failed: 0 });
}

/** @param {readonly Step[]} steps @returns {Promise<Counts[]>} */
async function runSideBySide(steps) {
  const waiting = [...steps];
  /** @type {Counts[]} */
  const counts = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) counts.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return counts;
}

/**
 * @param {Step} step
 * @param {import('./setup/host.mjs').Host} host
 */
async function runInWindows(step, host) {
  // Elsewhere there always is a display; on Linux tests would take over the one in use.
  const display = process.platform === 'linux' ? await startDisplay() : null;
  const env = display === null ? {} : { DISPLAY: display.name, WAYLAND_DISPLAY: '' };
  say(`End-to-end tests on ${host.name} (${host.binary}) …`);
  const asked = process.env.STANDPOINT_TEST_HOST || host.name;
  const counts = await runStep(step, { STANDPOINT_TEST_HOST: asked, ...env }, 'ours');
  display?.stop();
  return counts;
}

/** @param {Step} step @returns {Counts} */
function notRun({ title }) {
  console.log(`✗ ${title}: not run, since there is no build`);
  return { passed: 0, failed: 1 };
}
