/** Where the system keeps things, by Electron's names. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { facts } from './host-facts.js';

const chosen = new Map<string, string>();

export function setPath(name: string, path: string): void {
  chosen.set(name, path);
}

/** Throws for a name that neither `setPath` nor this host knows, as Electron does. */
export function getPath(name: string): string {
  return chosen.get(name) ?? findPath(name);
}

function findPath(name: string): string {
  // Empty where HOME is.
  const home = homedir() || userInfo().homedir;
  switch (name) {
    case 'home':
      return home;
    case 'appData':
      return findAppData(home);
    case 'userData':
      return join(getPath('appData'), facts.name);
    case 'sessionData':
      return getPath('userData');
    case 'documents':
      return findUserFolder(home, 'DOCUMENTS') ?? join(home, 'Documents');
    case 'downloads':
      return findUserFolder(home, 'DOWNLOAD') ?? join(home, 'Downloads');
    case 'desktop':
      return findUserFolder(home, 'DESKTOP') ?? join(home, 'Desktop');
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}

function findAppData(home: string): string {
  switch (process.platform) {
    case 'win32':
      return process.env.APPDATA ?? join(home, 'AppData', 'Roaming');
    case 'darwin':
      return join(home, 'Library', 'Application Support');
    default:
      return process.env.XDG_CONFIG_HOME ?? join(home, '.config');
  }
}

/** Linux names these folders in the user's language: https://www.freedesktop.org/wiki/Software/xdg-user-dirs/ */
function findUserFolder(home: string, key: string): string | null {
  const file = join(findAppData(home), 'user-dirs.dirs');
  if (process.platform !== 'linux' || !existsSync(file)) return null;
  const match = new RegExp(`^XDG_${key}_DIR="(.+)"`, 'm').exec(readFileSync(file, 'utf8'));
  return match ? match[1]!.replace('$HOME', home) : null;
}
