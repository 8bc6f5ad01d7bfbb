/** What the disk says of a shared folder, as sentences. Pure. */
import { ExpectedFailure } from '../../../domain/base/result.js';
import { isErrno } from '../../../disk/file-system.js';
import { isUnfit } from '../../../disk/regular-file.js';
import { carrierFailure } from '../carrier.js';

const kept = 'What you wrote is kept on this computer.';

/** The failure to throw for `error`, or `error` itself where no disk is to blame. @param path as the person named it */
export function folderFailure(error: unknown, path: string): unknown {
  if (isUnfit(error)) {
    return carrierFailure(
      'carrier-refuses',
      `Something in the shared folder ${path} is in the place of a file of the library. ${error.message} Remove it there. ${kept}`
    );
  }
  if (error instanceof ExpectedFailure || !(error instanceof Error && 'syscall' in error)) {
    return error;
  }
  const place = `The shared folder ${path}`;
  if (isErrno(error, 'ENOSPC', 'EDQUOT')) {
    return carrierFailure(
      'carrier-full',
      `The disk that holds the shared folder ${path} is full. ${kept}`
    );
  }
  if (isErrno(error, 'EACCES', 'EPERM')) {
    return carrierFailure('carrier-refuses', `${place} may not be read or written by you. ${kept}`);
  }
  if (isErrno(error, 'EROFS')) {
    return carrierFailure('carrier-refuses', `${place} can only be read. ${kept}`);
  }
  if (isErrno(error, 'ENOENT', 'ENOTDIR')) return folderAway(path);
  const code = 'code' in error ? String(error.code) : 'unknown';
  return carrierFailure('carrier-away', `${place} cannot be used just now (${code}). ${kept}`);
}

export function folderAway(path: string): ExpectedFailure {
  return carrierFailure(
    'carrier-away',
    `The shared folder ${path} is not there, or not whole. If it lies on a removable or network disk, connect it; if another program brings it, let that finish. ${kept}`
  );
}
