/** Turns what the operating system says about a disk into one sentence that a person can act on. */
import { ExpectedFailure } from '../domain/base/result.js';

/**
 * The failure to throw for `error`, or `error` itself when no disk is to blame.
 * `what` completes "…, so …": "the briefing was not saved".
 */
export function diskFailure(error: unknown, folder: string, what: string): unknown {
  if (error instanceof ExpectedFailure) return error;
  if (!isSystemError(error)) return error;
  const kept = 'What was saved before is intact.';
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new ExpectedFailure(
        'disk-full',
        `The disk that holds ${folder} is full, so ${what}. Free some space and try again. ${kept}`
      );
    case 'EACCES':
    case 'EPERM':
      return new ExpectedFailure(
        'no-permission',
        `Access to ${folder} is not permitted, so ${what}. ${kept}`
      );
    case 'EROFS':
      return new ExpectedFailure(
        'read-only-disk',
        `The disk that holds ${folder} can only be read, so ${what}. ${kept}`
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return new ExpectedFailure(
        'folder-gone',
        `The library's folder ${folder} is not there any more, or part of it is gone, so ${what}. If it lies on a removable or network disk, connect it and try again.`
      );
    default:
      return new ExpectedFailure(
        'disk-error',
        `The disk that holds ${folder} reports an error (${error.code}), so ${what}. ${kept}`
      );
  }
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
