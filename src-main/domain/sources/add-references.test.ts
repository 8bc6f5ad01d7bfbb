/** Protects that a reference becomes one source, and that what is there already stays as it is. */
import { expect, test } from 'vitest';
import { Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newSource, noText } from '../briefing/source.js';
import type { Reference } from '../references/reference.js';
import { addReferences, referencesInWords } from './add-references.js';

const now = new Date('2025-08-17T00:00:00Z');
const nothing: Reference = {
  title: '',
  author: '',
  publisher: '',
  published: null,
  url: '',
  accessed: null,
  language: null,
  bibliographic: null
};
const there = newSource({
  title: 'Talks  in Geneva',
  url: 'https://www.example.org/talks/?utm_source=x',
  text: 'a'.repeat(64),
  importedAt: now.toISOString()
});
const briefing = { ...emptyBriefing('B', now), sources: [there] };
const adding = (...references: Partial<Reference>[]) =>
  addReferences(
    briefing,
    { references: references.map((each) => ({ ...nothing, ...each })), refused: [] },
    now
  );

test('what a reference knows becomes a source without a text', () => {
  const { added, briefing: next } = adding({
    title: 'Second',
    author: 'Ada',
    published: '2025-08'
  });
  expect(added).toMatchObject([
    { title: 'Second', author: 'Ada', published: '2025-08', text: noText, reliability: 'F' }
  ]);
  expect(Briefing.parse(next)).toEqual(next);
  expect(next.sources).toEqual([there, ...added]);
});

test.each<[string, Partial<Reference>, number]>([
  ['its address', { title: 'Another', url: 'http://example.org/talks' }, 0],
  ['its title, without an address', { title: 'talks in geneva' }, 0],
  ['its title at another address', { title: 'Talks in Geneva', url: 'https://other.org/' }, 1],
  ['nothing of it', { title: 'Another' }, 1]
])('one that has %s', (_what, reference, count) => {
  const found = adding(reference, reference);
  expect(found.added).toHaveLength(count);
  expect(found.matched).toBe(2 - count);
  if (count === 0) expect(found.briefing).toBe(briefing);
});

test('tells what was added, matched and left out', () => {
  const { added } = adding({ title: 'Second' });
  expect(referencesInWords({ added, matched: 2, refused: ['x'] })).toBe(
    '1 source added, 2 in the briefing already, 1 left out. A reference brings no text: such a source can be cited and graded, but has no quotes.'
  );
  expect(referencesInWords({ added: [], matched: 1, refused: [] })).toBe(
    '0 sources added, 1 in the briefing already.'
  );
});

test('a briefing takes no more sources than it can hold', () => {
  const many = Array.from({ length: 2_001 }, (_, index) => ({ title: `Number ${index}` }));
  const { added, refused } = adding(...many);
  expect(added).toHaveLength(1_999);
  expect(refused).toEqual(['2 references left out: a briefing holds up to 2,000 sources.']);
});
