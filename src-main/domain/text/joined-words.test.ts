import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asSentence, joinedByCommas, withAddition } from './joined-words.js';

const by = 'by September 2025';

test.each([
  ['The war continues', 'The war continues, by September 2025'],
  ['The war continues.', 'The war continues, by September 2025.'],
  ['The war continues. ', 'The war continues, by September 2025.'],
  ['Will the war continue?', 'Will the war continue? (by September 2025)'],
  ['The war continues …', 'The war continues … (by September 2025)'],
  ['The war continues...', 'The war continues... (by September 2025)'],
  ['Talks are held in the U.S.', 'Talks are held in the U.S., by September 2025'],
  ['战争继续。', '战争继续, by September 2025。'],
  ['', by]
])('%j with its day reads %j', (statement, told) => {
  expect(withAddition(statement, by)).toBe(told);
  expect(withAddition(statement, '')).toBe(statement.trim());
});

test.each([
  ['Ends here', 'Ends here.'],
  ['Ends here.', 'Ends here.'],
  ['Ends here?', 'Ends here?'],
  ['This briefing, “Where next?”', 'This briefing, “Where next?”'],
  ['This briefing, “The offer”', 'This briefing, “The offer”.'],
  ['(in part.)', '(in part.)'],
  ['结束。', '结束。'],
  ['', '']
])('%j as a sentence is %j', (words, sentence) => {
  expect(asSentence(words)).toBe(sentence);
});

test.each([
  [['A title', 'The Daily', '2025'], 'A title, The Daily, 2025'],
  [['It ended.', 'The Daily'], 'It ended, The Daily'],
  [['Will it hold?', 'The Daily'], 'Will it hold? The Daily'],
  [['', 'Example Inc.', ' ', '2025'], 'Example Inc., 2025'],
  [['It ended.'], 'It ended.'],
  [
    ['A. Writer', 'انتهى.', '30 August 2025'],
    '\u2068A. Writer\u2069, \u2068انتهى\u2069, \u206830 August 2025\u2069'
  ],
  [[], '']
])('%j in one line are %j', (parts, line) => {
  expect(joinedByCommas(parts)).toBe(line);
});

test('a sentence is ended once, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const once = asSentence(words);
      expect(asSentence(once)).toBe(once);
      expect(once.startsWith(words.trimEnd())).toBe(true);
    })
  );
});
