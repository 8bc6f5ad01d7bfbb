/** A check finds every damage, writes nothing, and is content with a library that is only unfinished. */
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bySize } from '../../scripts/testing/by-size.mjs';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { isDamage } from './finding.js';
import type { Library } from './library.js';
import { openLibrary } from './open-library.js';
import { briefingPath } from './paths.js';
import { backupOf } from '../disk/write-durably.js';
import {
  briefingWithOriginal,
  briefingWithSource,
  hash,
  original,
  originalHash,
  text
} from './testing/briefing.js';
import { asAfterKill, testFolder } from './testing/folder.js';

let place: string;
let folder: string;
/** The library's files as a kill leaves them. */
let killed: string;
let library: Library;
let briefing: Briefing;
let settled: Briefing;

/** In its files: three briefings, a version, a text with its file, one in the bin. In the log alone: two edits and a third briefing. */
beforeEach(async () => {
  place = await testFolder('check');
  folder = join(place, 'library');
  library = await openLibrary(folder);
  briefing = briefingWithOriginal('First');
  settled = emptyBriefing('Settled');
  const [other, binned] = [emptyBriefing('Other'), emptyBriefing('In the bin')];
  await library.create(settled, {});
  await library.addOriginals({ [originalHash]: original });
  await library.create(briefing, { [hash]: text });
  await library.create(other, {});
  await library.create(binned, {});
  await library.keepVersion(briefing.id, 'named', 'Kept');
  await library.delete(binned.id);
  await library.checkpoint();
  await library.save(briefing.id, 1, { fields: { title: 'Second' } });
  await library.create(briefingWithSource('Third'), { [hash]: text });
  await library.save(other.id, 1, { fields: { title: 'Changed' } });
  killed = await asAfterKill(folder, 'killed');
});
afterEach(async () => {
  await library.close();
  await rm(place, { recursive: true, force: true });
});

/** As a check does while another Standpoint has the library open, or after a kill. */
async function findings(where = killed): Promise<readonly string[]> {
  const reader = await openLibrary(where, { readOnly: true });
  const found = [...(await reader.check())].filter(isDamage);
  await reader.close();
  return found.map(({ code }) => code);
}

async function filesIn(place: string): Promise<readonly string[]> {
  const names = await readdir(place, { recursive: true });
  const isFile = await Promise.all(
    names.map(async (name) => (await stat(join(place, name))).isFile())
  );
  return names.filter((_, i) => isFile[i]);
}

test('is content with edits, briefings and texts that only the log knows of', async () => {
  expect(await findings()).toEqual([]);
});

test('finds a bit that was flipped in any file of the library, and changes nothing', async () => {
  // Nothing of what these hold is ever lost.
  const without = ['.lock', 'reserve.bin', 'bin/ages.json'];
  const names = (await filesIn(killed)).filter((name) => !without.includes(name));
  const kinds = [/^wal-/, /^b\/.*json$/, /^b\/.*bak$/, /^bin\//, /^versions\//, /^texts\//];
  for (const kind of [...kinds, /^originals\//, /^manifest\//])
    expect(names.some((name) => kind.test(name))).toBe(true);
  const place = fc.constantFrom(...names).chain((name) =>
    fc.record({
      name: fc.constant(name),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bit: fc.nat(7)
    })
  );
  await fc.assert(
    fc.asyncProperty(place, async ({ name, at, bit }) => {
      const path = join(killed, name);
      const bytes = await readFile(path);
      const spoilt = Buffer.from(bytes);
      // A log without its last line feed cannot be told from one that is being written.
      spoilt[Math.floor(at * (bytes.length - 2))]! ^= 1 << bit;
      await writeFile(path, spoilt);
      const before = await filesIn(killed);
      expect(await findings(), name).not.toEqual([]);
      expect(await filesIn(killed)).toEqual(before);
      expect(await readFile(path)).toEqual(spoilt);
      await writeFile(path, bytes);
    }),
    { numRuns: bySize({ usual: 80, full: 3_000 }) }
  );
  expect(await findings()).toEqual([]);
});

describe('finds what is missing', () => {
  const main = () => briefingPath(killed, 'b', settled.id);

  test('a source text', async () => {
    await rm(join(killed, 'texts', hash));
    expect(await findings()).toEqual(['missing-text']);
  });

  test('a file that a source was read from, which is told but is no damage', async () => {
    await rm(join(killed, 'originals', originalHash));
    expect(await findings()).toEqual([]);
    const reader = await openLibrary(killed, { readOnly: true });
    expect(await reader.check()).toMatchObject([
      { code: 'missing-original', file: `originals/${originalHash}`, mended: false }
    ]);
    expect((await reader.open(briefing.id)).texts).toEqual({ [hash]: text });
    await reader.close();
  });

  test('a file of a briefing whose second copy is good', async () => {
    await rm(main());
    expect(await findings()).toEqual(['damaged-briefing']);
  });

  test('both copies of a briefing that the list knows', async () => {
    await rm(main());
    await rm(backupOf(main()));
    expect(await findings()).toEqual(['lost-briefing']);
    const repaired = await openLibrary(killed);
    const [found] = await repaired.check(true);
    expect(found?.message).toMatch(/^“Settled” is in the list, but its file b\/.+ is missing/);
    expect(await repaired.check()).toEqual([]);
    expect((await repaired.list()).map(({ title }) => title)).not.toContain('Settled');
    await repaired.close();
  });
});

test('repairs the files of the list, from the briefings', async () => {
  await library.close();
  const titles = async (opened: Library) => (await opened.list()).map(({ title }) => title);
  library = await openLibrary(folder);
  const before = await titles(library);
  for (const name of await readdir(join(folder, 'manifest'))) {
    await writeFile(join(folder, 'manifest', name), 'spoilt');
  }
  const codes = async (repair: boolean) => (await library.check(repair)).map(({ code }) => code);
  expect(new Set(await codes(true))).toEqual(new Set(['stale-list']));
  expect(await codes(false)).toEqual([]);
  expect((await titles(library)).toSorted()).toEqual(before.toSorted());
});

test('is content while another Standpoint goes on writing', async () => {
  let isOver = false;
  const writing = (async () => {
    for (let revision = 2; !isOver; revision += 1) {
      await library.save(briefing.id, revision, { fields: { title: `Title ${revision}` } });
      if (revision % 5 === 0) await library.checkpoint();
      if (revision % 7 === 0) await library.create(emptyBriefing(`Made at ${revision}`), {});
    }
  })();
  const found: string[] = [];
  for (let look = 0; look < 5; look += 1) found.push(...(await findings(folder)));
  isOver = true;
  await writing;
  expect(found).toEqual([]);
});
