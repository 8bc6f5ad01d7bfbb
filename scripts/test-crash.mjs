/**
 * `npm run test:crash -- [--kills N] [--windows M] [--only KIND]`: kills the store amid all that it does to a
 * library, N times, and the whole program amid writing, exports, versions, restoring and imports, or tells
 * it to end, M times. Says what was lost, and prints the figures.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ensureBuild } from './setup/build.mjs';
import { runScript, say } from './setup/say.mjs';
import { startDisplay } from './testing/display.mjs';

const root = resolve(import.meta.dirname, '..');
/** Milliseconds within which a kill comes once the window is at work. */
const span = 2_500;

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '300' },
      windows: { type: 'string' },
      only: { type: 'string' }
    }
  });
  const kills = Number(values.kills);
  const windows = Number(values.windows ?? Math.ceil(kills / 30));
  const place = mkdtempSync(join(tmpdir(), 'standpoint-crash-'));
  try {
    const faults = [
      ...(await killStores(place, kills)),
      ...(await killWindows(place, windows, values.only ?? null))
    ];
    faults.forEach((fault) => console.log(fault));
    console.log(`${kills + windows} kills, ${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** @param {string} place @param {number} kills @returns {Promise<string[]>} */
async function killStores(place, kills) {
  if (kills === 0) return [];
  const rounds = await load('src-main/store/testing/crash/rounds.ts');
  const victim = await rounds.buildVictim(place);
  const folder = join(place, 'library');
  const state = await rounds.makeLibrary(folder);
  const archives = await rounds.makeArchives(place);
  const faults = [];
  let done = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const outcome = await rounds.killOnce(victim, folder, state, archives, kill * 7_919);
    done += outcome.done;
    for (const fault of outcome.faults) faults.push(`Kill ${kill}: ${fault}`);
    if (kill % 50 === 0) say(`${kill} of ${kills} kills, ${done} deeds, ${faults.length} faults …`);
  }
  console.log(`store: ${kills} kills, ${done} deeds acknowledged, ${faults.length} faults`);
  return faults;
}

/** The kinds take turns, each in a home of its own. @param {string} place @param {number} windows @param {string | null} only @returns {Promise<string[]>} */
async function killWindows(place, windows, only) {
  if (windows === 0) return [];
  await ensureBuild();
  const { kinds } = await load('e2e/kills/kinds.ts');
  const names = Object.keys(kinds).filter((name) => only === null || name === only);
  if (names.length === 0) throw new Error(`There is no kind “${only}”.`);
  const display = process.platform === 'linux' ? await startDisplay() : null;
  /** @type {Map<string, { kills: number, acknowledged: number, faults: number }>} */
  const figures = new Map(names.map((name) => [name, { kills: 0, acknowledged: 0, faults: 0 }]));
  const faults = [];
  try {
    for (let round = 1; round <= windows; round += 1) {
      const name = names[round % names.length] ?? '';
      const home = join(place, name);
      // Spread evenly, and the same in every run.
      const wait = (round * 977) % span;
      const outcome = await kinds[name]({
        home,
        round,
        launch: () => launch(home, display?.name ?? null),
        moment: () => delay(wait)
      });
      const figure = figures.get(name);
      if (figure) {
        figure.kills += 1;
        figure.acknowledged += outcome.acknowledged;
        figure.faults += outcome.faults.length;
      }
      for (const fault of outcome.faults) faults.push(`Window ${round}, ${name}: ${fault}`);
      if (round % 10 === 0) say(`${round} of ${windows} windows, ${faults.length} faults …`);
    }
  } finally {
    display?.stop();
  }
  for (const [name, { kills, acknowledged, faults: lost }] of figures) {
    console.log(`${name}: ${kills} kills, ${acknowledged} acknowledged, ${lost} faults`);
  }
  return faults;
}

/** @param {string} home @param {string | null} display as in DISPLAY; `null` for the one in use */
async function launch(home, display) {
  const { _electron } = await import('@playwright/test');
  const env = { ...process.env, STANDPOINT_HOME: home, ...(display && { DISPLAY: display }) };
  return _electron.launch({
    executablePath: join(root, 'out/host/bin.js'),
    args: [root],
    env: /** @type {Record<string, string>} */ (env)
  });
}

/** @param {string} file below the repository's folder */
async function load(file) {
  const { module } = await runnerImport(join(root, file), { logLevel: 'error' });
  return /** @type {any} */ (module);
}
