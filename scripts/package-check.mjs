/**
 * `npm run package:check`: installs what `npm run package` makes as a person would, and uses it. The
 * Debian package in a clean Debian made by debootstrap (`--in=DIR` keeps that for the next time), or with
 * `--here` on this machine, and purged again; npm's in an empty folder. `deb` or `npm` checks only that.
 * Root on Debian only. Pictures of the windows go to dist/check.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDeb } from './packaging/check-deb.mjs';
import { checkNpm } from './packaging/check-npm.mjs';
import { cleanDebian, runApart, thisMachine } from './packaging/places.mjs';
import { ensureBuild } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { root } from './setup/root.mjs';
import { runScript, say, SetupFailure } from './setup/say.mjs';
import { installPrograms, isOnPath } from './setup/system.mjs';

const SUITE = 'trixie';
const PICTURES = join(root, 'dist/check');
/** How this script calls itself where mounts are its own: with the folder for Debian. */
const APART = '--apart=';

await runScript(async () => {
  const asked = process.argv.slice(2);
  const apart = asked.find((arg) => arg.startsWith(APART))?.slice(APART.length);
  if (apart !== undefined) {
    await checkDeb(await cleanDebian(apart, SUITE), PICTURES);
    return 0;
  }
  const [only = null] = asked.filter((arg) => !arg.startsWith('--'));
  if (process.getuid?.() !== 0) {
    throw new SetupFailure('Packages are installed and removed again, which only root may do.');
  }
  await ensurePackages();
  await ensureBuild();
  mkdirSync(PICTURES, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-check-'));
  try {
    if (only !== 'deb') await checkNpm(join(folder, 'npm'));
    if (only === 'npm') return 0;
    if (asked.includes('--here')) {
      await checkDeb(thisMachine(), PICTURES);
      return 0;
    }
    if (!isOnPath('debootstrap')) await installPrograms(['debootstrap'], 'for a clean Debian');
    const kept = asked.find((arg) => arg.startsWith('--in='))?.slice('--in='.length);
    const debian = kept === undefined ? join(folder, 'debian') : resolve(kept);
    const code = await runApart(fileURLToPath(import.meta.url), [APART + debian]);
    if (code !== 0) return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say('The packages work.');
  return 0;
});
