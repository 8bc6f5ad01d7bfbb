/** Asked at every start, so it loads nothing of what sealing and carrying need. */
import { join } from 'node:path';
import { type FileSystem, disk, isThere } from '../disk/file-system.js';

/** Whether the library in this folder is shared. */
export function isShared(library: string, fs: FileSystem = disk): Promise<boolean> {
  return isThere(join(library, 'team', 'secrets.json'), fs);
}
