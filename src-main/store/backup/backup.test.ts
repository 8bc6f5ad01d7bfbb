/** A library → one file → another library; and files that are no whole backup. */
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restoredInWords } from '../../domain/program/library-state.js';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { type Briefing, emptyBriefing } from '../../domain/briefing/briefing.js';
import { newId } from '../../domain/base/values.js';
import { maxEntries } from '../../domain/base/limits.js';
import { mendBriefing } from '../../domain/mend/mend-briefing.js';
import { newFigure, newDismissal, newOutcome } from '../../domain/briefing/entries.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import { watchedDisk } from '../../disk/testing/failing-disk.js';
import type { Library } from '../library.js';
import { openLibrary } from '../open-library.js';
import {
  briefingWithOriginal,
  briefingWithSource,
  hash,
  original,
  originalHash,
  text
} from '../testing/briefing.js';
import { testFolder } from '../testing/folder.js';

let place: string;
let library: Library;
let archive: string;
let first: Briefing;
let deleted: Briefing;

beforeEach(async () => {
  place = await testFolder('backup');
  archive = join(place, 'backup.zip');
  library = await openLibrary(join(place, 'library'));
  first = briefingWithOriginal('Erste \u{1F30D}');
  deleted = emptyBriefing('Deleted');
  await library.addOriginals({ [originalHash]: original });
  await library.create(first, { [hash]: text });
  await library.keepVersion(first.id, 'named', 'Draft');
  await library.save(first.id, 1, { fields: { title: 'Second' } });
  await library.create(deleted, {});
  await library.delete(deleted.id);
});
afterEach(async () => {
  await library.close();
  await rm(place, { recursive: true, force: true });
});

const nothing = { added: [], intoBin: 0, changed: [], same: 0, removed: [], mended: [], left: [] };

async function contentsOf(opened: Library) {
  const briefings = await Promise.all((await opened.list()).map(({ id }) => opened.open(id)));
  const versions = await Promise.all(briefings.map(({ briefing }) => opened.versions(briefing.id)));
  const bin = (await opened.deleted()).map(({ summary }) => summary);
  return { briefings, versions, bin };
}

test('comes back whole: briefings, texts, originals, versions and bin', async () => {
  expect(await library.backUp(archive)).toEqual({ briefings: 2, left: [] });
  const other = await openLibrary(join(place, 'other'));
  const restored = await other.restoreBackup(archive);
  expect(restored.added.toSorted()).toEqual([first.id, deleted.id].toSorted());
  expect(restoredInWords(restored)).toBe('Brought back 2 briefings, 1 of them into the bin.');
  expect(await contentsOf(other)).toEqual(await contentsOf(library));
  expect(await other.readOriginal(originalHash)).toEqual(original);
  expect(await other.restoreBackup(archive)).toEqual({ ...nothing, same: 2 });
  expect(await contentsOf(other)).toEqual(await contentsOf(library));
  expect(await other.check()).toEqual([]);
  await other.close();
  expect((await readdir(place)).toSorted()).toEqual(['backup.zip', 'library', 'other']);
});

test('is written whole while the library is open elsewhere, with what only the log holds', async () => {
  const made = emptyBriefing('Made just now');
  await library.create(made, {});
  const reader = await openLibrary(join(place, 'library'), { readOnly: true });
  expect(await reader.backUp(archive)).toEqual({ briefings: 3, left: [] });
  await reader.close();
  const other = await openLibrary(join(place, 'other'));
  await other.restoreBackup(archive);
  expect((await other.list()).map(({ title }) => title)).toEqual(['Made just now', 'Second']);
  await other.close();
});

test('overwrites nothing: what has changed since stays, and its older state becomes a version', async () => {
  await library.backUp(archive);
  await library.save(first.id, 2, { fields: { title: 'Third' } });
  expect(await library.restoreBackup(archive)).toMatchObject({ added: [], changed: [first.id] });
  expect((await library.open(first.id)).briefing.title).toBe('Third');
  const [version] = await library.versions(first.id);
  expect(version).toMatchObject({ kind: 'named', title: 'Second' });
  expect(version!.name).toMatch(/^From the backup of \d{4}-\d\d-\d\d$/);
  await library.delete(first.id);
  expect(await library.restoreBackup(archive)).toMatchObject({ added: [first.id] });
  expect((await library.open(first.id)).briefing.title).toBe('Third');
});

describe('samples that nobody has touched make way', () => {
  let other: Library;
  const [sample, lone] = [briefingWithSource('Sample'), emptyBriefing('Lone sample')];

  /** In the backed-up library the sample was edited; the other one has it as it came, and one of its own. */
  beforeEach(async () => {
    await library.createSample(sample, { [hash]: text });
    await library.save(sample.id, 1, { fields: { title: 'Sample, edited' } });
    await library.backUp(archive);
    other = await openLibrary(join(place, 'other'));
    await other.createSample({ ...sample, createdAt: '2026-01-01T00:00:00Z' }, { [hash]: text });
    await other.createSample(lone, {});
  });
  afterEach(() => other.close());

  test('in a library without anything else: it holds what was backed up, and nothing but that', async () => {
    const restored = await other.restoreBackup(archive);
    expect(restored.added.toSorted()).toEqual([first.id, sample.id, deleted.id].toSorted());
    expect(restored).toMatchObject({ changed: [], same: 0, removed: [lone.id] });
    expect(await contentsOf(other)).toEqual(await contentsOf(library));
    expect(await other.restoreBackup(archive)).toEqual({ ...nothing, same: 3 });
    await other.close();
    other = await openLibrary(join(place, 'other'));
    expect(await contentsOf(other)).toEqual(await contentsOf(library));
    expect(await other.check()).toEqual([]);
  });

  test('also from the bin, and after a restore that was cut off', async () => {
    await other.delete(lone.id);
    await other.create(first, { [hash]: text });
    const restored = await other.restoreBackup(archive);
    expect(restored).toMatchObject({ changed: [first.id], removed: [lone.id] });
    expect((await other.deleted()).map(({ summary }) => summary.id)).toEqual([deleted.id]);
  });

  test('for the same one alone where the library holds something of its own', async () => {
    const own = emptyBriefing('Own');
    await other.create(own, {});
    expect(await other.restoreBackup(archive)).toMatchObject({ changed: [], removed: [] });
    const titles = (await other.list()).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['Lone sample', 'Own', 'Sample, edited', 'Second']);
    expect(await other.versions(sample.id)).toEqual([]);
  });

  test.each([
    ['edited', (opened: Library) => opened.save(sample.id, 1, { fields: { title: 'Mine' } })],
    ['kept as a version', (opened: Library) => opened.keepVersion(sample.id, 'named', 'Mine')]
  ])('but not one that was %s: it is its editor’s', async (_how, touch) => {
    await touch(other);
    const before = await other.open(sample.id);
    const restored = await other.restoreBackup(archive);
    expect(restored).toMatchObject({ changed: [sample.id] });
    expect(await other.open(sample.id)).toEqual(before);
    expect((await other.versions(sample.id))[0]).toMatchObject({ title: 'Sample, edited' });
  });

  test('and none at all when the backup cannot be read to its end', async () => {
    const before = await contentsOf(other);
    const bytes = await readFile(archive);
    await writeFile(archive, bytes.subarray(0, bytes.length / 2));
    await expect(other.restoreBackup(archive)).rejects.toMatchObject({ code: 'not-a-backup' });
    expect(await contentsOf(other)).toEqual(before);
  });
});

describe('what a backup holds is checked for meaning', () => {
  test('what contradicts itself comes in mended, and is said', async () => {
    const figure = { ...newFigure('40', 40), evidence: [newId()] };
    const torn = { ...emptyBriefing('Torn'), figures: [figure] };
    await library.create(torn, {});
    await library.backUp(archive);
    const other = await openLibrary(join(place, 'other'));
    const restored = await other.restoreBackup(archive);
    expect(restored.added).toContain(torn.id);
    expect(restored.mended).toEqual([
      '“Torn” contradicted itself, and was mended. 1 reference to evidence that is missing was taken out.'
    ]);
    expect(mendBriefing((await other.open(torn.id)).briefing).mended).toEqual([]);
    expect(await other.restoreBackup(archive)).toEqual({ ...nothing, same: 3 });
    await other.close();
  });

  test('dismissals of what has gone since are a person’s own, and come back to the letter', async () => {
    const about = { about: newId(), rule: 'r', words: 'w' };
    const dismissal = newDismissal('finding', about, new Date('2025-08-17T00:00:00Z'));
    const own = { ...emptyBriefing('Own'), dismissals: [dismissal] };
    await library.create(own, {});
    await library.backUp(archive);
    const other = await openLibrary(join(place, 'other'));
    expect((await other.restoreBackup(archive)).mended).toEqual([]);
    expect((await other.open(own.id)).briefing).toEqual(own);
    await other.close();
  });

  test('a briefing larger than any may be is left out with its versions, and said; the rest comes in', async () => {
    const many = Array.from({ length: maxEntries.outcomes + 1 }, () => newOutcome('', []));
    const huge = { ...emptyBriefing('Huge'), outcomes: many };
    await library.create(huge, {});
    await library.keepVersion(huge.id, 'named', 'Kept');
    await library.backUp(archive);
    const other = await openLibrary(join(place, 'other'));
    const restored = await other.restoreBackup(archive);
    expect(restored.added.toSorted()).toEqual([first.id, deleted.id].toSorted());
    expect(restored.left).toEqual([
      '“Huge” was left out: it has 20,001 outcomes; a briefing may have up to 20,000.'
    ]);
    expect(await other.versions(huge.id)).toEqual([]);
    await other.close();
  });
});

describe('stopped on the way', () => {
  test('a backup leaves nothing, and what was there before is as it was', async () => {
    await writeFile(archive, 'an older one');
    const stop = AbortSignal.abort(new ExpectedFailure('ended', 'Told to end.'));
    await expect(library.backUp(archive, stop)).rejects.toMatchObject({ code: 'ended' });
    expect(await readFile(archive, 'utf8')).toBe('an older one');
    expect((await readdir(place)).toSorted()).toEqual(['backup.zip', 'library']);
  });

  test('restoring keeps what came in; done again, it brings the rest', async () => {
    await library.backUp(archive);
    const stop = new AbortController();
    const stopping = watchedDisk((name, call, args) => {
      if (name === 'open' && String(args[0]).includes('wal-')) stop.abort(new Error('Told to end'));
      return Promise.resolve(call(args));
    });
    const third = await openLibrary(join(place, 'third'), { fs: stopping });
    await expect(third.restoreBackup(archive, stop.signal)).rejects.toThrow('Told to end');
    expect((await third.list()).length + (await third.deleted()).length).toBe(1);
    await third.restoreBackup(archive);
    expect(await contentsOf(third)).toEqual(await contentsOf(library));
    await third.close();
  });
});

test('leaves out what is damaged, and says so', async () => {
  await library.checkpoint();
  await writeFile(join(place, 'library/texts', hash), 'spoilt');
  await writeFile(join(place, 'library/originals', originalHash), 'spoilt');
  const { left } = await library.backUp(archive);
  expect(left).toEqual([
    `The source text ${hash} is damaged and was left out.`,
    `The original file ${originalHash} is damaged and was left out.`
  ]);
  const other = await openLibrary(join(place, 'other'));
  await other.restoreBackup(archive);
  expect((await other.open(first.id)).briefing).toEqual((await library.open(first.id)).briefing);
  await other.close();
});

test('is refused where it is cut, and where a flipped bit shows; nothing is taken in then', async () => {
  await library.backUp(archive);
  const bytes = await readFile(archive);
  const damaged = join(place, 'damaged.zip');
  const other = await openLibrary(join(place, 'other'));
  const damage = fc.oneof(
    fc.nat(bytes.length - 1).map((end) => bytes.subarray(0, end)),
    fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)).map(([at, bit]) => {
      const spoilt = Buffer.from(bytes);
      spoilt[at]! ^= 1 << bit;
      return spoilt;
    })
  );
  const numRuns = bySize({ usual: 100, full: 2_000 });
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(damage, async (spoilt) => {
      await writeFile(damaged, spoilt);
      const outcome = await other.restoreBackup(damaged).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        expect(outcome).toMatchObject({ code: 'not-a-backup' });
        refused += 1;
        if ((await other.list()).length === 0) expect(await other.deleted()).toEqual([]);
      } else expect(await contentsOf(other)).toEqual(await contentsOf(library));
    }),
    { numRuns }
  );
  expect(refused).toBeGreaterThan(numRuns / 2);
  await copyFile(archive, damaged);
  await other.restoreBackup(damaged);
  expect(await contentsOf(other)).toEqual(await contentsOf(library));
  await other.close();
});

test('a file that is no backup, or not there, is refused by name', async () => {
  await writeFile(archive, 'words');
  await expect(library.restoreBackup(archive)).rejects.toMatchObject({
    code: 'not-a-backup',
    message: expect.stringMatching(/^backup\.zip cannot be restored/) as string
  });
  await expect(library.restoreBackup(join(place, 'none.zip'))).rejects.toMatchObject({
    code: 'not-found'
  });
  await expect(library.backUp(join(place, 'none/backup.zip'))).rejects.toMatchObject({
    code: 'no-folder'
  });
});
