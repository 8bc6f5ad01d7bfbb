/** Whether an upgrade has replaced the program's files under a window that is open. */
import { statSync } from 'node:fs';

/**
 * Notes how `file` lies on the disk now. The function that it returns says whether it has been replaced
 * or removed since. A package manager writes a new file, also where it keeps the time of the old one.
 *
 * @param file an entry of the program, which every build writes anew.
 */
export function noteProgram(file: string): () => boolean {
  const before = look(file);
  return () => look(file) !== before;
}

function look(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? [found.dev, found.ino, found.size, found.mtimeMs].join(' ') : null;
}
