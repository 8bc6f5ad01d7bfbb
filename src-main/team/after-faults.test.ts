/** Protects what faults of disks and programs have broken once: each of these lost something, or ended all exchange. */
import { stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newSource } from '../domain/briefing/source.js';
import { disk } from '../disk/file-system.js';
import { watchedDisk } from '../disk/testing/failing-disk.js';
import { localLibrary } from '../libraries/local-library.js';
import { sha256 } from '../store/kept-by-hash.js';
import { appendLines } from './line-file.js';
import { openTeam } from './team.js';
import { Office } from './testing/desks.js';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const begun = 'One two three.';

/** Takes no byte while it is full. */
function fillableDisk() {
  const state = { isFull: false };
  const fs = watchedDisk((name, call, args) => {
    if (!state.isFull || !/^file\.(write|append)/.test(name)) return Promise.resolve(call(args));
    return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC', syscall: name }));
  });
  return { state, fs };
}

test('a briefing that lies in the bin is known anew at the next start', async () => {
  const { anna, ben, id } = await office.pair(begun);
  await anna.library.delete(id);
  anna.team.changed(id);
  await anna.team.exchange();
  await anna.restart();
  await anna.library.restore(id);
  anna.team.changed(id);
  await anna.team.exchange();
  await ben.team.exchange();
  await ben.edit(id, () => 'One two three four.');
  await ben.team.exchange();
  await anna.team.exchange();
  expect(await anna.body(id)).toBe('One two three four.');
});

test('what arrives while the disk is full is there once it has room again', async () => {
  const { state, fs } = fillableDisk();
  const { anna, ben, id } = await office.pair(begun, fs);
  await anna.edit(id, () => 'Nought one two three.');
  await anna.team.exchange();
  state.isFull = true;
  await expect(ben.team.exchange()).rejects.toThrow();
  state.isFull = false;
  await ben.team.exchange();
  expect(await ben.body(id)).toBe('Nought one two three.');
});

test('a row that the carrier leaves out is told of, though nobody else has told of it', async () => {
  const { anna, ben, id } = await office.pair(begun);
  await anna.edit(id, () => 'One two three four.');
  await anna.team.exchange();
  await anna.edit(id, () => 'One two three four five.');
  await anna.team.exchange();
  const left = office.carrier.rows.splice(-2, 1);
  await ben.team.exchange();
  expect(ben.team.state.concerns).toEqual([
    expect.stringMatching(/^Row \d+ of device .* not handed out/)
  ]);
  office.carrier.rows.splice(-1, 0, ...left);
});

test('what somebody wrote before it went to the bin is there when another takes it out', async () => {
  const { anna, ben, id } = await office.pair(begun);
  for (const [writer, taker, word] of [
    [anna, anna, 'One'],
    [anna, ben, 'Two'],
    [ben, anna, 'Three']
  ] as const) {
    await writer.edit(id, () => `${word} two three.`);
    await writer.team.exchange();
    await writer.library.delete(id);
    writer.team.changed(id);
    await writer.team.exchange();
    // The edit and the bin arrive at once.
    for (const { team } of [anna, ben]) await team.exchange();
    expect(await ben.library.list()).toEqual([]);
    await taker.restart();
    await taker.library.restore(id);
    taker.team.changed(id);
    for (const { team } of [taker, anna, ben, anna]) await team.exchange();
    expect(await anna.body(id)).toBe(`${word} two three.`);
    expect(await ben.body(id)).toBe(`${word} two three.`);
  }
});

test('what is written while it lies in another’s bin is there when it comes out', async () => {
  const { anna, ben, id } = await office.pair(begun);
  await anna.library.delete(id);
  anna.team.changed(id);
  await anna.team.exchange();
  // Ben has not heard of it.
  await ben.edit(id, () => 'Nought one two three.');
  await ben.team.exchange();
  for (const { team } of [anna, ben, anna]) await team.exchange();
  expect(await anna.body(id)).toBe('Nought one two three.');
  expect(await ben.body(id)).toBe('Nought one two three.');
  expect(anna.team.state.unsent).toBe(0);
});

test('a briefing whose text could not be had comes with the next exchange, though the one before broke off', async () => {
  const { anna, ben, id } = await office.pair(begun);
  const text = 'The text of a source.';
  const source = newSource({ text: sha256(Buffer.from(text)), importedAt: '2026-01-01T00:00:00Z' });
  const briefing = { ...emptyBriefing('With a source'), sources: [source] };
  await anna.library.create(briefing, { [source.text]: text });
  anna.team.changed(briefing.id);
  await anna.team.exchange();
  await ben.edit(id, () => 'One two three four.');
  ben.isHalfAway = true;
  await expect(ben.team.exchange()).rejects.toThrow(/cannot be reached/);
  ben.isHalfAway = false;
  await ben.team.exchange();
  expect((await ben.library.open(briefing.id)).texts).toEqual({ [source.text]: text });
});

test.each([false, true])(
  'a source that went to the bin before it was shared comes to all when another takes it out (restarted: %s)',
  async (isRestarted) => {
    const { anna, ben, id } = await office.pair(begun);
    const text = 'The text of a source.';
    const source = newSource({
      text: sha256(Buffer.from(text)),
      importedAt: '2026-01-01T00:00:00Z'
    });
    const { revision } = await anna.library.open(id);
    await anna.library.addTexts({ [source.text]: text });
    const put = { put: [source], removed: [], order: [source.id] };
    await anna.library.save(id, revision, { fields: {}, sources: put });
    // So that the edit stands by itself when the briefing goes to the bin.
    anna.isHalfAway = true;
    anna.team.changed(id);
    await expect(anna.team.exchange()).rejects.toThrow(/cannot be reached/);
    await anna.library.delete(id);
    anna.team.changed(id);
    anna.isHalfAway = false;
    for (const { team } of [anna, ben]) await team.exchange();
    expect(await ben.library.list()).toEqual([]);
    await ben.library.restore(id);
    ben.team.changed(id);
    await ben.team.exchange();
    if (isRestarted) {
      // It comes out here as well, and the program ends before the text is given.
      anna.isHalfAway = true;
      await anna.team.exchange();
      expect(await anna.library.list()).toHaveLength(1);
      anna.isHalfAway = false;
      await anna.restart();
    }
    for (const { team } of [anna, ben]) await team.exchange();
    expect((await ben.library.open(id)).texts).toEqual({ [source.text]: text });
    expect(ben.team.state.waiting).toEqual([]);
  }
);

test('an error in one briefing sets that aside, by its name; the others go on, and it does once it can', async () => {
  const { anna, ben, id } = await office.pair(begun);
  const other = await anna.write('Other', begun);
  await office.exchange(anna, ben);
  const quiet = vi.spyOn(console, 'error').mockReturnValue(undefined);
  await ben.team.close();
  const local = localLibrary(ben.library);
  const open: typeof local.open = (of) =>
    of === id ? Promise.reject(new TypeError('No such thing')) : local.open(of);
  ben.team = (await openTeam({ ...local, open }, ben.options))!;
  await anna.edit(id, () => 'Nought one two three.');
  await anna.edit(other.id, () => 'One two three four.');
  await anna.team.exchange();
  await ben.edit(other.id, (body) => `${body} five.`);
  await ben.team.exchange();
  expect(await ben.body(other.id)).toContain('four');
  expect(ben.team.state.waiting).toEqual([
    expect.stringMatching(
      /^The briefing “.+” is not shared for now: .* \(No such thing\)/
    ) as string
  ]);
  expect(ben.team.state).toMatchObject({ away: null, unsent: 1 });
  await anna.team.exchange();
  expect(await anna.body(other.id)).toContain('five');
  expect(quiet).toHaveBeenCalled();
  quiet.mockRestore();
  await ben.restart();
  await ben.team.exchange();
  expect(await ben.body(id)).toBe('Nought one two three.');
  expect(ben.team.state).toMatchObject({ waiting: [], unsent: 0 });
});

test('what is known of one briefing cannot be read: that is set aside, and the others go on', async () => {
  const { anna, ben, id } = await office.pair(begun);
  const other = await anna.write('Other', begun);
  await office.exchange(anna, ben);
  const quiet = vi.spyOn(console, 'error').mockReturnValue(undefined);
  await ben.edit(id, () => 'Of Ben.');
  await ben.team.close();
  const shard = sha256(Buffer.from(id)).slice(0, 2);
  const path = join(ben.folder, 'team', 'b', shard, `${id}.log`);
  const { size } = await stat(path);
  await appendLines(path, size, [{ of: 'another form' }], disk);
  await ben.restart();
  await anna.edit(other.id, () => 'One two three four.');
  await anna.edit(id, () => 'Of Anna.');
  await office.exchange(anna, ben);
  expect(await ben.body(other.id)).toBe('One two three four.');
  expect(ben.team.state.waiting).toEqual([
    expect.stringContaining('The briefing “Shared” is not shared') as string
  ]);
  await truncate(path, size);
  await ben.restart();
  await office.exchange(ben, anna);
  quiet.mockRestore();
  expect(ben.team.state).toMatchObject({ waiting: [], unsent: 0 });
  expect(await ben.state()).toBe(await anna.state());
});
