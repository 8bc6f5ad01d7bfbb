/**
 * The bin: deleted briefings wait in it for thirty days. The days are counted as the library sees
 * them pass, a jump of the clock for at most a week, so that no wrong clock empties it.
 */
import { join } from 'node:path';
import { z } from '../../domain/base/zod.js';
import { summarise, type Summary } from '../../domain/briefing/briefing.js';
import { Id, Moment } from '../../domain/base/values.js';
import type { BriefingFiles } from '../briefing-files.js';
import { readable } from '../list/scan-shard.js';
import { briefingPath } from '../paths.js';
import { ifThere } from '../../disk/file-system.js';
import { backupOf } from '../../disk/write-durably.js';
import { isOn, walkShelf } from '../shelf.js';
import { readNotes, type StoreFolder, writeNotes } from '../store-folder.js';
import { versionsOf } from './version-files.js';

const format = 'standpoint-bin';
const day = 24 * 3_600_000;
const daysKept = 30;
/** Days that may pass, for the count, between two looks at the clock. */
const longestStep = 7;

const Ages = z.object({ seenAt: Moment, days: z.record(Id, z.number()) });
type Ages = z.infer<typeof Ages>;

export interface Deleted {
  readonly summary: Summary;
  /** By the clock of that time. */
  readonly deletedAt: string;
}

/** Latest deletion first. One that cannot be read is left out; reading it has told the folder. */
export async function listBin(
  folder: StoreFolder,
  files: BriefingFiles
): Promise<readonly Deleted[]> {
  const deleted: Deleted[] = [];
  for await (const shard of walkShelf(folder, 'bin')) {
    for (const id of shard) {
      const found = await readDeleted(folder, files, id);
      if (found) deleted.push(found);
    }
  }
  return deleted.sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1));
}

async function readDeleted(
  folder: StoreFolder,
  files: BriefingFiles,
  id: Id
): Promise<Deleted | null> {
  if (await isOn(folder, 'b', id)) return null;
  const stored = await readable(files, id, 'bin');
  if (!stored) return null;
  const file = await ifThere(folder.fs.stat(briefingPath(folder.root, 'bin', id)));
  // It may have been put back, or removed for good, meanwhile.
  if (!file) return null;
  return { summary: summarise(stored.briefing), deletedAt: file.mtime.toISOString() };
}

/** Sets the moment that `listBin` tells; just before the file moves there. */
export async function markDeleted({ root, fs }: StoreFolder, id: Id, now: Date): Promise<void> {
  const file = await fs.open(briefingPath(root, 'b', id), 'r+');
  try {
    await file.utimes(now, now);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** For good, with its versions. The log must not speak of it any more. */
export async function removeForGood({ root, fs }: StoreFolder, id: Id): Promise<void> {
  const path = briefingPath(root, 'bin', id);
  await fs.rm(versionsOf(root, id), { recursive: true, force: true });
  await fs.rm(backupOf(path), { force: true });
  await fs.rm(path, { force: true });
}

/** Counts the days that have passed, and returns the briefings whose time is over. */
export async function ageBin(folder: StoreFolder, now: Date): Promise<readonly Id[]> {
  // A count that is damaged begins anew: briefings stay longer.
  const before = await readNotes(folder, agesPath(folder), format, Ages);
  const passed = before ? (now.getTime() - Date.parse(before.seenAt)) / day : 0;
  const step = Math.min(Math.max(passed, 0), longestStep);
  const days: Record<Id, number> = {};
  for await (const shard of walkShelf(folder, 'bin')) {
    for (const id of shard) {
      const known = before?.days[id];
      days[id] = known === undefined ? 0 : known + step;
    }
  }
  if (Object.keys(days).length > 0 || before) {
    const ages: Ages = { seenAt: now.toISOString(), days };
    await writeNotes(folder, agesPath(folder), format, ages);
  }
  return (Object.keys(days) as Id[]).filter((id) => (days[id] ?? 0) >= daysKept);
}

function agesPath({ root }: StoreFolder): string {
  return join(root, 'bin', 'ages.json');
}
