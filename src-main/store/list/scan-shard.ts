/** Reads what a list shows from the briefings of one folder themselves, where the manifest cannot say. */
import { join } from 'node:path';
import type { Id } from '../../domain/base/values.js';
import { nullOn } from '../../domain/base/result.js';
import type { BriefingFiles } from '../briefing-files.js';
import { namesIn } from '../../disk/file-system.js';
import { entryFor, type ListEntry } from './list-rows.js';
import { idOfFile, type Shelf } from '../paths.js';
import type { StoreFolder } from '../store-folder.js';
import type { StoredBriefing } from '../stored-briefing.js';

/** Briefings that cannot be read are left out; reading them has told the folder. */
export async function scanShard(
  { root, fs }: StoreFolder,
  files: BriefingFiles,
  shard: string
): Promise<readonly ListEntry[]> {
  const names = await namesIn(join(root, 'b', shard), fs);
  const ids = new Set(names.map(idOfFile).filter((id) => id !== null));
  const entries = await Promise.all([...ids].map((id) => entryOf(files, id)));
  return entries.filter((entry) => entry !== null);
}

/** As `readable`, what a list shows of it. */
export async function entryOf(files: BriefingFiles, id: Id): Promise<ListEntry | null> {
  const stored = await readable(files, id);
  return stored && entryFor(stored.revision, stored.briefing);
}

/** `null` when there is no such briefing, or none that can be read. */
export function readable(
  files: BriefingFiles,
  id: Id,
  shelf: Shelf = 'b'
): Promise<StoredBriefing | null> {
  return files.peek(id, shelf).catch(nullOn('damaged-briefing'));
}
