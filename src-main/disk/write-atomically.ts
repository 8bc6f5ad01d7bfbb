/** Writes an exported file so that its place holds the old file or the whole new one, never a part. */
import { basename, dirname } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { disk, ifThere } from './file-system.js';
import { fillBeside } from './write-durably.js';

/**
 * Resolves once the bytes are on the disk under `path`. Throws an `ExpectedFailure` when the folder
 * or the disk refuses; what stood at `path` is then as it was, and nothing is left beside it.
 *
 * @param mode who may read it, where the system knows such rights; `null` leaves that as it is for a file
 * that is there, and to the system for a new one.
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  fs = disk,
  mode: number | null = null
): Promise<void> {
  try {
    const kept = mode ?? (await ifThere(fs.stat(path)))?.mode;
    await fillBeside(
      path,
      async (file) => {
        await file.writeFile(bytes);
        // The mode that a file is made with lacks what the person's mask takes away.
        if (kept !== undefined) await file.chmod(kept & 0o777);
        return bytes.length;
      },
      fs,
      kept === undefined ? 0o666 : kept & 0o777
    );
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, path);
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
