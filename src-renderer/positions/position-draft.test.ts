import { describe, expect, test } from 'vitest';
import { Briefing, emptyBriefing } from '../../src-main/domain/briefing.js';
import { newId } from '../../src-main/domain/id.js';
import {
  correctionOf,
  emptyDraft,
  entryInForce,
  problemsOf,
  recordDraft,
  type PositionDraft
} from './position-draft.js';

const empty = emptyBriefing('', new Date(0));
const ready: PositionDraft = {
  ...emptyDraft([newId()]),
  actor: 'Ukraine',
  issue: 'Territorial concessions',
  stance: 'opposes',
  said: '2025-08-16'
};

describe('a position form', () => {
  test.each<[string, Partial<PositionDraft>, string[]]>([
    ['complete', {}, []],
    ['without actor', { actor: ' ' }, ['actor']],
    ['without issue', { issue: '' }, ['issue']],
    ['without stance', { stance: null }, ['stance']],
    ['conditional without its condition', { stance: 'conditional' }, ['condition']],
    ['conditional with it', { stance: 'conditional', condition: 'a referendum' }, []],
    ['with a date as precise as known', { said: '2014' }, []],
    ['with a day that is none', { said: '2025-02-30' }, ['said']],
    ['with a date in words', { effective: 'Friday' }, ['effective']]
  ])('%s', (_what, part, fields) => {
    expect(Object.keys(problemsOf({ ...ready, ...part }))).toEqual(fields);
  });

  test('recording makes actor and issue once, and finds them again by name or alias', () => {
    const first = recordDraft(empty, ready);
    const kyiv = { ...first, actors: [{ ...first.actors[0]!, aliases: ['Kyiv'] }] };
    const second = recordDraft(kyiv, { ...ready, actor: ' kyiv ' });
    expect(second.actors).toHaveLength(1);
    expect(second.issues).toHaveLength(1);
    expect(second.positions).toHaveLength(2);
    expect(Briefing.safeParse(second).success).toBe(true);
  });

  test('a correction supersedes the entry in force and keeps it in the ledger', () => {
    const first = recordDraft(empty, { ...ready, attribution: 'officials ← the newspaper' });
    const draft = correctionOf(first.positions[0]!, first);
    expect(entryInForce(draft, first)).toBe(first.positions[0]);
    const second = recordDraft(first, { ...draft, stance: 'conditional', condition: 'a vote' });
    expect(second.positions.map((p) => p.stance)).toEqual(['opposes', 'conditional']);
    expect(second.positions[1]!.supersedes).toBe(first.positions[0]!.id);
    expect(second.positions[1]!.attribution).toEqual(['officials', 'the newspaper']);
    expect(entryInForce(draft, second)).toBe(second.positions[1]);
  });

  test('a condition that no longer applies is not recorded', () => {
    const after = recordDraft(empty, { ...ready, condition: 'left over' });
    expect(after.positions[0]!.condition).toBe('');
  });
});
