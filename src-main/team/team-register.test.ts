/**
 * Protects that what is said of names and collections reaches all who share a library, whatever breaks off.
 * Over 300 lines because each way in which it could break off is one of them.
 */
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../domain/base/values.js';
import {
  emptyRegister,
  joinNames,
  partNames,
  putInCollection,
  type Register,
  removeCollection
} from '../domain/ledger/register.js';
import { inOrder } from '../domain/team/testing/register-in-order.js';
import { checkedLine } from '../disk/checked-line.js';
import { localLibrary } from '../libraries/local-library.js';
import { seal } from '../store/envelope.js';
import { openLibrary } from '../store/open-library.js';
import type { Carrier } from './carriers/carrier.js';
import { topicOf } from './sealing/keyring.js';
import type { OpenTeamNeeds } from './team-acts.js';
import { foundTeam, joinTeam } from './team.js';
import { type Desk, Office } from './testing/desks.js';

/** A checkpoint as often as can be. */
const often = { checkpointAfter: { rows: 4, bytes: 1 } };

let office: Office;
beforeEach(async () => {
  office = await Office.open(often);
});
afterEach(() => office.close());

async function two() {
  const anna = await office.found('Anna');
  await anna.team.exchange();
  const ben = await office.join('Ben', anna);
  await office.exchange();
  return { anna, ben };
}

async function allSay(): Promise<Register> {
  const said = await Promise.all(office.desks.map((desk) => desk.said()));
  for (const each of said) expect(inOrder(each)).toEqual(inOrder(said[0]!));
  for (const { team } of office.desks) {
    expect(team.state).toMatchObject({ isRegisterUnsent: false, waiting: [] });
  }
  return said[0]!;
}

const logOf = ({ folder }: Desk) => join(folder, 'team', 'register.log');
const [first, second, third] = [newId(), newId(), newId()];
const talks =
  (...ids: Parameters<typeof putInCollection>[2]) =>
  (said: Register) =>
    putInCollection(said, 'Talks', ids);
const joinUs = (said: Register) => joinNames(said, 'actor', ['US', 'America']);

test('what is said in one library is said in the other; what both put into a collection apart stands in both', async () => {
  const { anna, ben } = await two();
  await anna.say(talks(first));
  await anna.say(joinUs);
  expect(anna.team.state).toMatchObject({ unsent: 0, isRegisterUnsent: true });
  await office.exchange();
  expect(await allSay()).toMatchObject({
    joined: [{ one: 'america', other: 'us' }],
    collections: [{ name: 'Talks', briefings: [first] }]
  });
  office.carrier.isAway = true;
  await anna.say(talks(second));
  await ben.say(talks(third));
  await ben.say((said) => partNames(said, 'actor', ['US', 'America']));
  await expect(anna.team.exchange()).rejects.toThrow(/cannot be reached/);
  expect(anna.team.state.isRegisterUnsent).toBe(true);
  office.carrier.isAway = false;
  await office.exchange();
  const said = await allSay();
  expect(said.collections[0]?.briefings.toSorted()).toEqual([first, second, third]);
  expect([said.joined, said.parted.length]).toEqual([[], 1]);
  await anna.say((now) => removeCollection(now, now.collections[0]!.id));
  await office.exchange();
  expect(await allSay()).toMatchObject({ collections: [] });
  for (const { team } of [anna, ben]) expect(team.state.concerns).toEqual([]);
});

test('what a library said before it was shared is shared, and adds to what the others say', async () => {
  const { anna } = await two();
  await anna.say(talks(first));
  await office.exchange();
  const cleo = await office.join('Cleo', anna);
  await cleo.say(talks(second));
  await cleo.say(joinUs);
  await office.exchange();
  const { joined, collections } = await allSay();
  expect([joined.length, collections.length]).toEqual([1, 1]);
  expect(collections[0]?.briefings.toSorted()).toEqual([first, second]);
});

test('who joins by a checkpoint holds what all said before it, and what they say after it', async () => {
  const { anna } = await two();
  await anna.say(talks(first));
  await anna.say(joinUs);
  const briefing = await anna.write('One', 'a');
  for (let turn = 0; turn < 6; turn += 1) {
    await anna.edit(briefing.id, (body) => `${body} b`);
    await office.exchange();
  }
  const topic = topicOf((await anna.secrets()).keyring, 'checkpoint', '');
  expect(office.carrier.rows.map((row) => row.topic)).toContain(topic);
  const cleo = await office.join('Cleo', anna);
  await cleo.team.exchange();
  expect(await readFile(join(cleo.folder, 'team', 'base.json'), 'utf8')).toContain('parts');
  expect(await cleo.said()).toEqual(await anna.said());
  await anna.say(talks(second));
  await office.exchange();
  expect(await allSay()).toMatchObject({ collections: [{ briefings: [first, second] }] });
});

async function harmMiddle(path: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  // Behind the one that says that all is here.
  const at = lines.findIndex((line) => line.includes('whole')) + 1;
  expect(lines.length).toBeGreaterThan(at + 2);
  lines[at] = `x${lines[at]?.slice(1) ?? ''}`;
  await writeFile(path, lines.join('\n'));
}

test.each([
  // As after an update from a Standpoint that passed over such rows.
  ['that was never there', (path: string) => rm(path)],
  ['that is damaged', (path: string) => writeFile(path, 'x'.repeat(80) + '\nmore\n')],
  ['that is damaged in its middle', harmMiddle],
  ['that a newer Standpoint wrote', (path: string) => appendFile(path, checkedLine({ graded: 1 }))]
])('a list %s is read again, and what was said since is not lost', async (_, harm) => {
  const { anna, ben } = await two();
  await anna.say(talks(first));
  await ben.say(talks(second));
  await office.exchange();
  await harm(logOf(ben));
  await ben.restart();
  await ben.say(joinUs);
  await ben.team.exchange();
  await anna.say(talks(third));
  await office.exchange();
  expect((await allSay()).collections[0]?.briefings.toSorted()).toEqual([first, second, third]);
  expect(await ben.said()).toMatchObject({ joined: [{}] });
  await ben.restart();
  await ben.say((said) => removeCollection(said, said.collections[0]!.id));
  await office.exchange();
  expect(await allSay()).toMatchObject({ collections: [], joined: [{}] });
});

test('a register that its disk has lost takes nothing back, and comes again', async () => {
  const { anna, ben } = await two();
  await anna.say(talks(first));
  await office.exchange();
  for (const name of ['register.json', 'register.json.bak']) {
    await rm(join(ben.folder, name), { force: true });
  }
  await ben.restart();
  expect(await ben.said()).toEqual(emptyRegister);
  await office.exchange();
  expect(await allSay()).toMatchObject({ collections: [{ briefings: [first] }] });
});

test('a register that a newer Standpoint wrote takes nothing back; what others say waits, and briefings go on', async () => {
  const { anna, ben } = await two();
  await anna.say(talks(first));
  await anna.say(joinUs);
  await office.exchange();
  const path = join(ben.folder, 'register.json');
  const stored = await readFile(path);
  await writeFile(path, seal('standpoint-register', { schema: 99, revision: 9, data: {} }));
  await ben.restart();
  await anna.say(talks(second));
  const briefing = await anna.write('One', 'a');
  await office.exchange();
  expect(ben.team.state.waiting).toEqual([expect.stringMatching(/newer Standpoint/)]);
  expect((await ben.library.revisions()).has(briefing.id)).toBe(true);
  expect(await anna.said()).toMatchObject({
    joined: [{}],
    collections: [{ briefings: [first, second] }]
  });
  await writeFile(path, stored);
  await office.exchange();
  expect(await allSay()).toMatchObject({ collections: [{ briefings: [first, second] }] });
});

test('rows that no Standpoint writes are left out the same for all, also for who joins, and told', async () => {
  const { anna, ben } = await two();
  await anna.say(talks(first));
  await office.exchange();
  const { membership } = (ben.team as unknown as { needs: OpenTeamNeeds }).needs;
  const topic = topicOf(membership.keyring, 'register', '');
  const by = { device: membership.device, n: 1, author: '', at: '2026-01-01T00:00:00.000Z' };
  const sound = { ...by, lamport: 1, base: {}, says: [{ collection: newId(), is: 'Hidden' }] };
  const rows = [
    // Who reads all of a topic at once would not find it.
    { form: 1, changes: [sound], under: 'a'.repeat(32) },
    // Changes of another device, and none.
    { form: 1, changes: [{ ...sound, device: 'f'.repeat(32) }] },
    { form: 1, changes: '__proto__' },
    { form: 2, changes: [sound] },
    { form: 1, changes: [{ ...sound, says: [{ ['__proto__']: 1 }] }] },
    { form: 1, changes: [{ ...sound, says: Array(50_000).fill(sound.says[0]) }] },
    { form: 1, changes: [{ ...sound, lamport: 1_000_000 }] }
  ];
  const sealed = rows.map(({ under = topic, ...content }) =>
    membership.seal({ kind: 'register', ...content }, under)
  );
  await office.carrier.open().append(sealed);
  await membership.save();
  await office.exchange(anna);
  const told = anna.team.state.concerns.join('\n');
  for (const words of [/cannot read/, /form of one/, /at once/, /place in the order/]) {
    expect(told).toMatch(words);
  }
  await ben.restart();
  await office.join('Cleo', anna);
  await office.exchange();
  expect(await allSay()).toMatchObject({ collections: [{ name: 'Talks' }] });
});

test('who joins before all has arrived where it is shared says nothing wrong, and has it once it has', async () => {
  const { anna } = await two();
  await anna.say(talks(first));
  const briefing = await anna.write('One', 'a');
  for (let turn = 0; turn < 6; turn += 1) {
    await anna.edit(briefing.id, (body) => `${body} b`);
    await office.exchange();
  }
  const topic = topicOf((await anna.secrets()).keyring, 'register', '');
  let isHere = false;
  const cleo = await office.join('Cleo', anna, (carrier): Carrier => ({
    ...carrier,
    held: async (device) =>
      isHere ? carrier.held(device) : Math.min(1, await carrier.held(device)),
    readTopic: async (asked) => (isHere || asked !== topic ? carrier.readTopic(asked) : [])
  }));
  await cleo.team.exchange();
  expect(cleo.team.state.waiting).toEqual([expect.stringMatching(/not all arrived/)]);
  isHere = true;
  await cleo.say(talks(second));
  await office.exchange();
  expect((await allSay()).collections[0]?.briefings.toSorted()).toEqual([first, second]);
});

test('a library says nothing of its own while its own rows are missing where it is shared', async () => {
  const anna = await office.found('Anna');
  await anna.team.exchange();
  let isHere = true;
  const ben = await office.join('Ben', anna, (carrier): Carrier => ({
    ...carrier,
    held: async (device) => (isHere ? carrier.held(device) : 0),
    readTopic: async (asked) => (isHere ? carrier.readTopic(asked) : [])
  }));
  await ben.say(talks(first));
  await office.exchange();
  await rm(logOf(ben));
  await ben.restart();
  isHere = false;
  const { length } = office.carrier.rows;
  await ben.say(joinUs);
  await ben.team.exchange();
  expect(office.carrier.rows).toHaveLength(length);
  expect(ben.team.state.isRegisterUnsent).toBe(true);
  isHere = true;
  await office.exchange();
  expect(await allSay()).toMatchObject({ joined: [{}], collections: [{ briefings: [first] }] });
});

test('who has lost how far was read, and begins with a checkpoint once more, lacks nothing', async () => {
  const { anna, ben } = await two();
  await anna.say(talks(first));
  await office.exchange();
  await ben.team.close();
  await anna.say(talks(second));
  const briefing = await anna.write('One', 'a');
  for (let turn = 0; turn < 12; turn += 1) {
    await anna.edit(briefing.id, (body) => `${body} b`);
    await anna.team.exchange();
  }
  for (const name of ['place.json', 'rows.log', 'seen.log', 'members.json']) {
    await rm(join(ben.folder, 'team', name), { force: true });
  }
  await ben.restart();
  await ben.team.exchange();
  expect(await readFile(join(ben.folder, 'team', 'base.json'), 'utf8')).toContain('parts');
  await office.exchange();
  expect(await allSay()).toMatchObject({ collections: [{ briefings: [first, second] }] });
});

test('in a real folder, and in a sealed copy of it, with a library that is changed while others’ words come in', async () => {
  const folder = join(office.place, 'folder');
  await mkdir(folder);
  const libraries = await Promise.all(
    ['x', 'y', 'z'].map((name) => openLibrary(join(office.place, name)))
  );
  const [x, y, z] = libraries.map((library) => localLibrary(library)) as [
    ReturnType<typeof localLibrary>,
    ReturnType<typeof localLibrary>,
    ReturnType<typeof localLibrary>
  ];
  const anna = await foundTeam(x, { address: folder, name: 'Desk', person: 'Anna' });
  await libraries[0]!.saveRegister(0, talks(first)(emptyRegister));
  anna.registerChanged();
  await anna.exchange();
  const { line } = await anna.invite('Ben', { days: 7, owner: null });
  let isFirst = true;
  const moving: typeof y = {
    ...y,
    async saveRegisterFromElsewhere(base, register) {
      if (isFirst) await libraries[1]!.saveRegister(0, joinUs(emptyRegister));
      isFirst = false;
      return y.saveRegisterFromElsewhere(base, register);
    }
  };
  const ben = await joinTeam(moving, { invitation: line, person: 'Ben' });
  await ben.exchange();
  expect([isFirst, ben.state.waiting]).toEqual([false, []]);
  for (const team of [anna, ben, anna]) await team.exchange();
  const copy = join(office.place, 'copy');
  await mkdir(copy);
  await ben.copyTo(copy);
  const other = await ben.invite('Cleo', { days: 7, owner: null });
  await ben.copyTo(copy);
  const cleo = await joinTeam(z, { invitation: other.line, person: 'Cleo', place: copy });
  await cleo.exchange();
  try {
    for (const library of libraries) {
      expect((await library.register()).register).toMatchObject({
        joined: [{ one: 'america', other: 'us' }],
        collections: [{ name: 'Talks', briefings: [first] }]
      });
    }
  } finally {
    for (const team of [anna, ben, cleo]) await team.close();
    for (const library of libraries) await library.close();
  }
});
