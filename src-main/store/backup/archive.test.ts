/** Protects backups as files: those of an older Standpoint come back, and other programs read ours. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, Zip, ZipDeflate } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Library } from '../library.js';
import { checkedLine } from '../../disk/checked-line.js';
import { openLibrary } from '../open-library.js';
import { briefingWithOriginal, hash, original, originalHash, text } from '../testing/briefing.js';
import { testFolder } from '../testing/folder.js';
import { linesOf, readArchive } from './archive.js';

let place: string;
let library: Library;
let archive: string;
const briefing = briefingWithOriginal('Backed up');

beforeEach(async () => {
  place = await testFolder('archive');
  archive = join(place, 'backup.zip');
  library = await openLibrary(join(place, 'library'));
  await library.addOriginals({ [originalHash]: original });
  await library.create(briefing, { [hash]: text });
});
afterEach(async () => {
  await library.close();
  await rm(place, { recursive: true, force: true });
});

test('one of an older Standpoint, which wrote the sizes of entries behind them and no originals, comes back', async () => {
  await library.backUp(archive);
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for await (const { name, bytes } of readArchive(archive, 1e6)) {
    if (name.startsWith('originals/')) continue;
    const entry = new ZipDeflate(name);
    zip.add(entry);
    const [line] = name.endsWith('.json') ? linesOf({ name, bytes }) : [];
    const contents = { ...(line as object | undefined) } as Record<string, unknown>;
    delete contents['originals'];
    entry.push(line ? checkedLine(contents) : bytes, true);
  }
  zip.end();
  await writeFile(archive, Buffer.concat(pieces));
  const other = await openLibrary(join(place, 'other'));
  await other.restoreBackup(archive);
  expect(await other.open(briefing.id)).toEqual(await library.open(briefing.id));
  await other.close();
});

test('is a zip file that other programs read', async () => {
  await library.backUp(archive);
  const entries = unzipSync(await readFile(archive));
  expect(Buffer.from(entries[`originals/${originalHash}`]!)).toEqual(original);
  expect(Object.keys(entries).at(-1)).toBe('standpoint-backup.json');
});
