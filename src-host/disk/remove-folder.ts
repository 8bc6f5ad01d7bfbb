/** Removes a folder that a dying Chromium may still be writing to. */
import { rmSync } from 'node:fs';

/** How often the folder is looked at anew; each time Chromium has had longer to end. */
const ATTEMPTS = 5;
/** By how much longer it is waited after each attempt, in ms. */
const PAUSE = 40;

/** Gives up silently: what is left is a temporary folder, removed by a later start. */
export function removeFolder(path: string): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      return rmSync(path, { recursive: true, force: true });
    } catch (error) {
      // Node's own retries do not see what was added meanwhile.
      if (!['ENOTEMPTY', 'EBUSY', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE * attempt);
    }
  }
}
