import { expect, test } from 'vitest';
import { type AcrossPosition, groupAcross } from './across-briefings.js';
import { emptyRegister } from './register.js';
import { newActor, newIssue } from '../briefing/entries.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { reportPositions } from './position-report.js';
import { entry } from './testing/ledger.js';

test('what was found is told by who holds it, whoever the answer takes for one together', () => {
  const issue = newIssue('A ceasefire first?');
  const found = ['Moscow', 'KYIV ', 'Ukraine'].flatMap((name, i): AcrossPosition[] => {
    const actor = newActor(name, 'state');
    const briefing = {
      ...emptyBriefing(name),
      actors: [actor],
      issues: [issue],
      positions: [entry(1, { actor: actor.id, issue: issue.id })]
    };
    return reportPositions(briefing, null).positions.map((position) => ({
      ...{ briefing, who: Math.min(i, 1), position }
    }));
  });
  const told = groupAcross(found, 'actor', emptyRegister);
  expect(told.map(({ name, positions }) => [name, positions.length])).toEqual([
    ['Moscow', 1],
    ['KYIV ', 2]
  ]);
  expect(groupAcross(found, 'issue', emptyRegister)).toHaveLength(1);
});
