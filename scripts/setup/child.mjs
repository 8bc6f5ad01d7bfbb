/** Runs other programs. When this process is asked to stop, they stop first. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a child may take to stop before it is killed, in ms. */
const GRACE = 5_000;

const SINKS = /** @satisfies {Record<string, import('node:child_process').StdioOptions>} */ ({
  ours: 'inherit',
  stderr: ['ignore', 2, 2],
  kept: ['ignore', 'pipe', 'pipe'],
  'stdout kept': ['ignore', 'pipe', 2]
});

/** @typedef {import('node:child_process').ChildProcess} Child */

/** @type {Set<Child>} */
const children = new Set();
/** Those that lead a process group of their own. @type {WeakSet<Child>} */
const groups = new WeakSet();
let isWatching = false;
let stopping = false;

/**
 * @typedef {object} Outcome
 * @property {number} code the exit code; 128 when a signal ended it, 127 when it could not start
 * @property {string} output what it wrote, as far as that was kept
 */

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {Record<string, string | undefined>} [options.env] added to our own
 * @param {keyof typeof SINKS} [options.output] where stdout and stderr go: `ours` to ours, `stderr`
 *   both to our stderr, `kept` both into the outcome, `stdout kept` only stdout
 * @param {boolean} [options.group] whether what it starts is to stop with it: npm, for one, does
 *   not hand a signal on
 * @param {AbortSignal} [options.signal] kills the child
 * @returns {Promise<Outcome>}
 */
export function run(file, args, options = {}) {
  const { cwd, env = {}, output = 'ours', group = false, signal } = options;
  return new Promise((resolve) => {
    const child = spawnTracked(file, args, {
      cwd,
      env: { ...process.env, ...env },
      signal,
      // Windows has no such groups; there Ctrl+C reaches all that share the console.
      detached: group && process.platform !== 'win32',
      stdio: SINKS[output]
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => {
      // Else what waits for this child would go on to the next one.
      if (stopping) return;
      resolve({ code: code ?? 128, output: Buffer.concat(chunks).toString() });
    });
  });
}

/**
 * `spawn`, for a child that must not outlive us.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnTracked(file, args, options) {
  watchSignals();
  const child = spawn(file, args, options);
  children.add(child);
  if (options.detached) groups.add(child);
  child.on('close', () => children.delete(child));
  return child;
}

/** Whether this process was asked to stop. What awaits a child must not go on then. */
export function isStopping() {
  return stopping;
}

function watchSignals() {
  if (isWatching) return;
  isWatching = true;
  for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
    process.once(signal, () => {
      stopping = true;
      void stopChildren().then(() => process.exit(128 + number));
    });
  }
}

/** The last that was started goes first: what it uses was started before it. */
async function stopChildren() {
  for (const child of [...children].reverse()) {
    signalTree(child, 'SIGTERM');
    const deadline = Date.now() + GRACE;
    while (isAlive(child) && Date.now() < deadline) await sleep(50);
    signalTree(child, 'SIGKILL');
  }
}

/** @param {Child} child */
function isAlive(child) {
  return signalTree(child, 0);
}

/**
 * Signals a child, and what it has started if it leads a group of its own.
 * @param {Child} child
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether there was anything left to signal
 */
function signalTree(child, signal) {
  if (child.pid === undefined) return false;
  if (!groups.has(child)) return child.exitCode === null && child.kill(signal);
  try {
    return process.kill(-child.pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return false;
    throw error;
  }
}
