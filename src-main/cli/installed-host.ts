/** The host that runs Standpoint here, as the built host itself finds it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as choosing from '../../src-host/facts/choose-host.js';
import type * as finding from '../../src-host/facts/find-chromium.js';
import type { Io } from './command.js';

export interface InstalledHost {
  readonly name: choosing.HostName;
  /** Runs the program's window; the last argument is the program. */
  readonly command: choosing.HostCommand;
}

/** `null` where neither Electron nor a Chromium is installed. */
export async function findHost({
  program,
  env
}: Pick<Io, 'program' | 'env'>): Promise<InstalledHost | null> {
  const { findChromium } = await load<typeof finding>(program, 'find-chromium.js');
  const hosts = await load<typeof choosing>(program, 'choose-host.js');
  const wanted = hosts.parseHostName(env['STANDPOINT_HOST'] ?? '');
  const host = hosts.chooseHost(wanted, hosts.hasDisplay(), {
    electron: () => hosts.electronBinary(),
    chromium: () => findChromium()
  });
  return host && { name: host.name, command: hosts.hostCommand(host, join(program, '../..')) };
}

/** Whether a window could be seen. */
export async function canShowWindow({
  program,
  env
}: Pick<Io, 'program' | 'env'>): Promise<boolean> {
  if (env['STANDPOINT_HOST_HEADLESS'] === '1') return true;
  return (await load<typeof choosing>(program, 'choose-host.js')).hasDisplay();
}

/** What to do where there is no host. */
export function tellNoHost(env: Io['env']): string {
  const named = env['STANDPOINT_CHROMIUM'];
  if (named) {
    return `The window needs a browser, and STANDPOINT_CHROMIUM names ${named}, which is not there or is a snap.`;
  }
  return `The window needs an installed Chromium, Google Chrome or Microsoft Edge, or Electron, and none was found (one from a snap or a flatpak cannot be used). Install one, or set STANDPOINT_CHROMIUM to its executable.`;
}

function load<T>(program: string, name: string): Promise<T> {
  return import(pathToFileURL(join(program, '../host/facts', name)).href) as Promise<T>;
}
