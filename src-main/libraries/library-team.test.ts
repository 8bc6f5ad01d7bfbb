/** The team comes and goes with its library, hears of each change, and never stands in the library's way. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { until } from '../../scripts/testing/until.mjs';
import { ExpectedFailure } from '../domain/base/result.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import type { SharingState } from '../domain/program/team-state.js';
import { openSettings, type SettingsFile } from '../edge/settings.js';
import { openLibrary } from '../store/open-library.js';
import { type FakeTeam, fakeTeam } from '../team/testing/fake-team.js';
import type { Teams } from './library-team.js';
import { openLibraries, type LibraryNeeds, type OpenLibraries } from './open-libraries.js';

let place: string;
let settings: SettingsFile;
let made: FakeTeam[];
let told: SharingState[];
let open: OpenLibraries | null;

const make: (...args: Parameters<Teams['open']>) => Promise<FakeTeam> = (local) => {
  const team = fakeTeam(local);
  made.push(team);
  return Promise.resolve(team);
};
const nobody: Teams = { open: () => Promise.resolve(null), found: make, join: make };

async function start(teams: Teams, seed: LibraryNeeds['seed'] = () => Promise.resolve()) {
  open = await openLibraries(join(place, 'one'), {
    settings,
    onFinding: () => undefined,
    onProgress: () => undefined,
    onRows: () => undefined,
    onBriefing: () => undefined,
    onRegister: () => undefined,
    onBroughtBack: () => undefined,
    teams,
    onSharing: (state) => told.push(state),
    seed
  });
  return open;
}

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'library-team-'));
  settings = openSettings(join(place, 'settings.json'));
  [made, told, open] = [[], [], null];
});
afterEach(async () => {
  await open?.close();
  await rm(place, { recursive: true });
});

const found = { address: 'folder:/media/shared', name: 'Ferry team', person: 'Ada' };
const invited = { invitation: 'standpoint-join:1.x', person: 'Ada' };

test('a shared library opens with its team, which hears of each change and is closed first', async () => {
  const libraries = await start({ ...nobody, open: make });
  await until(() => expect(libraries.team).not.toBeNull());
  const [team] = made as [FakeTeam];
  const one = emptyBriefing('One');
  await libraries.library.create(one, {});
  await libraries.library.save(one.id, 1, { fields: { title: 'Two' } });
  await libraries.library.delete(one.id);
  expect(team.asked).toEqual(['start', one.id, one.id, one.id]);
  team.become({ unsent: 1 });
  expect(told.at(-1)?.team?.unsent).toBe(1);
  const close = vi.fn(() => libraries.library.list().then(() => undefined));
  team.close = close;
  await libraries.close();
  open = null;
  // Closed while the library could still be read.
  await expect(close.mock.results[0]?.value).resolves.toBeUndefined();
  team.become({ unsent: 2 });
  expect(told.at(-1)?.team?.unsent).toBe(1);
});

test('what changes while the team is being opened is told it afterwards', async () => {
  let answer: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => (answer = resolve));
  const libraries = await start({ ...nobody, open: (local) => waits.then(() => make(local)) });
  const one = emptyBriefing('One');
  await libraries.library.create(one, {});
  expect(libraries.team).toBeNull();
  answer();
  await until(() => expect(made[0]?.asked).toEqual([one.id, 'start']));
});

test.each([
  [new ExpectedFailure('damaged', 'Its keys are damaged.'), /^Its keys are damaged\. The library/],
  [new Error('secret /path'), /^Sharing met a fault of Standpoint’s own/]
])('a team that cannot be opened costs the library nothing, and says why', async (error, why) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const libraries = await start({ ...nobody, open: () => Promise.reject(error) });
  await until(() => expect(libraries.sharing.fault).toMatch(why));
  expect(libraries.sharing.fault).not.toContain('secret');
  expect(told).toEqual([libraries.sharing]);
  await libraries.library.create(emptyBriefing('One'), {});
  expect(await libraries.library.list()).toHaveLength(1);
  // What may be there is not founded over.
  await expect(libraries.share(found)).rejects.toMatchObject({ code: 'shared-already' });
});

test('a library is shared once, and goes on by itself when it is left', async () => {
  const libraries = await start(nobody);
  await libraries.share(found);
  expect(told.at(-1)?.team?.name).toBe('Ferry team');
  await expect(libraries.share(found)).rejects.toMatchObject({ code: 'shared-already' });
  const [team] = made as [FakeTeam];
  await libraries.leaveTeam(null);
  expect(team.asked).toEqual(['start', ['leave', null], 'close']);
  expect(libraries.sharing).toEqual({ team: null, fault: null });
  expect(told.at(-1)).toEqual(libraries.sharing);
  await libraries.library.create(emptyBriefing('One'), {});
  expect(team.asked).toHaveLength(3);
});

test('a founding that fails leaves the library as it was, to be tried again', async () => {
  const away = new ExpectedFailure('carrier-away', 'The server does not answer.');
  let tries = 0;
  const teams: Teams = {
    ...nobody,
    found: (local) => (++tries === 1 ? Promise.reject(away) : make(local))
  };
  const libraries = await start(teams);
  await expect(libraries.share(found)).rejects.toBe(away);
  expect(libraries.sharing).toEqual({ team: null, fault: null });
  await libraries.share(found);
  expect(libraries.team).not.toBeNull();
});

test('who joins has an empty library of her own, without samples, and the other is let go of', async () => {
  const libraries = await start(nobody, async (library) => {
    if (library.isNew) await library.create(emptyBriefing('Seeded'), {});
  });
  await libraries.joinIn(join(place, 'joined'), false, invited);
  expect(libraries.team?.state.name).toBe('Ferry team');
  expect(await libraries.library.list()).toEqual([]);
  expect(libraries.recent().map((folder) => folder.split('/').at(-1))).toEqual(['joined', 'one']);
  const again = await openLibrary(join(place, 'one'));
  expect((await again.list()).map(({ title }) => title)).toEqual(['Seeded']);
  await again.close();
});

test('nobody joins into a library that holds something; a failed joining can be tried again there', async () => {
  const damaged = new ExpectedFailure('damaged', 'A part of the invitation is missing.');
  let tries = 0;
  const libraries = await start({
    ...nobody,
    join: (local) => (++tries === 1 ? Promise.reject(damaged) : make(local))
  });
  const filled = await openLibrary(join(place, 'filled'));
  await filled.create(emptyBriefing('Mine'), {});
  await filled.close();
  await expect(libraries.joinIn(join(place, 'filled'), false, invited)).rejects.toMatchObject({
    code: 'library-not-empty'
  });
  const before = libraries.library.folder;
  await expect(libraries.joinIn(join(place, 'new'), false, invited)).rejects.toBe(damaged);
  expect(libraries.library.folder).toBe(before);
  await libraries.joinIn(join(place, 'new'), false, invited);
  expect(await readdir(join(place, 'new'))).toContain('b');
  expect(libraries.team).not.toBeNull();
});

test('what others changed is saved for the team, and told to the page of the library that it shows', async () => {
  const changed: unknown[] = [];
  open = await openLibraries(join(place, 'one'), {
    settings,
    onFinding: () => undefined,
    onProgress: () => undefined,
    onRows: () => undefined,
    onBriefing: (briefing) => changed.push(briefing),
    onRegister: () => undefined,
    onBroughtBack: () => undefined,
    teams: { ...nobody, open: make },
    onSharing: () => undefined,
    seed: () => Promise.resolve()
  });
  await until(() => expect(open?.team).not.toBeNull());
  const { local } = made[0]!;
  const one = emptyBriefing('One');
  await local.create(one, {});
  const change = { fields: { title: 'Two' } };
  const from = { authors: ['Maria'], modifiedAt: '2001-02-03T04:05:06.000Z' };
  expect(await local.saveFromElsewhere(one.id, 1, change, from)).toBe(2);
  expect(changed).toEqual([{ id: one.id, revision: 2, change, authors: ['Maria'] }]);
  expect([...(await local.revisions())]).toEqual([[one.id, 2]]);
  expect((await local.open(one.id)).briefing.modifiedAt).toBe(from.modifiedAt);
  expect((await open.search.find('two', false, 5, null)).total).toBe(1);
  // Of what is not saved nobody is told.
  const late = local.saveFromElsewhere(one.id, 1, change, from);
  await expect(late).rejects.toMatchObject({ code: 'stale-revision' });
  expect(changed).toHaveLength(1);
  await local.delete(one.id);
  expect([...(await local.binned())]).toEqual([one.id]);
});
