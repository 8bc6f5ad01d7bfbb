import { describe, expect, test } from 'vitest';
import { newActor, newDismissal, newIssue, type Position } from '../briefing/entries.js';
import { LedgerIndex } from './ledger-index.js';
import { commonGroundAsOf, conflictsAsOf, gapsAsOf, overdueAsOf } from './ledger-questions.js';
import { entry, idOf } from './testing/ledger.js';

const [us, russia, silent] = ['US', 'Russia', 'Silent'].map((name, i) =>
  newActor(name, 'state', idOf('A', i + 1))
);
const [ceasefire, land] = ['Ceasefire?', 'Land?'].map((wording, i) =>
  newIssue(wording, idOf('Q', i + 1))
);
const briefing = { actors: [us!, russia!, silent!], issues: [ceasefire!, land!] };
const russian = { actor: russia!.id };
const denied = { status: 'denied' } as const;
const p1 = idOf('P', 1);

describe('conflicts', () => {
  const oppose = { stance: 'opposes' } as const;
  test.each<[string, readonly Position[], readonly number[][]]>([
    ['one stance twice', [entry(1, { said: '2025' }), entry(2, { said: '2025-01-01' })], []],
    [
      'two stances on one day',
      [entry(1, { said: '2025-08-15' }), entry(2, { said: '2025-08-15', ...oppose })],
      [[2, 1]]
    ],
    ['two stances, neither dated', [entry(1), entry(2, oppose)], [[2, 1]]],
    [
      'two stances on two days, as neither supersedes the other',
      [entry(1, { said: '2025-08-14' }), entry(2, { said: '2025-08-15', ...oppose })],
      [[2, 1]]
    ],
    ['one stance that corrects another', [entry(1), entry(2, { ...oppose, supersedes: [p1] })], []],
    ['a person said that both stay', [entry(1), entry(2, { ...oppose, contested: [p1] })], []],
    ['a stance and the denial of another', [entry(1), entry(2, { ...oppose, ...denied })], []],
    ['a stance and its denial', [entry(1), entry(2, denied)], [[2, 1]]],
    ['what is unclear', [entry(1), entry(2, { stance: 'unclear' })], []],
    ['two actors', [entry(1), entry(2, { ...russian, ...oppose })], []],
    ['not yet', [entry(1, { said: '2026' }), entry(2, { said: '2026', ...oppose })], []]
  ])('%s', (_what, positions, numbers) => {
    const found = conflictsAsOf({ positions, dismissals: [] }, '2025-12-31');
    expect(found.map((conflict) => conflict.positions.map(({ id }) => id))).toEqual(
      numbers.map((group) => group.map((n) => idOf('P', n)))
    );
  });

  test('none that a person dismissed', () => {
    const positions = [entry(1), entry(2, oppose)];
    const about = { about: p1, rule: 'stances', words: '' };
    const dismissal = newDismissal('contradiction', about, new Date(0), { with: idOf('P', 2) });
    expect(conflictsAsOf({ positions, dismissals: [dismissal] }, null)).toEqual([]);
    const other = { ...dismissal, rule: 'denied' };
    expect(conflictsAsOf({ positions, dismissals: [other] }, null)).toHaveLength(1);
  });
});

test('gaps are the empty cells of actors who hold anything, as of the day', () => {
  const ledger = new LedgerIndex([entry(1), entry(2, { ...russian, said: '2025' })]);
  const gaps = (day: string | null) =>
    gapsAsOf(briefing, ledger, day).map(({ actor, issue }) => [actor, issue]);
  expect(gaps(null)).toEqual([
    [us!.id, land!.id],
    [russia!.id, land!.id]
  ]);
  expect(gaps('2024')).toHaveLength(3);
});

describe('common ground', () => {
  const conditional = { stance: 'conditional', condition: 'guarantees' } as const;
  test.each<[string, readonly Position[], boolean, number]>([
    ['both support', [entry(1), entry(2, russian)], true, 0],
    ['one on a condition', [entry(1), entry(2, { ...russian, ...conditional })], true, 1],
    ['one opposes', [entry(1), entry(2, { ...russian, stance: 'opposes' })], false, 0],
    ['one is unclear', [entry(1), entry(2, { ...russian, stance: 'unclear' })], false, 0],
    ['one denies', [entry(1), entry(2, { ...russian, status: 'denied' })], false, 0],
    [
      'one supports, and opposes as well',
      [
        entry(1),
        entry(2, { ...russian, said: '2025' }),
        entry(3, { ...russian, stance: 'opposes' })
      ],
      false,
      0
    ],
    ['one alone, twice', [entry(1), entry(2)], false, 0],
    ['one alone', [entry(1)], false, 0],
    ['one not yet', [entry(1), entry(2, { ...russian, said: '2026' })], false, 0]
  ])('%s', (_what, positions, agreed, conditions) => {
    const found = commonGroundAsOf(briefing, new LedgerIndex(positions), '2025-12-31');
    expect(found.map(({ issue }) => issue)).toEqual(agreed ? [ceasefire!.id] : []);
    expect(found[0]?.conditional.length ?? 0).toBe(conditions);
  });
});

test('what is overdue is in force and was to be looked at before the day', () => {
  const ledger = new LedgerIndex([
    entry(1, { reviewBy: '2025-08-14' }),
    entry(2, { ...russian, reviewBy: '2025-08-15' }),
    entry(3, { issue: land!.id, reviewBy: '2025-08-14', said: '2025-08-16' })
  ]);
  expect(overdueAsOf(ledger, '2025-08-15').map(({ id }) => id)).toEqual([idOf('P', 1)]);
});
