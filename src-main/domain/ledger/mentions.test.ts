import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newActor } from '../briefing/entries.js';
import { newId } from '../base/values.js';
import { findMentions, mentionsOf } from './mentions.js';

test.each<[text: string, names: readonly string[], found: readonly string[]]>([
  ['Trump met Putin. Mr Trump’s aide left.', ['Trump'], ['Trump', 'Trump']],
  [
    'Donald Trump and Trumpism, Trump-backed.',
    ['Donald Trump', 'Trump'],
    ['Donald Trump', 'Trump']
  ],
  ['The US told us; USA, U.S. and US.', ['US', 'U.S.'], ['US', 'U.S.', 'US']],
  ['UKRAINE AND ukraine', ['Ukraine'], ['UKRAINE', 'ukraine']],
  ['the terrorists are protesting', ['Terrorists'], ['terrorists']],
  ['The Central Bank', ['central bank'], ['Central Bank']],
  ['STRASSE and straße', ['Straße'], ['STRASSE', 'straße']],
  ['Who asks the WHO? Nato and NATO.', ['WHO', 'NATO'], ['WHO', 'NATO']],
  ['Eta said: eta', ['Eta'], ['Eta']],
  ['New\nYork, New  York', ['New York'], ['New\nYork', 'New  York']],
  ["O’Brien or O'Brien", ["O'Brien"], ['O’Brien', "O'Brien"]],
  ['Зеленский и Зеленского', ['Зеленский'], ['Зеленский']],
  ['زيلينسكي وصل. وزيلينسكي', ['زيلينسكي'], ['زيلينسكي']],
  ['ゼレンスキー大統領とゼレンスキー氏', ['ゼレンスキー'], ['ゼレンスキー', 'ゼレンスキー']],
  ['中国政府', ['中国'], ['中国']],
  ['Yahoo!s (C++) [x]', ['Yahoo!', 'C++', '[x]'], ['Yahoo!', 'C++', '[x]']],
  [
    'Jean-Claude, and/or Al-Nahda',
    ['Jean-Claude', 'and/or', 'al-Nahda'],
    ['Jean-Claude', 'and/or', 'Al-Nahda']
  ],
  ['nothing', ['', ' '], []],
  ['caf\u00e9s and cafe\u0301', ['cafe'], []]
])('%j names %j', (text, names, found) => {
  expect(findMentions(text, names).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

test('a person is named as written or in capitals: Bush is no bush', () => {
  const text = 'Bush and BUSH in the bush';
  const found = findMentions(text, ['Bush'], 'person');
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['Bush', 'BUSH']);
  expect(findMentions(text, ['Bush'], 'group')).toHaveLength(3);
});

const piece = fc.constantFrom(
  'Kyiv',
  'kyiv',
  'KYIV',
  ' ',
  'a',
  'é',
  '\u0301',
  '.',
  '’s',
  '\n',
  '中',
  '𝒶',
  '('
);
const words = fc.array(piece, { maxLength: 12 }).map((all) => all.join(''));

test('mentions are apart, in order, and each is one of the names', () => {
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 3 }), (text, names) => {
      const plain = (name: string) =>
        name.normalize('NFC').trim().replace(/\s+/gu, ' ').toUpperCase();
      const known = names.map(plain);
      let last = 0;
      for (const { start, end } of findMentions(text, names)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(known).toContain(plain(text.slice(start, end)));
        last = end;
      }
    })
  );
});

test('a snippet shows the name among its words, and every place counts', () => {
  const text = `${'Long before that, others spoke. '.repeat(4)}Then Kyiv agreed, ${'and so it went on. '.repeat(5)}Kyiv`;
  const id = newId();
  const { count, first } = mentionsOf(newActor('Kyiv', 'state'), [{ id, text }], 1);
  expect(count).toBe(2);
  expect(first).toMatchObject([
    {
      target: id,
      snippet: [
        '… that, others spoke. Long before that, others spoke. Then ',
        'Kyiv',
        expect.stringMatching(/^ agreed, .* …$/)
      ]
    }
  ]);
  fc.assert(
    fc.property(words, words, (before, after) => {
      const whole = `${before} Kyiv ${after}`;
      const { first: all } = mentionsOf(newActor('Kyiv', 'state'), [{ id, text: whole }], 99);
      for (const { range, snippet } of all) {
        expect(whole.slice(range.start, range.end)).toBe(snippet[1]);
        expect(snippet.join('')).not.toMatch(/\n/);
      }
    })
  );
});
