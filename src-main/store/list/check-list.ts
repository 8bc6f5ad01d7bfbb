/** Whether the list says what the briefings say. It is derived: where the two differ, the briefings are right. */
import { join } from 'node:path';
import type { Summary } from '../../domain/briefing/briefing.js';
import type { Id } from '../../domain/base/values.js';
import { DamagedFile } from '../envelope.js';
import { namesIn, readIfThere } from '../../disk/file-system.js';
import type { Finding } from '../finding.js';
import type { ListEntry } from './list-rows.js';
import { decodeSnapshot, snapshotFile, decodeShard, shardOfFile } from './manifest-shard.js';
import { briefingPath, shownPath } from '../paths.js';
import { isOn } from '../shelf.js';
import type { StoreFolder } from '../store-folder.js';
import type { Summaries } from './summaries.js';

/** What a walk through the briefings came upon. */
export interface FoundBriefings {
  /** What the list is to show of each that can be read and is not in the bin. */
  readonly entries: ReadonlyMap<Id, ListEntry>;
  /** All that have a file, or a word in the log. */
  readonly seen: ReadonlySet<Id>;
}

/** @param repair makes the list anew where it is wrong; what has gone is listed no more. */
export async function checkList(
  folder: StoreFolder,
  summaries: Summaries,
  { entries, seen }: FoundBriefings,
  repair: boolean
): Promise<readonly Finding[]> {
  const damaged = await damagedFiles(folder);
  if (repair && damaged.length > 0) {
    for (const path of damaged) await folder.fs.rm(path, { force: true });
    summaries.forget();
  }
  const listed = new Map((await summaries.list()).map((summary) => [summary.id, summary]));
  const gone: Summary[] = [];
  for (const summary of listed.values()) {
    // Not one that another Standpoint has made since the walk.
    if (!seen.has(summary.id) && !(await isAnywhere(folder, summary.id))) gone.push(summary);
  }
  const wrong = new Set([...listed.keys()].filter((id) => !entries.has(id)));
  gone.forEach(({ id }) => wrong.delete(id));
  for (const [id, { summary }] of entries) {
    if (JSON.stringify(summary) !== JSON.stringify(listed.get(id))) wrong.add(id);
  }
  if (repair) {
    for (const id of [...wrong, ...gone.map(({ id }) => id)]) {
      const entry = entries.get(id);
      if (entry) summaries.put(entry);
      else summaries.remove(id);
    }
    await summaries.settle();
  }
  const { root } = folder;
  return [
    ...gone.map((summary) => hasGone(root, summary, repair)),
    ...damaged.map((path) => isDamagedFile(shownPath(root, path), repair)),
    ...(wrong.size > 0 ? [isWrong(wrong.size, repair)] : [])
  ];
}

async function isAnywhere(folder: StoreFolder, id: Id): Promise<boolean> {
  return (await isOn(folder, 'b', id)) || (await isOn(folder, 'bin', id));
}

/** What they say is read from the briefings, so that only a check notices. */
async function damagedFiles({ root, fs }: StoreFolder): Promise<readonly string[]> {
  const place = join(root, 'manifest');
  const damaged: string[] = [];
  for (const name of await namesIn(place, fs)) {
    const shard = shardOfFile(name);
    const bytes = shard || name === snapshotFile ? await readIfThere(join(place, name), fs) : null;
    if (!bytes) continue;
    try {
      if (shard) decodeShard(bytes, shard.revision);
      else decodeSnapshot(bytes);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      damaged.push(join(place, name));
    }
  }
  return damaged;
}

function isDamagedFile(file: string, repair: boolean): Finding {
  const message = `${file}, a part of the list, is damaged${repair ? '; it was made anew' : ''}. What it says is read from the briefings, which are not touched by this.`;
  return { code: 'stale-list', file, message, mended: repair };
}

function hasGone(root: string, { id, title }: Summary, repair: boolean): Finding {
  const file = shownPath(root, briefingPath(root, 'b', id));
  const message = `“${title}” is in the list, but its file ${file} is missing, and so is its second copy.${repair ? ' It was taken off the list.' : ''} Restoring a backup brings it back.`;
  return { code: 'lost-briefing', file, message, mended: repair };
}

function isWrong(count: number, repair: boolean): Finding {
  const briefings = count === 1 ? 'one briefing' : `${count} briefings`;
  const message = `The list is wrong about ${briefings}${repair ? '; it was made anew from the briefings' : ''}. The briefings themselves are not touched by this.`;
  return { code: 'stale-list', file: 'manifest', message, mended: repair };
}
