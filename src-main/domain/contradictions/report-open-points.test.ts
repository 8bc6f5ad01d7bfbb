/** No side is called the later one that is not, and open points agree with what cells and conflicts say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import {
  newActor,
  newDismissal,
  newFigure,
  newIssue,
  positionStatuses,
  stances
} from '../briefing/entries.js';
import { disputeOf } from '../ledger/held-stances.js';
import { LedgerIndex } from '../ledger/ledger-index.js';
import { conflictsAsOf } from '../ledger/ledger-questions.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { publishPoints } from '../publication/points.js';
import { openContradictions } from './find-contradictions.js';
import { reportOpenPoints, sidesInWords } from './report-open-points.js';
import { en } from '../terms/printed/en.js';

const start: Briefing = {
  ...emptyBriefing('', new Date(0)),
  actors: [newActor('The mayor', 'person', idOf('A', 1))],
  issues: [newIssue('A toll?', idOf('Q', 1))]
};

test.each([
  ['2025-08-14', '2025-08-15', 'earlier-first', ['Earlier', 'Later']],
  [null, '2025-08-15', 'earlier-first', ['Earlier', 'Later']],
  ['2025-08-15', '2025-08-15', 'same-day', ['A, same day', 'B, same day']],
  // A month counts from its first day, in the ledger and so here.
  ['2025-08', '2025-08-01', 'same-day', ['A, same day', 'B, same day']],
  [null, null, 'unknown', ['A', 'B']]
])('of %s and %s: %s', (one, other, order, labels) => {
  const positions = [entry(1, { said: one }), entry(2, { said: other, stance: 'opposes' })];
  for (const given of [positions, positions.toReversed()]) {
    const [point] = reportOpenPoints({ ...start, positions: given }, []);
    expect(point?.order).toBe(order);
    expect(sidesInWords(point!)).toEqual(labels);
    const [printed] = publishPoints({ ...start, positions: given }, [], new Map(), false, en);
    expect(printed?.labels).toEqual(labels);
  }
});

test.each([
  ['2025-04', '2025-04-12', 'unknown'],
  ['2025', '2025', 'unknown'],
  ['2025-04-12', '2025-04-12', 'same-day']
])('of figures of %s and %s: %s', (one, other, order) => {
  const figures = [one, other].map((date, i) => ({
    ...newFigure(`${398 + i} ships`, 398 + i),
    ...{ unit: 'ships', measures: 'ships that called', date }
  }));
  expect(reportOpenPoints({ ...start, figures }, [])[0]?.order ?? 'none').toBe(order);
});

test('an open point, a conflict and a cell that says so are of the same entries', () => {
  const some = fc.record({
    stance: fc.constantFrom(...stances),
    status: fc.constantFrom(...positionStatuses),
    said: fc.constantFrom(null, '2025-08-14', '2025-08-15'),
    supersedes: fc.array(fc.nat(5), { maxLength: 1 }),
    contested: fc.array(fc.nat(5), { maxLength: 1 })
  });
  const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), pairs, (parts, dismissed) => {
      const ids = (numbers: readonly number[]) => numbers.map((each) => idOf('P', each));
      const briefing: Briefing = {
        ...start,
        positions: parts.map(({ supersedes, contested, ...part }, i) =>
          entry(i, { ...part, supersedes: ids(supersedes), contested: ids(contested) })
        ),
        dismissals: dismissed.map(([one, other]) =>
          newDismissal(
            'contradiction',
            { about: idOf('P', one), rule: 'stances', words: '' },
            new Date(0),
            { with: idOf('P', other) }
          )
        )
      };
      const open = new Set(openContradictions(briefing).flatMap(({ one, other }) => [one, other]));
      const conflicts = conflictsAsOf(briefing, null).flatMap(({ positions }) => positions);
      expect(new Set(conflicts.map(({ id }) => id))).toEqual(open);
      const ledger = new LedgerIndex(briefing.positions, briefing.dismissals);
      for (const { position, entries, beside } of ledger.heldAt(idOf('A', 1), idOf('Q', 1), null)) {
        const isOpen = entries.some(({ id }) => open.has(id));
        expect(ledger.disputeOf(position, null) === 'open' && !isOpen).toBe(false);
        if (disputeOf(beside) !== 'contested') expect(disputeOf(beside) === 'open').toBe(isOpen);
      }
    })
  );
});
