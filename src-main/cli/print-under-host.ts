/**
 * Printing from the command line: PDF needs a browser, so the built program is started once more
 * under a host, which prints and ends (src-main/print-only.ts). Job and result pass through a
 * folder that only this user can read, and that is gone afterwards.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as choosing from '../../src-host/choose-host.js';
import type * as finding from '../../src-host/find-chromium.js';
import type { PrintJob } from '../api.js';
import { ExpectedFailure } from '../domain/result.js';
import { isErrno } from '../store/file-system.js';
import {
  printFolderVariable,
  printJobFile,
  printRemarkFile,
  printResultFile
} from '../print-folder.js';
import type { Io } from './io.js';

/** Throws `no-host` where neither Electron nor a Chromium is installed. */
export async function printUnderHost(job: PrintJob, io: Io): Promise<Uint8Array> {
  const { file, args } = await commandIn(io);
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-print-'));
  try {
    await writeFile(join(folder, printJobFile), JSON.stringify(job), { mode: 0o600 });
    const host = spawn(file, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...io.env, [printFolderVariable]: folder, STANDPOINT_HOST_HEADLESS: '1' }
    });
    let complaints = '';
    host.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    await once(host, 'close');
    const printed = await resultIn(folder, complaints);
    const remark = await remarkIn(folder);
    if (remark) io.err(`standpoint: ${remark}`);
    return printed;
  } finally {
    await rm(folder, { recursive: true, force: true });
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

async function commandIn({ program, env }: Io): Promise<choosing.HostCommand> {
  const load = (name: string) => import(pathToFileURL(join(program, '../host', name)).href);
  const hosts = (await load('choose-host.js')) as typeof choosing;
  const { findChromium } = (await load('find-chromium.js')) as typeof finding;
  const host = hosts.chooseHost(
    hosts.parseHostName(env['STANDPOINT_HOST'] ?? ''),
    hosts.hasDisplay(),
    {
      electron: () => hosts.electronBinary(),
      chromium: () => findChromium()
    }
  );
  if (!host) {
    throw new ExpectedFailure(
      'no-host',
      'PDF needs Electron or an installed Chromium, Chrome or Edge, and none was found. “npm start” sees to one; or set STANDPOINT_CHROMIUM to its executable.'
    );
  }
  // The last argument is the program to run: here the command line's own, not the window's.
  const { file, args } = hosts.hostCommand(host, join(program, '../..'));
  return { file, args: [...args.slice(0, -1), join(program, 'standpoint.js')] };
}
