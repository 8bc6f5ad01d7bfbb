import { expect, test } from 'vitest';
import { type AcrossPosition, byActor } from './across-briefings.js';
import { newActor, newIssue } from '../briefing/entries.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { reportPositions } from './position-report.js';
import { entry } from './testing/ledger.js';

test('what was found is told by who holds it, spellings of one name together', () => {
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
  expect(byActor(found).map(({ name, positions }) => [name, positions.length])).toEqual([
    ['Moscow', 1],
    ['KYIV ', 2]
  ]);
});
