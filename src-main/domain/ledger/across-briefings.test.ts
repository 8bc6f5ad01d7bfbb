import { expect, test } from 'vitest';
import { type AcrossPosition, groupAcross } from './across-briefings.js';
import { emptyRegister, joinNames, partInBriefing, type Register } from './register.js';
import { newActor, newIssue } from '../briefing/entries.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { reportPositions } from './position-report.js';
import { entry } from './testing/ledger.js';

test('what was found is told by who holds it, spellings of one name and what is joined together', () => {
  const issue = newIssue('A ceasefire first?');
  const found = ['Moscow', 'KYIV ', 'Kyiv'].flatMap((name): AcrossPosition[] => {
    const actor = newActor(name, 'state');
    const briefing = {
      ...emptyBriefing(name),
      actors: [actor],
      issues: [issue],
      positions: [entry(1, { actor: actor.id, issue: issue.id })]
    };
    return reportPositions(briefing, null).positions.map((position) => ({ briefing, position }));
  });
  const told = (said: Register) =>
    groupAcross(found, 'actor', said).map(({ name, positions }) => [name, positions.length]);
  expect(told(emptyRegister)).toEqual([
    ['Moscow', 1],
    ['KYIV ', 2]
  ]);
  expect(told(joinNames(emptyRegister, 'actor', ['moscow', 'Kyiv']))).toEqual([['Moscow', 3]]);
  const [, , last] = found;
  expect(told(partInBriefing(emptyRegister, 'actor', 'Kyiv', last!.briefing.id))).toEqual([
    ['Moscow', 1],
    ['KYIV ', 1],
    ['Kyiv', 1]
  ]);
  expect(groupAcross(found, 'issue', emptyRegister)).toHaveLength(1);
});
