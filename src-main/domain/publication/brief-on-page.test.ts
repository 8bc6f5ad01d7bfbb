/** A brief that is too long for its page gives way by a rule, and says where the rest stands. */
import { describe, expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import {
  type Card,
  newActor,
  newCard,
  newIssue,
  newKeyJudgement,
  newOutcome
} from '../briefing/entries.js';
import { newId } from '../base/values.js';
import { hashOfLine } from '../briefing/drafted-sentences.js';
import { entry } from '../ledger/testing/ledger.js';
import { type BriefDetail, briefDetails, briefOnPage } from './brief-on-page.js';
import { openingOf } from './document/opening.js';
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

describe('cards', () => {
  const told = (cards: readonly Partial<Card>[], detail: Partial<BriefDetail>) => {
    const made = cards.map((part) => newCard('fact', part));
    const whole = composePublication({ ...briefing, cards: made }, {}, edition);
    const { brief } = briefOnPage(whole, { ...briefDetails[0]!, ...detail });
    const points = brief!.points.map(({ heading, point }) => [
      heading,
      ...[point.sentence, ...point.lines].filter((words) => words !== '')
    ]);
    return [...points, brief!.elsewhere];
  };
  const said = { heading: 'Who says what', body: '- Ann refuses.\n- Ben agrees.\n- Cem waits.' };

  test('a list is told by as many of its lines as there is room for, and it is said how many are not', () => {
    expect(told([said], { lines: 6 })).toEqual([
      ['Who says what', 'Ann refuses.', 'Ben agrees.', 'Cem waits.'],
      ''
    ]);
    expect(told([said], { lines: 2 })).toEqual([
      ['Who says what', 'Ann refuses.', 'Ben agrees.'],
      'In the full briefing: Who says what\u00a0+1.'
    ]);
  });

  test('where not all lines have room, confirmed ones stay first, then those of the latest day', () => {
    const body = '- Ann refuses.\n- 13 August 2025: Ben agrees.\n- 17 August 2025: Cem waits.';
    expect(told([{ heading: 'Who says what', body }], { lines: 2 })[0]).toEqual([
      ...['Who says what', '13 August 2025: Ben agrees.', '17 August 2025: Cem waits.']
    ]);
    const draft = { drafted: true, reviewed: false, confirmedLines: [hashOfLine('Ann refuses.')] };
    expect(told([{ heading: 'Who says what', body, ...draft }], { lines: 2 })[0]).toEqual([
      ...['Who says what', 'Ann refuses.', '17 August 2025: Cem waits.']
    ]);
    const isToCome = '- Ann refuses.\n- Ben agrees.\n- 9 September 2025: The vote.';
    expect(told([{ heading: 'Dates', body: isToCome }], { lines: 2 })[0]).toEqual([
      ...['Dates', 'Ann refuses.', 'Ben agrees.']
    ]);
  });

  test('a line that was overtaken goes first, though it is confirmed', () => {
    const body = '- Ann refuses.\n- 17 August 2025: Ann agrees.';
    const card = newCard('fact', { heading: 'Who says what', body, reviewed: true });
    const whole = composePublication({ ...briefing, cards: [card] }, {}, edition);
    const [point] = whole.brief!.points;
    const brief = {
      ...whole.brief!,
      points: [{ ...point!, overtaken: new Set(['Ann refuses.']) }]
    };
    const detail = { ...briefDetails[0]!, lines: 1 };
    const [left] = briefOnPage({ ...whole, brief }, detail).brief!.points;
    expect(left!.point.sentence).toBe('17 August 2025: Ann agrees.');
  });

  test('a line that is too long is left out whole, the others stay', () => {
    expect(told([said], { sentence: 11 })).toEqual([
      ['Who says what', 'Ben agrees.', 'Cem waits.'],
      'In the full briefing: Who says what\u00a0+1.'
    ]);
  });

  test('no heading stands there without words but one that has nothing below it', () => {
    const table = '| a | b |\n| --- | --- |\n| 1 | 2 |';
    const cards = [
      { heading: 'Background', body: 'They met for three hours.' },
      { heading: 'Figures', body: table },
      { heading: 'The line is closed' },
      { heading: 'Costs', body: 'They doubled.', keyPoint: 'Costs doubled in a year.' },
      {}
    ];
    expect(told(cards, { sentence: 12 })).toEqual([
      ['The line is closed'],
      ['Costs', 'Costs doubled in a year.'],
      'In the full briefing: Background\u00a0+1; Figures\u00a0+1.'
    ]);
  });

  test('beyond eight, cards that are left out are counted together', () => {
    const cards = Array.from({ length: 10 }, (_, n) => ({
      heading: `Card ${n}`,
      body: 'Too long.'
    }));
    expect(told(cards, { sentence: 0 }).at(-1)).toMatch(/Card 7\u00a0\+1; Key points\u00a0\+2\.$/u);
  });
});

test('what its author did not choose gives way first, and nothing comes back', () => {
  const amounts = briefDetails.map(({ tight, ...of }) => [
    ...[Number(!tight), of.sentence, of.lines],
    ...[of.evidence, of.quotes, of.options, of.outcomes, of.rows]
  ]);
  for (const [index, later] of amounts.slice(1).entries()) {
    const earlier = amounts[index]!;
    const isTighter = later[0]! < earlier[0]!;
    expect(later.slice(3).every((amount, part) => amount <= earlier[part + 3]!)).toBe(true);
    if (isTighter) continue;
    expect(later[1]).toBeLessThanOrEqual(earlier[1]!);
    expect(later[2]).toBeLessThanOrEqual(earlier[2]!);
  }
});

test('a key point is marked unreviewed line by line once some of its lines are confirmed', () => {
  const body = '- Ann refuses.\n- Ben agrees.';
  const pointWith = (confirmed: readonly string[]) => {
    const card = newCard('position', {
      ...{ heading: 'Who says what', body, drafted: true, reviewed: false },
      confirmedLines: confirmed.map(hashOfLine)
    });
    const parts = openingOf(composePublication({ ...briefing, cards: [card] }, {}, edition));
    return parts
      .flatMap(({ blocks }) => blocks)
      .flatMap((each) => (each.kind === 'point' ? [each.unreviewed, ...each.lines] : []));
  };
  expect(pointWith([])).toEqual(['unreviewed', 'Ann refuses.', 'Ben agrees.']);
  expect(pointWith(['Ann refuses.'])).toEqual(['', 'Ann refuses.', 'Ben agrees. (unreviewed)']);
  expect(pointWith(['Ann refuses.', 'Ben agrees.'])).toEqual(['', 'Ann refuses.', 'Ben agrees.']);
});
