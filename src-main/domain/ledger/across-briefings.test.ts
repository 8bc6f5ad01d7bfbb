import { expect, test } from 'vitest';
import { byActor, knownNames, positionsIn, sortAcross } from './across-briefings.js';
import { newActor, newIssue } from '../briefing/entries.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { entry } from './testing/ledger.js';

const issue = newIssue('A ceasefire first?');
const us = newActor('United States', 'state');
const usToo = { ...newActor('US', 'state'), aliases: ['United States', 'Washington'] };
const briefings = [us, usToo, newActor('Washington Post', 'organisation')].map((actor, i) => ({
  ...emptyBriefing(`Briefing ${i}`, new Date(0)),
  actors: [actor],
  issues: [issue],
  positions: [entry(i, { actor: actor.id, issue: issue.id, said: `2025-0${i + 1}` })]
}));
const actors = briefings.flatMap((briefing) => briefing.actors);

test.each([
  ['united states', ['US', 'United States']],
  ['Washington', ['US', 'United States']],
  ['Washington Post', ['Washington Post']],
  ['Post', []]
])('%s is found by every name that a briefing knows for it, latest first', (name, found) => {
  const names = knownNames(name, actors);
  const query = { actor: name, issue: null, stance: null, asOf: null };
  const all = sortAcross(briefings.flatMap((each) => positionsIn(each, query, names)));
  expect(all.map(({ position }) => position.actor.name)).toEqual(found);
});

test('an issue is found by some of its words, as of a day', () => {
  const find = (words: string, asOf: string | null) =>
    briefings.flatMap((each) =>
      positionsIn(each, { actor: null, issue: words, stance: null, asOf }, new Set())
    );
  expect(find('CEASEFIRE first', null)).toHaveLength(3);
  expect(find('ceasefire', '2025-01')).toHaveLength(1);
  expect(find('peace', null)).toEqual([]);
});

test('a stance finds who holds it on the day that is asked for, not who held it before', () => {
  const [first] = briefings;
  const later = entry(9, { actor: us.id, issue: issue.id, said: '2025-06', stance: 'opposes' });
  const briefing = { ...first!, positions: [...first!.positions, later] };
  const find = (stance: 'supports' | 'opposes', asOf: string | null) =>
    positionsIn(briefing, { actor: null, issue: 'ceasefire', stance, asOf }, new Set()).length;
  expect([find('opposes', null), find('supports', null)]).toEqual([1, 0]);
  expect([find('opposes', '2025-03'), find('supports', '2025-03')]).toEqual([0, 1]);
});

test('what was found is told by who holds it', () => {
  const spelt = briefings.map((briefing, i) => ({
    ...briefing,
    actors: [{ ...us, name: ['Kyiv', 'KYIV ', 'Moscow'][i]! }],
    positions: briefing.positions.map((each) => ({ ...each, actor: us.id }))
  }));
  const query = { actor: null, issue: null, stance: null, asOf: null };
  const found = sortAcross(spelt.flatMap((each) => positionsIn(each, query, new Set())));
  expect(byActor(found).map(({ name, positions }) => [name, positions.length])).toEqual([
    ['Moscow', 1],
    ['KYIV ', 2]
  ]);
});
