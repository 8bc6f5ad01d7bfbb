/** Fetches Electron's binary by Electron's own installer: once, with progress and limits. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './child.mjs';
import { memo, packaged } from './root.mjs';
import { say } from './say.mjs';

/** In ms. The last is enough for 110 MB at 5 Mbit/s. */
const LIMITS = { report: 5_000, withoutProgress: 20_000, altogether: 180_000 };

/**
 * Tries to have an Electron that runs here. A failed attempt is remembered beside the packages, so
 * that only the first run makes one.
 * @param {typeof import('../../src-host/facts/choose-host.js')} hosts
 * @param {boolean} again try even though an earlier attempt failed
 */
export async function ensureElectron(hosts, again) {
  const unusable = join(packaged('electron'), hosts.UNUSABLE);
  rmSync(unusable, { force: true });
  if (hosts.electronBinary() === null) await fetchOnce(again);
  const binary = hosts.electronBinary();
  const runs = memo('electron-runs.txt');
  if (binary === null || existsSync(runs)) return;
  const obstacle = await findObstacle(binary);
  if (obstacle === null) {
    writeFileSync(runs, '');
    return;
  }
  writeFileSync(unusable, obstacle);
  const next = again ? '' : ', so Standpoint uses an installed Chromium';
  say(`Electron cannot run here (${obstacle})${next}.`);
}

/** @param {boolean} again */
async function fetchOnce(again) {
  const failed = memo('electron-failed.txt');
  if (!again && (existsSync(failed) || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD)) return;
  say('Fetching Electron’s binary, about 110 MB …');
  const reason = await fetchBinary();
  if (reason === null) {
    rmSync(failed, { force: true });
    return;
  }
  writeFileSync(failed, reason);
  const next = again ? '' : ', so Standpoint uses an installed Chromium';
  say(`Electron could not be fetched (${reason})${next}.`);
}

/** @returns {Promise<string | null>} why it failed; `null` when it did not */
async function fetchBinary() {
  const folder = memo('electron-download');
  mkdirSync(folder, { recursive: true });
  const watch = watchProgress([folder, packaged('electron/dist')]);
  const { code, output } = await run(process.execPath, [packaged('electron/install.js')], {
    output: 'kept',
    signal: watch.signal,
    // The installer downloads into the folder for temporary files; in one of ours we see it grow.
    env: { TMPDIR: folder, TEMP: folder, TMP: folder, ELECTRON_GET_NO_PROGRESS: '1' }
  });
  watch.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  if (watch.signal.aborted) return watch.signal.reason;
  if (code === 0) return null;
  return explainFailure(output);
}

/**
 * Says why Electron's installer failed, from what it wrote.
 * @param {string} output
 */
export function explainFailure(output) {
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(output)) {
    return 'its download site cannot be reached';
  }
  const line = output.split('\n').find((text) => text.trim() !== '');
  return line?.trim().replace(/^\w*Error: /, '') ?? 'its installer gave no reason';
}

/** Aborts its signal, with a reason, when what `folders` hold has stopped growing. @param {string[]} folders */
function watchProgress(folders) {
  const controller = new AbortController();
  const begun = Date.now();
  let size = 0;
  let grown = begun;
  const timer = setInterval(() => {
    const now = Date.now();
    const bytes = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (bytes !== size) {
      size = bytes;
      grown = now;
    }
    const seconds = Math.round((now - begun) / 1000);
    say(`  ${Math.round(size / 1e6)} MB after ${seconds} s`);
    if (now - grown >= LIMITS.withoutProgress) {
      controller.abort(`nothing came for ${LIMITS.withoutProgress / 1000} s`);
    } else if (now - begun >= LIMITS.altogether) {
      controller.abort(`it took longer than ${LIMITS.altogether / 1000} s`);
    }
  }, LIMITS.report);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}

/** In bytes; what vanishes while we look counts nothing. @param {string} path @returns {number} */
function sizeOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, entry) => sum + sizeOf(join(path, entry)), 0);
}

/**
 * Why a binary that is there cannot show a window: libraries that it misses, or a system that does
 * not let it build its sandbox.
 * @param {string} binary
 * @returns {Promise<string | null>}
 */
async function findObstacle(binary) {
  const { code, output } = await run(binary, ['-e', '0'], {
    output: 'kept',
    env: { ELECTRON_RUN_AS_NODE: '1' }
  });
  if (code !== 0) return output.trim().split('\n').at(-1) || `it ends with code ${code}`;
  return sandboxForbidden(binary) ? 'this system does not allow its sandbox' : null;
}

/** @param {string} binary */
function sandboxForbidden(binary) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return false;
  const helper = statSync(join(dirname(binary), 'chrome-sandbox'), { throwIfNoEntry: false });
  if (helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0) return false;
  const kernel = '/proc/sys/kernel/';
  return (
    readOr(`${kernel}apparmor_restrict_unprivileged_userns`, '0') === '1' ||
    readOr(`${kernel}unprivileged_userns_clone`, '1') === '0'
  );
}

/** @param {string} path @param {string} fallback */
function readOr(path, fallback) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : fallback;
}
