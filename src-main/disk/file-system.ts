/** The file system as the store uses it: the seam through which tests make a disk fail. */
import * as promises from 'node:fs/promises';
import { patiently } from '../../src-host/disk/patiently.js';

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

export const disk: FileSystem = patient(promises);

/** With patience for what Windows refuses for a moment: another program has just looked at the file. */
export function patient(
  fs: FileSystem,
  ...system: [platform?: NodeJS.Platform, wait?: (ms: number) => Promise<void>]
): FileSystem {
  return {
    ...fs,
    rename: (...args) => patiently(() => fs.rename(...args), ...system),
    rm: (...args) => patiently(() => fs.rm(...args), ...system)
  };
}

export function isErrno(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** What `work` on a path gives; `null` when nothing is there. Throws whatever else the disk says. */
export async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(folder: string, fs: FileSystem): Promise<readonly string[]> {
  return ((await ifThere(fs.readdir(folder))) ?? []).sort();
}

/** The bytes of a file; `null` when there is no such file. */
export function readIfThere(path: string, fs: FileSystem): Promise<Buffer | null> {
  return ifThere(fs.readFile(path));
}

export async function isThere(path: string, fs: FileSystem): Promise<boolean> {
  return (await sizeOf(path, fs)) !== null;
}

/** In bytes; `null` when there is no such file. */
export async function sizeOf(path: string, fs: FileSystem): Promise<number | null> {
  return (await ifThere(fs.stat(path)))?.size ?? null;
}

/** True when there was such a file. */
export async function removeIfThere(path: string, fs: FileSystem): Promise<boolean> {
  return (await ifThere(fs.rm(path).then(() => true))) ?? false;
}
