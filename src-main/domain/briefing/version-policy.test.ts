import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { versionKinds } from './version.js';
import {
  alwaysKept,
  countsForHour,
  revisionOf,
  undoneKept,
  versionDue,
  versionsToPrune,
  visitsKept
} from './version-policy.js';

const key = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom(...versionKinds), fc.nat(0xffffffff))
  .map(
    ([revision, kind, mark]) =>
      `${String(revision).padStart(10, '0')}-${kind}-${mark.toString(16).padStart(8, '0')}`
  );

describe('pruning', () => {
  test('never touches the newest twenty, nor what is not hourly or daily', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 200 }), (keys) => {
        const pruned = new Set(versionsToPrune(keys));
        const newest = keys.toSorted().filter(countsForHour).slice(-alwaysKept);
        expect(newest.filter((each) => pruned.has(each))).toEqual([]);
        for (const each of pruned) expect(each).toMatch(/-(hourly|daily)-/);
        const left = keys.filter((each) => !pruned.has(each));
        expect(versionsToPrune(left)).toEqual([]);
      })
    );
  });

  test('lets hourly ones go beyond the newest twenty', () => {
    const keys = Array.from(
      { length: 30 },
      (_, i) => `${String(i).padStart(10, '0')}-hourly-00000000`
    );
    expect(
      versionsToPrune(keys)
        .map(revisionOf)
        .toSorted((a, b) => a - b)
    ).toEqual(Array.from({ length: 10 }, (_, i) => i));
  });
});

test.each([
  ['undone', undoneKept],
  ['visit', visitsKept]
])('%s pushes out no other version, and goes when it is older than %d others', (kind, most) => {
  const keyOf = (revision: number, of: string) =>
    `${String(revision).padStart(10, '0')}-${of}-00000000`;
  const hourly = Array.from({ length: alwaysKept }, (_, i) => keyOf(i, 'hourly'));
  const many = Array.from({ length: most + 5 }, (_, i) => keyOf(100 + i, kind));
  expect(versionsToPrune([...hourly, ...many]).toSorted()).toEqual(many.slice(0, 5));
});

describe('a version is due', () => {
  const noon = new Date('2025-08-17T12:00:00Z');
  const at = (revision: number, keptAt: string) => ({ revision, keptAt });
  test.each([
    ['before the first change', null, 'daily'],
    ['an hour after the last', at(3, '2025-08-17T11:00:00.000Z'), 'hourly'],
    ['first on another day', at(3, '2025-08-16T23:00:00.000Z'), 'daily'],
    ['not within the hour', at(3, '2025-08-17T11:00:01.000Z'), null],
    ['not twice for one state', at(5, '2025-08-10T12:00:00.000Z'), null],
    ['after a clock was set back by years', at(3, '2035-08-17T12:00:00.000Z'), 'daily'],
    ['after a clock was set ahead by years', at(3, '2015-08-17T12:00:00.000Z'), 'daily']
  ] as const)('%s', (_what, last, kind) => {
    expect(versionDue(last, 5, noon)).toBe(kind);
  });

  test.each([
    ['within the hour', at(3, '2025-08-17T11:00:01.000Z'), 'visit'],
    ['after an hour, as any other', at(3, '2025-08-17T11:00:00.000Z'), 'hourly'],
    ['before the first change', null, 'daily'],
    ['not twice for one state', at(5, '2025-08-17T11:00:01.000Z'), null]
  ] as const)('of the end of a visit: %s', (_what, last, kind) => {
    expect(versionDue(last, 5, noon, true)).toBe(kind);
  });
});
