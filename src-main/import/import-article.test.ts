/** What becomes of an article, in each of the ways that a person may choose. */
import { expect, test } from 'vitest';
import { readArticle, readDocument } from '../article/read-article.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { renderMarkdown } from '../domain/markdown/render-markdown.js';
import type { Article } from '../domain/program/article.js';
import { importArticle, type MakingOptions } from './import-article.js';

const page = `<!doctype html><html lang="en"><head><title>Harbour town votes on its bridge</title>
<meta property="article:published_time" content="2025-05-14T08:00:00Z"></head><body>
<div class="banner"><p>We use cookies to improve your experience on our website. Accept all</p></div>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Harbour town votes on its bridge</h1><p>By Ann Lee</p>
<figure><img src="bridge.jpg" alt=""><figcaption>The bridge at dusk. Photo: Ann Lee</figcaption></figure>
<p>HARROW (Wire) — The council of Harrow voted on Tuesday to close the old bridge, after engineers found cracks in two of its piers.</p>
<p>Sign up for our newsletter and never miss a story.</p>
<p>Mayor <b>Joan Reed</b> said that the decision had been made for <a href="https://example.org/safety">safety</a> alone.</p>
<p>Tom Hale, who leads the traders’ association, rejected the closure and warned that 40 per cent of the shops would lose their customers.</p>
<p>The old bridge carries 8,400 vehicles a day, the survey found, and it opened on 3 June 1931.</p>
</article><footer><p>© 2025 The Harrow Post. All rights reserved.</p><p>Share this article</p></footer></body></html>`;

async function imported(article: Article, options: MakingOptions) {
  const made: Briefing[] = [];
  const { remarks } = await importArticle(
    {
      create: (briefing) => Promise.resolve(void made.push(briefing)),
      addOriginals: () => Promise.resolve()
    },
    article,
    options
  );
  const [briefing] = made;
  if (!briefing) throw new Error('no briefing was made');
  return { briefing, remarks };
}

test('a web page becomes a draft of its story alone', async () => {
  const article = await readDocument('page.html', new TextEncoder().encode(page));
  const { briefing, remarks } = await imported(article, { as: 'composed' });
  expect(remarks).toEqual([]);
  expect(renderMarkdown(briefing.bottomLine).text).toBe(
    'The council of Harrow voted on Tuesday to close the old bridge, after engineers found cracks in two of its piers. Mayor Joan Reed said that the decision had been made for safety alone.'
  );
  const told = briefing.cards.map(({ body }) => renderMarkdown(body).text).join('\n');
  expect(told).toContain('Tom Hale, who leads the traders’ association, rejected');
  expect(told).not.toMatch(/cookies|Photo|newsletter|rights|Share|By Ann/);
  expect([
    briefing.bottomLineReviewed,
    ...briefing.cards.map(({ reviewed }) => reviewed)
  ]).not.toContain(true);
});

const text = readArticle(
  'story.txt',
  new TextEncoder().encode(
    'Bridge closed\n\nThe council closed the old bridge on Tuesday, 13 May 2025. “It is not safe,” said Mayor Joan Reed.'
  )
);

test('the article in cards, or nothing of it, where a person wants that', async () => {
  const cards = await imported(text, { as: 'cards' });
  expect(cards.briefing.cards.map(({ body }) => body).join('\n')).toContain('It is not safe');
  const { briefing } = await imported(text, { as: 'empty' });
  expect([briefing.title, briefing.bottomLine, briefing.cards]).toEqual(['Bridge closed', '', []]);
  expect(briefing.sources).toHaveLength(1);
});

test('what cannot be drafted in time comes in as cards, and that is told', async () => {
  const { briefing, remarks } = await imported(text, {
    as: 'composed',
    draftWith: () =>
      Promise.reject(
        new ExpectedFailure(
          'drafting-too-slow',
          'story.txt could not be drafted within 20 seconds.'
        )
      )
  });
  expect(briefing.cards.map(({ body }) => body).join('\n')).toContain('It is not safe');
  expect(remarks).toEqual([
    'story.txt could not be drafted within 20 seconds. It came in as the whole article, in cards.'
  ]);
});

test('the draft is handed on, with the day that it counts from', async () => {
  const told: (string | null)[] = [];
  await imported(text, {
    as: 'composed',
    onDraft: (draft, { published }) => told.push(draft.source.sha256, published)
  });
  expect(told).toEqual([text.sha256, null]);
});
