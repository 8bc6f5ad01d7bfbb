/** Protects that two libraries which share hold the same in the end, and that nothing of anybody is lost. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { until } from '../../scripts/testing/until.mjs';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newCard } from '../domain/briefing/entries.js';
import { disk } from '../disk/file-system.js';
import { localLibrary } from '../libraries/local-library.js';
import { Membership } from './membership.js';
import { topicOf } from './sealing/keyring.js';
import { TeamFiles } from './team-files.js';
import { openTeam } from './team.js';
import { Office } from './testing/desks.js';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const begun = 'One two. Three four five.';

test('who joins by an invitation gets what is shared, and what either writes reaches the other', async () => {
  const { anna, ben, id } = await office.pair(begun);
  expect(await ben.state()).toBe(await anna.state());
  expect(anna.team.state.people.map(({ person, standing }) => [person, standing])).toEqual([
    ['Anna', 'member'],
    ['Ben', 'member']
  ]);
  await ben.edit(id, () => 'One two. Three four five six.');
  await office.exchange(ben, anna);
  expect(await anna.body(id)).toBe('One two. Three four five six.');
  expect(anna.team.state).toMatchObject({ unsent: 0, away: null, concerns: [] });
});

test('what came in is told as what it is, and by whom', async () => {
  const { anna, ben, id } = await office.pair(begun);
  const local = localLibrary(anna.library, ({ change, authors }) => told.push({ change, authors }));
  const told: unknown[] = [];
  await anna.team.close();
  anna.team = (await openTeam(local, anna.options))!;
  await ben.edit(id, () => 'Six.');
  await office.exchange(ben, anna);
  expect(told).toMatchObject([
    { authors: ['Ben'], change: { fields: {}, cards: { put: [{ body: 'Six.' }], order: null } } }
  ]);
  expect(Object.keys((told[0] as { change: object }).change)).toEqual(['fields', 'cards']);
});

test('both edit the same text while they are apart: both words stay, on both sides the same', async () => {
  const { anna, ben, id } = await office.pair(begun);
  office.carrier.isAway = true;
  await anna.edit(id, () => 'ONE two. Three four five.');
  await ben.edit(id, () => 'One two. Three four FIVE.');
  await expect(anna.team.exchange()).rejects.toThrow('cannot be reached');
  expect(anna.team.state).toMatchObject({ unsent: 1, away: 'The server cannot be reached.' });
  await anna.restart();
  // Told also at a start at which nobody can be reached.
  expect(anna.team.state.sharedAt).not.toBeNull();
  office.carrier.isAway = false;
  await office.exchange(anna, ben, anna);
  expect(await anna.body(id)).toBe('ONE two. Three four FIVE.');
  expect(await ben.state()).toBe(await anna.state());
  expect(anna.team.state.unsent).toBe(0);
});

test('both change the same words: both stand on both sides, one of them to be settled', async () => {
  const { anna, ben, id } = await office.pair(begun);
  await anna.edit(id, () => 'One two 3 four five.');
  await ben.edit(id, () => 'One two III four five.');
  await office.exchange(anna, ben, anna);
  expect(await ben.state()).toBe(await anna.state());
  expect(await anna.body(id)).toContain('III');
  expect(await anna.body(id)).toContain('One two 3 four five.');
});

test('a briefing in the bin of one goes there with all, and comes back with an edit that did not know it', async () => {
  const { anna, ben, id } = await office.pair(begun);
  const nothing = () => undefined;
  const back: unknown[] = [];
  await anna.team.close();
  const local = localLibrary(anna.library, nothing, nothing, (told) => back.push(told));
  anna.team = (await openTeam(local, anna.options))!;
  await anna.library.delete(id);
  anna.team.changed(id);
  await office.exchange(anna, ben);
  expect(await ben.library.list()).toEqual([]);
  await ben.library.restore(id);
  ben.team.changed(id);
  await office.exchange(ben, anna);
  expect(await anna.state()).toBe(await ben.state());
  const { title } = (await anna.library.open(id)).briefing;
  const fromBen = { id, title, authors: ['Ben'] };
  expect(back).toEqual([{ ...fromBen, isPutBack: true }]);
  await anna.library.delete(id);
  anna.team.changed(id);
  await ben.edit(id, () => 'Six.');
  await office.exchange(anna, ben, anna);
  expect(await anna.body(id)).toBe('Six.');
  expect(back.slice(1)).toEqual([{ ...fromBen, isPutBack: false }]);
  expect(await anna.state()).toBe(await ben.state());
});

test('who was removed gets nothing from then on, and what she writes reaches nobody', async () => {
  const { anna, ben, id } = await office.pair(begun);
  await anna.team.remove(ben.team.state.you, null);
  await anna.edit(id, () => 'After Ben.');
  await anna.team.exchange();
  await ben.edit(id, () => 'Of Ben.');
  await expect(ben.team.exchange()).rejects.toThrow('does not belong to the team library any more');
  await anna.team.exchange();
  expect(await anna.body(id)).toBe('After Ben.');
  expect(await ben.body(id)).toBe('Of Ben.');
});

test('who may not remove somebody is told so, and nothing is said or done', async () => {
  const { anna, ben } = await office.pair(begun);
  const carl = await office.join('Carl', ben);
  await office.exchange();
  const mayRemove = ({ team }: typeof ben) =>
    team.state.people.flatMap((each) => (each.mayRemove ? [each.person] : []));
  expect([anna, ben, carl].map(mayRemove)).toEqual([['Ben', 'Carl'], ['Carl'], []]);
  const rows = office.carrier.rows.length;
  const refused = (message: RegExp) => ({
    code: 'not-allowed',
    message: expect.stringMatching(message) as string
  });
  await expect(ben.team.remove(anna.team.state.you, null)).rejects.toMatchObject(
    refused(/^Anna founded this library/)
  );
  await expect(carl.team.remove(ben.team.state.you, null)).rejects.toMatchObject(
    refused(/^Ben stands nearer to who founded .* Nothing was changed, here or on the server\.$/)
  );
  expect(office.carrier.rows).toHaveLength(rows);
  await ben.team.remove(carl.team.state.you, null);
  expect(ben.team.state.concerns.join()).not.toContain('tried to remove');
});

test('a sample is shared once somebody has worked on it', async () => {
  const { anna, ben } = await office.pair(begun);
  const sample = { ...emptyBriefing('Sample'), cards: [newCard('context', { body: begun })] };
  await anna.library.createSample(sample, {});
  anna.team.changed(sample.id);
  await office.exchange(anna, ben);
  expect((await ben.library.list()).map(({ title }) => title)).toEqual(['Shared']);
  await anna.edit(sample.id, () => 'Ours.');
  await office.exchange(anna, ben);
  expect(await ben.body(sample.id)).toBe('Ours.');
});

test('what a newer program wrote waits, and what came before it counts', async () => {
  const { anna, ben, id } = await office.pair(begun);
  await ben.edit(id, () => 'Six.');
  await ben.team.exchange();
  const files = await TeamFiles.open(ben.folder, disk);
  const newer = await Membership.open(files, await ben.secrets(), () => new Date());
  const content = {
    kind: 'changes',
    schema: 9_999,
    briefing: id,
    changes: [{ of: 'another form' }]
  };
  office.carrier.rows.push(newer.seal(content, topicOf(newer.keyring, 'briefing', id)));
  await anna.team.exchange();
  expect(await anna.body(id)).toBe('Six.');
  expect(anna.team.state.concerns.join()).toContain('has a newer Standpoint');
  await anna.restart();
  await anna.edit(id, () => 'Seven.');
  await anna.team.exchange();
  expect(anna.team.state.unsent).toBe(0);
});

test('an error that nobody foresaw is told as a fault, until an exchange succeeds', async () => {
  const { anna, id } = await office.pair(begun);
  const quiet = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const told: (string | null)[] = [];
  anna.team.start(({ fault }) => told.push(fault));
  office.carrier.isBroken = true;
  await anna.edit(id, () => 'One.');
  await until(() => expect(told.at(-1)).toContain('a fault of Standpoint’s own (No such thing)'));
  expect(anna.team.state).toMatchObject({ unsent: 1, away: null });
  expect(quiet).toHaveBeenCalled();
  quiet.mockRestore();
  office.carrier.isBroken = false;
  await until(() => expect(anna.team.state).toMatchObject({ unsent: 0, fault: null }));
});

test('opened, they exchange by themselves, and tell when they cannot', async () => {
  const { anna, ben, id } = await office.pair(begun);
  const told: string[] = [];
  anna.team.start(({ away }) => told.push(away ?? ''));
  ben.team.start(() => undefined);
  await anna.edit(id, () => 'One.');
  await until(async () => expect(await ben.body(id)).toBe('One.'));
  office.carrier.isAway = true;
  await anna.edit(id, () => 'Two.');
  await until(() => expect(told.at(-1)).toBe('The server cannot be reached.'));
  office.carrier.isAway = false;
  await until(async () => expect(await ben.body(id)).toBe('Two.'));
  await until(() => expect(anna.team.state).toMatchObject({ unsent: 0, away: null }));
});
