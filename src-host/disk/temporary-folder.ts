/**
 * Temporary folders that do not outlive the program for long: each holds a lock of the kernel's on a
 * file within, so what a kill left behind is told from what is in use, and removed by a later start.
 * The lock goes last and is held until then, so a folder that another process still fills stays known
 * as a leftover, and no start takes a folder while it is being removed.
 */
import { lstatSync, mkdtempSync, readdirSync, chmodSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Hold, holdFile } from './hold-file.js';
import { standStill } from './patiently.js';

interface TemporaryFolder {
  readonly path: string;
  /** Removes it with all that it holds. It is also removed when the process ends in an orderly way. */
  readonly remove: () => void;
}

const LOCK = '.lock';
/** How long an empty folder may be without a lock file: much longer than it takes to make one. In ms. */
const UNLOCKED_AGE = 24 * 60 * 60 * 1000;

/**
 * A folder for this user alone, whose name begins with `prefix`. Those that the dead left there under
 * this beginning are removed first.
 */
export function makeTemporaryFolder(
  prefix: string,
  place = tmpdir(),
  lock: (path: string) => Hold = holdFile,
  platform = process.platform
): TemporaryFolder {
  removeLeftovers(prefix, place);
  for (;;) {
    const path = mkdtempSync(join(place, prefix));
    const hold = unlessGone(() => lock(join(path, LOCK)));
    // Another start has taken it for a leftover, between its making and its lock.
    if (hold === null || hold.state === 'taken') continue;
    const release = hold.state === 'held' ? hold.release : () => undefined;
    const remove = () => {
      process.off('exit', remove);
      removeHeld(path, release, platform);
    };
    process.on('exit', remove);
    return { path, remove };
  }
}

/** `null` where the folder has gone meanwhile. */
function unlessGone<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes the temporary folders of this user that no running process holds. */
export function removeLeftovers(prefix: string, place = tmpdir()): void {
  for (const name of readdirSync(place).filter((each) => isOurName(each, prefix))) {
    const path = join(place, name);
    try {
      removeIfLeft(path);
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

function removeIfLeft(path: string): void {
  const folder = lstatSync(path, { throwIfNoEntry: false });
  if (!folder?.isDirectory()) return;
  if (process.getuid && folder.uid !== process.getuid()) return;
  const names = unlessGone(() => readdirSync(path)) ?? [];
  if (names.includes(LOCK)) {
    const hold = unlessGone(() => holdFile(join(path, LOCK)));
    if (hold?.state === 'held') removeHeld(path, hold.release);
    return;
  }
  // One with nothing in it is just being made. The lock is the first thing in it: where there are
  // others, a dying Chromium has made the folder again.
  if (names.length > 0 || Date.now() - folder.mtimeMs > UNLOCKED_AGE) removeFolder(path);
}

/** Leaves a folder that cannot be emptied with its lock file, by which a later start knows it. */
function removeHeld(path: string, release: () => void, platform = process.platform): void {
  const isEmpty = removeContents(path);
  // Windows removes no file that is held.
  if (platform === 'win32') release();
  if (isEmpty) removeFolder(path);
  release();
}

/** Folders that only their user can reach, checked before anything in them is trusted. */

/** Bits of a mode that let anybody in beside the owner. */
const OTHERS = 0o077;

/**
 * Makes the folder where there is none, with those above it, and shuts out everybody else. Returns
 * why it cannot be trusted, as a sentence, or `null`. Throws what the disk says when it cannot be made.
 *
 * Windows has no such modes: there a folder is as private as the one that it lies in, which is what
 * the system gives for the data of programs.
 */
export function makePrivateFolder(path: string, user = process.getuid?.() ?? null): string | null {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  if (!found.isDirectory()) return `${path} is a link to another place, not a folder.`;
  if (user === null) return null;
  if (found.uid !== user) return `${path} belongs to another user of this computer.`;
  if ((found.mode & OTHERS) === 0) return null;
  chmodSync(path, 0o700);
  if ((lstatSync(path).mode & OTHERS) === 0) return null;
  return `${path} can be reached by other users of this computer, and its disk does not let that be changed.`;
}

/** How often a folder is looked at anew; each time a dying Chromium that fills it has had longer to end. */
const ATTEMPTS = 8;
/** By how much longer it is waited after each attempt, in ms. */
const PAUSE = 40;

/** Removes a folder that a dying Chromium may still be writing to. Gives up silently. */
export function removeFolder(path: string): void {
  tryAgain(() => rmSync(path, { recursive: true, force: true }));
}

/** All but the lock file; `false` when something stays or comes anew. */
function removeContents(path: string): boolean {
  return tryAgain(() => {
    for (const name of unlessGone(() => readdirSync(path)) ?? [])
      if (name !== LOCK) rmSync(join(path, name), { recursive: true, force: true });
  });
}

/** Whether it was done in the end. */
function tryAgain(remove: () => void): boolean {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      remove();
      return true;
    } catch (error) {
      // Node's own retries do not see what was added meanwhile.
      if (
        !['ENOTEMPTY', 'EBUSY', 'EPERM', 'EACCES'].includes(
          (error as NodeJS.ErrnoException).code ?? ''
        )
      )
        throw error;
      standStill(PAUSE * attempt);
    }
  }
  return false;
}
