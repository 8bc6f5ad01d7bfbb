/** What the program's own command line says: files to open, and which library. */
import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** The library folder that `--library=DIR` or `--library DIR` names, or `null`. */
export function libraryIn(argv: readonly string[], cwd: string): string | null {
  const flag = argv.find((arg) => arg.startsWith('--library='));
  const named = flag?.slice('--library='.length) ?? argv[placeOfNamed(argv)];
  return named ? resolve(cwd, named) : null;
}

/** Where the folder stands that follows `--library` as an argument of its own; -1 for nowhere. */
function placeOfNamed(argv: readonly string[]): number {
  const at = argv.indexOf('--library');
  return at < 0 ? -1 : at + 1;
}

/** A sentence where there is no such folder; `null` where there is. It is not made: the name may be mistyped. */
export function tellMissingLibrary(folder: string | null): string | null {
  if (folder === null || isFolder(folder)) return null;
  return `There is no folder ${folder}, which --library names, and no other library was opened instead. If it lies on another disk, connect that first. To make a library, make the folder.`;
}

/**
 * A sentence where a start names another library than the one that the running window shows, as what it
 * brings must not go there; `null` where it names none or the same.
 */
export function tellOtherLibrary(named: string | null, open: string): string | null {
  if (named === null || realPath(named) === realPath(open)) return null;
  return `Standpoint is running already with the library in ${open}, and --library names ${named}, so nothing was added or opened. Open that library in the window first (Library › Libraries…), or close the window and start again.`;
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return folder;
    throw error;
  }
}

/**
 * The files named by the arguments, as absolute paths. The first argument is the program, switches are
 * Electron's or ours, and a folder is the unpackaged program itself. A file that cannot be
 * looked at is kept: whoever reads it says why.
 */
export function filesIn(argv: readonly string[], cwd: string): readonly string[] {
  return argv
    .filter((arg, i) => i > 0 && i !== placeOfNamed(argv) && !arg.startsWith('-'))
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
