/** The power goes at any moment of a session: the library opens to the state before or after, whole. */
import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFullSize } from '../../scripts/testing/by-size.mjs';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { isDamage } from './finding.js';
import type { Library } from './library.js';
import { openLibrary } from './open-library.js';
import { layOut, leavings, recordingDisk } from '../disk/testing/recording-disk.js';
import { briefingWithSource, hash, text } from './testing/briefing.js';
import { testFolder } from './testing/folder.js';

let place: string;
beforeEach(async () => {
  place = await testFolder('power');
});
afterEach(() => rm(place, { recursive: true, force: true }));

const a = briefingWithSource('A1');
const b = emptyBriefing('B1', new Date(0));
const title = (value: string) => ({ fields: { title: value } });

/** What is done one after the other, each with the titles that are listed once it is reported as done. */
const session: readonly (readonly [(library: Library) => Promise<unknown>, readonly string[]])[] = [
  [(library) => library.create(a, { [hash]: text }), ['A1']],
  [(library) => library.save(a.id, 1, title('A2')), ['A2']],
  [(library) => library.create(b, {}), ['A2', 'B1']],
  [(library) => library.save(b.id, 1, title('B2')), ['A2', 'B2']],
  [(library) => library.checkpoint(), ['A2', 'B2']],
  [(library) => library.save(a.id, 2, title('A3')), ['A3', 'B2']],
  [(library) => library.save(b.id, 2, title('B3')), ['A3', 'B3']],
  [(library) => library.keepVersion(a.id, 'named', 'Kept'), ['A3', 'B3']],
  [(library) => library.delete(b.id), ['A3']],
  [(library) => library.save(a.id, 3, title('A4')), ['A4']],
  [(library) => library.restore(b.id), ['A4', 'B3']],
  [(library) => library.save(b.id, 3, title('B4')), ['A4', 'B4']],
  [(library) => library.checkpoint(), ['A4', 'B4']],
  [(library) => library.save(a.id, 4, title('A5')), ['A5', 'B4']],
  [(library) => library.close(), ['A5', 'B4']]
];

/** As `standpoint check` does before anything has opened the library to write. */
async function expectContentToRead(folder: string): Promise<void> {
  const before = await readdir(folder, { recursive: true });
  const reader = await openLibrary(folder, { readOnly: true });
  expect([...reader.findings, ...(await reader.check())].filter(isDamage)).toEqual([]);
  await reader.close();
  expect(await readdir(folder, { recursive: true })).toEqual(before);
}

async function titlesIn(folder: string): Promise<readonly string[]> {
  const library = await openLibrary(folder);
  const titles = (await library.list()).map((each) => each.title).toSorted();
  for (const { id } of await library.list()) {
    const { briefing, texts } = await library.open(id);
    expect(Object.keys(texts)).toHaveLength(briefing.sources.length);
  }
  const lost = library.findings.filter(({ code }) => code !== 'unfinished-save');
  expect(lost).toEqual([]);
  expect((await library.check()).filter(({ code }) => code !== 'leftover')).toEqual([]);
  await library.close();
  return titles;
}

function digest(state: ReadonlyMap<string, Buffer | null>): string {
  const hash = createHash('sha1');
  for (const [path, bytes] of state)
    hash.update(`\n${path} ${bytes?.length}\n`).update(bytes ?? '');
  return hash.digest('hex');
}

test('every prefix of the writes of a session opens to the state before or after', async () => {
  const recorded = join(place, 'recorded');
  const disk = recordingDisk(recorded);
  const library = await openLibrary(recorded, { fs: disk });
  /** The titles that may be found after so many steps. */
  const allowed: (readonly (readonly string[])[])[] = [];
  let before: readonly string[] = [];
  const opened = disk.steps;
  for (const [act, after] of session) {
    const from = disk.steps;
    await act(library);
    for (let step = from; step < disk.steps; step += 1) allowed[step] = [before, after];
    before = after;
  }
  allowed[disk.steps] = [before];

  const seen = new Map<string, readonly string[]>();
  for (let steps = opened; steps <= disk.steps; steps += 1) {
    // At the usual size each step is cut in half of the ways, by turns.
    const tried = leavings.filter((_, n) => isFullSize || (n + steps) % 2 === 0);
    for (const leaving of tried) {
      const state = disk.stateAfter(steps, leaving);
      const key = digest(state);
      const folder = join(place, 'cut');
      let titles = seen.get(key);
      if (!titles) {
        await layOut(folder, state);
        await expectContentToRead(folder);
        titles = await titlesIn(folder);
        await rm(folder, { recursive: true });
        seen.set(key, titles);
      }
      expect(allowed[steps], `after ${steps} steps, leaving ${leaving}`).toContainEqual(titles);
    }
  }
  expect(disk.steps - opened).toBeGreaterThan(100);
  expect(seen.size).toBeGreaterThan(60);
});
