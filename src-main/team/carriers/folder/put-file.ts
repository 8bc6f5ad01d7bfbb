/**
 * Puts a file into a shared folder so that what broke off goes on. Until it is whole it lies beside its
 * place, under a name that follows from what it holds: whoever puts the same bytes goes on with it, even two at once,
 * since they write the same at the same places.
 */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileSystem, ifThere, isErrno, isThere } from '../../../disk/file-system.js';
import { cutShort, syncFolderIfItCan } from '../../../disk/write-durably.js';
import { type FileProgress, filePart } from '../carrier.js';
import { openToGroup } from './open-to-group.js';

/** Resolves once the bytes are safe at `target`, or somebody else has put them there. Stopped, it leaves what it has got so far. */
export async function putInParts(
  target: string,
  { begun, bytes }: { readonly begun: string; readonly bytes: Uint8Array },
  fs: FileSystem,
  onProgress?: FileProgress,
  stop?: AbortSignal
): Promise<void> {
  const { file, path } = await openBegun(join(dirname(target), begun), fs);
  try {
    const held = Buffer.alloc(Math.min(filePart, bytes.length));
    for (let done = 0; done < bytes.length;) {
      stop?.throwIfAborted();
      const part = bytes.subarray(done, done + filePart);
      // A power cut may have left anything there.
      const { bytesRead } = await file.read(held, 0, part.length, done);
      if (Buffer.compare(held.subarray(0, bytesRead), part) !== 0) {
        const { bytesWritten } = await file.write(part, 0, part.length, done);
        if (bytesWritten !== part.length) throw cutShort(bytesWritten, part.length);
      }
      done += part.length;
      onProgress?.(done, bytes.length);
    }
    await file.truncate(bytes.length);
    await file.datasync();
    const { size } = await file.stat();
    if (size !== bytes.length) throw cutShort(size, bytes.length);
  } finally {
    await file.close();
  }
  try {
    await openToGroup(path, fs);
    await fs.rename(path, target);
  } catch (error) {
    // Who put the same was faster.
    if (!isErrno(error, 'ENOENT') || !(await isThere(target, fs))) throw error;
  }
  await syncFolderIfItCan(dirname(target), fs);
}

/** Under a name of its own where something else is in the way: another person’s, or a link that leads elsewhere. */
async function openBegun(
  path: string,
  fs: FileSystem
): Promise<{ readonly file: FileHandle; readonly path: string }> {
  const { O_RDWR, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK;
  try {
    const file = await fs.open(path, flags, 0o666);
    const stats = await file.stat();
    if (stats.isFile() && stats.nlink === 1) return { file, path };
    await file.close();
  } catch (error) {
    if (!isErrno(error, 'EACCES', 'EPERM', 'ELOOP', 'EISDIR', 'ENXIO')) throw error;
  }
  const own = `${path}-${randomBytes(4).toString('hex')}`;
  return { file: await fs.open(own, flags | constants.O_EXCL, 0o666), path: own };
}

/** When somebody else has put it whole. */
export async function removeBegun(folder: string, begun: string, fs: FileSystem): Promise<void> {
  await ifThere(fs.rm(join(folder, begun)));
}
