/** Runs other programs. When this process is asked to stop, they stop first. */
import { spawn } from 'node:child_process';

/** How long a child may take to stop before it is killed, in ms. */
const GRACE = 5_000;

const SINKS = /** @satisfies {Record<string, import('node:child_process').StdioOptions>} */ ({
  ours: 'inherit',
  stderr: ['ignore', 2, 2],
  kept: ['ignore', 'pipe', 'pipe'],
  'stdout kept': ['ignore', 'pipe', 2]
});

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

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
 * @param {AbortSignal} [options.signal] kills the child
 * @returns {Promise<Outcome>}
 */
export function run(file, args, options = {}) {
  const { cwd, env = {}, output = 'ours', signal } = options;
  return new Promise((resolve) => {
    const child = spawnTracked(file, args, {
      cwd,
      env: { ...process.env, ...env },
      signal,
      stdio: SINKS[output]
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) =>
      resolve({ code: code ?? 128, output: Buffer.concat(chunks).toString() })
    );
  });
}

/**
 * `spawn`, for a child that must not outlive us.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnTracked(file, args, options) {
  if (children.size === 0) watchSignals();
  const child = spawn(file, args, options);
  children.add(child);
  child.on('close', () => children.delete(child));
  return child;
}

let watching = false;

function watchSignals() {
  if (watching) return;
  watching = true;
  for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
    process.once(signal, () => void stopChildren().then(() => process.exit(128 + number)));
  }
}

async function stopChildren() {
  const ended = [...children].map((child) => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
    return new Promise((resolve) => child.once('close', resolve)).finally(() =>
      clearTimeout(timer)
    );
  });
  await Promise.all(ended);
}
