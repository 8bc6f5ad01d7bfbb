/** A line that tells a figure which a later source denies says so in every format, and never within what somebody said. */
import { expect, test } from 'vitest';
import { describe as selectorsAt } from '../domain/anchoring/locate.js';
import { newId } from '../domain/base/values.js';
import { newAnnotation } from '../domain/briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { newActor, newCard, newFigure } from '../domain/briefing/entries.js';
import { newSource } from '../domain/briefing/source.js';
import { openContradictions } from '../domain/contradictions/find-contradictions.js';
import { dismissContradiction, settleFigures } from '../domain/contradictions/settle.js';
import { documentOf } from '../domain/publication/document/document-of.js';
import { type Edition, fullEdition } from '../domain/publication/edition.js';
import { composePublication } from '../domain/publication/publication.js';
import { asMarkdown } from './briefing-markdown.js';
import { forReaders } from './formats.js';
import { plainFormats } from './testing/plain-formats.js';

const moment = '2024-03-14T09:00:00Z';
const hash = 'a'.repeat(64);
const denial = 'The harbours lost 26 million crowns last year, not 62 million as she had said.';
const source = { ...newSource({ text: hash, importedAt: moment }), published: '2024-03-14' };
const quote = newAnnotation(
  { type: 'source', id: source.id, selectors: selectorsAt(denial, 0, denial.length) },
  moment
);
const of = { unit: 'crowns', measures: 'crowns that the harbours lost' };
const older = { ...newFigure('62 million crowns', 62e6), ...of };
const newer = { ...newFigure('26 million crowns', 26e6), ...of, evidence: [quote.id] };
const told = 'corrected, 14 March 2024: 26 million crowns';

function telling(body: string, keyPoint = ''): Briefing {
  return {
    ...emptyBriefing('Harbours'),
    language: 'en',
    cards: [newCard('fact', { heading: 'Losses', body, keyPoint })],
    sources: [source],
    annotations: [quote],
    figures: [older, newer]
  };
}

function job(briefing: Briefing, edition: Partial<Edition> = {}) {
  return forReaders({
    title: null,
    parts: [{ briefing, texts: { [hash]: denial } }],
    edition: { ...fullEdition, ...edition }
  });
}

test.each([
  [
    'The harbours lost 62 million crowns because ships waited.',
    `lost 62 million crowns (${told}) because`
  ],
  ['**62 million crowns** were lost by harbours.', `**62 million crowns (${told})** were`],
  ['The HARBOURS lost 62 Million Crowns.', `62 Million Crowns (${told}).`],
  [
    '“Our harbours lost 62 million crowns last year,” she said.',
    `62 million crowns last year,” (${told}) she`
  ],
  [
    '"That is over. Harbours lost 62 million crowns." So she said.',
    `62 million crowns." (${told}) So`
  ]
])('%s', (body, marked) => {
  const [printed] = composePublication(telling(body), { [hash]: denial }).cards;
  expect(printed!.card.body).toContain(marked);
});

test.each([
  ['what denies it', 'It was not 62 million crowns that the harbours lost.'],
  ['the correction itself', denial],
  ['a sentence that has both', 'Harbours lost 26 million crowns; she had said 62 million crowns.'],
  ['another measure of the same amount', 'The harbours spent 62 million crowns.'],
  ['a longer number', 'The harbours lost 1.62 million crowns.'],
  ['a quotation set apart', '> The harbours lost 62 million crowns.']
])('%s is not marked', (_name, body) => {
  const [printed] = composePublication(telling(body), { [hash]: denial }).cards;
  expect(printed!.card.body).toBe(body);
});

test.each(plainFormats)('%s marks card, figure and statement', async (_name, write) => {
  const actor = newActor('Ilse Marrack', 'person');
  const text = 'the harbours lost 62 million crowns';
  const briefing = {
    ...telling('The harbours lost 62 million crowns.'),
    actors: [actor],
    statements: [
      {
        ...{ id: newId(), actor: actor.id, text, said: null, attribution: [], evidence: [] },
        ...{ recordedAt: moment, by: null }
      }
    ]
  };
  const written = await write(job(briefing));
  expect(written.split(told)).toHaveLength(4);
});

test.each([
  ['chosen', 'Harbours: see below.', 'Harbours lost 62 million crowns.'],
  ['proposed', 'The harbours lost 62 million crowns. It rained.', ''],
  ['proposed in quotation marks', '“The harbours lost 62 million crowns.”\n\nIt rained.', '']
])('the one page marks a key point, %s', (_name, body, keyPoint) => {
  const { opening } = documentOf(job(telling(body, keyPoint), { template: 'brief' })).chapters[0]!;
  const points = opening.find(({ role }) => role === 'points');
  expect(JSON.stringify(points)).toContain(told);
});

test('words that a reader looks up have it beside them', () => {
  const said = '“The harbours lost 62 million crowns.”';
  const card = newCard('quote', { body: said });
  const note = newAnnotation(
    { type: 'card', id: card.id, selectors: selectorsAt(said, 0, said.length) },
    moment
  );
  const briefing = telling('');
  const { notes } = composePublication(
    { ...briefing, cards: [card], annotations: [quote, { ...note, note: 'Check.' }] },
    { [hash]: denial }
  );
  expect(notes.map(({ newerVersion }) => newerVersion)).toContain(
    'Corrected, 14 March 2024: 26 million crowns.'
  );
});

test('whoever dismisses the correction lets both stand', () => {
  const briefing = telling('The harbours lost 62 million crowns.');
  const [found] = openContradictions(briefing);
  const dismissed = dismissContradiction(briefing, found!, 'Of two harbours.');
  expect(asMarkdown(job(dismissed))).not.toContain('corrected');
});

test('what a person says is corrected is marked in title and bottom line, however they write the amount', () => {
  const said =
    'Councillors voted to back a £214 million energy plant on the site of the former steelworks.';
  const hashOfDay = 'b'.repeat(64);
  const first = { ...newSource({ text: hashOfDay, importedAt: moment }), published: '2026-05-12' };
  const evidence = newAnnotation(
    { type: 'source', id: first.id, selectors: selectorsAt(said, 0, said.length) },
    moment
  );
  const cost = { unit: '£', measures: 'cost of the plant' };
  const was = { ...newFigure('£214 million', 214e6), ...cost, evidence: [evidence.id] };
  const is = { ...newFigure('£231 million', 231e6), ...cost, evidence: [quote.id] };
  const open: Briefing = {
    ...telling('- A grant of £214 million was paid in France.'),
    title: 'Harrowmouth backs £214m incinerator at former steelworks',
    bottomLine: said,
    sources: [first, source],
    annotations: [evidence, quote],
    figures: [was, is]
  };
  const [found] = openContradictions(open);
  const settled = settleFigures(open, found!, is.id, 'correction');
  const printed = composePublication(settled, { [hash]: denial, [hashOfDay]: said });
  const mark = '(corrected, 14 March 2024: £231 million)';
  expect(printed.title).toBe(`Harrowmouth backs £214m ${mark} incinerator at former steelworks`);
  expect(printed.bottomLine).toContain(`a £214 million ${mark} energy plant`);
  expect(printed.cards[0]!.card.body).toBe(settled.cards[0]!.body);
  const changed = settleFigures(open, found!, is.id, 'change');
  expect(composePublication(changed, { [hash]: denial, [hashOfDay]: said }).title).toBe(
    'Harrowmouth backs £214m (since 14 March 2024: £231 million) incinerator at former steelworks'
  );
});
