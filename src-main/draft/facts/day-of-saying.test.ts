import { expect, test } from 'vitest';
import { draftArticle } from '../draft-article.js';

/** A Saturday. */
const day = 'Saturday, 16 August 2025';

/** What is said last: its words, its day, and whether it is likely. */
test.each<[text: string, published: string, words: string, said: string | null, isLikely: boolean]>(
  [
    ['On Tuesday she had ruled out any talks.', day, 'any talks', '2025-08-12', false],
    ['Brill, who on Tuesday had ruled out any talks, left.', day, 'any talks', '2025-08-12', false],
    ['Brill, who on Tuesday had resigned, ruled out any talks.', day, 'any talks', null, false],
    ['Brill, who left on Tuesday, ruled out any talks.', day, 'any talks', null, false],
    [
      'She said that she would drop it, two days after insisting that it would stay.',
      day,
      'that it would stay',
      '2025-08-14',
      true
    ],
    [
      'She said on Friday that she would drop it, a week after she had insisted that it would stay.',
      day,
      'that it would stay',
      '2025-08-08',
      true
    ],
    [
      'She said that it would stay, three days before insisting that it would go.',
      day,
      'that it would go',
      '2025-08-19',
      true
    ],
    // Counted from a day that is not known, or not the day of what was said first.
    [
      'She said that she would drop it, two days after insisting that it would stay.',
      '',
      'that it would stay',
      null,
      false
    ],
    [
      'She said that she would drop it on 2 September, two days after insisting that it would stay.',
      day,
      'that it would stay',
      null,
      false
    ]
  ]
)('%s (%s)', (text, published, words, said, isLikely) => {
  const { attributions, dates } = draftArticle({
    name: 'a.txt',
    format: 'text',
    sha256: '0'.repeat(64),
    text: `The tax in the town\n${published}\n\nAnna Brill is the mayor, and there was much talk in the town. ${text}`
  });
  const last = attributions.at(-1);
  expect(last?.content.map((span) => span.text)).toEqual([words]);
  expect(dates.find(({ start }) => start === last?.time?.start)?.value ?? null).toBe(said);
  expect((last?.confidence ?? 0) >= 0.9).toBe(isLikely);
});
