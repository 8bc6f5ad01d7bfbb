/** Protects that no line tells as an event, with its day, what did not happen on that day. */
import { expect, test } from 'vitest';
import { composeBriefing } from '../compose-briefing.js';
import { draftArticle } from '../draft-article.js';

function bodies(words: string): string {
  const text = `Harrow votes on its bridge\n\nBy Ann Lee\nWednesday, 14 May 2025\n\nThe council of Harrow voted to close the old bridge, after engineers found cracks in two of its piers. Traffic will be led over the northern road until a new bridge is built.\n\n${words}\n`;
  const article = { name: 'a', format: 'text', text, sha256: '0'.repeat(64) } as const;
  const basis = { as: 'composed', draft: draftArticle(article) } as const;
  const { briefing } = composeBriefing(article, basis, new Date('2025-08-17T09:00:00Z'));
  return briefing.cards.map(({ heading, body }) => `${heading}: ${body}`).join('\n');
}

test.each<[words: string, told: string, isTold: boolean]>([
  ['The cost was put to the council on 13 May 2025.', 'What happened: - **13 May 2025', true],
  [
    'The cost of the bridge has risen from the £214 million put to the council on 13 May 2025.',
    'What happened',
    false
  ],
  [
    'The cost of the bridge has risen to £231 million, according to a plan, from the £214 million put to the council on 13 May 2025.',
    'What happened',
    false
  ],
  [
    'The cost of the bridge has risen to £231 million, according to a plan, from the £214 million put to the council on 13 May 2025.',
    '**£231 million**',
    true
  ],
  ['The Courier reported on 13 May 2025 that the council has 14 seats.', '14 seats', true],
  [
    'The Courier reported on 13 May 2025 that the council has 14 seats. It has 12. The Courier apologises for the error.',
    '14 seats',
    false
  ]
])('%s', (words, told, isTold) => {
  expect(bodies(words).includes(told)).toBe(isTold);
});
