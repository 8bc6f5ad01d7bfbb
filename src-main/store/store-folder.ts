/** What every part of the store is given: the folder, the disk, and whom to tell. */
import { ensureFolder, moveDurably } from '../disk/write-durably.js';
import type { FileSystem } from '../disk/file-system.js';
import type { Finding } from './finding.js';
import { quarantinePath, shownPath } from './paths.js';
import { join } from 'node:path';

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
