/** One article gives one draft, whatever the thread has drafted before. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Article } from '../domain/program/article.js';
import { draftArticle } from './draft-article.js';

function article(name: string, text: string): Article {
  return { name, format: 'text', text, sha256: '0'.repeat(64) };
}

const sample = readFileSync(
  new URL('../../resources/samples/alaska-summit.txt', import.meta.url),
  'utf8'
);
/** Each ends a sentence in a form of a name that the tagger does not know. */
const others = [
  'The minister said that her plan is better than Trump’s. But the party will vote on it.',
  'The council rejected the plan that was Zelenskyy’s. It will vote on Putin’s. And on the Kremlin’s.'
];
const articles = [sample, ...others].map((text, i) => article(`${i}.txt`, text));

const drafted = (each: Article) => JSON.stringify(draftArticle(each));

test('drafts are equal forwards, backwards and one between all others', () => {
  const forwards = articles.map(drafted);
  const backwards = articles.toReversed().map(drafted).toReversed();
  const between = articles.map((each) => articles.map((other) => [other, each].map(drafted)[1]));
  // Compared here, since a failure would print whole drafts.
  expect(forwards.map((draft, i) => draft === backwards[i])).toEqual([true, true, true]);
  const differing = between.flatMap((drafts, i) => drafts.filter((draft) => draft !== forwards[i]));
  expect(differing).toHaveLength(0);
});

test('a sentence is read alike before and behind others of the same article', () => {
  const sentence = 'Trump’s party supports the ban on imports, the minister said on Monday.';
  const before = 'Nothing is better than Trump’s. But it passed.';
  const [alone, behind] = [sentence, `${before}\n\n${sentence}`].map((text) =>
    draftArticle(article('a.txt', text)).actors.map(({ name }) => name)
  );
  expect(alone).not.toEqual([]);
  expect(behind).toEqual(alone);
});

test('a name is parted from its genitive also at the end of a sentence', () => {
  const text = 'The minister rejected the plan. It was the Kremlin’s. So it failed.';
  const names = draftArticle(article('a.txt', text)).actors.map(({ name }) => name);
  expect(names).toEqual(['Kremlin']);
});
