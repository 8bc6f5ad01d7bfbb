import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { WordsOfSources } from './lines-in-sources.js';

const [first, second] = [newId(), newId()];
const article =
  'Talks resume\n\nThe talks, which had stalled\nfor two years, resumed on Tuesday. All sides came.\n\nAnn Lee said:  “We will sign in May.”';
const words = new WordsOfSources([
  { id: first, text: article, paragraphs: [0, 14, article.indexOf('Ann Lee')] },
  { id: second, text: 'Prices rose by 5 per cent.\nThe bank was silent.', paragraphs: [0, 27] }
]);

function found(rendered: string): readonly (string | number)[][] {
  return words.find(rendered).map(({ line, source, place, paragraph }) => {
    const text = source === first ? article : 'Prices rose by 5 per cent.\nThe bank was silent.';
    return [
      rendered.slice(line.start, line.end),
      text.slice(place.start, place.end),
      source === first ? 1 : 2,
      paragraph
    ];
  });
}

test('a line leads to its words, whatever white space stands there', () => {
  expect(found('The talks, which had stalled for two years, resumed on Tuesday.')).toEqual([
    [
      'The talks, which had stalled for two years, resumed on Tuesday.',
      'The talks, which had stalled\nfor two years, resumed on Tuesday.',
      1,
      2
    ]
  ]);
});

test('a line over two paragraphs leads to both', () => {
  expect(
    found('All sides came. Ann Lee said: “We will sign in May.”').map(([line, , , paragraph]) => [
      line,
      paragraph
    ])
  ).toEqual([
    ['All sides came.', 2],
    ['Ann Lee said: “We will sign in May.”', 3]
  ]);
});

test('a label of ours before it does not hide it', () => {
  expect(
    found('Ann Lee: Ann Lee said: “We will sign in May.”\nBank: The bank was silent.')
  ).toEqual([
    ['Ann Lee said: “We will sign in May.”', 'Ann Lee said:  “We will sign in May.”', 1, 3],
    ['The bank was silent.', 'The bank was silent.', 2, 2]
  ]);
});

test('sentences out of several paragraphs lead each to its own', () => {
  expect(found('All sides came here. Prices rose by 5 per cent. The bank was silent.')).toEqual([
    ['Prices rose by 5 per cent.', 'Prices rose by 5 per cent.', 2, 1],
    ['The bank was silent.', 'The bank was silent.', 2, 2]
  ]);
});

test.each(['We will sign in June.', 'Talks', 'All sides', ''])('%s leads nowhere', (line) => {
  expect(found(line)).toEqual([]);
});

test('any words of a text are found at their place', () => {
  const piece = fc.array(
    fc.constantFrom('ab', 'cd', '“', ' ', '  ', '\n', '\n\n', '\t', 'é', '\u00a0'),
    {
      minLength: 5,
      maxLength: 60
    }
  );
  fc.assert(
    fc.property(piece, fc.nat(50), fc.integer({ min: 1, max: 60 }), (pieces, from, length) => {
      const text = pieces.join('');
      const wanted = text.slice(from, from + length).trim();
      const line = wanted.replace(/\s+/gu, ' ');
      const [hit] = new WordsOfSources([{ id: first, text }]).find(line);
      if (line.length < 12 || line.split(' ').length < 3) return;
      const place = hit?.place ?? { start: 0, end: 0 };
      expect(text.slice(place.start, place.end).replace(/\s+/gu, ' ')).toBe(line);
    })
  );
});
