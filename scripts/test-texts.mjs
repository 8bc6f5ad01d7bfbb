/**
 * `npm run test:texts -- FILE… [--json PATH]`: takes every text through the real window as a person
 * would, and says which broke and how. Exit code 1 when one broke.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runScript, SetupFailure } from './setup/say.mjs';
import { startDisplay } from './testing/display.mjs';
import { ensureTestPrograms } from './testing/programs.mjs';

/** @typedef {import('./testing/text-walk.mjs').Outcome} Outcome */

// Where npm was called, which for `npm --prefix` is another folder than this script's own.
const from = process.env.INIT_CWD ?? process.cwd();

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' } },
    allowPositionals: true
  });
  const files = positionals.map((file) => resolve(from, file));
  if (files.length === 0) {
    throw new SetupFailure('Name at least one text: npm run test:texts -- FILE… [--json PATH]', 2);
  }
  const missing = files.find((file) => !existsSync(file));
  if (missing) throw new SetupFailure(`There is no file ${missing}.`, 2);

  await ensurePackages();
  await ensureBuild();
  const host = await ensureTestPrograms();
  const outcomes = await walkAll(files, host.binary, host.name);
  const broke = outcomes.filter(({ faults }) => faults.length > 0).length;
  const suggested = outcomes.reduce((sum, { suggestions }) => sum + suggestions, 0);
  if (values.json) {
    writeFileSync(resolve(from, values.json), `${JSON.stringify(outcomes, null, 2)}\n`);
  }
  console.log(`${outcomes.length} texts, ${broke} broke, ${suggested} suggestions`);
  return broke === 0 ? 0 : 1;
});

/**
 * All in one window, one after the other: what one text leaves behind may break the next.
 * @param {readonly string[]} files
 * @param {string} binary
 * @param {import('../src-host/facts/choose-host.js').HostName} host
 * @returns {Promise<Outcome[]>}
 */
async function walkAll(files, binary, host) {
  // Needs the packages that have just been seen to.
  const { openWindow, walkText } = await import('./testing/text-walk.mjs');
  const home = mkdtempSync(join(tmpdir(), 'standpoint-texts-'));
  const display =
    process.platform === 'linux' && !process.env.DISPLAY ? await startDisplay() : null;
  /** @type {Outcome[]} */
  const outcomes = [];
  try {
    const window = await openWindow({ home, host, binary, display: display?.name ?? null });
    for (const file of files) {
      const outcome = await walkText(window, file, join(home, `text-${outcomes.length + 1}.pdf`));
      outcomes.push(outcome);
      if (outcome.faults.length > 0) {
        console.log(`${basename(file)}: ${outcome.faults.join(' | ')}`);
      }
    }
    await window.close();
  } finally {
    display?.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
  return outcomes;
}
