/** Goes through the whole library once for what a list shows, and clears up after interrupted saves. */
import { summarise, type Summary } from '../domain/briefing.js';
import type { Id } from '../domain/id.js';
import { ExpectedFailure } from '../domain/result.js';
import type { BriefingFiles } from './briefing-files.js';
import { readCopies } from './copies.js';
import { mendBriefing } from './mend-briefing.js';
import { briefingPath } from './paths.js';
import { type Found, walkShelf } from './shelf.js';
import type { StoreFolder } from './store-folder.js';
import { decodeBriefing } from './stored-briefing.js';
import type { Turns } from './turns.js';

/** Briefings that cannot be read are left out; reading them has told the folder. */
export async function scanSummaries(
  folder: StoreFolder,
  files: BriefingFiles,
  turns: Turns
): Promise<readonly Summary[]> {
  async function summaryOf({ id, hasLeftover }: Found): Promise<Summary | null> {
    try {
      const stored = await files.peek(id);
      if (hasLeftover && !folder.readOnly) await clearUp(folder, id);
      return stored && summarise(stored.briefing);
    } catch (error) {
      if (error instanceof ExpectedFailure && error.code === 'damaged-briefing') return null;
      throw error;
    }
  }

  const summaries: Summary[] = [];
  for await (const shard of walkShelf(folder, 'b')) {
    const found = await Promise.all(shard.map((each) => turns.run(each.id, () => summaryOf(each))));
    summaries.push(...found.filter((summary) => summary !== null));
  }
  // New ones, which have no file yet.
  const listed = new Set(summaries.map(({ id }) => id));
  for (const id of files.logged.filter((each) => !listed.has(each))) {
    const summary = await turns.run(id, () => summaryOf({ id, hasLeftover: false }));
    if (summary) summaries.push(summary);
  }
  return summaries;
}

async function clearUp(folder: StoreFolder, id: Id): Promise<void> {
  const path = briefingPath(folder.root, 'b', id);
  const copies = await readCopies(path, (bytes) => decodeBriefing(id, bytes), folder.fs);
  await mendBriefing(folder, path, copies, true);
}
