/** Weekdays of an article that mean another day by the day of the briefing. */
import { describe, expect, test } from 'vitest';
import { newSource } from '../briefing/source.js';
import { lintBriefing } from './lint-briefing.js';
import { briefingWith, today } from './testing/linted.js';

describe('a weekday in the bottom line, from a source of Thursday, 14 August 2025', () => {
  const sentence = 'The ministers meet on Tuesday in Geneva.';
  const text = `It rained. ${sentence} The talks began on Thursday. On Tuesday, 12 August, they paused.`;
  const of = (bottomLine: string, date: string | null, published = '2025-08-14') => {
    const article = newSource({
      published,
      text: 'b'.repeat(64),
      importedAt: `${today}T00:00:00Z`
    });
    const briefing = { ...briefingWith(''), sources: [article], bottomLine, date };
    return lintBriefing(briefing, { [article.text]: text }, today);
  };

  test.each([
    ['once it has come', sentence, '2025-08-19', [sentence]],
    ['not before', sentence, '2025-08-18', []],
    ['not on the day of the source', 'The talks began on Thursday.', '2025-08-20', []],
    [
      'a week after it',
      'The talks began on Thursday.',
      '2025-08-21',
      ['The talks began on Thursday.']
    ],
    ['not with its date', 'On Tuesday, 12 August, they paused.', '2025-09-30', []],
    ['not behind its day', `16 September 2025: ${sentence}`, '2025-09-30', []],
    [
      'behind another day',
      `17 September 2025: ${sentence}`,
      '2025-09-30',
      [`17 September 2025: ${sentence}`]
    ],
    ['not in words of one’s own', 'They meet on Tuesday.', '2025-09-30', []],
    ['not in a briefing without a day', sentence, null, []],
    ['not in one of a month', sentence, '2025-09', []]
  ])('is told %s', (_when, bottomLine, date, told) => {
    const found = of(bottomLine, date);
    expect(found.map(({ rule }) => rule)).toEqual(told.map(() => 'passed-weekday'));
    expect(found.map(({ words }) => words)).toEqual(told);
  });

  test('is told with both days, and not where a later source has the sentence', () => {
    expect(of(sentence, '2025-08-25')[0]?.message).toBe(
      '“Tuesday” was written on 14 August 2025, and this briefing is of 25 August 2025. Say which day is meant.'
    );
    expect(of(sentence, '2025-08-25', '2025-08-21')).toEqual([]);
  });
});
