/** Finds an installed PostgreSQL, to start a server of our own from. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian and Ubuntu, Fedora and Alpine, Homebrew, the installer for Windows: none of them is on the path. */
const PLACES = [
  ['/usr/lib/postgresql', 'bin'],
  ['/usr/libexec/postgresql', ''],
  ['/opt/homebrew/opt', 'bin'],
  ['/usr/local/opt', 'bin'],
  ['C:\\Program Files\\PostgreSQL', 'bin']
];

/**
 * The folder that holds `postgres` and `initdb`, the newest version first; `null` when there is none.
 * STANDPOINT_POSTGRES names one.
 * @returns {string | null}
 */
export function findPostgres() {
  const named = process.env.STANDPOINT_POSTGRES;
  const versioned = PLACES.flatMap(([place = '', bin = '']) =>
    versionsIn(place).map((version) => join(place, version, bin))
  );
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const folders = named ? [named] : [...versioned, '/usr/libexec/postgresql', ...onPath];
  return folders.find((folder) => has(folder, 'postgres') && has(folder, 'initdb')) ?? null;
}

/** @param {string} place */
function versionsIn(place) {
  if (!existsSync(place)) return [];
  const number = (/** @type {string} */ name) => Number(/\d+/.exec(name)?.[0] ?? 0);
  return readdirSync(place)
    .filter((name) => /^(?:postgresql@?)?\d+/.test(name))
    .sort((a, b) => number(b) - number(a));
}

/** @param {string} folder @param {string} name */
function has(folder, name) {
  return existsSync(join(folder, process.platform === 'win32' ? `${name}.exe` : name));
}
