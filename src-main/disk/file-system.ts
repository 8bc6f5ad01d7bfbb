/** The file system as the store uses it: the seam through which tests make a disk fail. */
import * as promises from 'node:fs/promises';

export type FileSystem = Pick<
  typeof promises,
  | 'chmod'
  | 'copyFile'
  | 'link'
  | 'mkdir'
  | 'open'
  | 'readdir'
  | 'readFile'
  | 'realpath'
  | 'rename'
  | 'rm'
  | 'stat'
  | 'statfs'
  | 'truncate'
  | 'utimes'
>;

export const disk: FileSystem = promises;

export function isErrno(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(folder: string, fs: FileSystem): Promise<readonly string[]> {
  try {
    return (await fs.readdir(folder)).sort();
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

/** The bytes of a file; `null` when there is no such file. */
export async function readIfThere(path: string, fs: FileSystem): Promise<Buffer | null> {
  try {
    return await fs.readFile(path);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

export async function isThere(path: string, fs: FileSystem): Promise<boolean> {
  return (await sizeOf(path, fs)) !== null;
}

/** In bytes; `null` when there is no such file. */
export async function sizeOf(path: string, fs: FileSystem): Promise<number | null> {
  try {
    return (await fs.stat(path)).size;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

/** True when there was such a file. */
export async function removeIfThere(path: string, fs: FileSystem): Promise<boolean> {
  try {
    await fs.rm(path);
    return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return false;
    throw error;
  }
}
