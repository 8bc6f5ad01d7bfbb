/**
 * `npm run test:starts -- [--starts N] [--busy K]`: starts the built program on the Chromium host N times, in
 * turns as the tests do, by Playwright, and as a person does, without a debugger; with K busy loops beside
 * it. Tells each start that showed no window and how far it came, and prints the times. Exit code 1 when
 * there was one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ensureBuild } from './setup/build.mjs';
import { spawnTracked } from './setup/child.mjs';
import { runScript, say } from './setup/say.mjs';
import { startDisplay } from './testing/display.mjs';
import { shown } from './testing/tell-window.mjs';

const root = resolve(import.meta.dirname, '..');
const host = join(root, 'out/host/bin.js');
const probe = join(import.meta.dirname, 'testing/tell-window.mjs');
/** Milliseconds for which a start may say nothing. */
const silence = 75_000;
/** Milliseconds that the program may take to end. */
const endLimit = 30_000;

/**
 * Starts the program, resolves when its cards are shown, and ends it. Rejects with how far it came.
 * @typedef {(env: Record<string, string>) => Promise<void>} Way
 */

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      starts: { type: 'string', default: '100' },
      busy: { type: 'string', default: '0' }
    }
  });
  await ensureBuild();
  const display = process.platform === 'linux' ? await startDisplay() : null;
  const busy = Array.from({ length: Number(values.busy) }, startLoop);
  const place = mkdtempSync(join(tmpdir(), 'standpoint-starts-'));
  try {
    const withoutWindow = await startOften(Number(values.starts), place, display?.name ?? null);
    return withoutWindow === 0 ? 0 : 1;
  } finally {
    for (const loop of busy) loop.kill('SIGKILL');
    display?.stop();
    rmSync(place, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  }
});

/** Keeps a processor busy until this process has ended. */
function startLoop() {
  return spawnTracked(process.execPath, ['-e', `while (process.ppid === ${process.pid});`], {
    stdio: 'ignore'
  });
}

/**
 * The ways take turns, each in a home of its own.
 * @param {number} starts @param {string} place @param {string | null} display as in DISPLAY; `null` for the one in use
 * @returns {Promise<number>} those without a window
 */
async function startOften(starts, place, display) {
  /** @type {Record<string, Way>} */
  const ways = { 'by Playwright': await prepareTestStart(), alone: startAlone };
  /** @type {Record<string, number[]>} */
  const times = {};
  let failed = 0;
  for (let start = 0; start < starts; start += 1) {
    const name = Object.keys(ways)[start % 2] ?? '';
    const home = join(place, name);
    const env = { ...process.env, STANDPOINT_HOME: home, ...(display && { DISPLAY: display }) };
    const begun = performance.now();
    try {
      await ways[name]?.(/** @type {Record<string, string>} */ (env));
      (times[name] ??= []).push(performance.now() - begun);
    } catch (error) {
      failed += 1;
      console.log(`Start ${start + 1}, ${name}, showed no window: ${error}`);
    }
    if ((start + 1) % 50 === 0)
      say(`${start + 1} of ${starts} starts, ${failed} without a window …`);
  }
  for (const [name, taken] of Object.entries(times)) {
    taken.sort((a, b) => a - b);
    const seconds = [taken[taken.length >> 1] ?? NaN, taken.at(-1) ?? NaN].map((ms) =>
      (ms / 1_000).toFixed(1)
    );
    console.log(
      `${name}: ${taken.length} windows, median ${seconds[0]} s, slowest ${seconds[1]} s`
    );
  }
  console.log(`${starts} starts, ${failed} without a window`);
  return failed;
}

/** @returns {Promise<Way>} */
async function prepareTestStart() {
  const { _electron } = await import('@playwright/test');
  const { module } = await runnerImport(join(root, 'e2e/first-page.ts'), { logLevel: 'error' });
  const { firstPage } = /** @type {any} */ (module);
  return async (env) => {
    const app = await _electron.launch({
      executablePath: host,
      args: [root],
      env,
      timeout: silence
    });
    const program = app.process();
    try {
      const page = await firstPage(app, silence);
      await page.locator('[data-card]').first().waitFor({ timeout: silence });
    } finally {
      const ended = whenEnded(program);
      // The program goes before it can answer.
      app.evaluate(({ app: running }) => running.exit(0)).catch(() => undefined);
      await ended;
    }
  };
}

/** @type {Way} */
async function startAlone(env) {
  const program = spawnTracked(process.execPath, ['--import', probe, host, root], {
    env,
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let output = '';
  try {
    /** @type {string | null} */
    const fault = await new Promise((answer) => {
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const hear = (/** @type {string} */ text) => {
        output += text;
        clearTimeout(timer);
        if (output.includes(shown)) return answer(null);
        timer = setTimeout(() => answer('it fell silent'), silence);
      };
      hear('');
      program.stdout?.on('data', (chunk) => hear(String(chunk)));
      program.stderr?.on('data', (chunk) => hear(String(chunk)));
      program.once('close', (code, signal) => answer(`it ended (${code ?? signal})`));
    });
    if (fault !== null) throw new Error(`${fault}. It said:\n${output}`);
  } finally {
    const ended = whenEnded(program);
    program.kill('SIGTERM');
    await ended;
  }
}

/** Kills one that takes too long to end. @param {import('node:child_process').ChildProcess} program */
async function whenEnded(program) {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const limit = setTimeout(() => program.kill('SIGKILL'), endLimit);
  await new Promise((resolve) => program.once('close', resolve));
  clearTimeout(limit);
}
