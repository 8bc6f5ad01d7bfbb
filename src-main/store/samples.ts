/**
 * Which briefings of the library are samples that it began with. As long as nobody has touched one, it
 * makes way for what a backup brings; from the first edit, version or word on it is like any other.
 */
import { join } from 'node:path';
import { z } from '../domain/base/zod.js';
import { Id } from '../domain/base/values.js';
import type { BriefingFiles } from './briefing-files.js';
import { readable } from './list/scan-shard.js';
import { isOn } from './shelf.js';
import { readNotes, type StoreFolder, writeNotes } from './store-folder.js';
import { versionKeys } from './versions/version-files.js';

const format = 'standpoint-samples';

/** Before the sample itself is written: a mark without its sample means nothing. */
export async function markSample(folder: StoreFolder, id: Id): Promise<void> {
  const ids = await markedSamples(folder);
  await writeNotes(folder, pathOf(folder), format, [...new Set([...ids, id])]);
}

/** Those that the library began with, touched or not. A damaged file marks nothing: then every sample is somebody's. */
export async function markedSamples(folder: StoreFolder): Promise<readonly Id[]> {
  return (await readNotes(folder, pathOf(folder), format, z.array(Id))) ?? [];
}

/** Of a marked one: whether it is as it came, never edited and without versions. In the bin it may be as well. */
export async function isUntouched(
  folder: StoreFolder,
  files: BriefingFiles,
  id: Id
): Promise<boolean> {
  const isHere = files.isUnsettled(id) || (await isOn(folder, 'b', id));
  const stored = await readable(files, id, isHere ? 'b' : 'bin');
  return stored?.revision === 1 && (await versionKeys(folder, id)).length === 0;
}

function pathOf({ root }: StoreFolder): string {
  return join(root, 'samples.json');
}
