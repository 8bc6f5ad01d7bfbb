/** A PDF for the system's viewer, where nobody has named a place for it. */
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../src-host/disk/temporary-folder.js';
import { writeAtomically } from '../disk/write-atomically.js';

/** How the folder of such PDFs begins. */
export const viewerPrefix = 'standpoint-view-';

/** The folder of this run; nobody else may read it, and it goes when the program ends. */
let folder: string | null = null;

/** Returns the path. A document of the same name takes the place of the one before. */
export async function writeForViewer(name: string, pdf: Uint8Array): Promise<string> {
  folder ??= makeTemporaryFolder(viewerPrefix).path;
  const path = join(folder, `${name}.pdf`);
  await writeAtomically(path, pdf);
  return path;
}
