import { expect, test } from 'vitest';
import { newActor, newIssue, type Stance } from '../../src-main/domain/briefing/entries.js';
import { emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import { entry } from '../../src-main/domain/ledger/testing/ledger.js';
import { reportPositions } from '../../src-main/domain/ledger/position-report.js';
import { holdersInWords } from './holders-in-words.js';

const [grain, ceasefire] = [newIssue('Grain?'), newIssue('A ceasefire first?')];
const told = (...held: readonly (readonly [typeof grain, Stance])[]) => {
  const actors = held.map((_, i) => newActor(`Actor ${i}`, 'state'));
  const briefing = {
    ...emptyBriefing('Talks'),
    actors,
    issues: [grain, ceasefire],
    positions: held.map(([issue, stance], i) =>
      entry(i, { actor: actors[i]!.id, issue: issue.id, stance })
    )
  };
  const positions = reportPositions(briefing, null).positions.map((position, who) => ({
    briefing,
    who,
    position
  }));
  return holdersInWords({ positions, total: held.length, actors: held.length });
};

test.each([
  [told(), 'Nobody is known to hold that'],
  [told([grain, 'opposes']), '1 actor opposes “Grain?”'],
  [told([grain, 'neutral'], [grain, 'neutral']), '2 actors are neutral on “Grain?”'],
  [told([grain, 'opposes'], [ceasefire, 'opposes']), '2 actors oppose what was asked for'],
  [told([grain, 'opposes'], [grain, 'supports']), '2 actors hold positions on “Grain?”']
])('%s', (words, expected) => expect(words).toBe(expected));
