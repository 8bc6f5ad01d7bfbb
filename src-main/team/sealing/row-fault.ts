/** What can be wrong with a sealed row, each with a sentence of its own. None names a key. */
import { ExpectedFailure } from '../../domain/base/result.js';

/**
 * - `no-key`: sealed with a key that is not in the keyring; perhaps it is still to come.
 * - `unknown-device`: its device is no member's, or not yet.
 * - `damaged`: its bytes are not those that were sealed.
 * - `forged`: somebody else than its device made it, or shows it as what it is not.
 * - `other-library`: it was sealed for another library.
 * - `newer-program`: a newer Standpoint sealed it.
 * - `gap`: rows of its device before it were not handed out.
 * - `dropped`: a member has verified rows that are not handed out here.
 * - `fork`: its device has two rows of one number, as when a library's folder was copied.
 * - `removed`: its device wrote it after it had been removed.
 */
export type RowFaultCode =
  | 'no-key'
  | 'unknown-device'
  | 'damaged'
  | 'forged'
  | 'other-library'
  | 'newer-program'
  | 'gap'
  | 'dropped'
  | 'fork'
  | 'removed';

/** A row that is not taken in. */
export class RowFault extends ExpectedFailure {
  constructor(
    override readonly code: RowFaultCode,
    /** Whose row, as far as can be told; 32 hex digits. */
    readonly device: string,
    readonly n: number,
    message: string
  ) {
    super(code, message);
    this.name = 'RowFault';
  }
}

/** For sentences: enough of a device's id to tell it from others. */
export function shortDevice(device: string): string {
  return device.slice(0, 8);
}
