/** Exports that cannot be written: one sentence, the old file as it was, nothing left behind. */
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Bundle } from '../domain/briefing/bundle.js';
import { fullEdition } from '../domain/publication/edition.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { writeDocument, type ExportOptions } from '../publish/formats.js';
import { canMount, forbidWriting, mountDisk, unmountDisk } from '../disk/testing/small-disk.js';

const sample = Bundle.parse(
  JSON.parse(
    await readFile(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);
const kept = 'Nothing was written, and what was there before is as it was.';

let place: string;
let folder: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'standpoint-failing-'));
  folder = join(place, 'exports');
  await mkdir(folder);
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** `meanwhile` happens while the document is being printed. */
function printing(meanwhile: () => unknown, size = 1_000): ExportOptions {
  return {
    print: async () => {
      await meanwhile();
      return new Uint8Array(size);
    }
  };
}

const shapes = {
  briefing: (target: string, options: ExportOptions) =>
    writeDocument({ title: null, parts: [sample], edition: fullEdition }, target, options),
  book: (target: string, options: ExportOptions) =>
    writeDocument({ title: 'Book', parts: [sample, sample], edition: fullEdition }, target, options)
};

describe.each(Object.entries(shapes))('of a %s', (_what, write) => {
  test('into a folder that goes meanwhile: it does not come back', async () => {
    const target = join(folder, 'out.pdf');
    await expect(
      write(
        target,
        printing(() => rm(folder, { recursive: true }))
      )
    ).rejects.toEqual(new ExpectedFailure('no-folder', `There is no folder “${folder}”. ${kept}`));
    expect(await readdir(place)).toEqual([]);
  });

  test('to a name that becomes a folder meanwhile', async () => {
    const target = join(folder, 'out.pdf');
    await expect(
      write(
        target,
        printing(() => mkdir(join(target, 'inner'), { recursive: true }))
      )
    ).rejects.toEqual(
      new ExpectedFailure('target-is-folder', `“${target}” is a folder, not a file. ${kept}`)
    );
    expect(await readdir(folder)).toEqual(['out.pdf']);
  });

  test('that is stopped when all but the writing is done', async () => {
    const target = join(folder, 'out.pdf');
    await writeFile(target, 'old');
    const cancelled = new ExpectedFailure('cancelled', `The export was cancelled. ${kept}`);
    const options = {
      ...printing(() => undefined),
      beforeWrite() {
        throw cancelled;
      }
    };
    await expect(write(target, options)).rejects.toBe(cancelled);
    expect(await readFile(target, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['out.pdf']);
  });

  test('over a file that another program reads takes nothing from under it', async () => {
    const target = join(folder, 'out.pdf');
    await writeFile(target, 'old');
    const reader = await open(target);
    try {
      await write(
        target,
        printing(() => undefined)
      );
      expect(await reader.readFile('utf8')).toBe('old');
      expect((await readFile(target)).length).toBe(1_000);
    } finally {
      await reader.close();
    }
  });

  test.runIf(canMount())('onto a disk that is full', async () => {
    mountDisk(folder, '64k');
    try {
      const target = join(folder, 'out.pdf');
      await writeFile(target, 'old');
      const options = printing(() => undefined, 200_000);
      for (const name of ['out.pdf', 'out.json']) {
        await expect(write(join(folder, name), options)).rejects.toEqual(
          new ExpectedFailure('disk-full', `The disk that holds “${folder}” is full. ${kept}`)
        );
      }
      expect(await readFile(target, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['out.pdf']);
    } finally {
      unmountDisk(folder);
    }
  });

  test.runIf(canMount())('onto a disk that can only be read', async () => {
    mountDisk(folder, '1m');
    try {
      const target = join(folder, 'out.pdf');
      await writeFile(target, 'old');
      forbidWriting(folder);
      await expect(
        write(
          target,
          printing(() => undefined)
        )
      ).rejects.toEqual(
        new ExpectedFailure('not-writable', `“${folder}” does not allow writing “out.pdf”. ${kept}`)
      );
      expect(await readFile(target, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['out.pdf']);
    } finally {
      unmountDisk(folder);
    }
  });
});
