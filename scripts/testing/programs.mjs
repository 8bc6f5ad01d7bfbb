/** The programs of the system that end-to-end tests use. */
import { ensureHost } from '../setup/host.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { installPrograms, isOnPath } from '../setup/system.mjs';
import { findPostgres } from './find-postgres.mjs';

/** @typedef {import('../setup/system-packages.mjs').Program} Program */

/** Which command shows that a program is there. @type {Partial<Record<Program, string>>} */
const ANYWHERE = { poppler: 'pdftotext', qpdf: 'qpdf' };
/** @type {Partial<Record<Program, string>>} */
const ON_LINUX = { ...ANYWHERE, xvfb: 'Xvfb', xdotool: 'xdotool' };

/**
 * Sees to the host and to the programs. STANDPOINT_TEST_HOST names the only host that will do; it is Chromium
 * where nothing is named, and also where Electron is imitated.
 * @returns {Promise<import('../setup/host.mjs').Host>}
 * @throws {SetupFailure} with exit code 3 and the command to type where they must be installed by hand
 */
export async function ensureTestPrograms() {
  const asked = process.env.STANDPOINT_TEST_HOST || 'chromium';
  if (!['electron', 'chromium', 'electron-like'].includes(asked)) {
    throw new SetupFailure(
      `STANDPOINT_TEST_HOST is electron, chromium or electron-like, not “${asked}”.`,
      2
    );
  }
  const needed = process.platform === 'linux' ? ON_LINUX : ANYWHERE;
  const missing = /** @type {Program[]} */ (
    Object.entries(needed).flatMap(([program, command]) => (isOnPath(command) ? [] : program))
  );
  const purpose = 'for the end-to-end tests';
  // On Linux the display is one that we start.
  return ensureHost(asked === 'electron' ? asked : 'chromium', { display: true, missing, purpose });
}

/** For the tests of a team library, which start a server of their own from it. Throws as `ensureTestPrograms`. */
export async function ensurePostgres() {
  if (findPostgres() === null) {
    await installPrograms(['postgresql'], 'for the tests of a team library’s server');
  }
}
