/** “No quote” stands at each claim that rests on none, in every format and template, and nowhere else. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Annotation, newAnnotation } from '../domain/briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import {
  newActor,
  newFigure,
  newIssue,
  newKeyJudgement,
  newOutcome
} from '../domain/briefing/entries.js';
import { noText, newSource } from '../domain/briefing/source.js';
import { newId } from '../domain/base/values.js';
import { entry } from '../domain/ledger/testing/ledger.js';
import { fullEdition } from '../domain/publication/edition.js';
import { composePublication } from '../domain/publication/publication.js';
import { plainFormats } from './testing/plain-formats.js';

const moment = '2025-08-17T09:00:00Z';
const source = newSource({ text: noText, importedAt: moment });
const selectors = { quote: { exact: 'It closes.', prefix: '', suffix: '' }, position: null };
const [quote, other] = [1, 2].map(() =>
  newAnnotation({ type: 'source', id: source.id, selectors }, moment)
) as [Annotation, Annotation];
const [actor, issue] = [newActor('Ada', 'person'), newIssue('Should it close?')];
const [quoted, bare] = [{ evidence: [quote.id] }, { evidence: [] }];
const outcomes = ['Judged A.', 'Judged B.', 'Outcome A.', 'Outcome B.'].map((statement, index) =>
  newOutcome(statement, index % 2 === 0 ? [other.id] : [])
);
const event = { date: '2025-08-16', until: null, actors: [], by: null };
const said = { actor: actor.id, said: null, attribution: [], recordedAt: moment, by: null };
const briefing: Briefing = {
  ...emptyBriefing('Line 4', new Date(moment)),
  language: 'en',
  sources: [source],
  annotations: [quote, other],
  actors: [actor],
  issues: [issue],
  positions: [
    { ...entry(0, quoted), actor: actor.id, issue: issue.id, statement: 'Position A.' },
    { ...entry(1, bare), actor: actor.id, issue: issue.id, statement: 'Position B.' }
  ],
  statements: [
    { ...said, id: newId(), text: 'Statement A.', ...quoted },
    { ...said, id: newId(), text: 'Statement B.', ...bare }
  ],
  events: [
    { ...event, id: newId(), title: 'Event A.', ...quoted },
    { ...event, id: newId(), title: 'Event B.', ...bare }
  ],
  figures: [
    { ...newFigure('1', 1), measures: 'Figure A.', ...quoted },
    { ...newFigure('2', 2), measures: 'Figure B.', ...bare }
  ],
  outcomes,
  keyJudgements: outcomes.slice(0, 2).map(({ id }) => newKeyJudgement(id))
};

describe.each(plainFormats)('%s', (_format, write) => {
  let document = '';
  beforeAll(async () => {
    document = await write({ title: null, parts: [{ briefing, texts: {} }], edition: fullEdition });
  });

  test.each(['Judged', 'Statement', 'Event', 'Outcome', 'Figure'])('%s', (claim) => {
    const after = (words: string) => document.split(words)[1]?.slice(0, 14) ?? '';
    expect(after(`${claim} B.`)).toContain('(no quote)');
    expect(after(`${claim} A.`)).not.toContain('no quote');
  });

  test('as often as there are claims without one, of which the matrix tells a position once more', () => {
    expect(document.match(/no quote/gu)).toHaveLength(7);
  });
});

test('who stands where has the quotes of its key judgements', () => {
  const edition = { ...fullEdition, template: 'positions' as const };
  const { pageOne, notes } = composePublication(briefing, {}, edition);
  expect(pageOne.judgements.map(({ evidence }) => evidence)).toEqual([[2], []]);
  expect(notes).toHaveLength(2);
});
