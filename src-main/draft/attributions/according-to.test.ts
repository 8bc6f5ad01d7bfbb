import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { findAttributions } from './find-attributions.js';

/** "source | content | confidence" */
test.each<[text: string, ...expected: string[]]>([
  [
    'According to the Arts and Humanities Citation Index Professor Lunt is the most cited scholar.',
    'the Arts and Humanities Citation Index | Professor Lunt is the most cited scholar | 0.8'
  ],
  [
    'According to the ministry of health two people died.',
    'the ministry of health | two people died | 0.8'
  ],
  [
    'According to the Bank of England inflation will fall.',
    'the Bank of England | inflation will fall | 0.8'
  ],
  ['According to the court Lunt was guilty.', 'the court | Lunt was guilty | 0.8'],
  ['According to a survey 40% of voters agree.', 'a survey | 40% of voters agree | 0.8'],
  [
    'According to Okafor the plan, which he backed, will fail.',
    'Okafor | the plan, which he backed, will fail | 0.93'
  ],
  [
    'According to her biographer Anna Lunt her father was poor.',
    'her biographer Anna Lunt | her father was poor | 0.93'
  ],
  [
    'According to people briefed on the matter, the talks failed.',
    'people briefed on the matter | the talks failed | 0.93'
  ],
  // Nothing tells where one name ends and the next begins.
  ['According to the BBC Lunt will resign.']
])('according to, without a comma or with one: %s', (text, ...expected) => {
  const found = findAttributions(readingOf(text))
    .filter(({ rule }) => rule === 'cue: according to')
    .map(({ source, content, confidence }) =>
      [wordsAt(text, source), ...content.map((range) => wordsAt(text, range)), confidence].join(
        ' | '
      )
    );
  expect(found).toEqual(expected);
});
