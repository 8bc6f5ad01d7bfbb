/** Whether an article is there already must be known without reading the whole library. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Briefing } from '../../domain/briefing/briefing.js';
import { diffBriefing } from '../../domain/change/change.js';
import { disk, type FileSystem } from '../../disk/file-system.js';
import type { Library } from '../library.js';
import { openLibrary } from '../open-library.js';
import { seal, unseal } from '../envelope.js';
import { briefingWithSource, hash, text } from '../testing/briefing.js';
import { testFolder } from '../testing/folder.js';

let folder: string;
let library: Library;
/** The files of briefings that were read, by their paths. */
let read: string[];

const watched: FileSystem = {
  ...disk,
  readFile: ((path: string, ...rest: never[]) => {
    if (/[\\/]b[\\/]/.test(path)) read.push(path);
    return disk.readFile(path, ...rest);
  }) as FileSystem['readFile']
};

beforeEach(async () => {
  folder = await testFolder('holder');
  library = await openLibrary(folder, { fs: watched });
  read = [];
});

afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function reopen(): Promise<void> {
  await library.close();
  library = await openLibrary(folder, { fs: watched });
  read = [];
}

/** Of each there may be two files. */
function briefingsRead(): number {
  return new Set(read.map((path) => path.replace(/\.bak$/, ''))).size;
}

/** Briefings of as many different texts. */
async function fill(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const other = `Text ${i}`;
    const otherHash = createHash('sha256').update(other).digest('hex');
    const { sources, ...rest } = briefingWithSource(`Other ${i}`);
    const briefing: Briefing = { ...rest, sources: [{ ...sources[0]!, text: otherHash }] };
    await library.create(briefing, { [otherHash]: other });
  }
}

test('tells which briefing has a text as its source, and when it came in', async () => {
  const briefing = briefingWithSource('Talks');
  await library.create(briefing, { [hash]: text });
  const held = { id: briefing.id, title: 'Talks', importedAt: briefing.createdAt };
  expect(await library.heldBy(hash)).toEqual(held);
  await library.save(briefing.id, 1, { fields: { title: 'New' } });
  await reopen();
  expect(await library.heldBy(hash)).toEqual({ ...held, title: 'New' });
});

test('reads nothing where the text is not there, and one briefing where it is', async () => {
  await fill(12);
  const briefing = briefingWithSource('Talks');
  await library.create(briefing, { [hash]: text });
  await reopen();
  expect(await library.heldBy('0'.repeat(64))).toBeNull();
  expect(read).toEqual([]);
  expect((await library.heldBy(hash))?.id).toBe(briefing.id);
  expect(briefingsRead()).toBe(1);
});

test('does not count what is in the bin, nor a source that was taken away', async () => {
  const [first, second] = [briefingWithSource('First'), briefingWithSource('Second')];
  await library.create(first, { [hash]: text });
  await library.delete(first.id);
  expect(await library.heldBy(hash)).toBeNull();
  await library.restore(first.id);
  expect((await library.heldBy(hash))?.id).toBe(first.id);
  await library.create(second, { [hash]: text });
  for (const briefing of [first, second]) {
    await library.save(briefing.id, 1, diffBriefing(briefing, { ...briefing, sources: [] }));
  }
  expect(await library.heldBy(hash)).toBeNull();
});

test('asks the briefings where the list is of an older Standpoint, and once only', async () => {
  await fill(3);
  const briefing = briefingWithSource('Talks');
  await library.create(briefing, { [hash]: text });
  await library.close();
  const place = join(folder, 'manifest');
  await rm(join(place, 'list'), { force: true });
  for (const name of await readdir(place)) {
    const { revision, data } = unseal('standpoint-manifest', await readFile(join(place, name)));
    const rows = (data as readonly unknown[][]).map((row) => row.slice(0, 10));
    await writeFile(
      join(place, name),
      seal('standpoint-manifest', { schema: 1, revision, data: rows })
    );
  }
  library = await openLibrary(folder, { fs: watched });
  expect((await library.list()).map(({ title }) => title)).toContain('Other 2');
  expect((await library.heldBy(hash))?.id).toBe(briefing.id);
  await library.checkpoint();
  await reopen();
  expect((await library.heldBy(hash))?.id).toBe(briefing.id);
  expect(briefingsRead()).toBe(1);
});
