/**
 * A path that a person typed, and what the host's own dialogs to choose a folder and to save say of it.
 * Only `makeFolder` writes.
 */
import {
  accessSync,
  readdirSync,
  statSync,
  type Dirent,
  type Stats,
  constants,
  existsSync,
  mkdirSync
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve, sep, extname } from 'node:path';
import type { ListedFolder, MadeFolder, PathView } from '../page/show-path.js';
import type { FolderKind } from '../surface/surface.js';

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
function toPath(typed: string, base: string): string {
  return resolve(base, typed.trim().replace(/^~(?=$|[/\\])/, homedir()));
}

/** A folder, and the names in it that continue what was typed, in order. */
interface Folders {
  readonly parent: string;
  readonly names: readonly string[];
}

/**
 * After a separator all that lie in the folder are meant, else those that begin with what follows the
 * last one, in any case of letters; hidden ones only when asked for by their full stop.
 */
function foldersFor(typed: string, base: string): Folders {
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
function entriesOf(path: string): Dirent[] | null {
  return ifSeen(() => readdirSync(path, { withFileTypes: true }));
}

/** A link to a folder counts as one. */
function isFolderEntry(parent: string, entry: Dirent): boolean {
  return entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(parent, entry.name)));
}

function isThere(path: string): boolean {
  return look(path) !== null;
}

function isFolder(path: string): boolean {
  return look(path)?.isDirectory() ?? false;
}

/** `mode` is one of Node's `constants.R_OK` or `W_OK`. */
function isUsable(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch (error) {
    if (UNUSABLE.has((error as NodeJS.ErrnoException).code)) return false;
    throw error;
  }
}

function look(path: string): Stats | null {
  return ifSeen(() => statSync(path));
}

function ifSeen<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (UNSEEN.has((error as NodeJS.ErrnoException).code)) return null;
    throw error;
  }
}

/** More than a person scrolls through: she types the first letters instead. */
const LISTED = 500;

/**
 * What `typed` names, and the folders that continue it. A relative path is meant from `base`. With
 * `mayBeNew` a folder that is not there can be chosen as long as it could be made.
 */
export function viewFolder(
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
