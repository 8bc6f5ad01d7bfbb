import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../../scripts/testing/until.mjs';
import { type ChangedRow, tellChangedRows } from './watch-library.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { firstFolder, openLibraries, type OpenLibraries } from './open-libraries.js';
import { openSettings, type SettingsFile } from '../edge/settings.js';
import { openLibrary } from '../store/open-library.js';
import { type FakeTeam, fakeTeam } from '../team/testing/fake-team.js';

let place: string;
let settings: SettingsFile;
let libraries: OpenLibraries;
let told: ChangedRow[];
let team: FakeTeam | null;

beforeEach(async () => {
  told = [];
  team = null;
  place = await mkdtemp(join(tmpdir(), 'libraries-'));
  settings = openSettings(join(place, 'settings.json'));
  libraries = await openLibraries(join(place, 'one'), {
    settings,
    onFinding: () => undefined,
    onProgress: () => undefined,
    onRows: (rows) => told.push(...rows),
    onBriefing: () => undefined,
    onRegister: () => undefined,
    onBroughtBack: () => undefined,
    teams: {
      open: () => Promise.resolve(null),
      found: (library) => Promise.resolve((team = fakeTeam(library))),
      join: () => Promise.reject(new Error('Not asked for here'))
    },
    onSharing: () => undefined,
    seed: async (library) => {
      if (library.isNew) await library.create(emptyBriefing('Seeded'), {});
    }
  });
});
afterEach(async () => {
  await libraries.close();
  await rm(place, { recursive: true });
});

test('another library takes the place of the open one for all who have it, and is remembered', async () => {
  const { library, search } = libraries;
  const first = emptyBriefing('In the first');
  await library.create(first, {});
  await libraries.switchTo(join(place, 'two'));
  // What a person begins is empty, as the dialog says.
  expect(await library.list()).toEqual([]);
  expect((await search.find('first', false, 5, null)).total).toBe(0);
  await library.create(emptyBriefing('In the second'), {});
  expect((await search.find('second', false, 5, null)).total).toBe(1);
  expect(libraries.recent().map((folder) => folder.split('/').at(-1))).toEqual(['two', 'one']);
  expect(firstFolder(null, settings, 'home')).toBe(library.folder);
  expect(firstFolder('named', settings, 'home')).toBe('named');

  // The first one is let go of.
  const again = await openLibrary(join(place, 'one'));
  expect((await again.list()).map(({ title }) => title)).toContain('In the first');
  await again.close();
});

test('whatever is done to a briefing, the row that the list is to show is told', async () => {
  const { library } = libraries;
  const one = emptyBriefing('One');
  /** The latest that was told of it, once what was done has been told. */
  const told1 = async (id = one.id) => {
    await until(() => expect(told.some((each) => each.id === id)).toBe(true));
    return told.splice(0).findLast((each) => each.id === id)?.row;
  };
  const listed = async (id = one.id) => (await library.list()).find((each) => each.id === id);

  await library.create(one, {});
  expect(await told1()).toEqual(await listed());
  await library.keepVersion(one.id, 'named', 'Kept');
  await library.save(one.id, 1, { fields: { title: 'Changed' } });
  expect(await told1()).toMatchObject({ title: 'Changed' });
  const [version] = await library.versions(one.id);
  await library.restoreVersion(one.id, 2, version!.key);
  expect(await told1()).toMatchObject({ title: 'One' });
  const copy = await library.copyVersion(one.id, version!.key);
  expect(await told1(copy)).toEqual(await listed(copy));
  const archive = join(place, 'all.zip');
  await library.backUp(archive);
  await library.delete(one.id);
  expect(await told1()).toBeNull();
  await library.restore(one.id);
  expect(await told1()).toEqual(await listed());
  await library.delete(copy);
  await library.removeForGood([copy]);
  told = [];
  await library.restoreBackup(archive);
  expect(await told1(copy)).toEqual(await listed(copy));
});

test('what a team brings is shown in the list, and not told to the team again', async () => {
  const { library } = libraries;
  const one = emptyBriefing('One');
  await libraries.share({ address: '/media/shared', name: 'Ferry team', person: 'Anna' });
  const { local, asked } = team!;
  await local.create(one, {});
  const change = { fields: { title: 'From elsewhere' } };
  const from = { authors: ['Ben'], modifiedAt: one.modifiedAt };
  const revision = await local.saveFromElsewhere(one.id, 1, change, from);
  await until(() =>
    expect(told.findLast(({ id }) => id === one.id)?.row?.title).toBe('From elsewhere')
  );
  expect(asked).toEqual(['start']);
  await library.save(one.id, revision, { fields: { title: 'From here' } });
  expect(asked).toEqual(['start', one.id]);
});

test('many changes at once are told at once', async () => {
  const { library } = libraries;
  const made = Array.from({ length: 20 }, (_, i) => emptyBriefing(`Made ${i}`));
  let times = 0;
  const tellRow = tellChangedRows(library, () => (times += 1));
  await Promise.all(made.map((each) => library.create(each, {})));
  made.forEach(({ id }) => tellRow(id));
  await until(() => expect(times).toBe(1));
});

test('a folder that is no library is refused, and the open one stays', async () => {
  await writeFile(join(place, 'other.txt'), 'mine');
  await expect(libraries.switchTo(place)).rejects.toMatchObject({ code: 'not-a-library' });
  expect((await libraries.library.list()).map(({ title }) => title)).toEqual(['Seeded']);
  expect(await readdir(place)).toContain('other.txt');
});

test('a library that has vanished is not made again at the next start', () => {
  settings.set({ libraries: [join(place, 'gone')] });
  expect(firstFolder(null, settings, 'home')).toBe('home');
});
