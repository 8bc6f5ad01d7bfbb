/** Installs the packages that package-lock.json names, when they are not what is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { root } from './root.mjs';
import { say, SetupFailure } from './say.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional] for another platform, perhaps, and then never installed
 * @property {boolean} [devOptional]
 */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lock */

/**
 * Whether npm has installed what the lock file says. npm writes the second file itself, at the very
 * end of an installation, so one that was interrupted does not count.
 * @param {Lock} lock package-lock.json
 * @param {Lock | null} installed node_modules/.package-lock.json
 */
export function packagesMatch(lock, installed) {
  if (installed === null) return false;
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages?.[path];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

export async function ensurePackages() {
  const lock = readLock(join(root, 'package-lock.json'));
  if (lock === null) throw new SetupFailure('package-lock.json is missing from the checkout.');
  if (packagesMatch(lock, readLock(join(root, 'node_modules/.package-lock.json')))) return;
  say('Installing the packages that package-lock.json names …');
  const { code } = await npm(['ci', '--loglevel=error'], {
    cwd: root,
    output: 'stderr',
    // Electron's binary is fetched later, with progress and a limit.
    env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }
  });
  if (code !== 0) {
    throw new SetupFailure('The packages could not be installed: npm says why above.');
  }
}

/** @param {string} path @returns {Lock | null} */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
