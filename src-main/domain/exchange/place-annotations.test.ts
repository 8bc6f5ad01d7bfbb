/** Protects a briefing from what a file of annotations claims: its ids, its links, its places and its size. */
import { expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { maxEntries, maxListed } from '../base/limits.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import { readAnnotations } from './formats.js';
import { placeAnnotations } from './place-annotations.js';
import { actor, annotate, briefingWith, hash } from './testing/exchange.js';

const text = 'The talks go on. The port reopens in June.';
const quoting = (exact: string) => ({
  uri: '',
  tags: [],
  target: [{ selector: [{ type: 'TextQuoteSelector', exact }] }]
});
const briefing = briefingWith(text);
const [card] = briefing.cards;
const row = (id: string, note: string, more: object = {}) => ({
  ...quoting('The port reopens'),
  id,
  text: note,
  ...more
});
const placeRows = (...rows: readonly object[]) =>
  placeAnnotations(briefing, { [hash]: text }, readAnnotations('x.json', JSON.stringify({ rows })));

test('never makes two entries of one id, and loses none', () => {
  const id = newId();
  const reply = (note: string) => ({ id, references: [id], text: note });
  const found = placeRows(
    row(id, 'first'),
    row(id, 'second'),
    row(card!.id, 'a card’s id'),
    reply('one'),
    reply('two')
  );
  expect(mendBriefing(found.briefing).mended).toEqual([]);
  expect(found.placed.map(({ note }) => note)).toEqual(['first', 'second', 'a card’s id']);
  expect(found.placed[0]?.id).toBe(id);
  expect(found.placed[0]?.replies.map(({ note }) => note)).toEqual(['one', 'two']);
  expect(found.mended).toMatch(/6 entries had the ids of others; they were given new ones\./);
});

test('is mended and said where links lead nowhere, and places are beyond the text', () => {
  const links = [
    { type: 'actor', id: actor },
    { type: 'actor', id: actor },
    { type: 'issue', id: newId() }
  ];
  const selector = [
    { type: 'TextPositionSelector', start: 0, end: 2 ** 53 - 1 },
    { type: 'TextQuoteSelector', exact: 'The port reopens' }
  ];
  const target = [{ selector }];
  const { placed, mended } = placeRows(row('', 'n', { standpoint: { links }, target }));
  expect(placed).toMatchObject([
    { links: [links[0]], target: { selectors: { position: { start: 17, end: 33 } } } }
  ]);
  expect(mended).toBe(
    'The file contradicted itself, and was mended. 1 link of an annotation led nowhere and was taken out.'
  );
});

test('has limits, which are named', () => {
  const many = Array.from({ length: maxEntries.annotations - 2 }, (_, i) =>
    annotate(briefing, text, 0, 3, { note: `${i}` })
  );
  const read = readAnnotations(
    'x.json',
    JSON.stringify({ rows: ['a', 'b', 'c', 'd'].map((note) => row('', note)) })
  );
  const full = { ...briefing, annotations: many };
  const { placed, refused } = placeAnnotations(full, { [hash]: text }, read);
  expect(placed).toHaveLength(2);
  expect(refused).toEqual(['2 more were left out: a briefing may have up to 50,000 annotations.']);
  const tags = Array.from({ length: maxListed + 1 }, (_, i) => `${i}`);
  expect(placeRows(row('', 'n', { tags })).refused).toEqual([
    '“The port reopens” was left out: it has 1,001 tags, replies or links of a kind; an annotation may have up to 1,000.'
  ]);
});
