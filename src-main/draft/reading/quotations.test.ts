import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitParagraphs } from '../outline/paragraphs.js';
import { readQuotations } from './quotations.js';

function quotationsIn(text: string): string[] {
  const { quotations } = readQuotations(text, splitParagraphs(text));
  return quotations.map(({ start, end }) => text.slice(start, end));
}

test.each<[what: string, text: string, expected: string[]]>([
  ['curly', 'He said “no” twice.', ['“no”']],
  ['straight', 'He said "no" and "yes".', ['"no"', '"yes"']],
  ['typed twice', "''We go,'' he said.", ["''We go,''"]],
  ['backticks', "``We go,'' he said.", ["``We go,''"]],
  ['British single', '‘We’re off,’ she said.', ['‘We’re off,’']],
  ['straight single', "'We are off,' she said.", ["'We are off,'"]],
  [
    'single with a possessive',
    '‘The leaders’ plan is dead,’ she said.',
    ['‘The leaders’ plan is dead,’']
  ],
  ['guillemets', 'Il a dit « non ».', ['« non »']],
  ['low and high', 'Er sagte: „Nein“.', ['„Nein“']],
  ['nested', '“He told me ‘never’,” she said.', ['“He told me ‘never’,”']],
  ['nested the British way', '‘He told me “never”,’ she said.', ['‘He told me “never”,’']],
  ['apostrophes', "It's the workers' day, isn't it?", []],
  ['elisions', "rock 'n' roll", []],
  ['left open at a paragraph that goes on', '“One.\n\n“Two.”', ['“One.', '“Two.”']],
  ['a mark inside one that was left open', 'A 6" pipe and "a word" here', ['"a word"']],
  ['nothing', '', []]
])('%s', (_, text, expected) => {
  expect(quotationsIn(text)).toEqual(expected);
});

test('any text: as long as before, quotations in order and apart', () => {
  const mark = fc.constantFrom(
    '"',
    '“',
    '”',
    "'",
    '‘',
    '’',
    "''",
    '«',
    '»',
    ' ',
    '\n\n',
    'word',
    '.',
    '😀'
  );
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const { clean, quotations } = readQuotations(text, splitParagraphs(text));
      expect(clean.length).toBe(text.length);
      let last = 0;
      for (const { start, end } of quotations) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    })
  );
});
