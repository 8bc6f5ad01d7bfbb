/** One briefing on two days: as it was written, by stored versions, and as its ledger knows them. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Briefing } from '../domain/briefing/briefing.js';
import { diffBriefing } from '../domain/change/change.js';
import type { Comparison } from '../domain/compare/comparison.js';
import { newId, type Id } from '../domain/base/values.js';
import type { Version } from '../domain/briefing/version.js';
import { readBundleFile } from '../import/import-bundle.js';
import { openLibrary } from '../store/open-library.js';
import { type Desk, finished, openDesk } from './testing/desk.js';

let desk: Desk;
let id: Id = newId();

/** At noon by the clock of this machine, so that no time zone moves the day. */
const noon = (day: string) => new Date(`${day}T12:00:00`);

beforeAll(async () => {
  desk = await openDesk();
  const { briefing, texts } = (await readBundleFile(finished)).bundle;
  id = briefing.id;
  let clock = noon('2025-08-18');
  const library = await openLibrary(join(desk.place, 'home/library'), { now: () => clock });
  await library.create({ ...briefing, modifiedAt: clock.toISOString() }, texts);
  await library.keepVersion(id, 'named', 'First issue');
  let known: Briefing = (await library.open(id)).briefing;
  const save = async (revision: number, next: Briefing) => {
    await library.save(id, revision, diffBriefing(known, next));
    known = (await library.open(id)).briefing;
  };
  clock = noon('2025-08-20');
  const [first, ...rest] = known.cards;
  await save(1, {
    ...known,
    cards: [{ ...first!, body: 'They met, and agreed on nothing.' }, ...rest]
  });
  await library.keepVersion(id, 'named', 'Second issue');
  clock = noon('2025-08-25');
  await save(2, {
    ...known,
    outcomes: known.outcomes.slice(1),
    positions: [...known.positions.slice(0, -1), { ...known.positions.at(-1)!, status: 'denied' }]
  });
  await library.close();
});
afterAll(() => desk.clear());

async function jsonOf<T>(...argv: readonly string[]): Promise<T> {
  const { code, out, err } = await desk.standpoint(...argv, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as T;
}

test('versions are listed with their keys, newest first', async () => {
  const kept = await jsonOf<Version[]>('versions', id);
  expect(kept.map(({ name }) => name)).toEqual(['Second issue', 'First issue']);
  const { out } = await desk.standpoint('versions', id);
  expect(out.split('\n')[0]).toMatch(
    /^0000000002-named-[0-9a-f]{8} {2}2025-08-20 .* Second issue$/
  );
});

describe('one briefing on two days, as it was written', () => {
  test('cards, outcomes and positions are those of the versions', async () => {
    const told = await jsonOf<Comparison>('compare', id, '--from', '2025-08-19');
    expect(told.before).toMatchObject({
      day: null,
      writtenBy: '2025-08-19',
      version: { name: 'First issue' }
    });
    expect(told.after).toMatchObject({ day: null, writtenBy: null, version: null });
    expect(told.cards.map(({ kind }) => kind)).toEqual(['changed']);
    expect(told.outcomes.map(({ kind }) => kind)).toEqual(['removed']);
    expect(told.positions.map(({ kind }) => kind)).toEqual(['withdrawn']);
  });

  test('up to a day, what was written after it is left out', async () => {
    const days = ['--from', '2025-08-19', '--until', '2025-08-24'];
    const told = await jsonOf<Comparison>('compare', id, ...days);
    expect(told.after.version).toMatchObject({ name: 'Second issue' });
    expect([told.cards.length, told.outcomes.length, told.positions.length]).toEqual([1, 0, 0]);
  });

  test('words say which version was taken', async () => {
    const { out } = await desk.standpoint('compare', id, '--from', '2025-08-19');
    expect(out).toMatch(
      /^From: As it was written by 19 August 2025 \(version of 18 August 2025.*: First issue\)\nTo: {3}As it is now\n\n/
    );
  });

  test('where none is that old the ledger answers, and says so', async () => {
    const told = await jsonOf<Comparison>('compare', id, '--from', '2025-08-14');
    expect(told.before).toMatchObject({ day: '2025-08-14', writtenBy: null, version: null });
    expect(told.cards).toEqual([]);
    expect(told.positions.map(({ kind }) => kind)).toContain('reversed');
    const { out } = await desk.standpoint('compare', id, '--from', '2025-08-14');
    expect(out).toMatch(/^Positions and events are compared by their own days;/);
    expect(out).toContain('From: As now known of 14 August 2025');
  });

  test('with --ledger it answers although there are versions', async () => {
    const told = await jsonOf<Comparison>('compare', id, '--from', '2025-08-19', '--ledger');
    expect(told.before).toMatchObject({ day: '2025-08-19', version: null });
    expect(told.cards).toEqual([]);
  });
});

describe('a version by name or key', () => {
  test('with what the briefing is now, and with another version', async () => {
    const since = await jsonOf<Comparison>('compare', `${id}@second issue`);
    expect(since.before.version).toMatchObject({ name: 'Second issue' });
    expect([since.cards.length, since.outcomes.length]).toEqual([0, 1]);
    const between = await jsonOf<Comparison>('compare', `${id}@0000000001`, `${id}@0000000002`);
    expect([between.cards.length, between.outcomes.length]).toEqual([1, 0]);
  });

  test.each([
    [[() => `${id}@Nothing`], 1, /has no version “Nothing”; “standpoint versions/],
    [[() => `${id}@0000`], 1, /2 versions of .* have a key that begins with “0000”/],
    [
      [() => `${id}@First issue`, () => '--from', () => '2025-08-01'],
      2,
      /either @VERSION or --from/
    ],
    [[() => id], 2, /or one with a version: ID@VERSION/]
  ])('case %#', async (argv, exit, message) => {
    const { code, err } = await desk.standpoint('compare', ...argv.map((each) => each()));
    expect(code).toBe(exit);
    expect(err).toMatch(message);
  });
});
