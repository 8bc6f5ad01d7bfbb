/** Whether a folder is a library, before one is opened or made there. Writes nothing. */
import { dirname, join } from 'node:path';
import { disk, isThere, namesIn } from '../disk/file-system.js';

/** What every library holds, and no other folder is likely to. */
export const libraryHolds: readonly string[] = ['b', 'texts'];

export type FolderState =
  | { readonly kind: 'library' }
  /** Nothing lies there, or there is no such folder yet. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'other'; readonly names: readonly string[] }
  /** A part of the library in `library`. */
  | { readonly kind: 'inside'; readonly library: string };

/** Hidden files do not count. Throws what the disk says where the folder may not be read. */
export async function lookAtFolder(folder: string): Promise<FolderState> {
  if (await isLibrary(folder)) return { kind: 'library' };
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above))
    if (await isLibrary(above)) return { kind: 'inside', library: above };
  const names = (await namesIn(folder, disk)).filter((name) => !name.startsWith('.'));
  return names.length > 0 ? { kind: 'other', names } : { kind: 'empty' };
}

/** By asking for each name, since the folders above may be closed to being listed. */
async function isLibrary(folder: string): Promise<boolean> {
  for (const name of libraryHolds) if (!(await isThere(join(folder, name), disk))) return false;
  return true;
}
