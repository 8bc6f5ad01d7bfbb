/** The folders of the disk as the host's own folder dialog shows them. Only `makeFolder` writes. */
import { constants, existsSync, mkdirSync, type Dirent } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { ListedFolder, MadeFolder, PathView } from '../page/show-path.js';
import type { FolderKind } from '../surface/surface.js';
import {
  entriesOf,
  foldersFor,
  isFolder,
  isFolderEntry,
  isThere,
  isUsable,
  toPath
} from './typed-path.js';

/** More than a person scrolls through: she types the first letters instead. */
const LISTED = 500;

/**
 * What `typed` names, and the folders that continue it. A relative path is meant from `base`. With
 * `mayBeNew` a folder that is not there can be chosen as long as it could be made.
 */
export function lookAtFolder(
  typed: string,
  base: string,
  kind: FolderKind | null,
  mayBeNew: boolean
): PathView {
  const path = toPath(typed, base);
  const { parent, names } = foldersFor(typed, base);
  const above = dirname(parent);
  return {
    path,
    exists: false,
    ...judge(path, kind, mayBeNew),
    above: above === parent ? null : closed(above),
    inside: closed(parent),
    folders: names.slice(0, LISTED).map((name) => describe(join(parent, name), name, kind)),
    unlisted: Math.max(names.length - LISTED, 0)
  };
}

/** Where the dialog begins: the folder itself, one to be made, or what is there of the way to it. */
export function startOf(wanted: string, mayBeNew: boolean): string {
  if (isFolder(wanted)) return closed(wanted);
  let there = dirname(wanted);
  if (mayBeNew && !isThere(wanted) && isFolder(there)) return wanted;
  while (!isFolder(there) && dirname(there) !== there) there = dirname(there);
  return closed(there);
}

/** Makes a folder called `name` in `parent`, or says why not. */
export function makeFolder(parent: string, name: string): MadeFolder {
  const wanted = name.trim();
  const path = join(parent, wanted);
  if (wanted === '') return { path: null, problem: 'Give the folder a name.' };
  if (basename(path) !== wanted || /[/\\]/.test(wanted))
    return { path: null, problem: 'A name holds no “/” and no “\\”, and is not “..”.' };
  if (isThere(path)) return { path: null, problem: `There is already a “${wanted}” here.` };
  try {
    mkdirSync(path);
    return { path, problem: null };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return { path: null, problem: `The folder could not be made in ${parent} (${code}).` };
  }
}

type Judgement = Pick<PathView, 'kind' | 'about' | 'problem'>;

function judge(path: string, kind: FolderKind | null, mayBeNew: boolean): Judgement {
  const refuse = (problem: string): Judgement => ({ kind: null, about: '', problem });
  if (isFolder(path)) {
    const entries = entriesOf(path);
    if (!entries) return refuse(`You may not look into ${path}.`);
    if (isOfKind(path, kind)) return { kind: kind!.name, about: `A ${kind!.name}.`, problem: null };
    return { kind: null, about: tellContents(path, entries), problem: null };
  }
  const parent = dirname(path);
  if (isThere(path)) return refuse(`${path} is a file, not a folder.`);
  if (!isFolder(parent) || !mayBeNew)
    return refuse(`There is no folder ${isFolder(parent) ? path : parent}.`);
  if (!isUsable(parent, constants.W_OK)) return refuse(`You may not write to ${parent}.`);
  return { kind: null, about: 'This folder is not there yet. It will be made.', problem: null };
}

function tellContents(path: string, entries: readonly Dirent[]): string {
  const shown = entries.filter(({ name }) => !name.startsWith('.'));
  const folders = shown.filter((entry) => isFolderEntry(path, entry)).length;
  const parts = [count(folders, 'folder'), count(shown.length - folders, 'file')].filter(Boolean);
  return parts.length > 0 ? `Holds ${parts.join(' and ')}.` : 'An empty folder.';
}

function count(n: number, what: string): string {
  return n === 0 ? '' : `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
}

function describe(path: string, name: string, kind: FolderKind | null): ListedFolder {
  return { path, name, kind: isOfKind(path, kind) ? kind!.name : null };
}

function isOfKind(path: string, kind: FolderKind | null): boolean {
  return kind !== null && kind.holds.every((name) => existsSync(join(path, name)));
}

function closed(path: string): string {
  return path.endsWith(sep) ? path : path + sep;
}
