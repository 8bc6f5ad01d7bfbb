/** A disk that fails at any one step of a backup or a restore: no false success, and nothing half there. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { ExpectedFailure } from '../../domain/base/result.js';
import { emptyBriefing } from '../../domain/briefing/briefing.js';
import { failingDisk, type Fault } from '../../disk/testing/failing-disk.js';
import { stepsToFail } from '../../disk/testing/steps-to-fail.js';
import type { Library } from '../library.js';
import { openLibrary } from '../open-library.js';
import { briefingWithOriginal, hash, original, originalHash, text } from '../testing/briefing.js';
import { testFolder } from '../testing/folder.js';

const faults: readonly Fault[] = bySize({
  usual: ['ENOSPC', 'SHORT'],
  full: ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'SHORT']
});

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
    const whole = await contentsOf(from);
    const attempt = async (failing: number | null) => {
      const folder = join(place, `into ${failing}`);
      const disk = failingDisk(fault);
      const library = await openLibrary(folder, { fs: disk });
      disk.arm(failing);
      const outcome: unknown = await library
        .restoreBackup(archive)
        .catch((error: unknown) => error);
      const steps = [...disk.steps];
      const name = failing === null ? 'no fault' : `step ${failing}, ${steps[failing]}`;
      disk.arm(null);
      const isFailure = outcome instanceof Error;
      if (isFailure) {
        expect(outcome, name).toBeInstanceOf(ExpectedFailure);
        expect(outcome.message, name).toContain('what came in is kept');
      }
      await library.close();

      const again = await openLibrary(folder);
      for (const each of (await contentsOf(again)).briefings)
        expect(whole.briefings).toContainEqual(each);
      await again.restoreBackup(archive);
      expect(await contentsOf(again), name).toEqual(whole);
      expect(
        (await again.check(true)).filter(({ code }) => code !== 'leftover'),
        name
      ).toEqual([]);
      await again.close();
      await rm(folder, { recursive: true });
      return { steps, isFailure };
    };
    await failAtSteps(fault, attempt);
  }
);

test.each(faults)(
  '%s while backing up: the older backup stays, and nothing is left beside it',
  async (fault) => {
    const disk = failingDisk(fault);
    await from.close();
    from = await openLibrary(join(place, 'from'), { fs: disk });
    const before = (await readdir(place)).toSorted();
    const attempt = async (failing: number | null) => {
      disk.arm(failing);
      const outcome: unknown = await from.backUp(archive).catch((error: unknown) => error);
      const steps = [...disk.steps];
      const name = failing === null ? 'no fault' : `step ${failing}, ${steps[failing]}`;
      disk.arm(null);
      const isFailure = outcome instanceof Error;
      if (isFailure) expect(outcome, name).toBeInstanceOf(ExpectedFailure);
      expect((await readdir(place)).toSorted(), name).toEqual(before);
      const library = await openLibrary(join(place, `from ${failing}`));
      await library.restoreBackup(archive);
      expect(await contentsOf(library), name).toEqual(await contentsOf(from));
      await library.close();
      await rm(library.folder, { recursive: true });
      return { steps, isFailure };
    };
    await failAtSteps(fault, attempt);
  }
);

/** Runs `attempt` once without a fault, which tells its steps, and then with a fault at each that is to be tried. */
async function failAtSteps(
  fault: Fault,
  attempt: (failing: number | null) => Promise<{ steps: readonly string[]; isFailure: boolean }>
): Promise<void> {
  const undisturbed = await attempt(null);
  expect(undisturbed.isFailure).toBe(false);
  let failures = 0;
  const every = bySize({ usual: 4, full: 1 });
  for (const step of stepsToFail(fault, undisturbed.steps, { every, offset: 1 })) {
    const { steps, isFailure } = await attempt(step);
    expect(steps[step]).toBe(undisturbed.steps[step]);
    if (isFailure) failures += 1;
  }
  expect(failures).toBeGreaterThan(3);
}
