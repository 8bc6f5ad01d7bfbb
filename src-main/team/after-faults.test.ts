/** Protects what faults of disks and programs have broken once: each of these lost something, or ended all exchange. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newSource } from '../domain/briefing/source.js';
import { watchedDisk } from '../disk/testing/failing-disk.js';
import { sha256 } from '../store/kept-by-hash.js';
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
