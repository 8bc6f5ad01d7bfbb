/** Finds or makes a library's folder, and takes its lock. */
import { dirname, join, resolve } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { type FileSystem, isErrno } from '../disk/file-system.js';
import { type Lock, lockLibrary } from './lock.js';
import { ensureFolder, syncFolder } from '../disk/write-durably.js';

export interface OpenedFolder {
  readonly root: string;
  readonly isNew: boolean;
  /** `null` for a folder that is only read. */
  readonly lock: Lock | null;
}

const ownFolders = ['bin', 'texts', 'quarantine', 'b'];

/** Writes nothing. Throws `no-library` when there is no such folder. */
export async function openToRead(folder: string, fs: FileSystem): Promise<OpenedFolder> {
  const path = resolve(folder);
  let root: string;
  try {
    root = await fs.realpath(path);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
    throw new ExpectedFailure('no-library', `There is no library in ${path}.`);
  }
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
  if (names.length > 0 && !names.some((name) => ownFolders.includes(name))) {
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
