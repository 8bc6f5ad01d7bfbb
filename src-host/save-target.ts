/** What a person typed as a place to save to, seen from the disk. Asks nobody and writes nothing. */
import { accessSync, constants, readdirSync, statSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import type { SaveTarget } from './page/show-save.js';

/** As many folders as a person reads at a glance. */
const OFFERED = 8;

const UNSEEN = new Set<string | undefined>([
  'ENOENT',
  'ENOTDIR',
  'EACCES',
  'EPERM',
  'ELOOP',
  'ENAMETOOLONG'
]);
const UNWRITABLE = new Set<string | undefined>(['EACCES', 'EPERM', 'EROFS', 'ENOENT']);

/** A relative path is meant from `base`, `~` from the home folder. */
function toPath(typed: string, base: string): string {
  return resolve(base, typed.trim().replace(/^~(?=$|[/\\])/, homedir()));
}

/** Adds the first of `extensions` to a name that has none of them. */
export function completeExtension(path: string, extensions: readonly string[]): string {
  const known = extensions.filter((extension) => extension !== '*');
  const ending = extname(path).slice(1).toLowerCase();
  return known.length === 0 || known.includes(ending) ? path : `${path}.${known[0]}`;
}

/** Where `typed` leads, and what would keep a file from being written there. */
export function checkTarget(
  typed: string,
  base: string,
  extensions: readonly string[],
  mayWrite = isWritable
): SaveTarget {
  const asTyped = toPath(typed, base);
  if (typed.trim() === '' || /[/\\]$/.test(typed.trim()) || isFolder(asTyped))
    return { path: asTyped, problem: 'Add a name for the file.', exists: false };
  const path = completeExtension(asTyped, extensions);
  return { path, problem: findProblem(path, mayWrite), exists: exists(path) };
}

function findProblem(path: string, mayWrite: (path: string) => boolean): string | null {
  const folder = dirname(path);
  if (!exists(folder)) return `There is no folder ${folder}.`;
  if (!isFolder(folder)) return `${folder} is not a folder.`;
  if (isFolder(path)) return `${path} is a folder. Choose another name.`;
  if (!mayWrite(exists(path) ? path : folder)) return `You may not write to ${folder}.`;
  return null;
}

/** Folders that continue what was typed, each with a separator at its end. */
export function listFolders(typed: string, base: string): string[] {
  const path = toPath(typed, base);
  const inside = typed.trim() === '' || /[/\\]$/.test(typed.trim());
  const folder = inside ? path : dirname(path);
  const start = inside ? '' : basename(path).toLowerCase();
  if (!isFolder(folder)) return [];
  try {
    return readdirSync(folder)
      .filter((name) => name.toLowerCase().startsWith(start))
      .filter((name) => start.startsWith('.') || !name.startsWith('.'))
      .map((name) => join(folder, name))
      .filter(isFolder)
      .sort((a, b) => a.localeCompare(b))
      .slice(0, OFFERED)
      .map((name) => name + sep);
  } catch (error) {
    // A folder that may not be read has nothing to offer.
    if (UNSEEN.has((error as NodeJS.ErrnoException).code)) return [];
    throw error;
  }
}

function exists(path: string): boolean {
  return look(path) !== null;
}

function isFolder(path: string): boolean {
  return look(path)?.isDirectory() ?? false;
}

/** `null` where there is nothing, or nothing that may be seen. */
function look(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (UNSEEN.has((error as NodeJS.ErrnoException).code)) return null;
    throw error;
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    if (UNWRITABLE.has((error as NodeJS.ErrnoException).code)) return false;
    throw error;
  }
}
