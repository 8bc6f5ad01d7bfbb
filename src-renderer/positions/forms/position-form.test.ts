import { describe, expect, test } from 'vitest';
import { Briefing, emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { NewsIndex } from '../../../src-main/domain/news/news-index.js';
import { maxLengths } from '../../../src-main/domain/base/limits.js';
import {
  correctedEntry,
  correctionOf,
  emptyPosition,
  positionFrom,
  filledFrom,
  heldAlready,
  positionProblems,
  recordPosition,
  restateStatement,
  tiesOfForm,
  type PositionForm
} from './position-form.js';

/** Every field that has a limit, filled up to it and `beyond`. */
function filled(beyond: number): Partial<PositionForm> {
  const full = (field: keyof typeof maxLengths) => 'x'.repeat(maxLengths[field] + beyond);
  return {
    actor: full('actor'),
    issue: full('issue'),
    stance: 'conditional',
    condition: full('condition'),
    statement: full('statement')
  };
}

function isLimited(field: string): boolean {
  return field !== 'stance';
}

const empty = emptyBriefing('', new Date(0));

/** Recorded with what it does to other entries, without words of a source. */
function record(briefing: Briefing, form: PositionForm): Briefing {
  const held = heldAlready(form, new NewsIndex(briefing));
  return recordPosition(briefing, form, tiesOfForm(form, briefing, held));
}

const ready: PositionForm = {
  ...emptyPosition([newId()]),
  actor: 'Ukraine',
  issue: 'Territorial concessions',
  stance: 'opposes',
  said: '2025-08-16'
};

describe('a position form', () => {
  test.each<[string, Partial<PositionForm>, string[]]>([
    ['complete', {}, []],
    ['a statement', { orStatement: true, issue: '', stance: null, statement: 'No.' }, []],
    ['a statement of nothing', { orStatement: true, issue: '', stance: null }, ['statement']],
    ['a statement with an issue', { orStatement: true, stance: null }, ['stance']],
    ['without actor', { actor: ' ' }, ['actor']],
    ['without issue', { issue: '' }, ['issue']],
    ['without stance', { stance: null }, ['stance']],
    ['conditional without its condition', { stance: 'conditional' }, ['condition']],
    ['conditional with it', { stance: 'conditional', condition: 'a referendum' }, []],
    ['with a date as precise as known', { said: '2014' }, []],
    ['with a day that is none', { said: '2025-02-30' }, ['said']],
    ['with a date in words', { effective: 'Friday' }, ['effective']],
    ['with a day of review that is none', { reviewBy: 'soon' }, ['reviewBy']],
    ['as long as may be', filled(0), []],
    ['one sign too long everywhere', filled(1), Object.keys(filled(1)).filter(isLimited)],
    ['relayed by a name too long', { attribution: `a ← ${'x'.repeat(301)}` }, ['attribution']],
    ['relayed by many, each short', { attribution: 'x'.repeat(200) + ' ← ' + 'y'.repeat(200) }, []]
  ])('%s', (_what, part, wrong) => {
    expect(Object.keys(positionProblems({ ...ready, ...part }))).toEqual(wrong);
  });

  test('what has no problem can be saved, at every limit', () => {
    const after = recordPosition(empty, { ...ready, ...filled(0) });
    expect(Briefing.safeParse(after).success).toBe(true);
  });

  test('the sentence for too much says the limit, the length and that nothing is lost', () => {
    expect(positionProblems({ ...ready, statement: 'x'.repeat(2_001) }).statement).toBe(
      'At most 2,000 characters can be kept, and these are 2,001. Nothing is lost: shorten it here.'
    );
  });

  test('recording makes actor and issue once, and finds them again by name or alias', () => {
    const first = recordPosition(empty, ready);
    const kyiv = { ...first, actors: [{ ...first.actors[0]!, aliases: ['Kyiv'] }] };
    const second = recordPosition(kyiv, { ...ready, actor: ' kyiv ' });
    expect(second.actors).toHaveLength(1);
    expect(second.issues).toHaveLength(1);
    expect(second.positions).toHaveLength(2);
    expect(Briefing.safeParse(second).success).toBe(true);
  });

  test('a new actor is of the kind that its name tells', () => {
    const typeOf = (actor: string) => recordPosition(empty, { ...ready, actor }).actors[0]?.type;
    expect(['Anna Lee', 'European Commission', 'Islanders'].map(typeOf)).toEqual([
      ...['person', 'organisation', 'group']
    ]);
  });

  test.each([
    ['Erdoğan', 'Erdogan'],
    ['Erdogan', 'ERDOĞAN'],
    ['United States', 'United  States'],
    ['Côte d’Ivoire', "cote d'ivoire"]
  ])('%s and %s are one actor, and one issue', (one, other) => {
    const first = recordPosition(empty, { ...ready, actor: one, issue: one });
    const second = recordPosition(first, { ...ready, actor: other, issue: other });
    expect([second.actors, second.issues]).toEqual([first.actors, first.issues]);
    const again = { ...ready, actor: other, issue: other };
    expect(heldAlready(again, new NewsIndex(first))?.entry).toBe(first.positions[0]);
  });

  test('dates are read as people write them', () => {
    const dates = { said: '16 August 2025', effective: 'August 2025', reported: ' 2025 ' };
    expect(positionProblems({ ...ready, ...dates })).toEqual({});
    const [position] = recordPosition(empty, { ...ready, ...dates }).positions;
    expect(position).toMatchObject({ said: '2025-08-16', effective: '2025-08', reported: '2025' });
  });

  test('a statement becomes the position that is made of it', () => {
    const known = recordPosition(empty, ready);
    const said = {
      id: newId(),
      actor: known.actors[0]!.id,
      text: 'We will wait.',
      said: '2025-08-16',
      attribution: ['officials', 'the newspaper'],
      evidence: [],
      recordedAt: '2025-08-17T09:00:00.000Z',
      by: null
    };
    const other = { ...said, id: newId() };
    const briefing = { ...known, statements: [said, other] };
    const form = positionFrom(said, briefing);
    expect(positionProblems(form)).toEqual({
      issue: 'Say what the position is about.',
      stance: 'Choose a stance.'
    });
    const after = recordPosition(briefing, { ...form, issue: 'Truce', stance: 'neutral' });
    expect(after.statements).toEqual([other]);
    expect(after.positions.at(-1)).toMatchObject({
      actor: said.actor,
      statement: said.text,
      said: said.said,
      attribution: said.attribution,
      evidence: said.evidence
    });
    expect(after.actors).toEqual(known.actors);
  });

  test('a correction supersedes the entry in force and keeps it in the ledger', () => {
    const first = recordPosition(empty, { ...ready, attribution: 'officials ← the newspaper' });
    const form = correctionOf(first.positions[0]!, first);
    expect(correctedEntry(form, first)).toBe(first.positions[0]);
    const second = record(first, { ...form, stance: 'conditional', condition: 'a vote' });
    expect(second.positions.map((p) => p.stance)).toEqual(['opposes', 'conditional']);
    expect(second.positions[1]!.supersedes).toEqual([first.positions[0]!.id]);
    expect(second.positions[1]!.attribution).toEqual(['officials', 'the newspaper']);
    expect(heldAlready(form, new NewsIndex(second))?.entry).toBe(second.positions[1]);
  });

  describe('superseding', () => {
    const one = recordPosition(empty, ready);
    const both = recordPosition(one, { ...ready, actor: 'Russia', stance: 'supports' });
    const [ukraines, russias] = both.positions;

    test.each<PositionForm['stance']>(['opposes', 'neutral'])(
      'is of the entry of the actor and issue given in the end, whether it has the stance of this or not: %s',
      (stance) => {
        const form = { ...ready, stance };
        const last = (of: PositionForm) => record(both, of).positions.at(-1)?.supersedes;
        expect(last(form)).toEqual([ukraines!.id]);
        expect(last({ ...form, actor: 'Russia' })).toEqual([russias!.id]);
        expect(last({ ...form, actor: 'Turkey' })).toEqual([]);
        expect(last({ ...form, issue: 'Ceasefire' })).toEqual([]);
        expect(last({ ...form, as: 'apart' })).toEqual([]);
      }
    );

    test.each([
      ['a later day', '2025-09-01', true],
      ['the same day', '2025-08-16', true],
      ['no day', '', true],
      ['an earlier day', '2025-07-01', false]
    ])('of %s', (_what, said, replaced) => {
      const form: PositionForm = { ...ready, stance: 'neutral', said };
      const last = record(one, form).positions.at(-1);
      expect(last?.supersedes).toEqual(replaced ? [one.positions[0]!.id] : []);
      const contested = record(one, { ...form, as: 'contested' }).positions.at(-1);
      expect(contested).toMatchObject({
        supersedes: [],
        contested: replaced ? [one.positions[0]!.id] : []
      });
    });

    test('a denial differs from the stance that it denies, and from no other', () => {
      const index = new NewsIndex(one);
      const denial: PositionForm = { ...ready, status: 'denied' };
      expect(heldAlready(denial, index)).toMatchObject({ differs: true, inForce: [ukraines!.id] });
      expect(heldAlready({ ...denial, stance: 'supports' }, index)).toBeNull();
    });

    test.each<[string, Partial<PositionForm>]>([
      ['actor', { actor: 'Russia' }],
      ['new actor', { actor: 'Turkey' }],
      ['issue', { issue: 'Ceasefire' }]
    ])('a correction that gets another %s is an entry of its own', (_what, part) => {
      const form = { ...correctionOf(ukraines!, both), ...part };
      expect(correctedEntry(form, both)).toBeNull();
      expect(record(both, form).positions.at(-1)?.supersedes).toEqual([]);
    });

    test('a correction supersedes its own entry, also when that is no longer in force', () => {
      const later = record(both, correctionOf(ukraines!, both));
      const again = record(later, correctionOf(ukraines!, later));
      expect(again.positions.at(-1)?.supersedes).toEqual([ukraines!.id]);
    });
  });

  test('the day of review is recorded, and a correction keeps it until it is changed', () => {
    const first = recordPosition(empty, { ...ready, reviewBy: '2025-10' });
    expect(first.positions[0]!.reviewBy).toBe('2025-10');
    const form = correctionOf(first.positions[0]!, first);
    expect(recordPosition(first, form).positions[1]!.reviewBy).toBe('2025-10');
    expect(recordPosition(first, { ...form, reviewBy: '' }).positions[1]!.reviewBy).toBeNull();
  });

  test('a condition that no longer applies is not recorded', () => {
    const after = recordPosition(empty, { ...ready, condition: 'left over' });
    expect(after.positions[0]!.condition).toBe('');
  });
});

describe('words that are chosen as evidence', () => {
  const read = { ...ready, statement: 'No land.', said: '2025-08-14', reported: '2025-08-15' };

  test('fill an empty statement and days', () => {
    expect(filledFrom(emptyPosition(), read)).toEqual({
      ...{ statement: 'No land.', said: '2025-08-14', reported: '2025-08-15' }
    });
  });

  test('leave what somebody wrote, and a day of any kind alone', () => {
    const written = { ...emptyPosition(), statement: 'Mine', reported: '2025' };
    expect(filledFrom(written, read)).toEqual({ statement: 'Mine', said: '', reported: '2025' });
  });
});

test('a statement is recorded anew in its place', () => {
  const briefing = recordPosition(empty, ready);
  const actor = briefing.actors[0]!.id;
  const [old, other] = [1, 2].map((number) => ({
    ...{ id: newId(), actor, text: `180 ${number}`, said: null, attribution: [], evidence: [] },
    ...{ recordedAt: '2025-08-17T00:00:00Z', by: null }
  }));
  const held = { ...briefing, statements: [old!, other!] };
  const form = { ...positionFrom(old!, held), statement: '108', said: '9 May 2018' };
  const restated = restateStatement(held, { ...form, evidence: [actor] });
  expect(restated.statements).toEqual([
    { ...old, text: '108', said: '2018-05-09', evidence: [actor] },
    other
  ]);
  expect(restated.positions).toBe(held.positions);
});
