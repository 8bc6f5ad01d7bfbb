/** Reads and verifies every file of a library, and mends what it can when asked to. */
import { join } from 'node:path';
import { TextHash } from '../domain/source.js';
import { VersionKey } from '../domain/version.js';
import { summarise } from '../domain/briefing.js';
import { Id } from '../domain/id.js';
import type { BriefingFiles } from './briefing-files.js';
import { bestCopy, type Copy, readCopies } from './copies.js';
import { namesIn } from './file-system.js';
import type { Finding } from './finding.js';
import type { ListEntry } from './list-rows.js';
import { mendBriefing } from './mend-briefing.js';
import { briefingPath, type Shelf, shownPath } from './paths.js';
import { walkShelf } from './shelf.js';
import type { StoreFolder } from './store-folder.js';
import { entryOf } from './scan-shard.js';
import { decodeBriefing, type StoredBriefing } from './stored-briefing.js';
import type { Summaries } from './summaries.js';
import { inspectText } from './texts.js';
import type { Turns } from './turns.js';
import { inspectVersion } from './version-files.js';

const shelves: readonly Shelf[] = ['b', 'bin'];

/** What a check reads, and what it mends. */
export interface Checked {
  readonly folder: StoreFolder;
  readonly turns: Turns;
  readonly files: BriefingFiles;
  readonly summaries: Summaries;
}

export async function checkLibrary(
  { folder, turns, files, summaries }: Checked,
  repair: boolean
): Promise<readonly Finding[]> {
  const entries = new Map<Id, ListEntry>();
  const findings: Finding[] = [];
  const needed = new Set<TextHash>();
  for (const shelf of shelves) {
    for await (const shard of walkShelf(folder, shelf)) {
      for (const { id } of shard) {
        await turns.run(id, async () => {
          const path = briefingPath(folder.root, shelf, id);
          const copies = await readCopies(path, (bytes) => decodeBriefing(id, bytes), folder.fs);
          bestCopy(copies)?.value.briefing.sources.forEach(({ text }) => needed.add(text));
          findings.push(...(await mendBriefing(folder, path, copies, repair)));
          const entry = shelf === 'b' ? await entryOfBest(files, id, copies) : null;
          if (entry) entries.set(id, entry);
        });
      }
    }
  }
  findings.push(...(await checkTexts(folder, needed, repair)));
  findings.push(...(await checkVersions(folder, repair)));
  findings.push(...(await checkList(summaries, entries, repair)));
  return findings;
}

/** Of a briefing that the log speaks of the file alone does not tell. */
async function entryOfBest(
  files: BriefingFiles,
  id: Id,
  copies: readonly Copy<StoredBriefing>[]
): Promise<ListEntry | null> {
  if (files.isLogged(id)) return entryOf(files, id);
  const best = bestCopy(copies)?.value;
  return best ? { revision: best.revision, summary: summarise(best.briefing) } : null;
}

/** The list is derived: where it says something else than the briefings, they are right. */
async function checkList(
  summaries: Summaries,
  entries: ReadonlyMap<Id, ListEntry>,
  repair: boolean
): Promise<readonly Finding[]> {
  const listed = new Map((await summaries.list()).map((summary) => [summary.id, summary]));
  const wrong = new Set([...listed.keys()].filter((id) => !entries.has(id)));
  for (const [id, { summary }] of entries) {
    if (JSON.stringify(summary) !== JSON.stringify(listed.get(id))) wrong.add(id);
  }
  if (wrong.size === 0) return [];
  if (repair) {
    for (const id of wrong) {
      const entry = entries.get(id);
      if (entry) summaries.put(entry);
      else summaries.remove(id);
    }
    await summaries.settle();
  }
  const message = `The list of briefings is wrong about ${wrong.size} of them${repair ? '; it was made anew from the briefings' : ''}. The briefings themselves are not touched by this.`;
  return [{ code: 'stale-list', file: 'manifest', message, mended: repair }];
}

async function checkVersions(folder: StoreFolder, repair: boolean): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const place = join(folder.root, 'versions');
  for (const name of await namesIn(place, folder.fs)) {
    const id = Id.safeParse(name);
    if (!id.success) continue;
    for (const file of await namesIn(join(place, name), folder.fs)) {
      const path = join(place, name, file);
      if (file.endsWith('.tmp')) findings.push(await leftover(folder, path, repair));
      const key = VersionKey.safeParse(file.replace(/\.json$/, ''));
      if (key.success) findings.push(...(await inspectVersion(folder, id.data, key.data, repair)));
    }
  }
  return findings;
}

async function checkTexts(
  folder: StoreFolder,
  needed: ReadonlySet<TextHash>,
  repair: boolean
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const place = join(folder.root, 'texts');
  const hashes = new Set(needed);
  for (const name of await namesIn(place, folder.fs)) {
    if (TextHash.safeParse(name).success) hashes.add(name);
    else if (name.endsWith('.tmp'))
      findings.push(await leftover(folder, join(place, name), repair));
  }
  for (const hash of hashes) {
    const { finding } = await inspectText(folder, hash, repair);
    if (finding) findings.push(finding);
  }
  return findings;
}

async function leftover(folder: StoreFolder, path: string, repair: boolean): Promise<Finding> {
  if (repair) await folder.fs.rm(path, { force: true });
  const file = shownPath(folder.root, path);
  return {
    code: 'leftover',
    file,
    message: `An interrupted save left ${file}${repair ? '; it was removed' : ''}.`,
    mended: repair
  };
}
