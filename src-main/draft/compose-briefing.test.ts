import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Briefing } from '../domain/briefing/briefing.js';
import { composeBriefing } from './compose-briefing.js';
import { draftArticle } from './draft-article.js';

const now = new Date('2025-08-17T09:00:00Z');

function compose(text: string, format: 'text' | 'markdown' = 'markdown'): Briefing {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const article = { name: 'article', format, text, sha256 };
  return composeBriefing(article, { as: 'cards', draft: draftArticle(article) }, now).briefing;
}

test('takes title, author, date and address from front matter', () => {
  const text = readFileSync(new URL('../../e2e/texts/opinion.md', import.meta.url), 'utf8');
  const briefing = compose(text);
  expect(briefing.title).toBe('The case for “slower” trains');
  expect(briefing.sources).toMatchObject([
    {
      title: 'The case for “slower” trains',
      author: 'Editorial board',
      publisher: '',
      published: '2024-11-05',
      url: 'https://example.org/slower-trains',
      format: 'markdown',
      text: createHash('sha256').update(text).digest('hex'),
      importedAt: now.toISOString()
    }
  ]);
  expect(briefing.cards[1]?.body).toContain('| Fast line');
});

test('a title of opening words says that they were cut; one that is whole, or a clause, has no ellipsis', () => {
  const asked = 'The states ask this Court to deny that vital relief to millions of Americans';
  expect(compose(`${asked}. They lack standing.\n\nAnd more.`, 'text')).toMatchObject({
    title: 'The states ask this Court to deny that vital relief to millions…',
    sources: [{ title: 'The states ask this Court to deny that vital relief to millions…' }]
  });
  expect(compose('The harbour was closed. It opens in May.\n', 'text').title).toBe(
    'The harbour was closed'
  );
  const clause =
    'Officials face constitutional constraints, as changes of territory require votes.';
  expect(compose(`${clause} More.\n`, 'text').title).toBe(
    'Officials face constitutional constraints'
  );
});

test('takes the day that stands in the head of the article as the day of its source', () => {
  const text = 'Talks go on\n\nSaturday, 16 August 2025\n\nThe sides met again.\n';
  const briefing = compose(text, 'text');
  expect(briefing.sources[0]?.published).toBe('2025-08-16');
});

test.each(['javascript:alert(1)', 'file:///etc/passwd'])('takes no address like %s', (url) => {
  expect(compose(`---\nurl: ${url}\n---\nText.`).sources[0]?.url).toBe('');
});
