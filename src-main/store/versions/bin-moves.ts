/** Into the bin, out of it, and out of it for good: what the library does by itself and for a backup. Each in the briefing's turn. */
import type { Id } from '../../domain/base/values.js';
import { markDeleted, removeForGood } from './bin.js';
import * as failures from '../library-failures.js';
import { entryFor } from '../list/list-rows.js';
import type { Parts } from '../open-parts.js';
import { briefingPath } from '../paths.js';
import { isOn, moveBriefing } from '../shelf.js';
import { type StoredBriefing, writeBoth } from '../stored-briefing.js';

/** Throws `no-briefing` for one that is not in use. */
export async function moveToBin(parts: Parts, id: Id): Promise<void> {
  const { folder, files, log, versions, summaries, now, isHere } = parts;
  if (!(await isHere(id))) throw failures.missing(id, 'in this library');
  await files.settle(id, (filed) => versions.beforeOverwrite(id, filed));
  await log?.append({ id, touched: true });
  await markDeleted(folder, id, now());
  await moveBriefing(folder, id, 'b', 'bin');
  files.forget(id);
  summaries.remove(id);
}

/** One that the library does not have: it is never in use in between. */
export function putInBin({ folder }: Parts, stored: StoredBriefing): Promise<void> {
  return writeBoth(briefingPath(folder.root, 'bin', stored.briefing.id), stored, folder.fs);
}

/** Throws `no-briefing` for one that is not in the bin, and `briefing-exists` for one that is in use. */
export async function moveOutOfBin(parts: Parts, id: Id): Promise<void> {
  const { folder, files, log, summaries, isHere } = parts;
  if (await isHere(id)) throw failures.taken(id);
  const stored = await files.peek(id, 'bin');
  if (!stored) throw failures.missing(id, 'in the bin');
  await log?.append({ id, touched: true });
  await moveBriefing(folder, id, 'bin', 'b');
  summaries.put(entryFor(stored.revision, stored.briefing));
}

/** Those that are not in the bin are passed over. Takes the turns itself. */
export async function removeFromBin(parts: Parts, ids: readonly Id[]): Promise<void> {
  const { folder, turns, checkpoints } = parts;
  // Else the log would make them anew after a crash.
  await checkpoints?.run();
  for (const id of ids) {
    await turns.run(id, async () => {
      if (await isOn(folder, 'bin', id)) await removeForGood(folder, id);
    });
  }
}
