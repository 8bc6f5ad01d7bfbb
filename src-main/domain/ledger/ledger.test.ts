import { describe, expect, test } from 'vitest';
import { newActor, newIssue, type Position } from '../briefing/entries.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { newSource } from '../briefing/source.js';
import { quoteIn } from '../news/testing/suggestions.js';
import { newId } from '../base/values.js';
import { historyOf, positionMatrix, positionsAsOf, statementsAsOf } from './ledger.js';
import { entry } from './testing/ledger.js';

const us = newActor('United States', 'state');
const ceasefire = newIssue('Should a ceasefire come before peace talks?');

function position(part: Partial<Position>): Position {
  return entry(1, { id: newId(), actor: us.id, issue: ceasefire.id, ...part });
}

const before = position({ said: '2025-08', stance: 'supports' });
const after = position({ said: '2025-08-15', stance: 'opposes', supersedes: [before.id] });
const briefing = {
  ...emptyBriefing('', new Date(0)),
  actors: [us],
  issues: [ceasefire],
  positions: [after, before]
};

describe('the ledger as of a day', () => {
  test.each([
    ['the day before the change', '2025-08-14', 'supports'],
    ['the day of the change, whole', '2025-08-15', 'opposes'],
    ['the month of the change, whole', '2025-08', 'opposes'],
    ['the year of the change, whole', '2025', 'opposes'],
    ['now', null, 'opposes'],
    ['before anything was known', '2014', null]
  ])('%s', (_when, day, stance) => {
    const cell = positionMatrix(briefing, day)[0]?.cells[0];
    expect(cell?.stance ?? null).toBe(stance);
  });

  test('a statement counts from its day, else from that of its source, without either always', () => {
    const source = newSource({
      ...{ id: newId(), text: '0'.repeat(64), importedAt: '2025-08-20T08:00:00Z' },
      published: '2025-08-16'
    });
    const quote = quoteIn(source, 'It is late.');
    const made = (text: string, said: string | null, evidence: Position['evidence'] = []) => ({
      ...{ id: newId(), actor: us.id, text, said, attribution: [], evidence },
      ...{ recordedAt: '2025-08-20T08:00:00Z', by: null }
    });
    const known = {
      ...{ sources: [source], annotations: [quote] },
      statements: [
        made('said', '2025-08-15', [quote.id]),
        made('reported', null, [quote.id]),
        made('undated', null)
      ]
    };
    const told = (day: string | null) => statementsAsOf(known, day).map(({ text }) => text);
    expect(told('2025-08-14')).toEqual(['undated']);
    expect(told('2025-08-15')).toEqual(['said', 'undated']);
    expect(told('2025-08-16')).toEqual(['said', 'reported', 'undated']);
    expect(told(null)).toEqual(['said', 'reported', 'undated']);
  });

  test('effective goes before said, said before reported', () => {
    const late = position({ effective: '2026', said: '2025', reported: '2024' });
    expect(positionsAsOf([late], '2025-12-31')).toEqual([]);
    expect(positionsAsOf([late], '2026-01-01')).toEqual([late]);
  });

  test('the history keeps what was superseded, latest first, whatever the order of entry', () => {
    for (const entries of [
      [before, after],
      [after, before]
    ]) {
      expect(historyOf(entries, us.id, ceasefire.id)).toEqual([after, before]);
    }
  });
});
