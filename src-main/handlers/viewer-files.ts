/** Copies of documents for the system's viewer, where nobody has named a place for them. */
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../src-host/disk/temporary-folder.js';
import { writeAtomically } from '../disk/write-atomically.js';

/** How the folder of such files begins. */
export const viewerPrefix = 'standpoint-view-';

/** The folder of this run; nobody else may read it, and it goes when the program ends. */
let folder: string | null = null;

/**
 * Returns the path. A document of the same name in the same place takes the place of the one before.
 * @param name with its ending, safe as the name of a file.
 * @param place the name of a folder, to keep documents of one name apart; empty for none.
 */
export async function writeForViewer(name: string, bytes: Uint8Array, place = ''): Promise<string> {
  folder ??= makeTemporaryFolder(viewerPrefix).path;
  await mkdir(join(folder, place), { recursive: true, mode: 0o700 });
  const path = join(folder, place, name);
  await writeAtomically(path, bytes);
  // It goes with this folder: what is written in the viewer is to be saved elsewhere. Windows would
  // keep such a file from being removed.
  if (process.platform !== 'win32') await chmod(path, 0o400);
  return path;
}
