/** Sees to it that a host is there: Electron if it can be had, else Chromium. Needs a build. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureElectron } from './electron.mjs';
import { root } from './root.mjs';
import { SetupFailure } from './say.mjs';
import { installPrograms } from './system.mjs';

/** @typedef {import('../../src-host/facts/choose-host.js').Host} Host */
/** @typedef {import('../../src-host/facts/choose-host.js').HostName} HostName */
/** @typedef {import('./system-packages.mjs').Program} Program */

/**
 * @param {HostName | null} wanted only this one will do
 * @param {object} [options]
 * @param {boolean} [options.display] whether a window can be shown; else what the system says
 * @param {readonly Program[]} [options.missing] other programs to be installed at the same time
 * @param {string} [options.purpose] what they and Chromium are needed for
 * @returns {Promise<Host>}
 * @throws {SetupFailure} when none can be had
 */
export async function ensureHost(wanted, options = {}) {
  const hosts = await loadHosts();
  const { display = hosts.hasDisplay(), missing = [] } = options;
  const { purpose = 'for Standpoint’s window' } = options;
  const choose = () =>
    hosts.chooseHost(wanted, display, {
      electron: () => hosts.electronBinary(),
      chromium: () => hosts.findChromium()
    });
  if (wanted !== 'chromium') await ensureElectron(hosts, wanted === 'electron');
  const host = choose();
  if (host === null) refuseWhatCannotBeInstalled(wanted);
  await installPrograms(host === null ? ['chromium', ...missing] : missing, purpose);
  const chosen = host ?? choose();
  if (chosen !== null) return chosen;
  throw new SetupFailure(
    'Chromium was installed but not found: name it in STANDPOINT_CHROMIUM.',
    3
  );
}

/** @param {HostName | null} wanted */
function refuseWhatCannotBeInstalled(wanted) {
  const named = process.env.STANDPOINT_CHROMIUM;
  if (wanted === 'electron') {
    throw new SetupFailure('Only Electron was asked for, so Standpoint does not start.');
  }
  if (named) throw new SetupFailure(`STANDPOINT_CHROMIUM names ${named}, which cannot be used.`, 3);
}

/** What src-host offers, built. */
export async function loadHosts() {
  /** @type {typeof import('../../src-host/facts/choose-host.js')} */
  const choosing = await load('facts/choose-host.js');
  /** @type {typeof import('../../src-host/facts/find-chromium.js')} */
  const finding = await load('facts/find-chromium.js');
  return { ...choosing, findChromium: () => finding.findChromium() };
}

/** @param {string} name */
function load(name) {
  return import(pathToFileURL(join(root, 'out/host', name)).href);
}
