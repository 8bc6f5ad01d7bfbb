/** Protects what a reader is told to contradict: both sides on their quotes, and never what was settled as if it were open. */
import { describe, expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { newAnnotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newActor, newFigure, newIssue } from '../briefing/entries.js';
import { newSource } from '../briefing/source.js';
import { openContradictions } from '../contradictions/find-contradictions.js';
import { contestPositions, dismissContradiction } from '../contradictions/settle.js';
import { entry } from '../ledger/testing/ledger.js';
import { standingOf } from './claims.js';
import { type Edition, fullEdition } from './edition.js';
import { applyProfile } from './profile.js';
import { composePublication } from './publication.js';
import { en } from '../terms/printed/en.js';

const moment = '2025-08-17T09:00:00Z';
const source = newSource({
  ...{ title: 'The Daily', text: 'a'.repeat(64), published: '2025-08-16', importedAt: moment },
  ...{ reliability: 'B', credibility: '2' }
});
const quoteOf = (exact: string) => {
  const selectors = { quote: { exact, prefix: '', suffix: '' }, position: null };
  return newAnnotation({ type: 'source', id: source.id, selectors }, moment);
};
const [yes, no, forty, sixty] = [
  'said that she backs the toll',
  'called the toll a mistake',
  '40 boats',
  '60 boats'
].map(quoteOf);
const [mayor, toll] = [newActor('The mayor', 'person'), newIssue('Should there be a toll?')];
const ofCell = { actor: mayor.id, issue: toll.id };
const figure = { ...newFigure('', 0), measures: 'boats in the harbour', unit: 'boats' };
const briefing: Briefing = {
  ...emptyBriefing('The crossing', new Date(moment)),
  sources: [source],
  annotations: [yes!, no!, forty!, sixty!],
  actors: [mayor],
  issues: [toll],
  positions: [
    entry(1, { ...ofCell, said: '2025-08-10', evidence: [yes!.id] }),
    entry(2, { ...ofCell, said: '2025-08-15', stance: 'opposes', evidence: [no!.id] })
  ],
  figures: [
    { ...figure, id: newId(), wording: '40 boats', value: 40, evidence: [forty!.id] },
    { ...figure, id: newId(), wording: '60 boats', value: 60, evidence: [sixty!.id] }
  ]
};
const [stances, figures] = openContradictions(briefing);
const reason = 'One counts the ferries.';
const dismissed = dismissContradiction(briefing, figures!, reason, new Date(moment));
const pointsIn = (of: Briefing, edition: Partial<Edition> = {}) =>
  composePublication(of, {}, { ...fullEdition, ...edition }).points;

test('tells both sides with their days, quotes and the numbers of their notes', () => {
  const { points, notes, contents } = composePublication(briefing, {});
  expect(points.map(({ kind, about }) => [kind, about])).toEqual([
    ['Two stances in force', 'The mayor: Should there be a toll?'],
    ['Two figures for one measure', 'boats in the harbour']
  ]);
  expect(points[0]?.sides).toMatchObject([
    { stance: 'supports', when: '10 August 2025' },
    { stance: 'opposes', when: '15 August 2025' }
  ]);
  for (const { quotes } of points.flatMap(({ sides }) => sides)) {
    expect(quotes).toHaveLength(1);
    const [{ number, words, place } = { number: 0, words: '', place: '' }] = quotes;
    const note = notes.find((each) => each.number === number);
    expect(note?.annotation.target.selectors.quote.exact).toBe(words);
    expect(place).toBe('The Daily, 16 August 2025, grade B2');
  }
  expect(contents.map(({ heading }) => heading)).toContain('Open points');
});

test('tells how each was settled, and of what was dismissed why', () => {
  const settled = contestPositions(dismissed, stances!.one, stances!.other);
  expect(pointsIn(settled).map(({ settlement }) => settlement)).toEqual([
    'Contested: both stay in force.',
    `Dismissed on 17 August 2025: ${reason}`
  ]);
  expect(pointsIn(settled, { notes: false }).map(({ settlement }) => settlement)).toEqual([
    'Contested: both stay in force.'
  ]);
});

test('matrix and ledger say what is contested, until one of the two is superseded', () => {
  const contested = contestPositions(briefing, stances!.one, stances!.other);
  const standing = (of: Briefing) =>
    composePublication(of, {}).ledger.flatMap(({ claims }) =>
      claims.map((claim) => standingOf(claim, en))
    );
  expect(standing(contested)).toEqual([['contested'], ['contested']]);
  const { matrix } = composePublication(contested, {});
  expect(matrix!.tables[0]!.groups[0]!.rows[0]!.cells[0]!.claim?.several).toMatch(
    /^contested: \w+, \w+$/
  );
  const later = entry(3, { ...ofCell, supersedes: [stances!.one] });
  // What supersedes it contradicts the other as well, and of that nobody has said anything.
  expect(standing({ ...contested, positions: [...contested.positions, later] }).toSorted()).toEqual(
    [['open point'], ['open point'], ['superseded']]
  );
});

test('has no section where nothing contradicts, and none in the other templates', () => {
  const agreed = composePublication({ ...briefing, positions: [], figures: [] }, {});
  expect([agreed.points, agreed.openPoints]).toEqual([[], 0]);
  expect(agreed.contents.map(({ heading }) => heading)).not.toContain('Open points');
  for (const template of ['brief', 'positions', 'changes'] as const) {
    expect(pointsIn(briefing, { template })).toEqual([]);
  }
});

test('the one-page brief counts those of the whole briefing', () => {
  const brief = composePublication(dismissed, {}, { ...fullEdition, template: 'brief' });
  expect(brief.openPoints).toBe(1);
});

describe('an audience', () => {
  const parts = { schema: 4, briefing: dismissed, texts: {} } as const;
  const { briefing: shown } = applyProfile(parts, 'audience');

  test('does not take for open what was dismissed, and learns no reason', () => {
    expect(pointsIn(shown).map(({ kind }) => kind)).toEqual(['Two stances in force']);
    expect(JSON.stringify(shown)).not.toContain(reason);
    expect(shown.dismissals).toMatchObject([{ of: 'contradiction', words: '', reason: '' }]);
    expect(applyProfile({ ...parts, briefing: shown }, 'audience').briefing).toEqual(shown);
  });

  test('gets no other dismissal, and none of words that were left out', () => {
    const [dismissal] = dismissed.dismissals;
    const others = [
      { ...dismissal!, of: 'finding' as const },
      { ...dismissal!, rule: 'Private words' },
      { ...dismissal!, rule: 'quotes', about: newId() }
    ];
    const { dismissals } = applyProfile(
      { ...parts, briefing: { ...dismissed, dismissals: others } },
      'audience'
    ).briefing;
    expect(dismissals).toEqual([]);
  });
});
