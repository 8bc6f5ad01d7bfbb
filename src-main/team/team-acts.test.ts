/**
 * Protects what members do by hand: copies that others go on from, other places, invitations that are no good,
 * going while nobody can be told. Over 300 lines because all of them need the same people and places.
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newCard } from '../domain/briefing/entries.js';
import { newSource } from '../domain/briefing/source.js';
import { localLibrary } from '../libraries/local-library.js';
import { sha256 } from '../store/kept-by-hash.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';
import { testFolder } from '../store/testing/folder.js';
import { disk } from '../disk/file-system.js';
import { isShared } from './is-shared.js';
import { makeReader } from './sealing/wrap.js';
import { readSecrets, writeSecrets } from './secrets.js';
import { TeamFiles } from './team-files.js';
import { foundTeam, joinTeam, openTeam, type Team } from './team.js';

let place: string;
let shared: string;
let anna: Team;
/** As it stood before anything was exchanged. */
let newSheet: string;
let opened: { readonly library: Library; team: Team | null }[];

async function library(name: string): Promise<Library> {
  const made = await openLibrary(join(place, name));
  opened.push({ library: made, team: null });
  return made;
}

function held(team: Team): Team {
  opened.at(-1)!.team = team;
  return team;
}

/** Opens a team anew that was closed. */
async function again(name: string): Promise<Team> {
  const one = opened.find(({ library: { folder } }) => folder === join(place, name))!;
  return (one.team = (await openTeam(localLibrary(one.library)))!);
}

async function joined(name: string, invitation: string, at: string | null = null) {
  const made = await library(name);
  return {
    made,
    team: held(await joinTeam(localLibrary(made), { invitation, person: name, place: at }))
  };
}

const text = 'The words of an article.';

beforeEach(async () => {
  place = await testFolder('team-acts');
  shared = join(place, 'shared');
  await mkdir(shared);
  opened = [];
  const made = await library('anna');
  anna = held(
    await foundTeam(localLibrary(made), { address: shared, name: 'Desk', person: 'Anna' })
  );
  const source = newSource({ text: sha256(Buffer.from(text)), importedAt: '2026-01-01T00:00:00Z' });
  const card = newCard('context', { heading: 'Heading', body: 'One.' });
  const briefing = { ...emptyBriefing('Shared'), cards: [card], sources: [source] };
  await made.create(briefing, { [source.text]: text });
  anna.changed(briefing.id);
  newSheet = await anna.recoverySheet();
  await anna.exchange();
});
afterEach(async () => {
  for (const { library: made, team } of opened) {
    await team?.close();
    await made.close();
  }
  await rm(place, { recursive: true, force: true });
});

const code = (wanted: string, message = /./) =>
  expect.objectContaining({
    code: wanted,
    message: expect.stringMatching(message) as string
  }) as Error;
const titles = async (made: Library) => (await made.list()).map(({ title }) => title);

const linesOf = (page: string) => page.match(/^[1-9] {2}.*$/gm)!.join('\n');

async function sheet(): Promise<string> {
  return linesOf(await anna.recoverySheet());
}

test('all devices are lost: by the typed sheet and a sealed copy alone everything is there again', async () => {
  const copy = join(place, 'copy');
  expect(await anna.copyTo(copy)).toMatchObject({ faults: [] });
  // Its day, too, is the same as before the first exchange.
  expect(await anna.recoverySheet()).toBe(newSheet);
  const typed = (await sheet()).toLowerCase().replaceAll('-', ' ');
  await anna.close();
  await rm(shared, { recursive: true });
  const { made, team } = await joined('again', typed, copy);
  await team.exchange();
  expect(await titles(made)).toEqual(['Shared']);
  const [row] = await made.list();
  expect(Object.values((await made.open(row!.id)).texts)).toEqual([text]);
  expect(
    team.state.people.map(({ person, standing }) => `${person} ${standing}`).toSorted()
  ).toEqual(['Anna member', 'again member']);
  // Who took it over can print it once more.
  expect(await team.recoverySheet()).toContain(typed.slice(3, 7).toUpperCase());
});

test('after a removal the old sheet lets nobody in, and a new one is made by whoever prints it', async () => {
  const old = await sheet();
  const carl = await joined('carl', (await anna.invite('Carl', { days: 7, owner: null })).line);
  const ben = await joined('ben', (await anna.invite('Ben', { days: 7, owner: null })).line);
  await carl.team.exchange();
  await ben.team.exchange();
  await anna.exchange();
  expect(anna.state).toMatchObject({ hasSheet: true, isSheetGood: true });
  const { sheetAt } = anna.state;
  expect(sheetAt).toMatch(/^\d{4}-/);
  expect(await anna.remove(carl.team.state.you, null)).toBeNull();
  expect(anna.state).toMatchObject({
    hasSheet: false,
    isSheetGood: false,
    sheetAt,
    concerns: [expect.stringMatching(/no recovery sheet that is good/)]
  });
  const lost = await library('lost');
  const join_ = (invitation: string) =>
    joinTeam(localLibrary(lost), { invitation, person: 'Carl', place: shared });
  await expect(join_(old)).rejects.toEqual(code('no-sheet-any-more', /somebody was removed/));
  expect(await isShared(lost.folder)).toBe(false);
  await expect(carl.team.recoverySheet(true)).rejects.toEqual(code('no-member'));
  // Who can make none is not asked for one.
  expect(carl.team.state).toMatchObject({ isSheetGood: false, concerns: [] });

  const made = await sheet();
  expect(made).not.toBe(old);
  // Printed once more it is the same.
  expect(await sheet()).toBe(made);
  expect(anna.state).toMatchObject({ hasSheet: true, isSheetGood: true, concerns: [] });
  expect(anna.state.sheetAt! > sheetAt!).toBe(true);
  await ben.team.exchange();
  await expect(ben.team.recoverySheet()).rejects.toEqual(code('no-sheet', /was made by Anna/));
  const bens = linesOf(await ben.team.recoverySheet(true));
  await anna.exchange();
  expect(anna.state).toMatchObject({ hasSheet: false, isSheetGood: true });
  await expect(join_(made)).rejects.toEqual(code('no-sheet-any-more', /another sheet/));
  const again = held(await join_(bens));
  await again.exchange();
  expect(await titles(lost)).toEqual(['Shared']);
});

test('a sheet whose making broke off anywhere counts for nobody, and the next one does', async () => {
  const carl = await joined('carl', (await anna.invite('Carl', { days: 7, owner: null })).line);
  await carl.team.exchange();
  await anna.exchange();
  await anna.remove(carl.team.state.you, null);
  await anna.close();
  const secrets = await readSecrets(await TeamFiles.open(join(place, 'anna'), disk));
  // Its secret was written, and the others were never told.
  const { sheet: known } = secrets;
  const stray = { ...known!, identity: (await makeReader()).identity };
  await writeSecrets(await TeamFiles.open(join(place, 'anna'), disk), { ...secrets, sheet: stray });
  anna = await again('anna');
  expect(anna.state).toMatchObject({ hasSheet: false, isSheetGood: false });
  const made = await sheet();
  await anna.close();
  anna = await again('anna');
  expect(await sheet()).toBe(made);
  expect(anna.state.isSheetGood).toBe(true);
});

test('a copy goes on where it was, adds what is new, and refuses a folder with other things', async () => {
  const copy = join(place, 'copy');
  const stop = AbortSignal.abort(new Error('stopped'));
  await expect(anna.copyTo(copy, undefined, stop)).rejects.toThrow('stopped');
  const told: number[] = [];
  const first = await anna.copyTo(copy, ({ rows }) => told.push(rows));
  expect(told.at(-1)).toBe(first.rows);
  await anna.invite('Ben', { days: 7, owner: null });
  const second = await anna.copyTo(copy);
  expect(second.rows).toBe(first.rows + 1);
  const other = join(place, 'other');
  await mkdir(other);
  await writeFile(join(other, 'letter.txt'), '');
  await expect(anna.copyTo(other)).rejects.toEqual(code('not-empty', /holds other things/));
  await expect(anna.copyTo(join(place, 'anna', 'x'))).rejects.toEqual(code('folder-in-library'));
  expect(await readdir(other)).toEqual(['letter.txt']);
});

test('a copy into what cannot be read as a folder is refused in a sentence', async () => {
  const file = join(place, 'file');
  await writeFile(file, 'No folder');
  await expect(anna.copyTo(file)).rejects.toThrow(
    code('carrier-away', /is not there, or not whole/)
  );
});

test('a copy tells rows that are damaged where they lie', async () => {
  const { team: ben } = await joined(
    'ben',
    (await anna.invite('Ben', { days: 7, owner: null })).line
  );
  await ben.exchange();
  await ben.close();
  await anna.exchange();
  const [root = ''] = await readdir(shared);
  const rows = join(shared, root, 'rows', ben.state.you);
  await writeFile(join(rows, '000001.rows'), 'damaged\n');
  const { faults } = await anna.copyTo(join(place, 'copy'));
  expect(faults.join()).toMatch(/holds 0 whole rows of device .* this library has seen \d/);
});

test('each moves by itself, in any order, and nothing of what either wrote meanwhile is lost', async () => {
  const { line } = await anna.invite('Ben', { days: 7, owner: null });
  const { made, team: ben } = await joined('ben', line);
  await ben.exchange();
  await anna.exchange();
  const moved = join(place, 'moved');
  await mkdir(moved);
  await anna.moveTo(`folder:${moved}`);
  const told = anna.state.place;
  // Ben goes on at the old place.
  const late = emptyBriefing('Late');
  await made.create(late, {});
  ben.changed(late.id);
  await ben.exchange();
  const annas = await again('anna');
  expect(annas.state.place).toContain(moved);
  // Whoever moved is told the new place, too.
  expect(told).toContain(moved);
  await annas.exchange();
  await ben.moveTo(`folder:${moved}`);
  await rm(shared, { recursive: true });
  const bens = await again('ben');
  await bens.exchange();
  await annas.exchange();
  expect((await titles(opened[0]!.library)).toSorted()).toEqual(['Late', 'Shared']);
  expect([annas.state.unsent, annas.state.concerns, bens.state.concerns]).toEqual([0, [], []]);
});

test('what another wrote goes along, for whoever joins at the new place; stopped, the library goes on where it was', async () => {
  const { line } = await anna.invite('Ben', { days: 7, owner: null });
  const { made, team: ben } = await joined('ben', line);
  const bens = emptyBriefing('Of Ben');
  await made.create(bens, {});
  ben.changed(bens.id);
  await ben.exchange();
  const moved = join(place, 'moved');
  await mkdir(moved);
  const stop = () => {
    throw new Error('stopped');
  };
  await expect(anna.moveTo(`folder:${moved}`, stop)).rejects.toThrow('stopped');
  expect(anna.state.place).toContain(shared);
  await anna.moveTo(`folder:${moved}`);
  await rm(shared, { recursive: true });
  const annas = await again('anna');
  const carl = await joined('carl', (await annas.invite('Carl', { days: 7, owner: null })).line);
  await carl.team.exchange();
  expect((await titles(carl.made)).toSorted()).toEqual(['Of Ben', 'Shared']);
});

test('with the old place out of reach one moves only to where all that was shared is', async () => {
  const copy = join(place, 'copy');
  await anna.copyTo(copy);
  const { line } = await anna.invite('Ben', { days: 7, owner: null });
  await rename(shared, `${shared}-away`);
  await expect(anna.moveTo(`folder:${copy}`)).rejects.toEqual(
    code('older-copy', /Nothing was changed/)
  );
  await rename(`${shared}-away`, shared);
  await anna.copyTo(copy);
  await rename(shared, `${shared}-away`);
  await anna.moveTo(`folder:${copy}`);
  const { made, team } = await joined('ben', line, copy);
  await team.exchange();
  await (await again('anna')).exchange();
  await team.exchange();
  expect(await titles(made)).toEqual(['Shared']);
});

test('an invitation that ran out, was revoked or was used is told to who joins, and changes nothing', async () => {
  const short = await anna.invite('Ben', { days: 1, owner: null });
  const made = await library('ben');
  const tomorrow = () => new Date(Date.now() + 2 * 24 * 3_600_000);
  const join_ = (invitation: string, now = () => new Date()) =>
    joinTeam(localLibrary(made), { invitation, person: 'Ben' }, { now });
  await expect(join_(short.line, tomorrow)).rejects.toEqual(code('run-out', /was good until/));
  const [invited] = anna.state.invitations;
  expect(await anna.revoke(invited!.id, null)).toBeNull();
  await expect(join_(short.line)).rejects.toEqual(code('no-invitation-any-more', /was revoked/));
  expect(await isShared(made.folder)).toBe(false);
  const { line } = await anna.invite('Carl', { days: 7, owner: null });
  const { team } = await joined('carl', line);
  await team.exchange();
  await anna.exchange();
  await expect(join_(line)).rejects.toEqual(code('no-invitation-any-more', /was used already/));
  expect(await isShared(made.folder)).toBe(false);
});

test('who leaves while nobody can be told leaves all the same, and hears that', async () => {
  await rename(shared, `${shared}-away`);
  expect(await anna.leave(null)).toMatch(/^The others were not told\./);
  expect(await isShared(join(place, 'anna'))).toBe(false);
  expect(await titles(opened[0]!.library)).toEqual(['Shared']);
});

test('the last one who leaves hears what is left, and the sheet opens that', async () => {
  const typed = await sheet();
  expect(await anna.leave(null)).toMatch(
    /^Nobody shares this library now\..* in the folder .*sheet/
  );
  const { made, team } = await joined('late', typed, shared);
  await team.exchange();
  expect(await titles(made)).toEqual(['Shared']);
  const { line } = await team.invite('Ben', { days: 7, owner: null });
  const ben = await joined('ben', line);
  for (const each of [ben.team, team, ben.team]) await each.exchange();
  // Somebody is left.
  expect(await ben.team.leave(null)).toBeNull();
});

test('keys and passwords lie in files for this user alone', async () => {
  const files = await TeamFiles.open(join(place, 'anna'), disk);
  await readSecrets(files);
  if (process.platform === 'win32') return;
  for (const name of await readdir(files.folder)) {
    const { mode } = await disk.stat(join(files.folder, name));
    expect([name, mode & 0o077]).toEqual([name, 0]);
  }
});
