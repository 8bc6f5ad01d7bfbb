/** Protects that an article which corrects a figure is never offered as evidence for it: from its words to the point to decide. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newId } from '../domain/base/values.js';
import { openContradictions } from '../domain/contradictions/find-contradictions.js';
import { NewsIndex } from '../domain/news/news-index.js';
import { acceptAll } from '../domain/suggestions/accept.js';
import { groundOf } from '../domain/suggestions/enter.js';
import { listSuggestions } from '../domain/suggestions/list-suggestions.js';
import { draftArticle } from './draft-article.js';

function read(words: string) {
  const text = `Harbour plan\n\nThe harbour director spoke in the town hall. ${words}\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft = draftArticle({ name: 'plan.txt', format: 'text', text, sha256 });
  const all = listSuggestions(draft, text, (range) => range);
  const figures = all.filter(({ kind }) => kind === 'figure');
  return { text, all, figures, ground: groundOf(newId(), text, figures) };
}

test('the figure that a sentence corrects is no repetition, and the next one a point to decide', () => {
  const first = read('She said the ban would cover 410 square kilometres of the sound.');
  const next = read(
    'The ministry also corrected the minister, who had said on Monday that the ban would cover 410 square kilometres. The whole sound measures 374 square kilometres; the northern half is about 190, it said.'
  );
  const known = acceptAll(emptyBriefing('Plan'), first.figures, first.ground);
  const news = next.figures.map((each) => [each.title, new NewsIndex(known).of(each, newId())?.is]);
  expect(news[0]).toEqual(['374 square kilometres', 'differs']);
  expect(news.map(([, is]) => is)).not.toContain('repeats');
  const both = acceptAll(known, next.figures, next.ground);
  expect(openContradictions(both).map(({ words, isCorrection }) => [words, isCorrection])).toEqual([
    [['410 square kilometres', '374 square kilometres'], true]
  ]);
});

test('what an outlet reported wrongly is neither its statement nor a figure, and its correction is a point to decide', () => {
  const first = read('The Courier noted that the harbour has 14 cranes.');
  const next = read(
    'The Courier reported on Wednesday that the harbour has 14 cranes. It has 12. The Courier apologises for the error.'
  );
  expect(next.all.filter(({ kind }) => /statement|quote/.test(kind))).toEqual([]);
  const told = next.figures.map((each) => each.kind === 'figure' && each.figure);
  expect(told).toMatchObject([{ value: 12, unit: 'cranes', denies: [14] }]);
  const known = acceptAll(emptyBriefing('Plan'), first.figures, first.ground);
  const both = acceptAll(known, next.figures, next.ground);
  expect(openContradictions(both).map(({ words, isCorrection }) => [words, isCorrection])).toEqual([
    [['14 cranes', '12'], true]
  ]);
});
