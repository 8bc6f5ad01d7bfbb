/** Protects that what the bundled fonts lack is named with its place; scripts/fonts tests the table itself. */
import { expect, test } from 'vitest';
import { emptyBriefing } from '../briefing/briefing.js';
import { newCard } from '../briefing/entries.js';
import { fullEdition } from './edition.js';
import { composeBook } from './book.js';
import { findMissingSigns, missingSignsOf } from './missing-signs.js';

function jobOf(title: string, ...bodies: readonly string[]) {
  const cards = bodies.map((body) => newCard('fact', { heading: 'Names', body }));
  const briefing = { ...emptyBriefing(title, new Date(0)), cards };
  return { title: null, parts: [{ briefing, texts: {} }], edition: fullEdition };
}

test.each([
  'The price is 5 € – “naïve”, Łódź, Αθήνα, Київ',
  'أوكرانيا ترفض',
  'אוקראינה דוחה',
  'यूक्रेन शांति',
  '− ± ○ → ↩ ≤ ≥ ² ½ ☺ 🌍',
  'joined\u200d, isolated\u2068x\u2069, varied\ufe0f, soft\u00ad, no\u00a0break\ttab'
])('%j is held', (text) => {
  expect(findMissingSigns(composeBook(jobOf(text, text)))).toEqual({ signs: [], places: [] });
  expect(missingSignsOf(jobOf(text))).toBe('');
});

test.each(['한국', 'ไทย', 'தமிழ்', 'አማርኛ', '乌克兰'])('%s is not', (text) => {
  expect(findMissingSigns(composeBook(jobOf('Title', text))).signs.join('')).toContain(
    [...text][0]
  );
});

test('says which signs, how many, and where', () => {
  expect(missingSignsOf(jobOf('Talks in 한', 'The 한 and the 국, 한'))).toBe(
    'No font that comes with Standpoint holds 2 signs: 한 국 (1 in the title, 3 in the card “Names”). Where this computer has no font for them, they print as boxes.'
  );
  const many = jobOf('', String.fromCodePoint(...Array.from({ length: 30 }, (_, i) => 0xac00 + i)));
  expect(missingSignsOf(many)).toMatch(/holds 30 signs: .+ and 18 more \(30 in the card/);
});
