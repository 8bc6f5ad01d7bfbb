import { newCard } from '../briefing/entries.js';
import { describe, expect, test } from 'vitest';
import { newAnnotation } from '../briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../briefing/briefing.js';
import { newId } from '../base/values.js';
import { composeBook } from './book.js';
import { fullEdition } from './edition.js';
import { applyProfile } from './profile.js';
import { idsInMarkAddress } from './marks.js';

const moment = new Date('2025-08-17T09:00:00Z');

function part(title: string, headings: readonly string[], changes: Partial<Briefing> = {}) {
  const cards = headings.map((heading) => newCard('fact', { heading, body: '' }));
  return { briefing: { ...emptyBriefing(title, moment), cards, ...changes }, texts: {} };
}

const long = part('Long', ['One', 'Two', 'Three', 'Four', 'Five'], { marking: 'Secret' });
const short = part('Short', ['Alone'], { marking: 'Official', date: '2025-07' });

test('a book without a title has one, the strictest marking, and a prefix for each briefing', () => {
  const book = composeBook({ title: ' ', parts: [long, short], edition: fullEdition });
  expect(book).toMatchObject({ marking: 'Secret', title: 'Briefing book' });
  expect(book.chapters.map(({ prefix }) => prefix)).toEqual(['b1-', 'b2-']);
});

describe('what holds private words is marked as its author’s copy', () => {
  const own = part('Own', ['One'], {
    language: 'en',
    marking: 'Internal',
    cards: [newCard('note', { heading: 'For me' })]
  });
  const text = { type: 'source' as const, id: newId() };
  const selectors = { quote: { exact: 'It closes.', prefix: '', suffix: '' }, position: null };
  const annotation = {
    ...newAnnotation({ ...text, selectors }, '2025-08-17T09:00:00Z'),
    note: 'Ask.'
  };
  const noted = part('Noted', ['One'], { language: 'en', annotations: [annotation] });
  const markingOf = (
    parts: readonly ReturnType<typeof part>[],
    edition: Partial<typeof fullEdition> = {},
    title: string | null = null
  ) => composeBook({ title, parts, edition: { ...fullEdition, ...edition } }).marking;
  const told = 'Author’s copy, with private notes';

  test('by a card of its author’s alone, by a note, and in a book by one of its briefings', () => {
    expect(markingOf([own])).toBe(`Internal · ${told}`);
    expect(markingOf([noted])).toBe(told);
    expect(markingOf([short, own], {}, 'B')).toContain(told);
    expect(markingOf([short])).toBe('Official');
  });

  test('not where they are not printed', () => {
    expect(markingOf([own], { template: 'brief' })).toBe('Internal');
    expect(markingOf([own], { template: 'positions' })).toBe('Internal');
    expect(markingOf([noted], { notes: false })).toBe('');
    expect(markingOf([applyProfile(own, 'audience')])).toBe('Internal');
  });
});

test('a briefing by itself has its own title and marking, and no prefix', () => {
  const book = composeBook({ title: null, parts: [long], edition: fullEdition });
  expect(book).toMatchObject({ title: 'Long', titlePage: false, marking: 'Secret' });
  expect(book.chapters.map(({ prefix }) => prefix)).toEqual(['']);
});

const dated = { ...long, briefing: { ...long.briefing, date: '2025-08-17' as const } };
test.each([
  [[dated, short], '2 briefings · July 2025 to 17 August 2025'],
  [[short, dated], '2 briefings · July 2025 to 17 August 2025'],
  [[dated], '1 briefing · 17 August 2025'],
  [[long, dated], '2 briefings · 17 August 2025'],
  [[long], '1 briefing']
])('says how many there are and of which days', (parts, facts) => {
  expect(composeBook({ title: 'B', parts, edition: fullEdition }).facts).toBe(facts);
});

test('the same annotation in two chapters has two addresses', () => {
  const ids = [newId(), newId()];
  const inChapter = ids.map((id) => `b12-${id}`);
  for (const named of [ids, inChapter]) {
    expect(idsInMarkAddress(`urn:standpoint:mark:${named.join('+')}`)).toEqual(named);
  }
  expect(idsInMarkAddress('https://example.org/')).toEqual([]);
  expect(idsInMarkAddress('urn:standpoint:mark:x+b1-')).toEqual([]);
});
