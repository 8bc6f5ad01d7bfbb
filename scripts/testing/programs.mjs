/** The programs of the system that end-to-end tests use. */
import { ensureHost } from '../setup/host.mjs';
import { say, SetupFailure } from '../setup/say.mjs';
import { installPrograms, isOnPath } from '../setup/system.mjs';
import { findPostgres } from './find-postgres.mjs';

/** @typedef {import('../setup/system-packages.mjs').Program} Program */

/** Which command shows that a program is there. @type {Partial<Record<Program, string>>} */
const ANYWHERE = { poppler: 'pdftotext', qpdf: 'qpdf' };
/** @type {Partial<Record<Program, string>>} */
const ON_LINUX = { ...ANYWHERE, xvfb: 'Xvfb', xdotool: 'xdotool' };

/**
 * Sees to the host and to the programs. STANDPOINT_TEST_HOST names the only host that will do.
 * @returns {Promise<import('../setup/host.mjs').Host>}
 */
export function ensureTestPrograms() {
  const asked = process.env.STANDPOINT_TEST_HOST || null;
  // It is the Chromium host that imitates Electron.
  const wanted = asked === 'electron-like' ? 'chromium' : asked;
  if (wanted !== null && wanted !== 'electron' && wanted !== 'chromium') {
    throw new SetupFailure(
      `STANDPOINT_TEST_HOST is electron, chromium or electron-like, not “${wanted}”.`,
      2
    );
  }
  const needed = process.platform === 'linux' ? ON_LINUX : ANYWHERE;
  const missing = /** @type {Program[]} */ (
    Object.entries(needed).flatMap(([program, command]) => (isOnPath(command) ? [] : program))
  );
  // On Linux the display is one that we start.
  return ensureHost(wanted, { display: true, missing, purpose: 'for the end-to-end tests' });
}

/** For the tests of a team library, which start a server of their own from it. Without it they are left out, and this says so. */
export async function ensurePostgres() {
  if (findPostgres() !== null) return;
  const purpose = 'for the tests of a team library’s server';
  try {
    await installPrograms(['postgresql'], purpose);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(`${error.message}. Those tests are left out.`);
  }
}
