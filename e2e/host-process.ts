/** Starts the Chromium host as a shell does, without Playwright and its debugging ports. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, hostBinary, root, test as base } from './fixtures.js';
import { hostApp } from './host-app.js';

interface Start {
  /** The program; the small one of e2e/host-app unless told otherwise. */
  readonly target?: string;
  readonly args?: readonly string[];
  /** `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface HostProcessFixtures {
  /** Temporary files of the program under test; empty at first. */
  temp: string;
  /** Starts a program on the test's home; the test's end kills it. */
  start: (options?: Start) => HostProcess;
}

export const test = base.extend<HostProcessFixtures>({
  temp: async ({ home }, use) => {
    const temp = join(home, 'temp');
    mkdirSync(temp);
    await use(temp);
  },

  start: async ({ home, temp, programLog }, use) => {
    const started: HostProcess[] = [];
    await use(({ target = hostApp, args = [], env = {} } = {}) => {
      const own = { STANDPOINT_HOME: home, TMPDIR: temp };
      const host = new HostProcess([target, ...args], { ...own, ...env });
      started.push(host);
      return host;
    });
    for (const host of started) {
      const processes = listProcesses(host.pid);
      host.kill('SIGKILL');
      await expect.poll(() => processes.filter(isRunning)).toEqual([]);
      programLog.push(host.output);
    }
  }
});

export class HostProcess {
  readonly #child: ChildProcess;
  readonly exit: Promise<number | string | null>;
  #output = '';

  constructor(args: readonly string[], env: Readonly<Record<string, string | undefined>>) {
    this.#child = spawn(process.execPath, [hostBinary, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    for (const stream of [this.#child.stdout!, this.#child.stderr!])
      stream.on('data', (data: Buffer) => (this.#output += data.toString()));
    this.exit = new Promise((resolve) =>
      this.#child.once('close', (code, signal) => resolve(code ?? signal))
    );
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** All that it has written so far. */
  get output(): string {
    return this.#output;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Resolves once it has written `text`, `times` times; rejects if it ends before. */
  async sees(text: string, times = 1): Promise<void> {
    while (this.#output.split(text).length <= times) {
      const more = new Promise((resolve) => {
        this.#child.stdout!.once('data', resolve);
        this.#child.stderr!.once('data', resolve);
      });
      const ended = await Promise.race([more.then(() => false), this.exit.then(() => true)]);
      if (ended && this.#output.split(text).length <= times)
        throw new Error(`It ended before it wrote '${text}':\n${this.#output}`);
    }
  }
}

/** The process and everything that it has started, of those that still run. */
export function listProcesses(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const each of listAllProcesses()) {
    const parent = readParent(String(each));
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), each]);
  }
  const found = readParent(String(pid)) === null ? [] : [pid];
  for (const known of found) found.push(...(children.get(known) ?? []));
  return found;
}

/** Those of this machine. */
export function listAllProcesses(): number[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? Number(name) : []));
}

/**
 * The numbers of the sockets that a process holds, as /proc/net names them; none when it has ended.
 * `null` where we may not look: only root may look into Chromium's sandbox.
 */
export function listSocketInodes(pid: number): string[] | null {
  const folder = `/proc/${pid}/fd`;
  const names = unlessGone(() => readdirSync(folder), []);
  if (names === null) return null;
  return names.flatMap((name) => {
    const target = unlessGone(() => readlinkSync(`${folder}/${name}`), '') ?? '';
    const inode = /^socket:\[(\d+)\]$/.exec(target);
    return inode ? [inode[1]!] : [];
  });
}

/** `gone` for what has ended or been closed since it was listed; `null` where it may not be read. */
function unlessGone<T>(read: () => T, gone: T): T | null {
  try {
    return read();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ESRCH'].includes(code)) return gone;
    if (code === 'EACCES') return null;
    throw error;
  }
}

/** `null` for a process that has gone, or is only waiting to be reaped. */
function readParent(pid: string): number | null {
  try {
    const [, state, parent] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))!;
    return state === 'Z' ? null : Number(parent);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

export function isRunning(pid: number): boolean {
  return readParent(String(pid)) !== null;
}

/** Empty for a process that has gone since it was listed. */
function readCommand(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

/** The Chromiums among them, without their helpers. */
export function listBrowsers(pid: number): number[] {
  return listProcesses(pid).filter((it) => {
    const command = readCommand(it);
    return command.includes('--remote-debugging-pipe') && !command.includes('--type=');
  });
}
