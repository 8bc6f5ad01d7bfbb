/** Folders that only their user can reach, checked before anything in them is trusted. */
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';

/** Bits of a mode that let anybody in beside the owner. */
const OTHERS = 0o077;

/**
 * Makes the folder where there is none, with those above it, and shuts out everybody else. Returns
 * why it cannot be trusted, as a sentence, or `null`. Throws what the disk says when it cannot be made.
 *
 * Windows has no such modes: there a folder is as private as the one that it lies in, which is what
 * the system gives for the data of programs.
 */
export function makePrivateFolder(path: string): string | null {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  if (!found.isDirectory()) return `${path} is a link to another place, not a folder.`;
  if (process.getuid === undefined) return null;
  if (found.uid !== process.getuid()) return `${path} belongs to another user of this computer.`;
  if ((found.mode & OTHERS) === 0) return null;
  chmodSync(path, 0o700);
  if ((lstatSync(path).mode & OTHERS) === 0) return null;
  return `${path} can be reached by other users of this computer, and its disk does not let that be changed.`;
}
