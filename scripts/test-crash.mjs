/**
 * `npm run test:crash -- --kills N [--windows M]`: kills the program amid all that it does to a library,
 * N times, and the whole program with its window after typing, M times. Says what was lost.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ensureBuild } from './setup/build.mjs';
import { runScript, say } from './setup/say.mjs';
import { killWindow } from './testing/kill-window.mjs';
import { startDisplay } from './testing/display.mjs';

const root = resolve(import.meta.dirname, '..');

await runScript(async () => {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '300' }, windows: { type: 'string' } }
  });
  const kills = Number(values.kills);
  const windows = Number(values.windows ?? Math.ceil(kills / 30));
  const place = mkdtempSync(join(tmpdir(), 'standpoint-crash-'));
  try {
    const faults = [...(await killPrograms(place, kills)), ...(await killWindows(place, windows))];
    faults.forEach((fault) => console.log(fault));
    console.log(`${kills + windows} kills, ${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** @param {string} place @param {number} kills @returns {Promise<string[]>} */
async function killPrograms(place, kills) {
  const { module } = await runnerImport(join(root, 'src-main/store/crash/rounds.ts'), {
    logLevel: 'error'
  });
  const victim = await module.buildVictim(place);
  const folder = join(place, 'library');
  const state = await module.makeLibrary(folder);
  const faults = [];
  let done = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const outcome = await module.killOnce(victim, folder, state, kill * 7_919);
    done += outcome.done;
    for (const fault of outcome.faults) faults.push(`Kill ${kill}: ${fault}`);
    if (kill % 50 === 0) say(`${kill} of ${kills} kills, ${done} deeds, ${faults.length} faults …`);
  }
  return faults;
}

/** @param {string} place @param {number} windows @returns {Promise<string[]>} */
async function killWindows(place, windows) {
  if (windows === 0) return [];
  await ensureBuild();
  const display = process.platform === 'linux' ? await startDisplay() : null;
  const faults = [];
  try {
    for (let round = 1; round <= windows; round += 1) {
      const fault = await killWindow(join(place, 'home'), round, display?.name ?? null);
      if (fault) faults.push(`Window ${round}: ${fault}`);
    }
  } finally {
    display?.stop();
  }
  return faults;
}
