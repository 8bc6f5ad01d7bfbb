/** Protects who is offered as taking part in an event: whoever acts or is acted upon in its own words. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { draftArticle } from './draft-article.js';

const opening =
  'VARN, June 17, 2025 (NNA) - The lower house passed a water bill on Tuesday after the Transport Union and Mayor Jane Okafor dropped their objections.';

test.each<[text: string, ...participants: string[]]>([
  [opening],
  [
    `${opening} Mayor Jane Okafor met Senator Mike Dempsey on Monday.`,
    'Jane Okafor',
    'Mike Dempsey'
  ],
  [`${opening} The offer was rejected by the Transport Union on Monday.`, 'Transport Union'],
  [`${opening} Mayor Jane Okafor opened the Omar Reid bridge in France on Monday.`, 'Jane Okafor'],
  [`${opening} The court freed his brother on Monday, Jane Okafor said.`]
])('who takes part in “%s”', (text, ...participants) => {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft = draftArticle({ name: 'a.txt', format: 'text', text, sha256 }, { asEnglish: true });
  const last = draft.events.at(-1);
  expect(last).toBeDefined();
  const names = draft.actors.filter(({ id }) => last?.participants.includes(id));
  expect(names.map(({ name }) => name).toSorted()).toEqual(participants);
});

test.each<[text: string, day: string | null]>([
  ['VARN, June 17, 2025 (NNA) - Mayor Jane Okafor rejected the toll.', null],
  ['VARN, June 17, 2025 — Mayor Jane Okafor said the toll was unfair.', null],
  ['On June 16 Mayor Jane Okafor rejected the toll.', 'June 16']
])('the day of a dateline is no day of a saying: %s', (text, day) => {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft = draftArticle({ name: 'a.txt', format: 'text', text, sha256 }, { asEnglish: true });
  expect(draft.attributions[0]?.time?.text ?? null).toBe(day);
  expect(draft.attributions).toHaveLength(1);
});
