import { newCard } from '../briefing/entries.js';
import { describe, expect, test } from 'vitest';
import { newAnnotation } from '../briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../briefing/briefing.js';
import { newId } from '../base/values.js';
import { composeBook } from './book.js';
import { fullEdition } from './edition.js';
import { applyProfile } from './profile.js';
import { inChapter, idsInMarkAddress, markAddress } from './marks.js';

const moment = new Date('2025-08-17T09:00:00Z');

function part(title: string, headings: readonly string[], changes: Partial<Briefing> = {}) {
  const cards = headings.map((heading) => newCard('fact', { heading, body: '' }));
  return { briefing: { ...emptyBriefing(title, moment), cards, ...changes }, texts: {} };
}

const long = part('Long', ['One', 'Two', 'Three', 'Four', 'Five'], { marking: 'Secret' });
const short = part('Short', ['Alone'], { marking: 'Official', date: '2025-07' });

test('a book lists its briefings, and the headings of those that would list their own', () => {
  const { contents, marking, title } = composeBook({
    title: ' ',
    parts: [long, short],
    edition: fullEdition
  });
  expect(contents.map(({ level, heading, anchor }) => [level, heading, anchor])).toEqual([
    [1, 'Long', 'b1-title'],
    [2, 'One', 'b1-card-1'],
    [2, 'Two', 'b1-card-2'],
    [2, 'Three', 'b1-card-3'],
    [2, 'Four', 'b1-card-4'],
    [2, 'Five', 'b1-card-5'],
    [1, 'Short', 'b2-title']
  ]);
  expect({ marking, title }).toEqual({ marking: 'Secret', title: 'Briefing book' });
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

test('one-page briefs are listed by their titles alone', () => {
  const { contents } = composeBook({
    title: 'B',
    parts: [long, short],
    edition: { ...fullEdition, template: 'brief' }
  });
  expect(contents.map(({ heading }) => heading)).toEqual(['Long', 'Short']);
});

test('a briefing by itself has its own title, contents list and marking, and no prefix', () => {
  const book = composeBook({ title: null, parts: [long], edition: fullEdition });
  const [{ prefix, publication } = { prefix: null, publication: null }] = book.chapters;
  expect({
    ...book,
    chapters: prefix,
    contents: book.contents.map(({ anchor }) => anchor)
  }).toEqual(
    expect.objectContaining({
      title: 'Long',
      titlePage: false,
      marking: 'Secret',
      chapters: '',
      contents: publication?.contents.map(({ anchor }) => anchor)
    })
  );
  expect(book.contents.some(({ level }) => level === 1)).toBe(false);
  expect(composeBook({ title: null, parts: [short], edition: fullEdition }).contents).toEqual([]);
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
  const address = inChapter(markAddress(ids), 'b12-');
  expect(idsInMarkAddress(address)).toEqual(ids.map((id) => `b12-${id}`));
  expect(idsInMarkAddress(markAddress(ids))).toEqual(ids);
  expect(inChapter('https://example.org/', 'b1-')).toBe('https://example.org/');
  expect(idsInMarkAddress('urn:standpoint:mark:x+b1-')).toEqual([]);
});
