/** Where an installed Chromium, Chrome or Edge may be. Starts nothing. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, posix, win32 } from 'node:path';

/** The machine as far as the search looks at it; tests pass one of their own. */
export interface ChromiumLookup {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
  /** Whether `path` leads into a snap. */
  isSnap(path: string): boolean;
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge'
];
const MAC_NAMES = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe'
];

/**
 * The executable to use, or `null`. STANDPOINT_CHROMIUM decides alone when it is set.
 *
 * Chromium from a snap or a flatpak is passed over: their confinement hides the program's folder
 * from the browser, and flatpak does not hand on the pipe that the host speaks over.
 */
export function findChromium(machine: ChromiumLookup = thisMachine()): string | null {
  const chosen = machine.env.STANDPOINT_CHROMIUM;
  const candidates = chosen ? [chosen] : listCandidates(machine);
  return candidates.find((path) => machine.exists(path) && !machine.isSnap(path)) ?? null;
}

function listCandidates({ platform, env }: ChromiumLookup): string[] {
  switch (platform) {
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
        folder ? WINDOWS_PATHS.map((path) => win32.join(folder, path)) : []
      );
    case 'darwin':
      return ['/', env.HOME ?? '/'].flatMap((folder) =>
        MAC_NAMES.map((name) =>
          posix.join(folder, 'Applications', `${name}.app`, 'Contents/MacOS', name)
        )
      );
    default:
      return LINUX_NAMES.flatMap((name) =>
        (env.PATH ?? '').split(':').map((folder) => posix.join(folder, name))
      );
  }
}

/**
 * Whether the setuid helper of this Chromium is installed, by which it makes its sandbox where the system
 * allows no user namespaces. Debian starts Chromium by a script that lies elsewhere.
 */
export function hasSandboxHelper(chromium: string): boolean {
  const folders = [dirname(realpathSync(chromium)), join('/usr/lib', basename(chromium))];
  return folders.some((folder) => existsSync(join(folder, 'chrome-sandbox')));
}

function thisMachine(): ChromiumLookup {
  return {
    platform: process.platform,
    env: process.env,
    exists: existsSync,
    // Ubuntu's chromium-browser is a small script that starts the snap.
    isSnap: (path) =>
      process.platform === 'linux' &&
      (path.startsWith('/snap/') || readFileSync(path).subarray(0, 4096).includes('/snap/bin/'))
  };
}
