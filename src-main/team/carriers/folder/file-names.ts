/** Lists the files of a shared folder. */
import { join } from 'node:path';
import { type FileSystem, namesIn } from '../../../disk/file-system.js';
import { isName, namesAtOnce } from '../carrier.js';
import type { FolderLayout } from './layout.js';

/** As `Carrier.fileNames`. What has half arrived is listed too: who gets it finds out. */
export async function fileNamesIn(
  { files }: FolderLayout,
  after: string | null,
  fs: FileSystem
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const part of (await fs.readdir(files)).sort()) {
    if (after !== null && part < after.slice(0, 2)) continue;
    for (const file of await namesIn(join(files, part), fs)) {
      const name = file.slice(0, 32);
      // Beside them lies what is being written.
      const isOne = isName(name) && file[32] === '-';
      if (isOne && (after === null || name > after)) found.add(name);
    }
    if (found.size >= namesAtOnce) break;
  }
  return [...found].sort().slice(0, namesAtOnce);
}
