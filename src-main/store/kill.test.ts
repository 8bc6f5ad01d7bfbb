/** The process dies at any moment: what was acknowledged is there, whole, and nothing stays behind. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bySize } from '../../scripts/testing/by-size.mjs';
import { buildVictim, killOnce, makeArchives, makeLibrary } from './testing/crash/rounds.js';
import { testFolder } from './testing/folder.js';

const kills = bySize({ usual: 8, full: 30 });
let place: string;
let victim: string;

beforeAll(async () => {
  place = await testFolder('kill');
  victim = await buildVictim(place);
});
afterAll(() => rm(place, { recursive: true, force: true }));

test(`of ${kills} kills amid edits, checkpoints, versions, backups, imports and migrations none loses what was saved`, async () => {
  const folder = join(place, 'library');
  const state = await makeLibrary(folder);
  const archives = await makeArchives(place);
  let done = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const outcome = await killOnce(victim, folder, state, archives, kill * 7_919);
    expect(outcome.faults, `kill ${kill}`).toEqual([]);
    done += outcome.done;
  }
  expect(done).toBeGreaterThan(kills);
});
