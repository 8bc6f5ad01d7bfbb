/** A disk that fails at any one step of a backup or a restore: no false success, and nothing half there. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExpectedFailure } from '../../domain/base/result.js';
import { emptyBriefing } from '../../domain/briefing/briefing.js';
import { failingDisk, type Fault } from '../../disk/testing/failing-disk.js';
import type { Library } from '../library.js';
import { openLibrary } from '../open-library.js';
import { briefingWithOriginal, hash, original, originalHash, text } from '../testing/briefing.js';
import { testFolder } from '../testing/folder.js';

const isThorough = process.env['STANDPOINT_THOROUGH'] === '1';
const faults: readonly Fault[] = isThorough
  ? ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'SHORT']
  : ['ENOSPC', 'SHORT'];

let place: string;
let from: Library;
let archive: string;

/** Two briefings, one of them with a text, its file and a version, and one in the bin. */
beforeEach(async () => {
  place = await testFolder('faults-backup');
  archive = join(place, 'all.zip');
  from = await openLibrary(join(place, 'from'));
  const [first, binned] = [briefingWithOriginal('First'), emptyBriefing('In the bin')];
  await from.addOriginals({ [originalHash]: original });
  await from.create(first, { [hash]: text });
  await from.keepVersion(first.id, 'named', 'Kept');
  await from.create(emptyBriefing('Second'), {});
  await from.create(binned, {});
  await from.delete(binned.id);
  await from.backUp(archive);
});
afterEach(async () => {
  await from.close();
  await rm(place, { recursive: true, force: true });
});

async function contentsOf(library: Library) {
  const listed = await library.list();
  const briefings = await Promise.all(listed.map(({ id }) => library.open(id)));
  const versions = await Promise.all(listed.map(({ id }) => library.versions(id)));
  return { briefings, versions, bin: (await library.deleted()).map(({ summary }) => summary.id) };
}

test.each(faults)(
  '%s while restoring: what came in is whole, and a second try brings the rest',
  async (fault) => {
    let failures = 0;
    for (let step = 0; ; step += 1) {
      const folder = join(place, `into ${step}`);
      const disk = failingDisk(fault);
      const library = await openLibrary(folder, { fs: disk });
      disk.arm(step);
      const outcome: unknown = await library
        .restoreBackup(archive)
        .catch((error: unknown) => error);
      const name = `step ${step}, ${disk.steps[step] ?? 'none'}`;
      const isOver = disk.steps[step] === undefined;
      disk.arm(null);
      if (outcome instanceof Error) {
        failures += 1;
        expect(outcome, name).toBeInstanceOf(ExpectedFailure);
        expect(outcome.message, name).toContain('what came in is kept');
      }
      await library.close();

      const again = await openLibrary(folder);
      const whole = await contentsOf(from);
      for (const each of (await contentsOf(again)).briefings)
        expect(whole.briefings).toContainEqual(each);
      await again.restoreBackup(archive);
      expect(await contentsOf(again), name).toEqual(whole);
      expect(
        (await again.check(true)).filter(({ code }) => code !== 'leftover'),
        name
      ).toEqual([]);
      await again.close();
      if (isOver) break;
    }
    expect(failures).toBeGreaterThan(3);
  },
  120_000
);

test.each(faults)(
  '%s while backing up: the older backup stays, and nothing is left beside it',
  async (fault) => {
    const disk = failingDisk(fault);
    await from.close();
    from = await openLibrary(join(place, 'from'), { fs: disk });
    const before = (await readdir(place)).toSorted();
    let failures = 0;
    for (let step = 0; ; step += 1) {
      disk.arm(step);
      const outcome: unknown = await from.backUp(archive).catch((error: unknown) => error);
      const name = `step ${step}, ${disk.steps[step] ?? 'none'}`;
      const isOver = disk.steps[step] === undefined;
      disk.arm(null);
      if (outcome instanceof Error) {
        failures += 1;
        expect(outcome, name).toBeInstanceOf(ExpectedFailure);
      }
      expect((await readdir(place)).toSorted(), name).toEqual(before);
      const library = await openLibrary(join(place, `from ${step}`));
      await library.restoreBackup(archive);
      expect(await contentsOf(library), name).toEqual(await contentsOf(from));
      await library.close();
      await rm(library.folder, { recursive: true });
      if (isOver) break;
    }
    expect(failures).toBeGreaterThan(3);
  },
  120_000
);
