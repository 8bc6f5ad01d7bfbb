/**
 * Puts bytes on the disk so that a crash or a power cut leaves the old file or the new one, whole.
 *
 * A new file is written under a name nobody can have planted, synced, measured, and renamed into
 * place; then the folder is synced. Stock adapters skip one or more of these steps and report
 * success on a full disk.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileSystem, ifThere, isErrno } from './file-system.js';

/**
 * Resolves once `bytes` are safe at `path`. What was there before is kept as its backup.
 * When it rejects, `path` holds what it held before.
 */
export async function writeDurably(path: string, bytes: Uint8Array, fs: FileSystem): Promise<void> {
  const temporary = temporaryFor(path);
  try {
    await writeWhole(temporary, bytes, fs);
    const hadPrevious = await keepPrevious(path, fs);
    await fs.rename(temporary, path);
    try {
      await syncFolder(dirname(path), fs);
    } catch (error) {
      await putBack(path, hadPrevious, fs);
      throw error;
    }
  } catch (error) {
    await discard(temporary, fs);
    throw error;
  }
}

/** Puts `bytes` at `path`; the name is safe once its folder has been synced. When it rejects, `path` holds what it held before. */
export async function replaceFile(path: string, bytes: Uint8Array, fs: FileSystem): Promise<void> {
  const temporary = temporaryFor(path);
  try {
    await writeWhole(temporary, bytes, fs);
    await fs.rename(temporary, path);
  } catch (error) {
    await discard(temporary, fs);
    throw error;
  }
}

/** Moves a file within one disk. When it rejects, the file is where it was. */
export async function moveDurably(from: string, to: string, fs: FileSystem): Promise<void> {
  await fs.rename(from, to);
  try {
    await syncFolder(dirname(to), fs);
    await syncFolder(dirname(from), fs);
  } catch (error) {
    await fs.rename(to, from);
    throw error;
  }
}

/** Makes a folder for this user alone, in one that must be there: a vanished library is not made anew. */
export async function ensureFolder(path: string, fs: FileSystem): Promise<void> {
  try {
    await fs.mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return;
    throw error;
  }
  await syncFolder(dirname(path), fs);
}

/** Makes renames in a folder safe. Windows has no such call, and journals them itself. */
export async function syncFolder(
  path: string,
  fs: FileSystem,
  platform = process.platform
): Promise<void> {
  if (platform === 'win32') return;
  const folder = await fs.open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Makes a file that must not be there yet, and syncs its bytes. */
export function writeWhole(path: string, bytes: Uint8Array, fs: FileSystem): Promise<void> {
  return fillWhole(path, (file) => file.writeFile(bytes).then(() => bytes.length), fs);
}

/** As `writeWhole`. @param fill writes, and resolves to how many bytes. */
async function fillWhole(
  path: string,
  fill: (file: FileHandle) => Promise<number>,
  fs: FileSystem,
  mode = 0o600
): Promise<void> {
  const file = await fs.open(path, 'wx', mode);
  try {
    const given = await fill(file);
    await file.datasync();
    const { size } = await file.stat();
    if (size !== given) throw cutShort(size, given);
  } finally {
    await file.close();
  }
}

/**
 * Puts what `fill` writes at a place that a person named, where other programs and any kind of disk may
 * be. Rejects as `fill` or the disk does: `path` then holds what it held before. Nothing is left beside
 * it, not even by a program that is told to end amid it.
 */
export async function fillBeside(
  path: string,
  fill: (file: FileHandle) => Promise<number>,
  fs: FileSystem,
  mode = 0o666
): Promise<void> {
  // In the same folder, since a rename is atomic within one file system only.
  // Not named after the file, whose name may be as long as the disk allows.
  const name = `.standpoint-${randomBytes(6).toString('hex')}`;
  const temporary = join(dirname(path), name);
  const remove = () => rmSync(temporary, { force: true });
  process.on('exit', remove);
  try {
    await fillWhole(temporary, fill, fs, mode);
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  } finally {
    process.off('exit', remove);
  }
  await syncFolderIfItCan(dirname(path), fs);
}

/** Some network disks cannot; what was written into the folder is safe by then. */
export async function syncFolderIfItCan(path: string, fs: FileSystem): Promise<void> {
  await syncFolder(path, fs).catch((error: unknown) => {
    if (!isErrno(error, 'EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP')) throw error;
  });
}

/** For a disk that took fewer bytes than it was given, and said nothing: it is full. */
export function cutShort(written: number, given: number): Error {
  return Object.assign(new Error(`Only ${written} of ${given} bytes were written`), {
    code: 'ENOSPC',
    syscall: 'write'
  });
}

/** The name under which the file that was there before is kept. */
export function backupOf(path: string): string {
  return `${path}.bak`;
}

/** A name that nobody can guess and so nobody can have planted. */
export function temporaryFor(path: string): string {
  return `${path}.${randomBytes(8).toString('hex')}.tmp`;
}

export function isTemporaryOf(path: string, candidate: string): boolean {
  return candidate.startsWith(`${path}.`) && candidate.endsWith('.tmp');
}

/** Links the present file to its backup's name. False when there is none. */
async function keepPrevious(path: string, fs: FileSystem): Promise<boolean> {
  const temporary = temporaryFor(path);
  try {
    const linked = linkOrCopy(path, temporary, fs);
    return (await ifThere(linked.then(() => fs.rename(temporary, backupOf(path))))) !== null;
  } finally {
    // Renaming a file onto another link of itself succeeds and leaves both (POSIX rename).
    await discard(temporary, fs);
  }
}

/** Some disks (exFAT, some network shares) have no hard links. */
async function linkOrCopy(from: string, to: string, fs: FileSystem): Promise<void> {
  try {
    await fs.link(from, to);
  } catch (error) {
    if (!isErrno(error, 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM')) throw error;
    await writeWhole(to, await fs.readFile(from), fs);
  }
}

/** After a rename that may not last: a state that was reported as not saved must not come up later. */
async function putBack(path: string, hadPrevious: boolean, fs: FileSystem): Promise<void> {
  if (!hadPrevious) return fs.rm(path, { force: true });
  const temporary = temporaryFor(path);
  await linkOrCopy(backupOf(path), temporary, fs);
  await fs.rename(temporary, path);
}

/** The failure that led here is the one to report; what stays behind is found by `check`. */
async function discard(temporary: string, fs: FileSystem): Promise<void> {
  await fs.rm(temporary, { force: true }).catch(() => undefined);
}
