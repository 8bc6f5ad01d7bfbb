import { expect, test } from 'vitest';
import { authorIn, publisherIn } from './head-of-article.js';

const story = 'The council of Harrow closed the bridge on Tuesday.';

test.each<[headline: string, text: string, publisher: string]>([
  ['Bridge shut | The Harrow Post', story, 'The Harrow Post'],
  ['Bridge shut | Region | The Harrow Post', story, 'The Harrow Post'],
  ['Bridge shut \\| Harrow 24', story, 'Harrow 24'],
  ['Bridge shut | Politics', story, ''],
  ['Bridge shut | what we know', story, ''],
  ['Bridge shut - The Harrow Post', story, 'The Harrow Post'],
  ['Bridge shut – Reuters', story, 'Reuters'],
  ['Bridge shut - News', story, ''],
  ['Bridge shut - Mayor', story, ''],
  ['Bridge shut - White House', story, ''],
  ['Bridge shut', `By Ann Lee for The Harrow Post\n\n${story}`, 'The Harrow Post'],
  ['Bridge shut', `By Ann Lee\n\n${story}`, ''],
  ['Bridge shut', `*By Ann Lee, The Harrow Post*\n\n${story}`, 'The Harrow Post'],
  ['Bridge shut', `By Ann Lee, The Harrow Post, 3 May 2026\n\n${story}`, 'The Harrow Post'],
  ['Bridge shut', `By Ann Lee, Staff Writer\n\n${story}`, ''],
  ['Bridge shut', `By Ann Lee and Bo Ek\nThe Harrow Post\n3 May\n\n${story}`, 'The Harrow Post'],
  ['Bridge shut', `By Ann Lee\nHarrow Valley Echo, 3 May 2026\n\n${story}`, 'Harrow Valley Echo'],
  ['Bridge shut', `The Harrow Post | Tuesday, May 3, 2026\n\n${story}`, 'The Harrow Post'],
  ['Bridge shut', `Harrow, 3 May 2026\n\n${story}`, ''],
  ['Bridge shut', `By Ann Lee\nHarrow Bridge\n\n${story}`, ''],
  ['Bridge shut', `By Ann Lee for a friend\n\n${story}`, ''],
  ['Bridge shut', `HARROW (Reuters) — ${story}`, 'Reuters'],
  ['Bridge shut', `Harrow, 3 May 2025 (dpa) – ${story}`, 'dpa'],
  ['Bridge shut', `HARROW, 3 May (Harrow Wire) - ${story}`, 'Harrow Wire'],
  ['Bridge shut', `(CNN) -- ${story}`, 'CNN'],
  ['Bridge shut', `Ann Lee (Greens) – ${story}`, ''],
  ['Bridge shut', `${story} It was in the news (Reuters).`, ''],
  ['Bridge shut | The Harrow Post', `HARROW (AP) — ${story}`, 'The Harrow Post'],
  ['', '', '']
])('%s, %s: %s', (headline, text, publisher) => {
  expect(publisherIn(headline, text)).toBe(publisher);
});

test.each<[byline: string, author: string]>([
  ['By Ann Lee', 'Ann Lee'],
  ['**By Ann Lee**', 'Ann Lee'],
  ['By Ann Lee and Bo van der Ek', 'Ann Lee and Bo van der Ek'],
  ['By Ann Lee, Bo Ek and Cy O’Day', 'Ann Lee, Bo Ek and Cy O’Day'],
  ['By Ann Lee for The Harrow Post', 'Ann Lee'],
  ['By Ann Lee, The Harrow Post, 3 May 2026', 'Ann Lee'],
  ['By Ann Lee, Staff Writer', 'Ann Lee'],
  ['By Staff Writer', ''],
  ['By Our Correspondent', ''],
  ['By The Harrow Post', ''],
  ['By Monday it was over.', ''],
  ['By Harrow', ''],
  [`By Ann Lee the bridge was shut.`, '']
])('%s is by “%s”', (byline, author) => {
  expect(authorIn(`Bridge shut\n\n${byline}\n\n${story}`)).toBe(author);
});
