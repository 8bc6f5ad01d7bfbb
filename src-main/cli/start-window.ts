/** `standpoint` without a command: opens the window, on the host that is there. */
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Io } from './command.js';
import { canShowWindow, findHost, type InstalledHost, tellNoHost } from './installed-host.js';

type Surroundings = Pick<Io, 'err' | 'env' | 'folder' | 'program'>;

/** Resolves once the window is on its way; it decides itself with which code the process ends. */
export async function startWindow(args: readonly string[], io: Surroundings): Promise<void> {
  const obstacle = !(await canShowWindow(io))
    ? 'There is no display to open a window on. “standpoint help” tells what can be done without one.'
    : null;
  const host = obstacle === null ? await findHost(io) : null;
  if (host === null) {
    io.err(`standpoint: ${obstacle ?? tellNoHost(io.env)}`);
    process.exitCode = 1;
    return;
  }
  // Relative paths are those of the person, also where npm has gone elsewhere.
  process.chdir(io.folder);
  if (host.name === 'chromium') await becomeHost(host, args);
  else await runElectron(host, args);
}

/** The Chromium host runs on Node, which is what runs here: a second process would only take room. */
async function becomeHost(
  { command: { args: before } }: InstalledHost,
  args: readonly string[]
): Promise<void> {
  const [entry = ''] = before;
  process.argv = [process.execPath, ...before, ...args];
  await import(pathToFileURL(entry).href);
}

async function runElectron({ command }: InstalledHost, args: readonly string[]): Promise<void> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined };
  const electron = spawn(command.file, [...command.args, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => electron.kill(signal));
  }
  await new Promise<void>((resolve, reject) => {
    electron.once('error', reject);
    electron.once('close', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}
