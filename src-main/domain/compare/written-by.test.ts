import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../briefing/briefing.js';
import { dayOf, lastDayOf } from '../base/values.js';
import type { Version } from '../briefing/version.js';
import type { WrittenState } from '../briefing/written-state.js';
import { compareBriefings } from './compare-briefings.js';
import { sideInWords, sidesBetween, writtenBy } from './sides.js';

/** At noon by the clock of this machine, so that no time zone moves the day. */
function noon(day: string): string {
  return new Date(`${day}T12:00:00`).toISOString();
}

function version(revision: number, day: string, name = ''): Version {
  const moment = noon(day);
  const key = `${String(revision).padStart(10, '0')}-daily-00000000`;
  const kind = name ? 'named' : 'daily';
  return {
    key,
    kind,
    name,
    keptAt: moment,
    revision,
    title: 'Talks',
    modifiedAt: moment,
    by: null
  };
}

describe('what was written by a day', () => {
  const kept = [version(7, '2025-08-20'), version(4, '2025-08-15'), version(2, '2025-08-10')];

  test.each([
    ['2025-08-09', null],
    ['2025-08-10', 2],
    ['2025-08-14', 2],
    ['2025-08-15', 4],
    ['2025-08-21', 7],
    ['2025-08', 'now'],
    ['2025-07', null],
    ['2024', null],
    ['2025', 'now']
  ] as const)('by the end of %s', (day, revision) => {
    const found = writtenBy(day, kept, noon('2025-08-31'));
    expect(found === 'now' ? 'now' : (found?.revision ?? null)).toBe(revision);
  });

  test('never by what was undone', () => {
    const undone = { ...version(5, '2025-08-16', 'Undone'), kind: 'undone' as const };
    expect(writtenBy('2025-08-17', [undone, ...kept], noon('2025-08-31'))).toMatchObject({
      revision: 4
    });
  });

  test('the newest by its revision, where a clock was set back', () => {
    const found = writtenBy(
      '2025-08-15',
      [version(9, '2025-08-11'), version(8, '2025-08-14')],
      noon('2025-08-31')
    );
    expect(found).toMatchObject({ revision: 9 });
  });

  test('is never of a later day, and nothing newer by then is passed over', () => {
    const days = fc
      .integer({ min: 1, max: 28 })
      .map((day) => `2025-08-${String(day).padStart(2, '0')}`);
    const versions = fc
      .array(days, { maxLength: 12 })
      .map((all) => all.map((day, index) => version(index + 1, day)));
    fc.assert(
      fc.property(versions, days, days, (all, day, changed) => {
        const found = writtenBy(day, all, noon(changed));
        const by = all.filter(({ modifiedAt }) => dayOf(new Date(modifiedAt)) <= lastDayOf(day));
        if (changed <= day) expect(found).toBe('now');
        else expect(found).toBe(by.toSorted((a, b) => b.revision - a.revision)[0] ?? null);
      })
    );
  });
});

describe('the sides of two days', () => {
  const now: Briefing = { ...emptyBriefing('Talks', new Date(0)), bottomLine: 'They met.' };
  const then = { ...now, bottomLine: 'They will meet.' };
  const old: WrittenState = { briefing: then, version: version(2, '2025-08-10', 'First draft') };
  const as: WrittenState = { briefing: now, version: null };
  const days = { from: '2025-08-14', until: null };

  test.each<[string, WrittenState | null, WrittenState | null, string, string, RegExp]>([
    [
      'a version and what is now',
      old,
      as,
      'as it was written by 14 August 2025 (version of 10 August 2025 at 12:00: First draft)',
      'as it is now',
      /^$/
    ],
    [
      'no version so old',
      null,
      as,
      'as now known of 14 August 2025',
      'as it is now',
      /^Positions and events are compared by their own days;/
    ],
    [
      'one state on both days',
      as,
      as,
      'as now known of 14 August 2025',
      'as it is now',
      /^Positions and events are compared by their own days;/
    ],
    [
      'one version on both days',
      old,
      { ...old },
      'as now known of 14 August 2025',
      'as it is now',
      /^Positions and events are compared by their own days;/
    ]
  ])('%s', (_what, before, after, from, to, remark) => {
    const sides = sidesBetween(now, days, { before, after });
    const told = compareBriefings(sides.before, sides.after);
    // What stands between date and time differs from one ICU to the next.
    expect(sideInWords(told.before).replace(/2025(,| at) 12:00/, '2025 at 12:00')).toBe(from);
    expect(sideInWords(told.after)).toBe(to);
    expect(sides.remark).toMatch(remark);
    expect(told.bottomLine !== null).toBe(before === old && after === as);
  });
});
