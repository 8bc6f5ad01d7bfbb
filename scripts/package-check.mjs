/**
 * `npm run package:check`: installs what `npm run package` makes as a person would, and uses it. The
 * Debian package in a clean Debian made by debootstrap, or with `--here` on this machine and purged
 * again; npm's in an empty folder. Root on Debian only. Pictures of the windows go to dist/check.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDeb } from './packaging/check-deb.mjs';
import { checkNpm } from './packaging/check-npm.mjs';
import { cleanDebian, thisMachine } from './packaging/places.mjs';
import { ensureBuild } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { root } from './setup/root.mjs';
import { runScript, say, SetupFailure } from './setup/say.mjs';
import { installPrograms, isOnPath } from './setup/system.mjs';

const SUITE = 'trixie';

await runScript(async () => {
  const asked = process.argv.slice(2);
  const here = asked.includes('--here');
  const [only = null] = asked.filter((arg) => !arg.startsWith('--'));
  if (process.getuid?.() !== 0) {
    throw new SetupFailure('Packages are installed and removed again, which only root may do.');
  }
  await ensurePackages();
  await ensureBuild();
  const pictures = join(root, 'dist/check');
  mkdirSync(pictures, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-check-'));
  try {
    if (only !== 'deb') await checkNpm(join(folder, 'npm'));
    if (only === 'npm') return 0;
    if (!here && !isOnPath('debootstrap')) {
      await installPrograms(['debootstrap'], 'for a clean Debian');
    }
    const place = here ? thisMachine() : await cleanDebian(join(folder, 'debian'), SUITE);
    try {
      await checkDeb(place, pictures);
    } finally {
      await place.leave();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say('The packages work.');
  return 0;
});
