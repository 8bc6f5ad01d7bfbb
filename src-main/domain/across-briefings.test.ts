import { expect, test } from 'vitest';
import { knownNames, positionsIn, sortAcross } from './across-briefings.js';
import { newActor } from './actor.js';
import { emptyBriefing } from './briefing.js';
import { newIssue } from './issue.js';
import { entry } from './test-ledger.js';

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
  const query = { actor: name, issue: null, asOf: null };
  const all = sortAcross(briefings.flatMap((each) => positionsIn(each, query, names)));
  expect(all.map(({ position }) => position.actor.name)).toEqual(found);
});

test('an issue is found by some of its words, as of a day', () => {
  const find = (words: string, asOf: string | null) =>
    briefings.flatMap((each) => positionsIn(each, { actor: null, issue: words, asOf }, new Set()));
  expect(find('CEASEFIRE first', null)).toHaveLength(3);
  expect(find('ceasefire', '2025-01')).toHaveLength(1);
  expect(find('peace', null)).toEqual([]);
});
