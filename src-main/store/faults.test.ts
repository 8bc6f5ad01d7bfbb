/**
 * A disk that fails at any one step: no false success, and the state before stays.
 * Over 300 lines because every act of the library goes through the one table of attempts.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Briefing } from '../domain/briefing/briefing.js';
import { bySize, isFullSize } from '../../scripts/testing/by-size.mjs';
import { ExpectedFailure } from '../domain/base/result.js';
import {
  failingDisk,
  type FailingDisk,
  type Fault,
  watchedDisk
} from '../disk/testing/failing-disk.js';
import { stepsToFail } from '../disk/testing/steps-to-fail.js';
import type { Library } from './library.js';
import { openLibrary } from './open-library.js';
import {
  briefingWithOriginal,
  briefingWithSource,
  hash,
  original,
  originalHash,
  text
} from './testing/briefing.js';
import { testFolder } from './testing/folder.js';

const faults: readonly Fault[] = ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'SHORT'];

/** To the program they are what EIO is, so they take every way only at the full size. */
const refusals: readonly Fault[] = ['EROFS', 'EACCES'];

let folder: string;
beforeEach(async () => {
  folder = await testFolder('faults');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Attempt {
  /** What the fault is to hit. */
  readonly act: (library: Library, briefing: Briefing) => Promise<unknown>;
  /** What the library must hold after a failure: the title listed, or none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly prepare: (library: Library, briefing: Briefing) => Promise<unknown>;
}

const create = (library: Library, briefing: Briefing) => library.create(briefing, { [hash]: text });
const attempts: Readonly<Record<string, Attempt>> = {
  create: { prepare: () => Promise.resolve(), act: create, before: null, after: 'Before' },
  'create with an original': {
    prepare: () => Promise.resolve(),
    act: async (library, { id }) => {
      await library.addOriginals({ [originalHash]: original });
      await library.create({ ...briefingWithOriginal('Before'), id }, { [hash]: text });
    },
    before: null,
    after: 'Before'
  },
  save: {
    prepare: create,
    act: (library, { id }) => library.save(id, 1, { fields: { title: 'After' } }),
    before: 'Before',
    after: 'After'
  },
  'save in a later visit': {
    prepare: async (library, briefing) => {
      await create(library, briefing);
      await library.visit(briefing.id);
    },
    act: (library, { id }) => library.save(id, 1, { fields: { title: 'After' } }),
    before: 'Before',
    after: 'After'
  },
  checkpoint: {
    prepare: async (library, briefing) => {
      await create(library, briefing);
      await library.checkpoint();
      await library.save(briefing.id, 1, { fields: { title: 'After' } });
    },
    act: (library) => library.checkpoint(),
    before: 'After',
    after: 'After'
  },
  version: {
    prepare: create,
    act: (library, { id }) => library.keepVersion(id, 'named', 'Kept'),
    before: 'Before',
    after: 'Before'
  },
  'restore version': {
    prepare: async (library, briefing) => {
      await create(library, briefing);
      await library.keepVersion(briefing.id, 'named', 'Kept');
      await library.save(briefing.id, 1, { fields: { title: 'After' } });
    },
    act: async (library, { id }) => {
      const kept = (await library.versions(id)).find(({ kind }) => kind === 'named');
      await library.restoreVersion(id, 2, kept!.key);
    },
    before: 'After',
    after: 'Before'
  },
  delete: {
    prepare: create,
    act: (library, { id }) => library.delete(id),
    before: 'Before',
    after: null
  },
  restore: {
    prepare: async (library, briefing) => {
      await create(library, briefing);
      await library.delete(briefing.id);
    },
    act: (library, { id }) => library.restore(id),
    before: null,
    after: 'Before'
  }
};

async function titleIn(library: Library): Promise<string | null> {
  const summaries = await library.list();
  expect(summaries.length).toBeLessThanOrEqual(1);
  return summaries[0]?.title ?? null;
}

/** Runs one attempt with a fault at `step`, or with none. Returns the steps that it took. */
async function attemptWith(
  { prepare, act, before, after }: Attempt,
  disk: FailingDisk,
  step: number | null,
  place: string
): Promise<readonly string[]> {
  const briefing = briefingWithSource('Before');
  const library = await openLibrary(place, { fs: disk });
  await prepare(library, briefing);
  await library.list();
  disk.arm(step);
  const outcome = await act(library, briefing).then(
    () => 'done',
    (error: unknown) => error
  );
  const steps = [...disk.steps];
  const name = step === null ? 'no fault' : `step ${step}, ${steps[step]}`;
  disk.arm(null);
  const expected = outcome === 'done' ? after : before;
  if (outcome !== 'done') expect(outcome, name).toBeInstanceOf(ExpectedFailure);
  expect(await titleIn(library), name).toBe(expected);
  await library.close();

  const again = await openLibrary(place);
  expect(await titleIn(again), `${name}, after a restart`).toBe(expected);
  if (outcome !== 'done') await act(again, briefing);
  expect(await titleIn(again), `${name}, once the disk works`).toBe(after);
  const left = await again.check(true);
  expect(left.filter(({ code }) => code !== 'leftover')).toEqual([]);
  await again.close();
  return steps;
}

function kindOf(path: string): string {
  if (path.includes('/manifest/')) return 'shard';
  if (path.includes('wal-')) return 'log';
  return path.endsWith('.bak') ? 'backup' : 'main';
}

describe('with a fault at every step', () => {
  test.each(
    faults.flatMap((fault) =>
      Object.keys(attempts)
        .filter(
          (name) => isFullSize || !refusals.includes(fault) || name === 'create' || name === 'save'
        )
        .map((name) => [fault, name] as const)
    )
  )('%s during %s is never reported as success and keeps the state before', async (fault, name) => {
    const attempt = (step: number | null) =>
      attemptWith(attempts[name]!, failingDisk(fault), step, join(folder, `${step}`));
    const steps = await attempt(null);
    expect(steps.length).toBeGreaterThan(3);
    // At the usual size ENOSPC and EIO share the steps, and so do EROFS and EACCES.
    const every = bySize({ usual: 2, full: 1 });
    const offset = faults.indexOf(fault);
    for (const step of stepsToFail(fault, steps, { every, offset }))
      expect((await attempt(step))[step]).toBe(steps[step]);
  });

  test('an edit is one write and one sync, and is not reported before it', async () => {
    const disk = failingDisk('EIO');
    const library = await openLibrary(folder, { fs: disk });
    const briefing = briefingWithSource('Before');
    await create(library, briefing);
    for (const revision of [1, 2, 3]) {
      disk.arm(null);
      await library.save(briefing.id, revision, { fields: { title: `After ${revision}` } });
      expect(disk.steps).toEqual(['file.write', 'file.datasync', 'stat', 'file.stat']);
    }
    await library.close();
  });

  test('a disk without room for the end of a visit takes the save, and the version once there is room', async () => {
    let isFull = false;
    const disk = watchedDisk((_name, call, args) => {
      if (!isFull || !String(args[0]).includes('/versions/')) return Promise.resolve(call(args));
      return Promise.reject(Object.assign(new Error(), { code: 'ENOSPC', syscall: 'open' }));
    });
    const library = await openLibrary(folder, { fs: disk });
    const briefing = briefingWithSource('Before');
    await create(library, briefing);
    await library.visit(briefing.id);
    isFull = true;
    expect(await library.save(briefing.id, 1, { fields: { title: 'Second' } })).toBe(2);
    await expect(library.checkpoint()).rejects.toThrow();
    isFull = false;
    await library.save(briefing.id, 2, { fields: { title: 'After' } });
    await library.checkpoint();
    const kept = await library.versions(briefing.id);
    expect(kept.map(({ title }) => title)).toEqual(['Before']);
    await library.close();
  });

  test('a checkpoint lets go of the log only when both copies, the list and their names are safe', async () => {
    let trace: string[] = [];
    const disk = watchedDisk((name, call, args) => {
      const path = String(name === 'rename' ? args[1] : args[0]);
      if (name === 'rename' || name === 'rm') trace.push(`${name} ${kindOf(path)}`);
      if (name === 'file.datasync' || name === 'file.sync') trace.push(name.slice(5));
      return Promise.resolve(call(args));
    });
    const library = await openLibrary(folder, { fs: disk });
    const briefing = briefingWithSource('Before');
    await create(library, briefing);
    await library.checkpoint();
    await library.save(briefing.id, 1, { fields: { title: 'Second' } });
    await library.checkpoint();
    await library.save(briefing.id, 2, { fields: { title: 'After' } });
    trace = [];
    await library.checkpoint();
    expect(trace).toEqual([
      // The next segment of the log.
      ...['datasync', 'sync'],
      ...['datasync', 'rename main', 'datasync', 'rename backup', 'sync'],
      ...['datasync', 'rename shard', 'sync', 'rm shard'],
      'rm log'
    ]);
    await library.close();
  });

  test('checkpoints cost by what was changed, not by what there is', async () => {
    const disk = failingDisk('EIO');
    const library = await openLibrary(folder, { fs: disk });
    const briefing = briefingWithSource('One');
    await create(library, briefing);
    let revision = 1;
    const stepsOfOne = async () => {
      revision = await library.save(briefing.id, revision, { fields: { title: `${revision}` } });
      disk.arm(null);
      await library.checkpoint();
      return disk.steps.filter((step) => /sync$|rename|rm/.test(step));
    };
    await stepsOfOne();
    await stepsOfOne();
    const before = await stepsOfOne();
    for (let i = 0; i < 40; i += 1) await create(library, briefingWithSource(`Briefing ${i}`));
    await library.checkpoint();
    expect(await stepsOfOne()).toEqual(before);
    await library.close();
  });

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EIO', 'disk-error'],
    ['EROFS', 'read-only-disk'],
    ['EACCES', 'no-permission']
  ] as const)('%s is told as %s in a sentence that says what was not done', async (fault, code) => {
    const disk = failingDisk(fault);
    const library = await openLibrary(folder, { fs: disk });
    const briefing = briefingWithSource('Before');
    await create(library, briefing);
    disk.arm(0);
    const save = library.save(briefing.id, 1, { fields: { title: 'After' } });
    await expect(save).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/the change was not saved.*is intact\.$/) as string
    });
    await library.close();
  });

  test('a failed save leaves no file behind', async () => {
    const disk = failingDisk('ENOSPC');
    const library = await openLibrary(folder, { fs: disk });
    const briefing = briefingWithSource('Before');
    await create(library, briefing);
    const before = await readdir(folder, { recursive: true });
    disk.arm(1);
    await expect(library.save(briefing.id, 1, { fields: {} })).rejects.toMatchObject({
      code: 'disk-full'
    });
    expect(await readdir(folder, { recursive: true })).toEqual(before);
    await library.close();
  });
});
