/** Protects the references between entries: whatever is removed, nothing of it is named any more, and nothing else goes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newActor, newFigure, newIssue } from './entries.js';
import type { Annotation } from './annotation.js';
import { emptyBriefing, type Briefing } from './briefing.js';
import { removeAnnotation, restingOnlyOn, whatRests } from './evidence.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import { removeName } from '../ledger/merge-names.js';
import { entry, idOf } from '../ledger/testing/ledger.js';

const count = 3;
const numbers = Array.from({ length: count }, (_, i) => i);
const number = fc.nat({ max: count - 1 });
const evidences = fc.subarray(numbers).map((all) => all.map((n) => idOf('N', n)));
const actorIds = fc.subarray(numbers).map((all) => all.map((n) => idOf('A', n)));
const anyActor = fc.option(number.map((n) => idOf('A', n)));
const each = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: count });

const links = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(['actor', 'A'] as const, ['issue', 'Q'] as const), number)
    .map(([[type, kind], n]) => ({ type, id: idOf(kind, n) })),
  { maxLength: count, selector: ({ id }) => id }
);
const annotation = (n: number, about: Annotation['links']): Annotation => {
  const selectors = { quote: { exact: 'words', prefix: '', suffix: '' }, position: null };
  const target = { type: 'source', id: idOf('E', 9), selectors, original: selectors, base: null };
  const moment = '2025-08-17T00:00:00Z';
  return {
    id: idOf('N', n),
    kind: 'key',
    note: '',
    tags: [],
    replies: [],
    links: about,
    target: target as Annotation['target'],
    flag: null,
    createdAt: moment,
    modifiedAt: moment,
    by: null
  };
};

/** Everything names everything, and all that is named is there. */
const briefings: fc.Arbitrary<Briefing> = fc
  .record({
    speaksFor: fc.tuple(anyActor, anyActor, anyActor),
    links: fc.tuple(links, links, links),
    positions: each(fc.tuple(number, number, evidences)),
    events: each(fc.tuple(actorIds, evidences)),
    figures: each(fc.tuple(anyActor, evidences)),
    outcomes: each(evidences)
  })
  .map((parts): Briefing => ({
    ...emptyBriefing('', new Date(0)),
    actors: numbers.map((n) => ({
      ...newActor(`Actor ${n}`, 'state', idOf('A', n)),
      speaksFor: parts.speaksFor[n] === idOf('A', n) ? null : (parts.speaksFor[n] ?? null)
    })),
    issues: numbers.map((n) => newIssue(`Issue ${n}?`, idOf('Q', n))),
    annotations: numbers.map((n) => annotation(n, parts.links[n] ?? [])),
    positions: parts.positions.map(([actor, issue, evidence], i) =>
      entry(i, { actor: idOf('A', actor), issue: idOf('Q', issue), evidence })
    ),
    events: parts.events.map(([actors, evidence], i) => ({
      id: idOf('E', i),
      title: 'A meeting',
      date: null,
      until: null,
      actors,
      evidence,
      by: null
    })),
    figures: parts.figures.map(([actor, evidence], i) => ({
      ...newFigure('40', 40, idOf('F', i)),
      actor,
      evidence
    })),
    outcomes: parts.outcomes.map((evidence, i) => ({
      id: idOf('O', i),
      statement: 'It rains.',
      likelihood: null,
      confidence: null,
      horizon: null,
      evidence,
      by: null
    }))
  }));

const lists = [
  'actors',
  'issues',
  'annotations',
  'positions',
  'events',
  'figures',
  'outcomes'
] as const;

function expectOnlyGone(after: Briefing, before: Briefing, id: string): void {
  expect(JSON.stringify(after)).not.toContain(id);
  expect(mendBriefing(after)).toEqual({ briefing: after, mended: [] });
  for (const list of lists) {
    const kept = before[list].filter((one) => one.id !== id).map((one) => one.id);
    expect(after[list].map((one) => one.id)).toEqual(kept);
    // What did not name it is the same object still, which saving and undo go by.
    for (const one of before[list]) {
      if (!JSON.stringify(one).includes(id)) expect(after[list]).toContain(one);
    }
  }
}

test('an annotation that is removed is evidence of nothing', () => {
  fc.assert(
    fc.property(briefings, number, (briefing, n) => {
      const id = idOf('N', n);
      expectOnlyGone(removeAnnotation(briefing, id), briefing, id);
      expect(removeAnnotation(briefing, idOf('N', 99))).toBe(briefing);
    })
  );
});

test('an actor or issue that is removed is named by nothing; one that a position names stays', () => {
  fc.assert(
    fc.property(briefings, number, fc.constantFrom('A', 'Q'), (briefing, n, kind) => {
      const id = idOf(kind, n);
      const named = briefing.positions.some(({ actor, issue }) => actor === id || issue === id);
      const after = removeName(briefing, id);
      if (named) expect(after).toBe(briefing);
      else expectOnlyGone(after, briefing, id);
    })
  );
});

test('what rests on an annotation is told by kind, and what rests on it alone is counted', () => {
  const [one, two] = [idOf('N', 1), idOf('N', 2)];
  const claims = {
    positions: [entry(1, { evidence: [one] }), entry(2, { evidence: [one, two] })],
    statements: [],
    events: [],
    figures: [{ ...newFigure('40', 40), evidence: [one] }],
    outcomes: []
  };
  expect(whatRests(claims)).toEqual(
    new Map([
      [one, '2 positions, 1 figure'],
      [two, '1 position']
    ])
  );
  expect(restingOnlyOn(claims, one)).toBe(2);
  expect(restingOnlyOn(claims, two)).toBe(0);
});
