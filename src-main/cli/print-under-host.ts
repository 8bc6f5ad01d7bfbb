/**
 * Printing from the command line: PDF needs a browser, so a program that prints and ends
 * (src-main/print-only.ts) is started under a host. Job and result pass through a folder that only
 * this user can read, and that is gone afterwards.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as choosing from '../../src-host/facts/choose-host.js';
import { packagedCommand } from '../../src-host/facts/packaged-command.js';
import { makeTemporaryFolder } from '../../src-host/disk/temporary-folder.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { isErrno } from '../disk/file-system.js';
import {
  printFolderPrefix,
  printFolderVariable,
  printJobFile,
  printRemarkFile,
  printResultFile
} from '../printing/print-folder.js';
import { endBy } from './end-signals.js';
import type { Io } from './command.js';
import { findHost, tellNoHost } from './installed-host.js';

/**
 * How long the host may stay without a sign, in ms: longer than it gives any step of its work, of
 * which it says so itself. Only a host that hangs meets it.
 */
const silenceLimit = 15 * 60 * 1000;
/** How long a host may take to end in an orderly way before it is killed, in ms. */
const endLimit = 30_000;

/** Throws `no-host` where neither Electron nor a Chromium is installed. */
export async function printUnderHost(job: DocumentJob, io: Io): Promise<Uint8Array> {
  const command = await commandIn(io);
  const { path: folder, remove } = makeTemporaryFolder(printFolderPrefix);
  try {
    await writeFile(join(folder, printJobFile), JSON.stringify(job), { mode: 0o600 });
    const complaints = await runHost(command, { ...io.env, [printFolderVariable]: folder });
    const printed = await resultIn(folder, complaints);
    const remark = await remarkIn(folder);
    if (remark) io.err(`standpoint: ${remark}`);
    return printed;
  } finally {
    remove();
  }
}

/** Resolves to what it complained of once it has ended, by itself or by us: it does not outlive this process. */
async function runHost(
  { file, args }: choosing.HostCommand,
  env: NodeJS.ProcessEnv
): Promise<string> {
  const host = spawn(file, args, {
    // It ends when its stdin does (src-main/print-only.ts), and so when this process is killed.
    stdio: ['pipe', 'pipe', 'pipe'],
    // Without the variable by which a packaged Electron runs the command line, its binary is Electron.
    env: { ...env, STANDPOINT_HOST_HEADLESS: '1', ELECTRON_RUN_AS_NODE: undefined },
    // A group of its own: an end takes along whatever it has started.
    detached: process.platform !== 'win32'
  });
  let complaints = '';
  let overdue: NodeJS.Timeout | undefined;
  const expectSign = () => {
    clearTimeout(overdue);
    overdue = setTimeout(() => {
      complaints = 'The host gave no sign any more.';
      endHost(host);
    }, silenceLimit);
  };
  expectSign();
  host.stdout.on('data', expectSign);
  host.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const forget = endOnSignals(host);
  try {
    await once(host, 'close');
  } finally {
    clearTimeout(overdue);
    forget();
  }
  return complaints;
}

/** A signal to this process ends the host too, and a second one at once. Returns what stops that. */
function endOnSignals(host: ChildProcess): () => void {
  let signalled = false;
  return endBy((exitCode) => {
    if (signalled) return killGroup(host);
    signalled = true;
    endHost(host);
    // With it go the temporary folders.
    host.once('close', () => process.exit(exitCode));
  });
}

/** In an orderly way if it still can, which removes what is temporary of it too. */
function endHost(host: ChildProcess): void {
  host.stdin?.destroy();
  if (process.platform === 'win32') return void host.kill();
  const kill = setTimeout(() => killGroup(host), endLimit);
  host.once('close', () => clearTimeout(kill));
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It has ended by itself.
    if (!isErrno(error, 'ESRCH')) throw error;
  }
}

/** Empty for none. */
async function remarkIn(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, printRemarkFile), 'utf8');
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
    return '';
  }
}

/** The host decides by file what came of it: an exit code cannot be trusted to say the same on both. */
async function resultIn(folder: string, complaints: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, printResultFile));
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
    const reason = complaints.trim().split('\n').at(-1) ?? '';
    throw new ExpectedFailure(
      'print-failed',
      `The PDF could not be printed${reason ? `: ${reason}` : '.'}`
    );
  }
}

async function commandIn(io: Io): Promise<choosing.HostCommand> {
  // Electron’s archive holds no other host, and nothing to choose one with.
  const packaged = packagedCommand(join(io.program, '../..'));
  if (packaged) return packaged;
  const host = await findHost(io);
  if (!host) throw new ExpectedFailure('no-host', tellNoHost('PDF', io.env));
  // The last argument is the program to run: here the one that prints, not the window's.
  const { file, args } = host.command;
  return { file, args: [...args.slice(0, -1), join(io.program, 'print-only.js')] };
}
