/**
 * Temporary folders that do not outlive the program for long: each holds a lock of the kernel's on a
 * file within, so what a kill left behind is told from what is in use, and removed by a later start.
 */
import { lstatSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdFile } from './hold-file.js';
import { removeFolder } from './remove-folder.js';

export interface TemporaryFolder {
  readonly path: string;
  /** Removes it with all that it holds. It is also removed when the process ends in an orderly way. */
  readonly remove: () => void;
}

const LOCK = '.lock';
/** How long a folder may be without a lock file: much longer than it takes to make one. In ms. */
const UNLOCKED_AGE = 24 * 60 * 60 * 1000;

/**
 * A folder for this user alone, whose name begins with `prefix`. Those that the dead left there under
 * this beginning are removed first.
 */
export function makeTemporaryFolder(prefix: string, place = tmpdir()): TemporaryFolder {
  removeLeftovers(prefix, place);
  for (;;) {
    const path = mkdtempSync(join(place, prefix));
    const hold = holdFile(join(path, LOCK));
    // Another start has taken it for a leftover, between its making and its lock.
    if (hold.state === 'taken') continue;
    const release = hold.state === 'held' ? hold.release : () => undefined;
    const remove = () => {
      process.off('exit', remove);
      release();
      removeFolder(path);
    };
    process.on('exit', remove);
    return { path, remove };
  }
}

/** Removes the temporary folders of this user that no running process holds. */
export function removeLeftovers(prefix: string, place = tmpdir()): void {
  for (const name of readdirSync(place).filter((each) => isOurName(each, prefix))) {
    const path = join(place, name);
    try {
      if (isLeft(path)) removeFolder(path);
    } catch (error) {
      // It stays for the next start; this one has better things to do.
      console.error(`${path} could not be removed.`, error);
    }
  }
}

/** As mkdtemp(3) makes them. */
function isOurName(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && /^[A-Za-z0-9]{6}$/.test(name.slice(prefix.length));
}

function isLeft(path: string): boolean {
  const folder = lstatSync(path, { throwIfNoEntry: false });
  if (!folder?.isDirectory()) return false;
  if (process.getuid && folder.uid !== process.getuid()) return false;
  const lock = join(path, LOCK);
  // One that is just being made, or of a program that knew no locks.
  if (!lstatSync(lock, { throwIfNoEntry: false }))
    return Date.now() - folder.mtimeMs > UNLOCKED_AGE;
  const hold = holdFile(lock);
  if (hold.state === 'held') hold.release();
  return hold.state === 'held';
}
