/**
 * Folders and files that several Unix users of one computer or one network disk share: what one of them makes
 * is opened to the group to which the folder above it is open. The mask of that person would keep the others out.
 */
import { dirname } from 'node:path';
import { type FileSystem, isErrno } from '../../../disk/file-system.js';
import { ensureFolder } from '../../../disk/write-durably.js';

/** Makes a folder in one that must be there. */
export async function ensureSharedFolder(path: string, fs: FileSystem): Promise<void> {
  await ensureFolder(path, fs);
  await openToGroup(path, fs);
}

/** Only what is one's own, and only for the group that the folder above has, as one with the setgid bit sees to. */
export async function openToGroup(path: string, fs: FileSystem): Promise<void> {
  const [made, above] = await Promise.all([fs.stat(path), fs.stat(dirname(path))]);
  if (made.uid !== process.getuid?.() || made.gid !== above.gid) return;
  const mode = made.mode | (above.mode & (made.isDirectory() ? 0o070 : 0o060));
  if (mode === made.mode) return;
  await fs.chmod(path, mode & 0o7777).catch((error: unknown) => {
    // Some network disks know no such bits.
    if (!isErrno(error, 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'ENOSYS')) throw error;
  });
}
