/** Walks the briefings that lie on a shelf, and moves them between shelf and bin. */
import { basename, dirname, join } from 'node:path';
import type { Id } from '../domain/base/values.js';
import { type FileSystem, isThere, namesIn } from '../disk/file-system.js';
import { briefingPath, idOfFile, type Shelf, shards } from './paths.js';
import { backupOf, isTemporaryOf, ensureFolder, moveDurably } from '../disk/write-durably.js';
import type { StoreFolder } from './store-folder.js';

/** One shard after the other: the ids of all that it holds, whether readable or not. */
export async function* walkShelf(
  { root, fs, readOnly }: StoreFolder,
  shelf: Shelf
): AsyncGenerator<ReadonlySet<Id>> {
  // That a shelf has vanished is a failure; an empty folder that is only read has none.
  const place = join(root, shelf);
  const made = new Set(await (readOnly ? namesIn(place, fs) : fs.readdir(place)));
  for (const shard of shards.filter((name) => made.has(name))) {
    const names = await namesIn(join(place, shard), fs);
    yield new Set(names.flatMap((name) => idOfFile(name) ?? []));
  }
}

export function isOn({ root, fs }: StoreFolder, shelf: Shelf, id: Id): Promise<boolean> {
  return isThere(briefingPath(root, shelf, id), fs);
}

/**
 * When it rejects, the briefing lies where it lay. The file goes last into the bin and first out of
 * it, so that a crash in between never leaves a backup to pass for the briefing.
 */
export async function moveBriefing(
  { root, fs }: StoreFolder,
  id: Id,
  from: Shelf,
  to: Shelf
): Promise<void> {
  const source = briefingPath(root, from, id);
  const target = briefingPath(root, to, id);
  await ensureFolder(dirname(target), fs);
  await removeLeftovers(source, fs);
  const moves: (readonly [string, string])[] = [[source, target]];
  if (await isThere(backupOf(source), fs)) moves.push([backupOf(source), backupOf(target)]);
  if (to === 'bin') moves.reverse();
  for (const [i, [before, after]] of moves.entries()) {
    try {
      await moveDurably(before, after, fs);
    } catch (error) {
      for (const [origin, place] of moves.slice(0, i)) await moveDurably(place, origin, fs);
      throw error;
    }
  }
}

/** After a move that a crash may have cut off: a briefing that lies on the shelf has nothing in the bin. */
export async function finishMove({ root, fs }: StoreFolder, id: Id): Promise<void> {
  const [here, there] = [briefingPath(root, 'b', id), briefingPath(root, 'bin', id)];
  if (!(await isThere(here, fs))) return;
  const hasBackup = await isThere(backupOf(there), fs);
  if (hasBackup && !(await isThere(backupOf(here), fs))) {
    await moveDurably(backupOf(there), backupOf(here), fs);
  }
  await fs.rm(backupOf(there), { force: true });
  await fs.rm(there, { force: true });
}

/** What an interrupted save left would pass for the briefing once that has gone. */
async function removeLeftovers(path: string, fs: FileSystem): Promise<void> {
  for (const name of await namesIn(dirname(path), fs)) {
    if (isTemporaryOf(basename(path), name)) await fs.rm(join(dirname(path), name));
  }
}
