/** Protects that a number which a text names to correct it is never taken for one that it tells. */
import { expect, test } from 'vitest';
import { deniedNumbers, sentenceWithDenied } from './denied-numbers.js';

const minister =
  'The ministry also corrected the minister, who had said on Monday that the ban would cover 410 square kilometres.';
const ministry = 'The whole Sound measures 374 square kilometres; the northern half is about 190.';

test.each([
  [minister, [410]],
  ['The institute revised the share from 62 percent to 48 percent.', [62]],
  ['It corrected its figure of 410 square kilometres to 374.', [410]],
  ['It retracted the estimate of 410 boats.', [410]],
  ['The figure of 410 square kilometres was wrong, the ministry said.', [410]],
  ['Seven workers, not two, were hurt.', [2]],
  ['The minister had said that the ban would cover 410 square kilometres.', []],
  ['She corrected herself. It had said 410 boats.', []],
  ['The revised budget is 410 crowns.', []],
  ['410 boats were there, and she was wrong to say none were.', []]
])('%s', (text, denied) => {
  expect(deniedNumbers(text)).toEqual(denied);
});

const notice =
  'The Courier reported on Monday that the harbour has 14 cranes. It has 12. The Courier apologises for the error.';

test.each([
  [notice, [14]],
  ['The mayor said that 40 boats had sunk. The correct figure is 34.', [40]],
  ['It reported that 14 of 40 had left. It was 12 of 40. We regret the error.', [14]],
  [
    'Correction: on Tuesday we reported 38 boats. The harbour has 36. We are happy to say so.',
    [38]
  ],
  ['It reported that 14 had left. It apologises for the error.', []],
  ['The mayor said 40 boats had sunk. She had seen 12.', []]
])('what the next sentence corrects: %s', (text, denied) => {
  expect(deniedNumbers(text)).toEqual(denied);
});

test('the right number stands with the wrong one', () => {
  const text = `It rained.\n\n${notice}\n`;
  const start = text.indexOf('12');
  const range = sentenceWithDenied(text, { start, end: start + 2 });
  expect(text.slice(range.start, range.end)).toBe(notice);
});

test('the first number behind a correction stands with it', () => {
  const text = `It rained on 12 boats.\n\n${minister} ${ministry} So it is.`;
  const around = (words: string) => {
    const start = text.indexOf(words);
    const range = sentenceWithDenied(text, { start, end: start + words.length });
    return text.slice(range.start, range.end);
  };
  expect(around('374')).toBe(`${minister} ${ministry}`);
  expect(around('190')).toBe(ministry);
  expect(around('410')).toBe(minister);
  expect(around('12')).toBe('It rained on 12 boats.');
});
