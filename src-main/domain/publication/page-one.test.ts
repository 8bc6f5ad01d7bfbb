/** Protects page one: it tells all that was filled in, nothing that was not, and never joins likelihood and confidence. */
import { describe, expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../briefing/briefing.js';
import { newCard, newKeyJudgement, newOutcome } from '../briefing/entries.js';
import { newSource } from '../briefing/source.js';
import { newId } from '../base/values.js';
import { entry } from '../ledger/testing/ledger.js';
import { en } from '../terms/printed/en.js';
import { fr } from '../terms/printed/fr.js';
import { fullEdition, keepEdition } from './edition.js';
import { judgeable } from './key-judgements.js';
import { reasonsOf } from '../terms/judged-in-words.js';
import { markingInWords, pageOneOf, portionMarkInWords } from './page-one.js';
import { composePublication } from './publication.js';
import { sourceSummaryOf } from './source-summary.js';

const moment = '2025-08-17T09:00:00Z';
const empty = emptyBriefing('Talks', new Date(moment));

describe('the submission', () => {
  test('of a briefing that asks nothing, nothing is told', () => {
    expect(pageOneOf(empty, en)).toEqual({
      kind: '',
      address: [],
      decideBy: '',
      asks: [],
      options: [],
      judgements: [],
      sources: [],
      closing: []
    });
  });

  test('what is filled in is told, and nothing else', () => {
    const submission = { ...empty.submission, to: ' The Minister ', contact: 'Duty officer' };
    expect(pageOneOf({ ...empty, submission }, en)).toMatchObject({
      kind: 'Submission',
      address: [{ label: 'To', words: 'The Minister' }],
      closing: [{ label: 'Contact', words: 'Duty officer' }]
    });
  });

  test('each line of the recommendation is one decision; what is only to be noted cannot be refused', () => {
    const recommendation = 'agree to ask in writing;\n\nnote that no text is public.';
    const submission = { ...empty.submission, recommendation, decideBy: '2025-08-18' };
    const { kind, decideBy, asks } = pageOneOf({ ...empty, submission }, en);
    expect([kind, decideBy]).toEqual(['Submission for decision', '18 August 2025']);
    expect(asks).toEqual([
      { letter: 'a', words: 'agree to ask in writing;', boxes: ['Agree', 'Discuss', 'No'] },
      { letter: 'b', words: 'note that no text is public.', boxes: ['Noted'] }
    ]);
  });

  test('what is to be noted is so in any language', () => {
    const recommendation = 'note that no text is public\nprendre acte du coût\nkaufen';
    const submission = { ...empty.submission, recommendation };
    const { asks } = pageOneOf({ ...empty, submission }, fr);
    expect(asks.map(({ boxes }) => boxes.length)).toEqual([1, 1, 3]);
  });

  test('in French one is told in the singular', () => {
    const { known, graded } = fr.pageOne;
    expect([known.stated(1), known.denied(1), known.reported(2)]).toEqual([
      '1 dans les mots de l’acteur',
      '1 démentie par l’acteur',
      '2 telles que rapportées'
    ]);
    expect(graded(1, 'B2', 'fiable', 'vrai')).toBe('1 cotée B2 (fiable\u202f; vrai)');
  });

  test('a line that leads to others has no boxes, and signs of Markdown are not printed', () => {
    const recommendation = 'That you:\n1. **agree** to talks;\n2. _note_ the cost (2 * 3).';
    const { asks } = pageOneOf(
      { ...empty, submission: { ...empty.submission, recommendation } },
      en
    );
    expect(asks.map(({ letter, words, boxes }) => [letter, words, boxes.length])).toEqual([
      ['', 'That you:', 0],
      ['a', 'agree to talks;', 3],
      ['b', 'note the cost (2 * 3).', 1]
    ]);
  });
});

describe('key judgements', () => {
  const outcome = {
    ...newOutcome('Talks go on.', []),
    likelihood: 'likely' as const,
    confidence: 'low' as const,
    horizon: '2025-09'
  };
  const judged = { ...newKeyJudgement(outcome.id), because: 'Nobody has moved.', gaps: ' ' };
  const briefing: Briefing = { ...empty, outcomes: [outcome], keyJudgements: [judged] };

  test('tell likelihood and confidence apart, and the reasons that were written', () => {
    const [judgement] = pageOneOf(briefing, en).judgements;
    expect(judgement).toMatchObject({
      statement: 'Likely: Talks go on, by September 2025.',
      likelihood: { word: 'likely', range: '55–80 %', from: 55, to: 80 },
      confidence: 'low'
    });
    expect(reasonsOf(judgement!, en)).toEqual([{ label: 'Because', words: 'Nobody has moved.' }]);
  });

  test.each([
    ['en', 'It ends before 8 November.', 'Unlikely: It ends before 8 November.'],
    ['en', 'It ends by November 8, 2016.', 'Unlikely: It ends by November 8, 2016.'],
    ['en', 'It ends by 2016-11-08', 'Unlikely: It ends by 2016-11-08'],
    ['en', 'It ends.', 'Unlikely: It ends, by 8 November 2016.'],
    [
      'fr',
      'The union is unlikely to strike before 8 November 2016',
      'The union is unlikely to strike before 8 November 2016'
    ],
    ['fr', 'It ends before 8 November 2016.', 'Improbable\u00a0: It ends before 8 November 2016.'],
    [
      'en',
      'Le syndicat ne fera pas grève avant le 8 novembre 2016, c’est improbable.',
      'Le syndicat ne fera pas grève avant le 8 novembre 2016, c’est improbable.'
    ],
    ['en', 'It is as on 18 November.', 'Unlikely: It is as on 18 November, by 8 November 2016.'],
    [
      'en',
      'It is as on 8 November 2015.',
      'Unlikely: It is as on 8 November 2015, by 8 November 2016.'
    ],
    ['de', 'Sie endet vor dem 8. November.', 'Unwahrscheinlich: Sie endet vor dem 8. November.'],
    ['fr', 'Il finit le 8 novembre 2016.', 'Improbable\u00a0: Il finit le 8 novembre 2016.'],
    ['ru', 'Она закончится до 8 ноября.', 'Маловероятно: Она закончится до 8 ноября.'],
    ['uk', 'Він скінчиться до 8 листопада.', 'Малоймовірно: Він скінчиться до 8 листопада.'],
    ['ar', 'تنتهي قبل ٨ نوفمبر.', 'مستبعد: تنتهي قبل ٨ نوفمبر.']
  ])('are true read alone, and name their day once: %s, %j', (language, statement, told) => {
    const unlikely = {
      ...outcome,
      statement,
      likelihood: 'unlikely' as const,
      horizon: '2016-11-08'
    };
    const whole = { ...briefing, language, outcomes: [unlikely] };
    const { pageOne } = composePublication(whole, {});
    expect(pageOne.judgements[0]?.statement).toBe(told);
  });

  test.each([
    [null, 'Talks go on.', 'Not judged: Talks go on.'],
    ['likely', 'Talks are likely to go on.', 'Talks are likely to go on.'],
    ['likely', 'A deal is very likely.', 'Likely: A deal is very likely.'],
    ['even', 'Talks go on in 2016.', 'Roughly even chance: Talks go on in 2016.']
  ] as const)('one that is %s says so once: %j', (likelihood, statement, told) => {
    const outcomes = [{ ...outcome, statement, likelihood, horizon: '2016' }];
    const [judgement] = pageOneOf({ ...briefing, outcomes }, en).judgements;
    expect(judgement?.statement.replace(', by 2016', '')).toBe(told);
  });

  test('are printed once: what could happen are the others', () => {
    const other = newOutcome('Talks stop.', []);
    const more = { ...briefing, outcomes: [outcome, other] };
    const { outcomes, pageOne } = composePublication(more, {});
    expect(pageOne.judgements).toHaveLength(1);
    expect(outcomes?.outcomes.map((each) => each.outcome.id)).toEqual([other.id]);
    expect(composePublication(briefing, {}).outcomes).toBeNull();
  });

  test('one about a position is likely by itself, and as sure as the position', () => {
    const position = { ...entry(0, { confidence: 'high' }), statement: 'No land is given up' };
    const about = { ...newKeyJudgement(position.id), likelihood: 'even' as const };
    const [judgement] = pageOneOf(
      {
        ...empty,
        positions: [position],
        keyJudgements: [about]
      },
      en
    ).judgements;
    expect(judgement?.statement).toContain('No land is given up');
    expect(judgement).toMatchObject({ likelihood: { from: 45, to: 55 }, confidence: 'high' });
  });

  test('what has words and is judged by none can be taken up', () => {
    const other = newOutcome('War goes on.', []);
    const outcomes = [outcome, other, newOutcome(' ', [])];
    expect(judgeable({ ...briefing, outcomes })).toEqual([
      { about: other.id, words: 'War goes on.' }
    ]);
  });
});

describe('the source summary', () => {
  const source = (grade: 'B2' | 'F6', published: string, origin: Briefing['id'] | null) =>
    newSource({
      text: 'a'.repeat(64),
      importedAt: moment,
      published,
      origin,
      reliability: grade === 'B2' ? 'B' : 'F',
      credibility: grade === 'B2' ? '2' : '6'
    });
  const origin = newId();

  test('counts origins, not reports, and tells grades, days and how positions are known', () => {
    const sources = [
      source('B2', '2025-08-16', origin),
      source('B2', '2025-08-14', origin),
      source('F6', '2025-08-15', null)
    ];
    const positions = [entry(0, { status: 'reported', evidence: [newId()] })];
    expect(sourceSummaryOf({ ...empty, sources, positions }, en)).toEqual([
      {
        label: 'Sources',
        words: '3 sources of 2 origins; those of one origin say no more than one'
      },
      { label: 'Grades', words: '2 graded B2 (usually reliable; probably true); 1 not graded' },
      { label: 'Published', words: '14 August 2025 to 16 August 2025' },
      { label: 'Positions in force', words: '1 as reported' }
    ]);
  });

  test.each([
    [[null], '1 source'],
    [[null, null], '2 sources'],
    [[origin, origin], '2 sources of one origin, which say no more than one'],
    [[null, null], '2 sources, all of one outlet', ['The Courier', 'the courier']],
    [[null, null], '2 sources', ['The Courier', '']],
    [[null], '1 source', ['The Courier']]
  ])('%j: %s of %j', (origins, words, publishers: string[] = []) => {
    const sources = origins.map((one, i) => ({
      ...source('B2', '2025-08-16', one),
      publisher: publishers[i] ?? ''
    }));
    expect(sourceSummaryOf({ ...empty, sources }, en)[0]?.words).toBe(words);
  });

  test('a position without a quote is told as one', () => {
    const positions = [entry(0, { status: 'inferred', evidence: [] })];
    const sources = [source('B2', '2025-08-16', null)];
    expect(sourceSummaryOf({ ...empty, sources, positions }, en).at(-1)?.words).toBe(
      '1 inferred from conduct; 1 without a quote'
    );
  });
});

describe('marks', () => {
  test.each([
    ['', ''],
    ['U', '(U)'],
    ['(Internal)', '(Internal)'],
    ['[NATO]', '[NATO]']
  ])('the portion mark %j is printed as %j, behind the heading', (portionMark, printed) => {
    expect(portionMarkInWords(portionMark)).toBe(printed);
    const cards = [newCard('fact', { heading: 'Winter', portionMark })];
    const { cards: told, contents } = composePublication({ ...empty, cards }, {});
    const heading = `Winter ${printed}`.trim();
    expect([told[0]?.heading, contents[0]?.heading]).toEqual([heading, heading]);
  });

  test('the number of a copy stands beside the marking, and is not kept for the next one', () => {
    expect(markingInWords(' Internal ', false, '3 of 12', en)).toBe('Internal · Copy 3 of 12');
    expect(markingInWords('', false, '3', en)).toBe('Copy 3');
    expect(keepEdition([], { ...fullEdition, copyNumber: '3' })[0]?.copyNumber).toBe('');
  });
});
