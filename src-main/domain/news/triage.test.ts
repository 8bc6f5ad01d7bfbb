import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grade } from '../suggestions/suggestion.js';
import type { News } from './news.js';
import { actorNamed, statement } from './testing/suggestions.js';
import { isCodable, mostAtFirst, triage, type TriageRow } from './triage.js';

interface Said {
  readonly who: string;
  readonly start?: number;
  readonly grade?: Grade;
  readonly is?: 'new' | 'differs' | 'same-source' | 'same-origin' | 'other-origin';
  readonly mentions?: number;
  readonly isSettled?: boolean;
}

/** What is known plays no part beside what is new. */
const known = null as never;

function newsOf(is: Said['is']): News {
  if (is === undefined || is === 'new') return { is: 'new' };
  if (is === 'differs') return { is, known, isLater: false, inForce: [] };
  return { is: 'repeats', known, from: is, source: null };
}

function row(said: Said, i: number): TriageRow {
  const { who, start = i, grade = 'likely', mentions = 1, isSettled = false } = said;
  const made = statement(`words ${i}`, who);
  if (made.kind !== 'statement') throw new Error('No statement was made');
  const mention = { start: 0, end: 1, text: 'x', kind: 'name' } as const;
  const actor = { ...actorNamed(who), id: who, mentions: Array(mentions).fill(mention) };
  return {
    suggestion: {
      ...made,
      ...{ grade, key: String(i), statement: { ...made.statement, actor } },
      words: { ...made.words, start }
    },
    settlement: isSettled ? 'accepted' : 'open',
    news: isSettled ? null : newsOf(said.is)
  };
}

const told = (said: readonly Said[]) =>
  triage(said.map(row)).map(({ key, fold }) => (fold === null ? key : `${key} ${fold}`));

test.each<[string, readonly Said[], readonly string[]]>([
  [
    'who is told of the most comes first; of two alike who speaks first',
    [{ who: 'a' }, { who: 'b', mentions: 9 }, { who: 'c' }, { who: 'a' }],
    ['1', '0', '3', '2']
  ],
  [
    'of one actor what differs, then what is likely, then what is possible, each in the order of the text',
    [
      { who: 'a', grade: 'possible' },
      { who: 'a', start: 9 },
      { who: 'a', is: 'differs', start: 10 },
      { who: 'a' }
    ],
    ['2', '3', '1', '0']
  ],
  [
    'copies are folded away, what another origin says too is not',
    [
      { who: 'a', is: 'same-source' },
      { who: 'a', is: 'same-origin' },
      { who: 'a', is: 'other-origin' }
    ],
    ['0 repeats', '1 repeats', '2']
  ],
  ['what is settled is none of it', [{ who: 'a', isSettled: true }, { who: 'a' }], ['1']]
])('%s', (_name, said, expected) => {
  expect(told(said)).toEqual(expected);
});

test('a long text opens with at most twenty, of several actors, likely ones before possible', () => {
  const many = (who: string, count: number, mentions: number, grade: Grade = 'likely') =>
    Array.from({ length: count }, (): Said => ({ who, mentions, grade }));
  const said = [
    ...many('minister', 30, 90),
    ...many('union', 30, 20),
    ...many('union', 10, 20, 'possible'),
    ...many('mayor', 4, 8),
    ...many('clerk', 3, 1),
    ...many('baker', 9, 1, 'possible')
  ];
  const found = triage(said.map(row));
  const byActor = (fold: string | null) => {
    const counts: Record<string, number> = {};
    for (const each of found) {
      const { who } = said[Number(each.key)] as Said;
      if (each.fold === fold) counts[who] = (counts[who] ?? 0) + 1;
    }
    return counts;
  };
  expect(byActor(null)).toEqual({ minister: 8, union: 5, mayor: 4, clerk: 3 });
  expect(byActor('more')).toEqual({ minister: 22, union: 25 });
  expect(byActor('possible')).toEqual({ union: 10 });
  expect(byActor('minor')).toEqual({ baker: 9 });
});

test('every open statement is there once, whatever the order in which they came', () => {
  const said = fc.record({
    who: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    grade: fc.constantFrom<Grade>('likely', 'possible'),
    is: fc.constantFrom('new', 'differs', 'same-source', 'same-origin', 'other-origin' as const),
    isSettled: fc.boolean()
  });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 70 }), fc.infiniteStream(fc.nat()), (all, order) => {
      const rows = all.map(row);
      const found = triage(rows);
      const open = rows.filter(({ settlement }) => settlement === 'open');
      expect(found.map(({ key }) => key).sort()).toEqual(
        open.map(({ suggestion }) => suggestion.key).sort()
      );
      const shuffled = rows
        .map((each) => ({ each, at: order.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      expect(triage(shuffled)).toEqual(found);

      const seen = found.filter(({ fold }) => fold === null);
      expect(seen.length).toBeLessThanOrEqual(mostAtFirst);
      const fresh = open.filter(
        ({ news }) => news?.is !== 'repeats' || news.from === 'other-origin'
      );
      expect(seen.length).toBe(Math.min(fresh.length, mostAtFirst));
      const actors = found.map(({ key }) => all[Number(key)]?.who);
      const runs = actors.filter((who, i) => who !== actors[i - 1]);
      expect(new Set(runs).size).toBe(runs.length);
    })
  );
});

test('only what somebody says, with a stance or without, is coded', () => {
  expect(isCodable(statement('words'))).toBe(true);
  expect(isCodable({ ...statement('words'), kind: 'constraint' })).toBe(false);
});
