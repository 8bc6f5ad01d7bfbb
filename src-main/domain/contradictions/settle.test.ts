/** Protects what settling leaves alone: every entry stays as it was recorded, and taking up again is exact. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newFigure, type Position } from '../briefing/entries.js';
import { positionsAsOf } from '../ledger/ledger.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { correctedFigures } from './corrected-figures.js';
import { openContradictions, sortContradictions } from './find-contradictions.js';
import {
  contestContradiction,
  contestPositions,
  dismissContradiction,
  settleFigures,
  supersedePosition,
  takeUpContradiction
} from './settle.js';

const support = entry(1, { stance: 'supports', said: '2025-08-10' });
const oppose = entry(2, { stance: 'opposes', said: '2025-08-15' });
const start: Briefing = { ...emptyBriefing('', new Date(0)), positions: [support, oppose] };
const [found] = openContradictions(start);

const idsIn = (positions: readonly Position[]) => positions.map(({ id }) => id);

describe('superseding', () => {
  const settled = supersedePosition(start, oppose.id, support.id);

  test('leaves the later one in force, and the earlier one before its day', () => {
    expect(openContradictions(settled)).toEqual([]);
    expect(idsIn(positionsAsOf(settled.positions, null))).toEqual([oppose.id]);
    expect(idsIn(positionsAsOf(settled.positions, '2025-08-12'))).toEqual([support.id]);
  });

  test('says nothing new of either but which replaces which', () => {
    const [first, second] = settled.positions;
    expect(first).toBe(support);
    expect(second).toEqual({ ...oppose, supersedes: [support.id] });
    expect(supersedePosition(settled, oppose.id, support.id).positions).toBe(settled.positions);
  });

  test('takes the earlier one for the later where a person says so', () => {
    const turned = supersedePosition(start, support.id, oppose.id);
    expect(idsIn(positionsAsOf(turned.positions, null))).toEqual([support.id]);
  });

  test('ends that they are contested', () => {
    const contested = contestPositions(start, support.id, oppose.id);
    expect(supersedePosition(contested, oppose.id, support.id)).toEqual(settled);
  });

  test.each([
    ['itself', oppose.id, oppose.id],
    ['one that is not there', oppose.id, idOf('P', 9)],
    ['one on another issue', oppose.id, idOf('P', 3)]
  ])('not %s', (_what, later, earlier) => {
    const more = [...start.positions, entry(3, { issue: idOf('Q', 2), stance: 'opposes' })];
    const briefing = { ...start, positions: more };
    expect(supersedePosition(briefing, later, earlier)).toBe(briefing);
    expect(contestPositions(briefing, later, earlier)).toBe(briefing);
  });
});

test('what is contested stays in force, is told as settled, and names both both ways', () => {
  const contested = contestPositions(start, oppose.id, support.id);
  expect(sortContradictions(contested, [])).toEqual({
    open: [],
    settled: [{ contradiction: found, dismissal: null }]
  });
  expect(idsIn(positionsAsOf(contested.positions, null))).toHaveLength(2);
  expect(contested.positions.map((each) => each.contested)).toEqual([[oppose.id], [support.id]]);
  expect(takeUpContradiction(contested, found!)).toEqual(start);
});

test('what is dismissed keeps its reason, whatever else is settled or taken up', () => {
  const figures = [40, 60].map((value) => ({ ...newFigure(`${value}`, value), measures: 'votes' }));
  const briefing = { ...start, figures };
  const open = openContradictions(briefing);
  expect(open.map(({ kind }) => kind)).toEqual(['stances', 'figures']);
  const [stances, numbers] = open;
  const reason = 'The second counts the overseas votes.';
  const dismissed = dismissContradiction(briefing, numbers!, reason, new Date(0));
  expect(sortContradictions(dismissed, [])).toMatchObject({
    open: [{ kind: 'stances' }],
    settled: [{ contradiction: { kind: 'figures' }, dismissal: { reason } }]
  });
  expect(takeUpContradiction(dismissed, stances!)).toEqual(dismissed);
  expect(takeUpContradiction(dismissed, numbers!)).toEqual(briefing);
});

test('a figure that a person says is corrected is told as such, and settled until it is taken up', () => {
  const figures = [40, 60].map((value) => ({ ...newFigure(`${value}`, value), measures: 'votes' }));
  const briefing = { ...start, positions: [], figures };
  const [found] = openContradictions(briefing);
  const [older, newer] = figures;
  expect(correctedFigures(briefing)).toEqual([]);
  const corrected = settleFigures(briefing, found!, newer!.id, 'correction', new Date(0));
  expect(correctedFigures(corrected)).toEqual([{ older, newer, rule: 'correction' }]);
  expect(openContradictions(corrected)).toEqual([]);
  const turned = settleFigures(briefing, found!, older!.id, 'change', new Date(0));
  expect(correctedFigures(turned)).toEqual([{ older: newer, newer: older, rule: 'change' }]);
  expect(openContradictions(turned)).toEqual([]);
  expect(takeUpContradiction(corrected, found!)).toEqual(briefing);
});

test('each way of settling takes one contradiction out of the open ones, and taking up brings it back', () => {
  const stance = fc.constantFrom('supports', 'opposes', 'conditional', 'neutral' as const);
  const status = fc.constantFrom('stated', 'denied' as const);
  fc.assert(
    fc.property(
      fc.array(fc.record({ stance, status }), { minLength: 2, maxLength: 5 }),
      fc.nat(),
      fc.boolean(),
      (parts, pick, isContested) => {
        const briefing = { ...start, positions: parts.map((part, i) => entry(i, part)) };
        const open = openContradictions(briefing);
        if (open.length === 0) return;
        const chosen = open[pick % open.length]!;
        const { one, other } = chosen;
        const settled = isContested
          ? contestPositions(briefing, one, other)
          : dismissContradiction(briefing, chosen, 'Two speakers.', new Date(0));
        expect(openContradictions(settled)).toEqual(open.filter((each) => each !== chosen));
        expect(takeUpContradiction(settled, chosen)).toEqual(briefing);
      }
    )
  );
});

describe('a fork: two people superseded the same entry, apart', () => {
  const by = (name: string) => ({ name, device: `${name}-device` });
  const terms = (n: number, name: string) =>
    entry(n, { stance: 'conditional', condition: name, supersedes: [support.id], by: by(name) });
  const marked = (name: string): Briefing => {
    const [one, other] = [terms(3, 'Anna'), terms(4, name)];
    const positions = [
      support,
      { ...one, contested: [other.id] },
      { ...other, contested: [one.id] }
    ];
    return { ...start, positions };
  };
  const fork = marked('Ben');

  test('is open, though the merge has marked it as contested, until a person says that both stay', () => {
    const [point] = openContradictions(fork);
    expect(point).toMatchObject({ kind: 'stances', one: idOf('P', 3), other: idOf('P', 4) });
    const settled = contestContradiction(fork, point!);
    expect(openContradictions(settled)).toEqual([]);
    expect(sortContradictions(settled, []).settled[0]?.dismissal?.reason).toBe(
      'Both stay in force.'
    );
    const again = takeUpContradiction(settled, point!);
    expect(openContradictions(again)).toEqual([point]);
    expect(again.positions).toEqual(fork.positions);
  });

  test('is settled by one of them, or by a third that supersedes both', () => {
    const later = supersedePosition(fork, idOf('P', 4), idOf('P', 3));
    const third = entry(5, { supersedes: [idOf('P', 3), idOf('P', 4)] });
    expect(openContradictions(later)).toEqual([]);
    expect(openContradictions({ ...fork, positions: [...fork.positions, third] })).toEqual([]);
  });

  test('is none where one person recorded both: she knew', () => {
    expect(openContradictions(marked('Anna'))).toEqual([]);
  });
});
