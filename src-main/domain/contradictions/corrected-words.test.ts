/** Protects that evidence which a newer version of its source has otherwise is an open point, and is one until somebody settles it. */
import { expect, test } from 'vitest';
import { describe as describeRange } from '../anchoring/locate.js';
import { carryToUpdate } from '../anchoring/carry-to-update.js';
import type { Id } from '../base/values.js';
import { newAnnotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newActor, newFigure, newIssue } from '../briefing/entries.js';
import { newSource, type Source } from '../briefing/source.js';
import { entry } from '../ledger/testing/ledger.js';
import { citeNewerVersion, correctedEvidence, newerEvidence } from './corrected-words.js';
import { openContradictions, sortContradictions } from './find-contradictions.js';
import { aboutPoint, reportOpenPoints, sidesInWords } from './report-open-points.js';
import { dismissContradiction, takeUpContradiction } from './settle.js';

const moment = '2025-03-01T09:00:00Z';
const first = `The clerk opened the hearing at ten. The plan would cancel half a trillion dollars in loans. The states
object to it, and they ask for more time. Nobody else spoke on that day.`;
const second = first.replace('half a trillion dollars', 'over 400 billion dollars');
const third = second.replace(' and they ask for more time.', ' all of them.');

function version(name: string, published: string, updates: Source | null = null): Source {
  const more = { title: `Transcript, ${name}`, published, updates: updates?.id ?? null };
  return newSource({ text: name.repeat(64).slice(0, 64), importedAt: moment, ...more });
}
const early = version('a', '2025-02-28');
const late = version('b', '2025-03-02', early);
const latest = version('c', '2025-03-05', late);
const texts = { [early.text]: first, [late.text]: second, [latest.text]: third };

function on(words: string, source = early, text = first) {
  const start = text.indexOf(words);
  const selectors = describeRange(text, start, start + words.length);
  return newAnnotation({ type: 'source', id: source.id, selectors }, moment);
}
const loans = on('The plan would cancel half a trillion dollars in loans.');
const object = on('The states\nobject to it');
const bare = on('half a trillion');
const [states, plan] = [newActor('The states', 'group'), newIssue('Cancel the loans?')];
const figure = {
  ...newFigure('half a trillion', 5e11),
  ...{ measures: 'loans that would be cancelled', evidence: [loans.id] }
};
const briefing: Briefing = {
  ...emptyBriefing('Loans', new Date(moment)),
  sources: [early, late],
  annotations: [object, loans, bare],
  actors: [states],
  issues: [plan],
  figures: [figure],
  positions: [entry(1, { actor: states.id, issue: plan.id, evidence: [object.id] })]
};
const found = correctedEvidence(briefing, texts);
const newer = 'The plan would cancel over 400 billion dollars in loans.';

test('tells evidence that changed, and neither what stayed nor what nothing rests on', () => {
  expect(found).toEqual([
    {
      ...{ quoting: loans.id, part: null, quote: loans.target.selectors.quote.exact },
      ...{ source: early.id, update: late.id, words: newer, noted: null },
      ...{ claims: [figure.id], isTakenUp: false }
    }
  ]);
});

test('finds the same quotes as the comparison of the two versions', () => {
  const { touched } = carryToUpdate(
    briefing,
    { id: early.id, text: first },
    { id: late.id, text: second }
  );
  expect(touched).toEqual(found.flatMap(({ claims }) => claims));
});

test('is an open point with both wordings and both sources', () => {
  const [point, ...others] = reportOpenPoints(briefing, found);
  expect(others).toEqual([]);
  expect(aboutPoint(point!)).toBe('loans that would be cancelled');
  expect(sidesInWords(point!)).toEqual(['Earlier version', 'Newer version']);
  expect(point).toMatchObject({
    kind: 'corrected',
    one: { words: loans.target.selectors.quote.exact, quotes: [{ source: { id: early.id } }] },
    other: { words: newer, quotes: [{ annotation: null, source: { id: late.id } }] }
  });
});

test('goes by the newest version, where words may be gone, and by none whose text is not here', () => {
  const all = { ...briefing, sources: [early, late, latest] };
  const { annotations, ...rest } = all;
  const more = on('and they ask for more time');
  const positions = [entry(1, { actor: states.id, issue: plan.id, evidence: [more.id] })];
  const longer = { ...rest, annotations: [...annotations, more], positions };
  const told = (there: typeof texts) =>
    correctedEvidence(longer, there).map(({ update, words }) => [update, words]);
  expect(told(texts)).toEqual([
    [latest.id, newer],
    [latest.id, expect.not.stringContaining('more time')]
  ]);
  expect(told({ [early.text]: first, [late.text]: second })).toEqual([[late.id, newer]]);
  expect(told({ [early.text]: first })).toEqual([]);
});

test('versions that name one another in a circle come to an end', () => {
  const sources = [{ ...early, updates: late.id }, late];
  expect(correctedEvidence({ ...briefing, sources }, texts)).toEqual(found);
});

test.each([
  [
    'it rests on the newer words too',
    (b: Briefing) => citeNewerVersion(b, texts, found[0]!, new Date(moment))
  ],
  [
    'it was dismissed',
    (b: Briefing) => dismissContradiction(b, openContradictions(b, found)[0]!, 'A slip.')
  ],
  [
    'its position was superseded',
    (b: Briefing) => {
      const held = entry(2, { actor: states.id, issue: plan.id, evidence: [loans.id] });
      const since = entry(3, { actor: states.id, issue: plan.id, supersedes: [held.id] });
      return { ...b, figures: [], positions: [held, since] };
    }
  ]
])('is open no more once %s', (_how, settle) => {
  const settled = settle(briefing);
  expect(openContradictions(settled, correctedEvidence(settled, texts))).toEqual([]);
});

test('citing the newer words keeps the old ones and what the entry says', () => {
  const next = citeNewerVersion(briefing, texts, found[0]!, new Date(moment));
  const added = next.annotations.at(-1);
  expect(added?.target).toMatchObject({ id: late.id, selectors: { quote: { exact: newer } } });
  expect(next.figures).toEqual([{ ...figure, evidence: [loans.id, added?.id] }]);
  expect(next.positions).toBe(briefing.positions);
  const [again] = correctedEvidence(next, texts);
  expect(again).toMatchObject({ noted: added?.id, isTakenUp: true });
  // What stands there already is cited, and none is added beside it.
  const without = { ...next, figures: [figure] };
  const [open] = correctedEvidence(without, texts);
  expect(citeNewerVersion(without, texts, open!, new Date(moment))).toEqual(next);
});

test('what was dismissed is told as settled, and can be taken up again', () => {
  const [open] = openContradictions(briefing, found);
  const dismissed = dismissContradiction(briefing, open!, 'A slip.', new Date(moment));
  expect(sortContradictions(dismissed, found).settled).toMatchObject([
    { contradiction: { kind: 'corrected' }, dismissal: { reason: 'A slip.' } }
  ]);
  expect(takeUpContradiction(dismissed, open!)).toEqual(briefing);
});

test('white space alone is no other wording', () => {
  const spaced = { ...texts, [late.text]: first.replace('half a', 'half  a') };
  const words = (id: Id) =>
    correctedEvidence({ ...briefing, annotations: [{ ...loans, id }] }, spaced);
  expect(words(loans.id)).toEqual([]);
});

test('a position can be recorded on the newer words, with an annotation that citing would have made', () => {
  const [changed] = found;
  const made = newerEvidence(briefing, texts, changed!);
  expect(made?.target).toMatchObject({
    id: changed!.update,
    selectors: { quote: { exact: newer } }
  });
  const cited = citeNewerVersion(briefing, texts, changed!);
  const again = correctedEvidence(cited, texts).find(({ quoting }) => quoting === changed!.quoting);
  expect(newerEvidence(cited, texts, again!)).toBe(cited.annotations.at(-1));
});

test('words that a newer version gives to another speaker are told with their sentences', () => {
  const [old, now] = ['European Commission', 'Russian Foreign Ministry'].map(
    (speaker) =>
      `It was late. “This runs counter to the law,” said a spokesperson for the ${speaker}. Rain fell.`
  );
  const mark = on('This runs counter to the law', early, old);
  const made: Briefing = {
    ...emptyBriefing('Talks'),
    sources: [early, late],
    annotations: [mark],
    positions: [entry(1, { evidence: [mark.id] })]
  };
  const [found, ...more] = correctedEvidence(made, { [early.text]: old!, [late.text]: now! });
  expect(more).toEqual([]);
  expect(found).toMatchObject({ quoting: mark.id, update: late.id, isTakenUp: false });
  expect(found?.quote).toContain('European Commission');
  expect(found?.words).toContain('Russian Foreign Ministry');
  const mended = old!.replace('was late', 'was very late').replace('spokesperson', 'speaker');
  expect(correctedEvidence(made, { [early.text]: old!, [late.text]: mended })).toEqual([]);
});
