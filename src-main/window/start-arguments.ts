/** What the program's own command line says: files to open, and which library. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** The library folder that `--library=DIR` names, or `null`. */
export function libraryIn(argv: readonly string[], cwd: string): string | null {
  const flag = argv.find((arg) => arg.startsWith('--library='));
  return flag ? resolve(cwd, flag.slice('--library='.length)) : null;
}

/**
 * The files named by the arguments, as absolute paths. The first argument is the program, switches are
 * Electron's or ours, and a folder is the unpackaged program itself. A file that cannot be
 * looked at is kept: whoever reads it says why.
 */
export function filesIn(argv: readonly string[], cwd: string): readonly string[] {
  return argv
    .slice(1)
    .filter((arg) => !arg.startsWith('-'))
    .map((arg) => resolve(cwd, arg))
    .filter((path) => !isFolder(path));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    // Not there, out of reach, or no path at all.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
