/** Damaged files: never silently accepted, the newest good copy opens, the bad one is kept and named. */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bySize } from '../../scripts/testing/by-size.mjs';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import { seal } from './envelope.js';
import type { Library } from './library.js';
import { openLibrary } from './open-library.js';
import { briefingPath } from './paths.js';
import { temporaryFor } from '../disk/write-durably.js';
import {
  briefingWithOriginal,
  briefingWithSource,
  hash,
  original,
  originalHash,
  text
} from './testing/briefing.js';

let folder: string;
let library: Library;
let briefing: Briefing;
let path: string;

/** Revision 2 ("Second") lies in the file and in its second copy; the log is empty. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-recovery-'));
  library = await openLibrary(folder);
  briefing = emptyBriefing('First', new Date('2025-08-17T10:03:00Z'));
  path = briefingPath(library.folder, 'b', briefing.id);
  await library.create(briefing, {});
  await library.save(briefing.id, 1, { fields: { title: 'Second' } });
  await library.checkpoint();
});

afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function reopen(readOnly = false): Promise<void> {
  await library.close();
  library = await openLibrary(folder, { readOnly });
}

const spoil = (file: string) => writeFile(file, '{"format":"standpoint-briefing"');

describe('a damaged briefing', () => {
  test('opens from its backup; the damaged copy is kept aside and the person is told', async () => {
    await spoil(path);
    await reopen();
    expect(await library.open(briefing.id)).toMatchObject({
      revision: 2,
      briefing: { title: 'Second' }
    });
    const [name] = await readdir(join(folder, 'quarantine'));
    expect(library.findings).toMatchObject([{ code: 'damaged-briefing', mended: true }]);
    expect(library.findings[0]?.message).toContain(`quarantine/${name}`);
    expect(await readFile(join(folder, 'quarantine', name!), 'utf8')).toMatch(/^{"format"/);
    expect(await library.save(briefing.id, 2, { fields: { title: 'Third' } })).toBe(3);
    expect(await library.check()).toEqual([]);
  });

  test('opens from its backup in a library that is only read, which stays untouched', async () => {
    await spoil(path);
    await reopen(true);
    const before = await readdir(folder, { recursive: true });
    expect((await library.open(briefing.id)).briefing.title).toBe('Second');
    expect(library.findings).toMatchObject([{ code: 'damaged-briefing', mended: false }]);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  test('opens from an intact unfinished save when nothing else is good', async () => {
    await copyFile(path, temporaryFor(path));
    await spoil(path);
    await spoil(`${path}.bak`);
    await reopen();
    expect((await library.open(briefing.id)).briefing.title).toBe('Second');
    expect(await library.check()).toEqual([]);
  });

  test('without a good copy fails by name, is left where it is, and never becomes an empty one', async () => {
    await spoil(path);
    await spoil(`${path}.bak`);
    await reopen();
    await expect(library.open(briefing.id)).rejects.toMatchObject({ code: 'damaged-briefing' });
    await expect(library.save(briefing.id, 2, { fields: {} })).rejects.toMatchObject({
      code: 'damaged-briefing'
    });
    expect(await library.list()).toHaveLength(1);
    expect(library.findings).toMatchObject([{ code: 'lost-briefing', mended: false }]);
    expect(await readFile(path, 'utf8')).toMatch(/^{"format"/);
    expect(await library.check(true)).toMatchObject([
      { code: 'lost-briefing', mended: true },
      { code: 'stale-list', mended: true }
    ]);
    expect(await library.list()).toEqual([]);
    expect(await readdir(join(folder, 'quarantine'))).toHaveLength(2);
    expect(await library.check()).toEqual([]);
  });

  test('is found by check, which changes nothing until it may repair', async () => {
    await spoil(`${path}.bak`);
    await writeFile(temporaryFor(path), 'unfinished');
    await reopen();
    const codes = async (repair: boolean) => (await library.check(repair)).map(({ code }) => code);
    expect(await codes(false)).toEqual(['damaged-backup', 'leftover']);
    expect(await codes(false)).toEqual(['damaged-backup', 'leftover']);
    expect(await codes(true)).toEqual(['damaged-backup', 'leftover']);
    expect(await codes(false)).toEqual([]);
  });

  test('under the name of another briefing is not taken for it', async () => {
    const other = emptyBriefing('Other');
    await library.create(other, {});
    await library.checkpoint();
    await rm(`${briefingPath(library.folder, 'b', other.id)}.bak`);
    await copyFile(path, briefingPath(library.folder, 'b', other.id));
    await reopen();
    await expect(library.open(other.id)).rejects.toMatchObject({ code: 'damaged-briefing' });
  });

  test('is never silently accepted, wherever it was cut or flipped', async () => {
    const bytes = await readFile(path);
    const damage = fc.oneof(
      fc.nat(bytes.length - 1).map((end) => bytes.subarray(0, end)),
      fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)).map(([at, bit]) => {
        const spoilt = Buffer.from(bytes);
        spoilt[at]! ^= 1 << bit;
        return spoilt;
      })
    );
    const backup = await readFile(`${path}.bak`);
    await fc.assert(
      fc.asyncProperty(damage, async (spoilt) => {
        await writeFile(path, spoilt);
        await writeFile(`${path}.bak`, backup);
        const reader = await openLibrary(folder, { readOnly: true });
        expect((await reader.open(briefing.id)).briefing.title).toBe('Second');
        expect(reader.findings).toMatchObject([{ code: 'damaged-briefing' }]);
        await reader.close();
      }),
      { numRuns: bySize({ usual: 150, full: 6_000 }) }
    );
    await writeFile(path, bytes);
  });
});

describe('after an interrupted save', () => {
  test('a deleted briefing does not come back from what it left', async () => {
    await copyFile(path, temporaryFor(path));
    await library.delete(briefing.id);
    await reopen();
    expect(await library.list()).toEqual([]);
    await library.restore(briefing.id);
    await reopen();
    expect((await library.list()).map((each) => each.title)).toEqual(['Second']);
    expect(await library.check()).toEqual([]);
  });

  test.each(['texts', 'originals'])(
    'what an unfinished import left in %s is cleared up',
    async (shelf) => {
      await writeFile(join(folder, shelf, `${hash}.0123456789abcdef.tmp`), 'One sou');
      expect((await library.check()).map(({ code }) => code)).toEqual(['leftover']);
      await library.tidy();
      expect(await readdir(join(folder, shelf))).toEqual([]);
    }
  );
});

describe('the list', () => {
  const titles = async () => (await library.list()).map((each) => each.title);
  const manifest = () => join(folder, 'manifest');

  test('is made anew from the briefings where its files are missing or damaged', async () => {
    for (let i = 0; i < 40; i += 1) await library.create(emptyBriefing(`Briefing ${i}`), {});
    await reopen();
    const all = await titles();
    expect(all).toHaveLength(41);
    await reopen();
    for (const name of await readdir(manifest())) {
      const file = join(manifest(), name);
      const bytes = await readFile(file);
      const spoilt = Buffer.from(bytes);
      spoilt[Math.floor(bytes.length / 2)]! ^= 4;
      await writeFile(file, spoilt);
      const reader = await openLibrary(folder, { readOnly: true });
      expect(
        (await reader.list()).map((each) => each.title),
        name
      ).toEqual(all);
      await reader.close();
    }
    await rm(manifest(), { recursive: true });
    await reopen();
    expect((await titles()).toSorted()).toEqual(all.toSorted());
    await reopen();
    expect((await titles()).toSorted()).toEqual(all.toSorted());
    expect(await library.check()).toEqual([]);
  });

  test('that speaks of a file that was taken away forgets it when it is asked for', async () => {
    await rm(path);
    await rm(`${path}.bak`);
    await reopen();
    expect(await titles()).toEqual(['Second']);
    expect((await library.check()).map(({ code }) => code)).toEqual(['lost-briefing']);
    await expect(library.open(briefing.id)).rejects.toMatchObject({ code: 'no-briefing' });
    expect(await titles()).toEqual([]);
  });

  test('learns of a file that was put there from outside by a check', async () => {
    const other = emptyBriefing('Other');
    const target = briefingPath(folder, 'b', other.id);
    await mkdir(dirname(target), { recursive: true });
    const bytes = seal('standpoint-briefing', { schema: currentSchema, revision: 1, data: other });
    await writeFile(target, bytes);
    await library.check(true);
    expect((await titles()).toSorted()).toEqual(['Other', 'Second']);
  });
});

describe('a briefing of a newer schema', () => {
  test('can be read, with what is known of it, and is never written', async () => {
    const data = { ...briefing, title: 'Newer', omens: [{ sign: 'comet' }] };
    const bytes = seal('standpoint-briefing', { schema: currentSchema + 1, revision: 5, data });
    await writeFile(path, bytes);
    await reopen();
    expect(await library.open(briefing.id)).toEqual({
      revision: 5,
      texts: {},
      briefing: { ...briefing, title: 'Newer' }
    });
    await expect(library.save(briefing.id, 5, { fields: {} })).rejects.toMatchObject({
      code: 'newer-schema'
    });
    expect(library.findings).toMatchObject([{ code: 'newer-briefing' }]);
    expect(await readFile(path)).toEqual(Buffer.from(bytes));
  });
});

test('a text under the wrong name is a bug, and is not stored', async () => {
  const wrong = library.create(briefingWithSource('Wrong'), { [hash]: 'Another text' });
  await expect(wrong).rejects.toThrow(/wrong name/);
  expect(await readdir(join(folder, 'texts'))).toEqual([]);
});

test('an original under the wrong name is a bug, and is not kept', async () => {
  await expect(library.addOriginals({ [hash]: original })).rejects.toThrow(/wrong name/);
  expect(await readdir(join(folder, 'originals'))).toEqual([]);
});

describe('a damaged original file', () => {
  test('goes to quarantine and is told; the briefing opens, and giving it again brings it back', async () => {
    const first = briefingWithOriginal('Read from a file');
    await library.addOriginals({ [originalHash]: original });
    await library.create(first, { [hash]: text });
    await library.checkpoint();
    const path = join(folder, 'originals', originalHash);
    await writeFile(path, original.subarray(1));
    expect((await library.open(first.id)).texts).toEqual({ [hash]: text });
    expect(library.findings).toEqual([]);
    expect(await library.readOriginal(originalHash)).toBeNull();
    const [finding] = library.findings;
    expect(finding).toMatchObject({ code: 'damaged-original', mended: false });
    expect(finding?.message).toMatch(
      /lies in quarantine\/originals-[0-9a-f.]+\. The source and its text are whole/
    );
    expect((await library.check()).map(({ code }) => code)).toEqual(['missing-original']);
    await library.addOriginals({ [originalHash]: original });
    expect(await library.readOriginal(originalHash)).toEqual(original);
    expect(await library.check()).toEqual([]);
  });
});

describe('a damaged source text', () => {
  test('is left out and told; importing it again brings it back', async () => {
    const first = briefingWithSource('Text');
    await library.create(first, { [hash]: text });
    await library.checkpoint();
    await writeFile(join(folder, 'texts', hash), text.trim());
    expect((await library.open(first.id)).texts).toEqual({});
    expect(library.findings).toMatchObject([{ code: 'damaged-text' }]);
    expect((await library.check()).map(({ code }) => code)).toEqual(['missing-text']);
    await library.create(briefingWithSource('Again'), { [hash]: text });
    expect((await library.open(first.id)).texts).toEqual({ [hash]: text });
    expect(await library.check()).toEqual([]);
  });
});
