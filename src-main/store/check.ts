/** Reads and verifies every file of a library, and mends what it can when asked to. */
import { join } from 'node:path';
import type { TextHash } from '../domain/briefing/source.js';
import { VersionKey } from '../domain/briefing/version.js';
import { Id } from '../domain/base/values.js';
import type { BriefingFiles } from './briefing-files.js';
import { checkList, type FoundBriefings } from './list/check-list.js';
import { bestCopy, readCopies, mendCopies } from './copies.js';
import { namesIn } from '../disk/file-system.js';
import { type Finding, isDamage } from './finding.js';
import { entryFor, type ListEntry } from './list/list-rows.js';
import { openParts } from './open-parts.js';
import { briefingPath, type KeptShelf, type Shelf, shownPath } from './paths.js';
import { logState } from './log/read-log.js';
import { unneeded } from './log/recover.js';
import { checkRegister } from './register.js';
import { isOn, walkShelf } from './shelf.js';
import type { StoreFolder } from './store-folder.js';
import { readable } from './list/scan-shard.js';
import { decodeBriefing } from './stored-briefing.js';
import type { Summaries } from './list/summaries.js';
import { inspectKept, keptHashes, keptShelves } from './kept-by-hash.js';
import type { Turns } from '../disk/turns.js';
import { inspectVersion } from './versions/version-files.js';

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
  const found: Found = {
    entries: new Map(),
    seen: new Set(),
    named: { texts: new Set(), originals: new Set() }
  };
  const findings: Finding[] = [];
  const check = (shelf: Shelf, id: Id) =>
    turns.run(id, async () => {
      findings.push(...(await checkBriefing(folder, files, shelf, id, found, repair)));
    });
  for (const shelf of shelves) {
    for await (const shard of walkShelf(folder, shelf)) {
      for (const id of shard) await check(shelf, id);
    }
  }
  // What only the log holds, since a kill came before its first checkpoint.
  for (const id of files.logged) if (!found.seen.has(id)) await check('b', id);
  for (const shelf of keptShelves) {
    findings.push(...(await checkKept(folder, shelf, found.named[shelf], repair)));
  }
  findings.push(...(await checkVersions(folder, repair)));
  findings.push(...(await turns.run('register', () => checkRegister(folder, repair))));
  findings.push(...(await checkList(folder, summaries, found, repair)));
  return findings;
}

/** Looks again, so often, while another Standpoint goes on writing. */
const looks = 3;

/**
 * Checks a library that another Standpoint may be writing to. What it writes between two looks, at
 * the log and at the files, is no fault.
 */
export async function checkBeside(
  folder: StoreFolder,
  now: () => Date
): Promise<readonly Finding[]> {
  for (let look = 1; ; look += 1) {
    const before = await logState(folder);
    const findings = await checkLibrary(await openParts(folder, now), false);
    if (!findings.some(isDamage) || before === (await logState(folder))) return findings;
    if (look === looks) return findings.filter(({ code }) => code !== 'stale-list');
  }
}

interface Found extends FoundBriefings {
  readonly entries: Map<Id, ListEntry>;
  readonly seen: Set<Id>;
  /** What sources name. */
  readonly named: Readonly<Record<KeptShelf, Set<TextHash>>>;
}

/** Judges by the state that the next start leads to: what that clears up is no fault. */
async function checkBriefing(
  folder: StoreFolder,
  files: BriefingFiles,
  shelf: Shelf,
  id: Id,
  { entries, seen, named }: Found,
  repair: boolean
): Promise<readonly Finding[]> {
  const isLogged = files.isLogged(id);
  seen.add(id);
  // The other half of a move that was cut off: `finishMove` brings the two together.
  if (shelf === 'bin' && isLogged && (await isOn(folder, 'b', id))) return [];
  const path = briefingPath(folder.root, shelf, id);
  const copies = await readCopies(path, (bytes) => decodeBriefing(id, bytes), folder.fs);
  const isReplayed = shelf === 'b' && isLogged;
  const cleared = new Set(isReplayed ? unneeded(copies, files.recordsOf(id)) : []);
  const judged = copies.filter((copy) => !cleared.has(copy));
  const findings = await mendCopies(folder, path, judged, repair);
  const stored = isReplayed ? await readable(files, id) : (bestCopy(judged)?.value ?? null);
  for (const { text, original } of stored?.briefing.sources ?? []) {
    named.texts.add(text);
    if (original) named.originals.add(original.hash);
  }
  if (stored && shelf === 'b') entries.set(id, entryFor(stored.revision, stored.briefing));
  return findings;
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

async function checkKept(
  folder: StoreFolder,
  shelf: KeptShelf,
  needed: ReadonlySet<TextHash>,
  repair: boolean
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const place = join(folder.root, shelf);
  for (const name of await namesIn(place, folder.fs)) {
    if (name.endsWith('.tmp')) findings.push(await leftover(folder, join(place, name), repair));
  }
  for (const hash of new Set([...needed, ...(await keptHashes(folder, shelf))])) {
    const { finding } = await inspectKept(folder, shelf, hash, repair);
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
