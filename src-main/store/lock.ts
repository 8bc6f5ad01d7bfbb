/**
 * One writer a library. The lock is held by the kernel on a file in the library's folder, so it ends
 * with the process that holds it, however that dies, no clock and no suspended machine can free it
 * early, and nobody can take it who cannot reach the library. It is advisory, and on most network
 * disks seen by the processes of one machine only.
 */
import { join } from 'node:path';
import { holdFile } from '../../src-host/disk/hold-file.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Finding } from './finding.js';

export interface Lock {
  /** That the disk or the system has no locks, and the library is open without; else `null`. */
  readonly finding: Finding | null;
  release(): void;
}

/** `realPath` must be the folder's one canonical path. Throws `library-in-use` when another holds it. */
export function lockLibrary(realPath: string): Lock {
  const hold = holdFile(join(realPath, '.lock'));
  switch (hold.state) {
    case 'held':
      return { finding: null, release: hold.release };
    case 'taken':
      throw new ExpectedFailure(
        'library-in-use',
        `The library in ${realPath} is open in another Standpoint. Close it there first; nothing was changed.`
      );
    case 'impossible':
      return { finding: unlocked(realPath, hold.why), release: () => undefined };
  }
}

function unlocked(realPath: string, why: string): Finding {
  return {
    code: 'no-lock',
    file: '.',
    message: `The library in ${realPath} cannot be locked, since ${why}: Standpoint cannot see whether it is open a second time. Use it from one Standpoint at a time.`,
    mended: false
  };
}
