/** After a start: follows the log for every briefing that it speaks of, and says what was amiss. */
import type { Id } from '../../domain/base/values.js';
import type { BriefingFiles } from '../briefing-files.js';
import { type FileCopy, readCopies } from '../copies.js';
import { briefingPath, segmentPath, shownPath } from '../paths.js';
import { holdsAll, type StateRecord } from './log-format.js';
import type { LoggedHistory } from './read-log.js';
import { finishMove, isOn } from '../shelf.js';
import { quarantine, type StoreFolder } from '../store-folder.js';
import { decodeBriefing, type StoredBriefing } from '../stored-briefing.js';
import { removeUnfinishedVersions } from '../versions/version-files.js';

/** `damage`: the log was not whole. `gap`: what it says does not fit the files. Either must be settled before anything is added to it. */
export async function recoverBriefings(
  folder: StoreFolder,
  files: BriefingFiles,
  { records, damaged }: LoggedHistory
): Promise<'none' | 'damage' | 'gap'> {
  let hasGap = false;
  for (const [id, known] of records) {
    if (!(await isOn(folder, 'b', id)) && (await isOn(folder, 'bin', id))) {
      // Deleted since: its file in the bin holds everything.
      files.forget(id);
      continue;
    }
    if (!folder.readOnly) {
      await finishMove(folder, id);
      await clearUp(folder, id, known);
      await removeUnfinishedVersions(folder, id);
    }
    const gap = await files.recover(id);
    if (gap === null) continue;
    hasGap = true;
    const file = shownPath(folder.root, briefingPath(folder.root, 'b', id));
    folder.report({
      code: 'log-gap',
      file,
      message: `The log holds changes to ${file} that could not be followed: ${gap}. What came before them is there; the log is kept in the folder quarantine.`,
      mended: !folder.readOnly
    });
  }
  if (hasGap) return 'gap';
  return damaged.length > 0 ? 'damage' : 'none';
}

/** Keeps the whole log aside: something in it was not understood. */
export async function setLogAside(
  folder: StoreFolder,
  { segments, damaged }: LoggedHistory
): Promise<void> {
  const moved = new Set(damaged.map(({ segment }) => segment));
  for (const segment of segments) {
    if (!moved.has(segment)) await quarantine(folder, segmentPath(folder.root, segment));
  }
}

/** What an interrupted checkpoint left beside the file and may go: the only good copy may not, unless the log holds all of it. */
export function unneeded(
  copies: readonly FileCopy<StoredBriefing>[],
  records: readonly StateRecord[]
): readonly FileCopy<StoredBriefing>[] {
  const isKept = copies.some(({ kind, value }) => kind !== 'temporary' && value);
  if (!isKept && !holdsAll(records)) return [];
  return copies.filter(({ kind }) => kind === 'temporary');
}

async function clearUp(
  { root, fs }: StoreFolder,
  id: Id,
  records: readonly StateRecord[]
): Promise<void> {
  const path = briefingPath(root, 'b', id);
  const copies = await readCopies(path, (bytes) => decodeBriefing(id, bytes), fs);
  for (const copy of unneeded(copies, records)) await fs.rm(copy.path, { force: true });
}
