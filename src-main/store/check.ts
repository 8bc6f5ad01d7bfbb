/** Reads and verifies every file of a library, and mends what it can when asked to. */
import { join } from 'node:path';
import { TextHash } from '../domain/source.js';
import { bestCopy, readCopies } from './copies.js';
import { namesIn } from './file-system.js';
import type { Finding } from './finding.js';
import { mendBriefing } from './mend-briefing.js';
import { briefingPath, type Shelf, shownPath } from './paths.js';
import { walkShelf } from './shelf.js';
import type { StoreFolder } from './store-folder.js';
import { decodeBriefing } from './stored-briefing.js';
import { inspectText } from './texts.js';
import type { Turns } from './turns.js';

const shelves: readonly Shelf[] = ['b', 'bin'];

export async function checkLibrary(
  folder: StoreFolder,
  turns: Turns,
  repair: boolean
): Promise<readonly Finding[]> {
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
        });
      }
    }
  }
  findings.push(...(await checkTexts(folder, needed, repair)));
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
    message: `An interrupted import left ${file}${repair ? '; it was removed' : ''}.`,
    mended: repair
  };
}
