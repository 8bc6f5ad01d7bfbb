/** A disk that is really full, where the system lets the test make a small one. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Library } from './library.js';
import { openLibrary } from './open-library.js';
import { canMount, mountDisk, unmountDisk } from '../disk/testing/small-disk.js';
import { testFolder } from './testing/folder.js';

let place: string;
let disk: string;

beforeEach(async () => {
  place = await testFolder('full');
  disk = join(place, 'disk');
  await mkdir(disk);
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** Saves one text after the other until one is refused. Returns the last revision that was reported as saved. */
async function fill(library: Library, id: ReturnType<typeof emptyBriefing>['id'], from: number) {
  let revision = from;
  for (;;) {
    const bottomLine = `${revision} ${randomBytes(4_000).toString('hex')}`;
    try {
      revision = await library.save(id, revision, { fields: { bottomLine } });
    } catch (error) {
      expect(error).toBeInstanceOf(ExpectedFailure);
      expect(error).toMatchObject({ code: 'disk-full' });
      return revision;
    }
  }
}

test.runIf(canMount())(
  'refuses what does not fit, keeps what was saved, and goes on once there is room',
  async () => {
    mountDisk(disk, '3m');
    try {
      const folder = join(disk, 'library');
      let library = await openLibrary(folder);
      const briefing = emptyBriefing('One');
      await library.create(briefing, {});
      await library.checkpoint();
      const filler = join(disk, 'filler');
      await writeFile(filler, Buffer.alloc(1_000_000));
      const saved = await fill(library, briefing.id, 1);
      expect(saved).toBeGreaterThan(60);
      expect(library.findings.map(({ code }) => code)).toContain('disk-almost-full');
      await library.close();

      library = await openLibrary(folder);
      const opened = await library.open(briefing.id);
      expect(opened.revision).toBe(saved);
      expect(opened.briefing.bottomLine).toMatch(new RegExp(`^${saved - 1} `));
      await rm(filler);
      expect(await library.save(briefing.id, saved, { fields: { title: 'Goes on' } })).toBe(
        saved + 1
      );
      expect(await library.check()).toEqual([]);
      await library.close();
      const again = await openLibrary(folder);
      expect((await again.open(briefing.id)).briefing.title).toBe('Goes on');
      await again.close();
    } finally {
      unmountDisk(disk);
    }
  }
);

test.runIf(canMount())(
  'refuses versions, backups and restoring in a sentence each, loses nothing, and does all once there is room',
  async () => {
    mountDisk(disk, '3m');
    try {
      const elsewhere = await openLibrary(join(place, 'elsewhere'));
      for (let i = 0; i < 20; i += 1) {
        const bottomLine = randomBytes(4_000).toString('hex');
        await elsewhere.create({ ...emptyBriefing(`Elsewhere ${i}`), bottomLine }, {});
      }
      const archive = join(place, 'elsewhere.zip');
      await elsewhere.backUp(archive);
      await elsewhere.close();

      const library = await openLibrary(join(disk, 'library'));
      const briefing = emptyBriefing('One');
      await library.create(briefing, {});
      const { key } = await library.keepVersion(briefing.id, 'named', 'Kept');
      await library.checkpoint();
      const filler = join(disk, 'filler');
      await writeFile(filler, Buffer.alloc(1_000_000));
      const saved = await fill(library, briefing.id, 1);
      const { briefing: before } = await library.open(briefing.id);

      const target = join(disk, 'all.zip');
      const full = (what: RegExp) => ({
        code: 'disk-full',
        message: expect.stringMatching(what) as string
      });
      await expect(library.keepVersion(briefing.id, 'named', 'No room')).rejects.toMatchObject(
        full(/the version was not kept/)
      );
      await expect(library.restoreVersion(briefing.id, saved, key)).rejects.toMatchObject(
        full(/the version was not restored/)
      );
      await expect(library.backUp(target)).rejects.toMatchObject(full(/./));
      await expect(library.restoreBackup(archive)).rejects.toMatchObject(
        full(/the backup was not restored to its end; what came in is kept/)
      );
      expect((await library.open(briefing.id)).briefing).toEqual(before);
      expect((await readdir(disk)).toSorted()).toEqual(['filler', 'library']);

      await rm(filler);
      await library.restoreBackup(archive);
      expect(await library.list()).toHaveLength(21);
      expect(await library.restoreVersion(briefing.id, saved, key)).toBe(saved + 1);
      expect((await library.open(briefing.id)).briefing.title).toBe('One');
      await library.backUp(target);
      expect((await library.check(true)).filter(({ code }) => code !== 'leftover')).toEqual([]);
      await library.close();
    } finally {
      unmountDisk(disk);
    }
  }
);
