/** What a person typed as a place to save to, seen from the disk. Asks nobody and writes nothing. */
import { constants } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';
import type { PathView } from '../page/show-path.js';
import { foldersFor, isFolder, isThere, isUsable, toPath } from './typed-path.js';

/** As many folders as a person reads at a glance. */
const OFFERED = 8;

/** Adds the first of `extensions` to a name that has none of them. */
export function completeExtension(path: string, extensions: readonly string[]): string {
  const known = extensions.filter((extension) => extension !== '*');
  const ending = extname(path).slice(1).toLowerCase();
  return known.length === 0 || known.includes(ending) ? path : `${path}.${known[0]}`;
}

/** As `lookAtFolder`, where a file is to be saved. */
export function lookAtTarget(typed: string, base: string, extensions: readonly string[]): PathView {
  const folders = listFolders(typed, base).map((path) => ({ path, name: path, kind: null }));
  const nothing = { kind: null, about: '', inside: '', above: null, unlisted: 0 };
  return { ...checkTarget(typed, base, extensions), ...nothing, folders };
}

/** Where `typed` leads, and what would keep a file from being written there. */
export function checkTarget(
  typed: string,
  base: string,
  extensions: readonly string[],
  mayWrite = (path: string) => isUsable(path, constants.W_OK)
): Pick<PathView, 'path' | 'problem' | 'exists'> {
  const asTyped = toPath(typed, base);
  if (typed.trim() === '' || /[/\\]$/.test(typed.trim()) || isFolder(asTyped))
    return { path: asTyped, problem: 'Add a name for the file.', exists: false };
  const path = completeExtension(asTyped, extensions);
  return { path, problem: findProblem(path, mayWrite), exists: isThere(path) };
}

function findProblem(path: string, mayWrite: (path: string) => boolean): string | null {
  const folder = dirname(path);
  if (!isThere(folder)) return `There is no folder ${folder}.`;
  if (!isFolder(folder)) return `${folder} is not a folder.`;
  if (isFolder(path)) return `${path} is a folder. Choose another name.`;
  if (!mayWrite(isThere(path) ? path : folder)) return `You may not write to ${folder}.`;
  return null;
}

/** Folders that continue what was typed, each with a separator at its end. */
export function listFolders(typed: string, base: string): string[] {
  const { parent, names } = foldersFor(typed, base);
  return names.slice(0, OFFERED).map((name) => join(parent, name) + sep);
}
