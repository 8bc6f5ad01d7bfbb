/** A disk that is really full, where the system lets the test make a small one. */
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing.js';
import { ExpectedFailure } from '../domain/result.js';
import { type Library, openLibrary } from './library.js';
import { canMount, mountDisk, unmountDisk } from './small-disk.js';
import { testFolder } from './test-folder.js';

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
