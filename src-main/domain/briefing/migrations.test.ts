/** Protects what older Standpoints wrote: it still opens, and nothing of it is lost. */
import { expect, test } from 'vitest';
import { newActor, newFigure, newIssue } from './entries.js';
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
