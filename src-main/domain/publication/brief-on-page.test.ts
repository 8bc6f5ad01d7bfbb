/** A brief that is too long for its page gives way by a rule, and says where the rest stands. */
import { expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newActor, newIssue, newKeyJudgement, newOutcome } from '../briefing/entries.js';
import { newId } from '../base/values.js';
import { entry } from '../ledger/testing/ledger.js';
import { type BriefDetail, briefDetails, briefOnPage } from './brief-on-page.js';
import { fullEdition } from './edition.js';
import { composePublication } from './publication.js';

const actors = Array.from({ length: 8 }, (_, n) => newActor(`Actor ${n + 1}`, 'organisation'));
const issues = ['Open?', 'Paid?', 'Watched?', 'Soon?'].map((wording) => newIssue(wording));
const outcomes = ['It opens.', 'It stays.', 'It moves.', 'It ends.'].map((statement) =>
  newOutcome(statement, [])
);
const briefing: Briefing = {
  ...emptyBriefing('Line 4', new Date('2025-08-17T09:00:00Z')),
  language: 'en',
  actors,
  issues,
  // Actor 8 has most on record, and so on; the first two have one each.
  positions: actors.flatMap(({ id: actor }, n) =>
    issues
      .slice(0, Math.max(1, Math.ceil((n + 1) / 2)))
      .map(({ id: issue }) => entry(0, { id: newId(), actor, issue, evidence: [] }))
  ),
  outcomes,
  keyJudgements: [newKeyJudgement(outcomes[3]!.id)],
  submission: { ...emptyBriefing('').submission, options: ['Wait.', 'Open it.', 'Ask.'] }
};
const edition = { ...fullEdition, template: 'brief' as const };

function shown(detail: Partial<BriefDetail>, language = 'en') {
  const whole = composePublication({ ...briefing, language }, {}, edition);
  const { pageOne, brief, matrix } = briefOnPage(whole, { ...briefDetails[0]!, ...detail });
  const rows = matrix?.tables[0]?.groups.flatMap((group) => group.rows) ?? [];
  return {
    options: pageOne.options,
    outcomes: brief?.outcomes.map(({ statement }) => statement),
    actors: rows.map(({ actor }) => actor.name),
    elsewhere: brief?.elsewhere
  };
}

test('all that has room stands there, and nothing points elsewhere', () => {
  const { actors: named, elsewhere } = shown({});
  expect([named.length, elsewhere]).toEqual([8, '']);
});

test('rows of least record go, options and outcomes from the last, and it is told where they stand', () => {
  expect(shown({ options: 2, outcomes: 2, rows: 5 })).toEqual({
    options: ['Wait.', 'Open it.'],
    outcomes: ['It opens.', 'It stays.'],
    actors: ['Actor 3', 'Actor 5', 'Actor 6', 'Actor 7', 'Actor 8'],
    elsewhere:
      'In the full briefing: Key judgements\u00a0+1; Options\u00a0+1; What could happen\u00a0+1; Who stands where\u00a0+3.'
  });
  expect(shown({ rows: 0 }).elsewhere).toBe('In the full briefing: Who stands where\u00a0+8.');
});

test.each([
  ['de', 'Im vollständigen Bericht: Optionen\u00a0+1.'],
  ['fr', 'Dans la note complète\u00a0: Options\u00a0+1.'],
  ['ru', 'В полной справке: Варианты\u00a0+1.'],
  ['uk', 'У повній довідці: Варіанти\u00a0+1.'],
  ['ar', 'في الإحاطة الكاملة: الخيارات\u00a0+١.']
])('in %s', (language, told) => {
  expect(shown({ options: 2 }, language).elsewhere).toBe(told);
});

test('what its author did not choose gives way first, and nothing comes back', () => {
  const amounts = briefDetails.map(({ tight, ...rest }) => [
    Number(!tight),
    ...Object.values(rest)
  ]);
  for (const [index, later] of amounts.slice(1).entries()) {
    const earlier = amounts[index]!;
    const isTighter = later[0]! < earlier[0]!;
    expect(later.slice(2).every((amount, part) => amount <= earlier[part + 2]!)).toBe(true);
    if (!isTighter) expect(later[1]).toBeLessThanOrEqual(earlier[1]!);
  }
});
