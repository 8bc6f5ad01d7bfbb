/** Finds or makes a library's folder, takes its lock, and tells a disk on which no lock can be seen. */
import { dirname, join, resolve } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { realpath } from 'node:fs/promises';
import { type FileSystem, ifThere, isErrno, disk, isThere, namesIn } from '../disk/file-system.js';
import { ensureFolder, syncFolder } from '../disk/write-durably.js';
import { holdFile } from '../../src-host/disk/hold-file.js';
import type { Finding } from './finding.js';
import type { StoreFolder } from './store-folder.js';

export interface OpenedFolder {
  readonly root: string;
  readonly isNew: boolean;
  /** `null` for a folder that is only read. */
  readonly lock: Lock | null;
}

const ownFolders = ['bin', 'texts', 'originals', 'quarantine', 'b'];
/** Those that tell a library from a folder of other things, which may well have “originals” of its own. */
const tellingFolders = ownFolders.filter((name) => name !== 'originals');

/** Writes nothing. Throws `no-library` when there is no such folder. */
export async function openToRead(folder: string, fs: FileSystem): Promise<OpenedFolder> {
  const path = resolve(folder);
  const root = await ifThere(fs.realpath(path));
  if (root === null) throw new ExpectedFailure('no-library', `There is no library in ${path}.`);
  if (!(await fs.stat(root)).isDirectory()) throw notAFolder(path);
  await refuseOtherFiles(root, fs);
  return { root, isNew: false, lock: null };
}

/**
 * Throws `library-in-use` when another Standpoint has it open, and `not-a-library` where other things
 * lie, unless `amongOthers`.
 */
export async function openToWrite(
  folder: string,
  fs: FileSystem,
  amongOthers = false
): Promise<OpenedFolder> {
  const path = resolve(folder);
  const made = await makeFolder(path, fs);
  const root = await fs.realpath(path);
  // Before the lock, which leaves a file behind.
  if (!amongOthers) await refuseOtherFiles(root, fs);
  const lock = lockLibrary(root);
  try {
    const names = await (amongOthers ? shownNames(root, fs) : refuseOtherFiles(root, fs));
    if (made || names.length === 0) await fs.chmod(root, 0o700);
    if (made) await syncFolder(dirname(root), fs);
    for (const name of ownFolders) await ensureFolder(join(root, name), fs);
    return { root, isNew: !names.includes('b'), lock };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** True when the folder was not there before. */
async function makeFolder(path: string, fs: FileSystem): Promise<boolean> {
  try {
    return (await fs.mkdir(path, { recursive: true, mode: 0o700 })) !== undefined;
  } catch (error) {
    if (isErrno(error, 'EEXIST', 'ENOTDIR')) throw notAFolder(path);
    throw error;
  }
}

/** A folder of other things is not made into a library by a slip of the hand. */
async function refuseOtherFiles(root: string, fs: FileSystem): Promise<readonly string[]> {
  const names = await shownNames(root, fs);
  if (names.length > 0 && !names.some((name) => tellingFolders.includes(name))) {
    throw new ExpectedFailure(
      'not-a-library',
      `${root} holds other files and is no library. Choose a library's folder or an empty one; nothing was changed.`
    );
  }
  return names;
}

async function shownNames(root: string, fs: FileSystem): Promise<readonly string[]> {
  return (await fs.readdir(root)).filter((name) => !name.startsWith('.'));
}

function notAFolder(path: string): ExpectedFailure {
  return new ExpectedFailure('not-a-library', `${path} is a file, not the folder of a library.`);
}

/** Whether a folder is a library, before one is opened or made there. Writes nothing. */

/** What every library holds, and no other folder is likely to. */
export const libraryHolds: readonly string[] = ['b', 'texts'];

type FolderState =
  | { readonly kind: 'library' }
  /** Nothing lies there, or there is no such folder yet. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'other'; readonly names: readonly string[] }
  /** A part of the library in `library`. */
  | { readonly kind: 'inside'; readonly library: string };

/** Hidden files do not count. Throws what the disk says where the folder may not be read. */
export async function lookAtFolder(folder: string): Promise<FolderState> {
  const library = await libraryAround(folder);
  if (library === folder) return { kind: 'library' };
  if (library !== null) return { kind: 'inside', library };
  const names = (await namesIn(folder, disk)).filter((name) => !name.startsWith('.'));
  return names.length > 0 ? { kind: 'other', names } : { kind: 'empty' };
}

/** The library that `folder` is or lies in, as far as its path tells; `null` for none. */
export async function libraryAround(folder: string): Promise<string | null> {
  for (let at = folder; at !== dirname(at); at = dirname(at)) if (await isLibrary(at)) return at;
  return null;
}

/**
 * What lies in a library is written by Standpoint alone, whichever library it is: throws an
 * `ExpectedFailure` where `folder` is in one. A folder that cannot be followed is not.
 *
 * @param given the place as the person named it.
 */
export async function refuseInLibrary(folder: string, given: string): Promise<void> {
  const found = await realpath(folder).then(libraryAround, () => null);
  if (found === null) return;
  throw new ExpectedFailure(
    'output-in-library',
    `${given} lies in the library in ${found}. Name a place outside of it. Nothing was written.`
  );
}

/** By asking for each name, since the folders above may be closed to being listed. */
async function isLibrary(folder: string): Promise<boolean> {
  for (const name of libraryHolds) if (!(await isThere(join(folder, name), disk))) return false;
  return true;
}

/**
 * One writer a library. The lock is held by the kernel on a file in the library's folder, so it ends
 * with the process that holds it, however that dies, no clock and no suspended machine can free it
 * early, and nobody can take it who cannot reach the library. It is advisory, and on most network
 * disks seen by the processes of one machine only.
 */
export interface Lock {
  /** That the disk or the system has no locks, and the library is open without; else `null`. */
  readonly finding: Finding | null;
  release(): void;
}

/** `realPath` must be the folder's one canonical path. Throws `library-in-use` when another holds it. */
function lockLibrary(realPath: string): Lock {
  const hold = holdFile(join(realPath, '.lock'));
  switch (hold.state) {
    case 'held':
      return { finding: null, release: hold.release };
    case 'taken':
      throw new ExpectedFailure(
        'library-in-use',
        `The library in ${realPath} is open in another Standpoint. Close it there first; nothing was changed.`
      );
    case 'impossible':
      return { finding: unlocked(realPath, hold.why), release: () => undefined };
  }
}

function unlocked(realPath: string, why: string): Finding {
  return {
    code: 'no-lock',
    file: '.',
    message: `The library in ${realPath} cannot be locked, since ${why}: Standpoint cannot see whether it is open a second time. Use it from one Standpoint at a time.`,
    mended: false
  };
}

/** From Linux's statfs(2): NFS, SMB, SMB 2, CIFS, AFS, Coda, Ceph. */
const networkTypes: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x73757245, 0x00c36400
]);

/** `null` for a disk of this computer, and where the system does not tell. */
export async function networkDisk({ root, fs }: StoreFolder): Promise<Finding | null> {
  if (!(await isRemote(root, fs))) return null;
  return {
    code: 'network-disk',
    file: '.',
    message: `The library in ${root} lies on a network disk, where Standpoint cannot see whether another computer has it open too. Use it from one computer at a time.`,
    mended: false
  };
}

async function isRemote(root: string, fs: StoreFolder['fs']): Promise<boolean> {
  if (process.platform === 'win32') return root.startsWith('\\\\') && !root.startsWith('\\\\?\\');
  if (process.platform !== 'linux') return false;
  // A system that does not answer leaves it open.
  const found = await fs.statfs(root).catch(() => null);
  // Some give the number with its sign.
  return found !== null && networkTypes.has(found.type >>> 0);
}
