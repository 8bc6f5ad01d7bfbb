/** What every part of the store is given: the folder, the disk, and whom to tell. */
import { ensureFolder, moveDurably, replaceFile, syncFolder } from '../disk/write-durably.js';
import { type FileSystem, readIfThere } from '../disk/file-system.js';
import type { z } from '../domain/base/zod.js';
import { DamagedFile, seal, unseal } from './envelope.js';
import type { Finding } from './finding.js';
import { quarantinePath, shownPath } from './paths.js';
import { dirname, join } from 'node:path';

export interface StoreFolder {
  readonly root: string;
  readonly fs: FileSystem;
  /** Nothing may be written, not even to mend. */
  readonly readOnly: boolean;
  /** A later finding of the same kind on the same file takes the place of the earlier one. */
  readonly report: (finding: Finding) => void;
  /** What was found there is over. */
  readonly settle: (code: Finding['code'], file: string) => void;
}

/** Puts a damaged file aside, where it can still be looked at. Returns its new place as shown to people. */
export async function quarantine(folder: StoreFolder, path: string): Promise<string> {
  const place = quarantinePath(folder.root, path);
  await ensureFolder(join(folder.root, 'quarantine'), folder.fs);
  await moveDurably(path, place, folder.fs);
  return shownPath(folder.root, place);
}

/**
 * What a small file of the store's own holds, written by `writeNotes`. `null` where there is none, or none
 * that is whole: such a file must hold nothing that a person wrote.
 */
export async function readNotes<T>(
  { fs }: StoreFolder,
  path: string,
  format: string,
  schema: z.ZodType<T>
): Promise<T | null> {
  const bytes = await readIfThere(path, fs);
  if (!bytes) return null;
  try {
    return schema.safeParse(unseal(format, bytes).data).data ?? null;
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    return null;
  }
}

export async function writeNotes(
  { fs }: StoreFolder,
  path: string,
  format: string,
  data: unknown
): Promise<void> {
  await replaceFile(path, seal(format, { schema: 1, revision: 1, data }), fs);
  await syncFolder(dirname(path), fs);
}
