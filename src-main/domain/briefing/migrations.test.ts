/** Protects what older Standpoints wrote: it still opens, and nothing of it is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newAnnotation } from './annotation.js';
import { newActor, newCard, newDismissal, newFigure, newIssue, newOutcome } from './entries.js';
import { newSource } from './source.js';
import { newId } from '../base/values.js';
import { entry } from '../ledger/testing/ledger.js';
import { Briefing, emptyBriefing } from './briefing.js';
import { bundleSchema, migrateBundle } from './bundle.js';
import { currentSchema, migrateBriefing } from './migrations.js';

const without = (entry: object, ...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => !names.includes(name)));

/** As the first schema was. */
function asOfSchema1(): Record<string, unknown> {
  const added = ['likelihoodScale', 'outcomes', 'events', 'figures', 'dismissals'];
  return {
    ...without(emptyBriefing('Old'), ...added),
    actors: [without(newActor('Ukraine', 'state'), 'tags', 'note', 'speaksFor')],
    issues: [without(newIssue('Should a ceasefire come first?'), 'tags', 'note')]
  };
}

test('a briefing of the first schema becomes one of today’s, with all that it held', () => {
  const old = asOfSchema1();
  expect(Briefing.safeParse(old).success).toBe(false);
  const today = Briefing.parse(migrateBriefing(old, 1));
  expect(today).toMatchObject(old);
});

test('a figure of the second schema gets a day, a giver and a note, of which nothing is known', () => {
  const figure = newFigure('80 %', 80);
  const old = {
    ...emptyBriefing('Old'),
    figures: [without({ ...figure, measures: 'of all' }, 'date', 'actor', 'note')]
  };
  expect(Briefing.safeParse(old).success).toBe(false);
  expect(Briefing.parse(migrateBriefing(old, 2)).figures).toEqual([
    { ...figure, measures: 'of all' }
  ]);
});

/** What schema 4 brought, by list; `''` is the briefing itself. */
const newInSchema4: Readonly<Record<string, readonly string[]>> = {
  '': ['submission', 'origins', 'statements', 'keyJudgements'],
  cards: ['keyPoint', 'reviewed'],
  sources: ['original', 'language', 'accessed', 'origin', 'updates'],
  positions: ['contested'],
  dismissals: ['with', 'reason']
};

const id = fc.constantFrom(...Array.from({ length: 5 }, newId));
const words = fc.string({ minLength: 1, maxLength: 9, unit: 'binary' });
const moment = '2025-08-17T00:00:00.000Z';
const selectors = { quote: { exact: 'words', prefix: '', suffix: '' }, position: null };
const anyBriefing = fc
  .record({
    cards: fc.array(fc.record({ id, heading: words, body: words })),
    sources: fc.array(fc.record({ id, title: words })),
    names: fc.array(words, { maxLength: 3 }),
    positions: fc.array(fc.record({ id, statement: words, supersedes: fc.option(id) })),
    annotations: fc.array(fc.record({ id, note: words, replies: fc.array(words) })),
    dismissals: fc.array(words)
  })
  .map((parts) => ({
    ...emptyBriefing('Old', new Date(0)),
    cards: parts.cards.map((card) => newCard('fact', card)),
    sources: parts.sources.map((each) =>
      newSource({ text: 'a'.repeat(64), importedAt: moment, ...each })
    ),
    actors: parts.names.map((name) => newActor(name, 'state')),
    issues: parts.names.map((name) => newIssue(name)),
    figures: parts.names.map((name) => newFigure(name, 7)),
    outcomes: parts.names.map((name) => newOutcome(name, [])),
    positions: parts.positions.map(({ supersedes, ...each }, n) =>
      entry(n, { ...each, supersedes: supersedes === null ? [] : [supersedes] })
    ),
    annotations: parts.annotations.map(({ replies, ...each }) =>
      newAnnotation({ type: 'card', id: each.id, selectors }, moment, {
        ...each,
        replies: replies.map((reply) => ({
          id: newId(),
          note: `r${reply}`,
          createdAt: moment,
          modifiedAt: moment,
          by: null
        }))
      })
    ),
    dismissals: parts.dismissals.map((rule) =>
      newDismissal('finding', { about: newId(), rule, words: 'w' }, new Date(0))
    )
  }));

/** As schema 3 had it. */
function asOfSchema3(briefing: Briefing): Record<string, unknown> {
  const lists = Object.entries(briefing).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, value] as const;
    const entries = (value as Record<string, unknown>[]).map((each) => {
      const old = without(each, 'by', ...(newInSchema4[name] ?? []));
      if (name === 'positions') old['supersedes'] = (each['supersedes'] as string[])[0] ?? null;
      if (name === 'annotations')
        old['replies'] = (each['replies'] as object[]).map((reply) => without(reply, 'by'));
      return old;
    });
    return [name, entries] as const;
  });
  return without(Object.fromEntries<unknown>(lists), ...(newInSchema4[''] ?? []));
}

test('any briefing of the third schema becomes one of today’s without loss', () => {
  fc.assert(
    fc.property(anyBriefing, (briefing) => {
      const old = asOfSchema3(briefing);
      expect(Briefing.safeParse(old).success).toBe(false);
      expect(Briefing.parse(migrateBriefing(old, 3))).toEqual(briefing);
    })
  );
});

test('what is of today’s schema, or no briefing, comes back as it is', () => {
  const briefing = emptyBriefing('New');
  expect(migrateBriefing(briefing, currentSchema)).toBe(briefing);
  for (const junk of [null, 'text', 7]) expect(migrateBriefing(junk, 1)).toBe(junk);
});

test('a bundle says which schema it is of', () => {
  const bundle = { schema: 'standpoint-briefing/1', briefing: asOfSchema1(), texts: {} };
  expect(migrateBundle(bundle)).toMatchObject({ schema: bundleSchema });
  const other = { schema: 'standpoint-briefing/99', briefing: {} };
  expect(migrateBundle(other)).toBe(other);
});
