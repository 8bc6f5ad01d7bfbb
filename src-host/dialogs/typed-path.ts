/** A path that a person typed, and what of it the disk lets her see. */
import { accessSync, readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Codes of errors that mean: there is nothing, or nothing that may be seen. */
const UNSEEN = new Set<string | undefined>([
  'ENOENT',
  'ENOTDIR',
  'EACCES',
  'EPERM',
  'ELOOP',
  'ENAMETOOLONG'
]);
const UNUSABLE = new Set<string | undefined>(['EACCES', 'EPERM', 'EROFS', 'ENOENT']);

/** A relative path is meant from `base`, `~` from the home folder. */
export function toPath(typed: string, base: string): string {
  return resolve(base, typed.trim().replace(/^~(?=$|[/\\])/, homedir()));
}

/** A folder, and the names in it that continue what was typed, in order. */
export interface Folders {
  readonly parent: string;
  readonly names: readonly string[];
}

/**
 * After a separator all that lie in the folder are meant, else those that begin with what follows the
 * last one, in any case of letters; hidden ones only when asked for by their full stop.
 */
export function foldersFor(typed: string, base: string): Folders {
  const path = toPath(typed, base);
  const inside = /(^|[/\\])$/.test(typed.trim());
  const parent = inside ? path : dirname(path);
  const begin = inside ? '' : basename(path).toLowerCase();
  const names = (entriesOf(parent) ?? [])
    .filter(({ name }) => name.toLowerCase().startsWith(begin))
    .filter(({ name }) => begin.startsWith('.') || !name.startsWith('.'))
    .filter((entry) => isFolderEntry(parent, entry))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b));
  return { parent, names };
}

/** `null` for what is no folder, or may not be read. */
export function entriesOf(path: string): Dirent[] | null {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (UNSEEN.has((error as NodeJS.ErrnoException).code)) return null;
    throw error;
  }
}

/** A link to a folder counts as one. */
export function isFolderEntry(parent: string, entry: Dirent): boolean {
  return entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(parent, entry.name)));
}

export function isThere(path: string): boolean {
  return look(path) !== null;
}

export function isFolder(path: string): boolean {
  return look(path)?.isDirectory() ?? false;
}

/** `mode` is one of Node's `constants.R_OK` or `W_OK`. */
export function isUsable(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch (error) {
    if (UNUSABLE.has((error as NodeJS.ErrnoException).code)) return false;
    throw error;
  }
}

function look(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (UNSEEN.has((error as NodeJS.ErrnoException).code)) return null;
    throw error;
  }
}
