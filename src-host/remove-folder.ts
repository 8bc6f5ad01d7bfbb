/** Removes a folder that a dying Chromium may still be writing to. */
import { rmSync } from 'node:fs';

/** How often the folder is looked at anew; each time Chromium has had longer to end. */
const ATTEMPTS = 5;

/** Gives up silently: what is left is a temporary folder, swept by the next start or the system. */
export function removeFolder(path: string): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      return rmSync(path, { recursive: true, force: true });
    } catch (error) {
      // Node's own retries do not see what was added meanwhile.
      if (!['ENOTEMPTY', 'EBUSY', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw error;
    }
  }
}
