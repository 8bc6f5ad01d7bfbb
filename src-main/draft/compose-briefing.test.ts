import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Briefing } from '../domain/briefing/briefing.js';
import { noFacts } from '../domain/program/article.js';
import { composeBriefing, partsOfLater } from './compose-briefing.js';
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

test('a title of opening words is a whole sentence, or whole clauses and says that they were cut', () => {
  const asked = 'The states ask this Court to deny that vital relief to millions of Americans';
  expect(compose(`${asked}. They lack standing.\n\nAnd more.`, 'text')).toMatchObject({
    title: asked,
    sources: [{ title: asked }]
  });
  expect(compose('The harbour was closed. It opens in May.\n', 'text').title).toBe(
    'The harbour was closed'
  );
  const clause = 'The terms that the council set out in its letter have always been clear';
  const others =
    'although nobody in the harbour or on the islands knew of the letter until the spring';
  expect(compose(`${clause}, ${others}. More.\n`, 'text').title).toBe(`${clause}…`);
  const long = `The terms that the council set out in its letter ${'and in other letters '.repeat(6)}have always been clear`;
  expect(compose(`${long}. More.\n`, 'text').title).toBe(long);
});

test('the bottom line says more than the title', () => {
  const opening = 'The board asks the court to keep the harbour closed to freight.';
  const question = 'Who would pay for that?';
  const more = 'The owners of the ferries say that the order rests on no law.';
  const told = (...paragraphs: readonly string[]) => {
    const { title, bottomLine } = compose(paragraphs.join('\n\n'), 'text');
    return [title, bottomLine];
  };
  const title = 'The board asks the court to keep the harbour closed to freight';
  expect(told(opening, question, more)).toEqual([title, more]);
  expect(told(opening)).toEqual([title, '']);
});

test('a headline that is a sentence loses its full stop and stands in no card', () => {
  const lead = `The ferry to the islands stopped on Friday ${'and the harbour waited '.repeat(6)}all night.`;
  const headline = 'The ferry to the islands stopped.';
  for (const format of ['text', 'markdown'] as const) {
    const { title, bottomLine } = compose(`${headline}\n\n${lead}\n\nMore of it.`, format);
    expect([title, bottomLine]).toEqual(['The ferry to the islands stopped', lead]);
  }
});

test('the name of a file that was a headline is the title of a text without one', () => {
  const text = 'The harbour was closed. It opens in May.\n';
  const sha256 = createHash('sha256').update(text).digest('hex');
  const named = (name: string) => {
    const article = { name, format: 'text', text, sha256 } as const;
    return composeBriefing(article, { as: 'cards', draft: draftArticle(article) }, now).briefing
      .title;
  };
  expect(named('2016-10-28 Ferry stops for the winter.txt')).toBe('Ferry stops for the winter');
  expect(named('2016-10-28 ferry.txt')).toBe('The harbour was closed');
});

test('takes the day that stands in the head of the article as the day of its source', () => {
  const text = 'Talks go on\n\nSaturday, 16 August 2025\n\nThe sides met again.\n';
  const briefing = compose(text, 'text');
  expect(briefing.sources[0]?.published).toBe('2025-08-16');
  expect(briefing.date).toBe('2025-08-16');
});

test('takes the publisher behind the headline, unless front matter states another', () => {
  const text = 'Talks go on | The Harrow Post\n\nThe sides met again.\n';
  expect(compose(text, 'text')).toMatchObject({
    title: 'Talks go on',
    sources: [{ publisher: 'The Harrow Post' }]
  });
  const stated = `---\npublisher: The Courier\n---\n# ${text}`;
  expect(compose(stated).sources[0]?.publisher).toBe('The Courier');
});

test.each(['javascript:alert(1)', 'file:///etc/passwd'])('takes no address like %s', (url) => {
  expect(compose(`---\nurl: ${url}\n---\nText.`).sources[0]?.url).toBe('');
});

test('what a later article brings tells its day in each line, and names nobody twice', () => {
  const text = `Union gives up its strike

14 May 2026

The union gave up the strike in Varn on Thursday, a day before it was to begin. Its members had voted for it twice.

Union leader Ada Holm met the owners in the morning. Ms Holm, who had ruled out a deal, said that she had changed her mind. She warned that the port would lose 300 ships a year. The council meets on 20 May 2026. The port would open on 18 May, the owners said.`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const article = {
    name: 'a',
    format: 'text',
    text,
    sha256,
    facts: { ...noFacts, published: '2026-05-14' }
  } as const;
  const { bottomLine, cards } = partsOfLater(article, draftArticle(article), now);
  expect(bottomLine).toContain('The union gave up the strike in Varn on Thursday');
  expect(cards.map(({ heading, body }) => [heading, ...body.split('\n')])).toEqual([
    [
      'Who says what',
      '- **Reported 14 May 2026:** Ms **Holm**, who had ruled out a deal, said that she had changed her mind.',
      '- **Ada Holm, reported 14 May 2026:** warned that the port would lose 300 ships a year.'
    ],
    [
      'What comes next',
      '- **18 May 2026:** The port would open on 18 May, the owners said.',
      '- **20 May 2026:** The council meets on 20 May 2026.'
    ]
  ]);
});
