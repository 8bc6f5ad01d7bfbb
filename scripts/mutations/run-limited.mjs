/** Runs a program that may hang, since what it runs is mutated. */
import { isStopping, spawnTracked } from '../setup/child.mjs';

/**
 * @param {readonly string[]} args of Node
 * @param {object} options
 * @param {string} options.cwd
 * @param {Record<string, string | undefined>} options.env added to our own
 * @param {number} options.limit in s; then it is killed with all that it started
 * @returns {Promise<{ code: number, output: string, isKilled: boolean, seconds: number }>}
 */
export function runLimited(args, { cwd, env, limit }) {
  const begun = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawnTracked(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let output = '';
    let isKilled = false;
    const timer = setTimeout(() => {
      isKilled = true;
      endGroup(child.pid);
    }, limit * 1000);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (output = (output + chunk).slice(-KEPT)));
    child.on('error', reject);
    // Not 'close': a grandchild that hangs may hold its output open.
    child.on('exit', (code) => {
      clearTimeout(timer);
      endGroup(child.pid);
      // Else the next one would be started, and outlive us.
      if (isStopping()) return;
      resolve({ code: code ?? 128, output, isKilled, seconds: (Date.now() - begun) / 1000 });
    });
  });
}

/** Characters of the output, for the person when something is wrong. */
const KEPT = 1_000_000;

/** @param {number | undefined} pid */
function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // All have ended.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
