/** Writes an exported file so that its place holds the old file or the whole new one, never a part. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';

/**
 * Resolves once the bytes are on the disk under `path`. Throws an `ExpectedFailure` when the folder
 * or the disk refuses; what stood at `path` is then as it was, and nothing is left beside it.
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  openFile = open
): Promise<void> {
  // In the same folder, since a rename is atomic within one file system only.
  const name = `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}`;
  const temporary = join(dirname(path), name);
  try {
    const file = await openFile(temporary, 'wx');
    await fillAndMove(file, temporary, bytes, path);
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, path);
  }
  await syncFolder(dirname(path));
}

async function fillAndMove(
  file: FileHandle,
  temporary: string,
  bytes: Uint8Array,
  path: string
): Promise<void> {
  // The program may be told to end amid it.
  const remove = () => rmSync(temporary, { force: true });
  process.on('exit', remove);
  try {
    await writeAndClose(file, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    process.off('exit', remove);
  }
}

async function writeAndClose(file: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name durable. Windows and some network disks cannot; the file itself is safe by then. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(code ?? '')) throw error;
  }
}

function explain(error: NodeJS.ErrnoException, path: string): Error {
  const kept = 'Nothing was written, and what was there before is as it was.';
  const folder = dirname(path);
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ExpectedFailure('no-folder', `There is no folder “${folder}”. ${kept}`);
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return new ExpectedFailure('target-is-folder', `“${path}” is a folder, not a file. ${kept}`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new ExpectedFailure(
        'not-writable',
        `“${folder}” does not allow writing “${basename(path)}”. ${kept}`
      );
    case 'EBUSY':
    case 'ETXTBSY':
      return new ExpectedFailure('target-in-use', `“${path}” is open in another program. ${kept}`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new ExpectedFailure('disk-full', `The disk that holds “${folder}” is full. ${kept}`);
    case 'ENAMETOOLONG':
      return new ExpectedFailure(
        'name-too-long',
        `The name “${basename(path)}” is too long. ${kept}`
      );
    default:
      return error;
  }
}
