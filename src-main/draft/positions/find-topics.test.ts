/** What reported words speak of: whole phrases with their heads, nobody, no manner and no half of anything. */
import { expect, test } from 'vitest';
import { actorFinder, findActors } from '../actors/find-actors.js';
import { findAttributions } from '../attributions/find-attributions.js';
import { readingOf } from '../reading/testing/reading.js';
import { findTopics } from './find-topics.js';

function topicsIn(text: string): string[] {
  const reading = readingOf(`${text}\n`);
  const findActor = actorFinder(findActors(reading));
  const topics = findTopics(reading, findAttributions(reading), [], findActor);
  for (const { start, end, wording } of topics) {
    const words = reading.text.slice(start, end).replace(/["“”]/g, '').replace(/\s+/g, ' ');
    expect(words.endsWith(wording), `${wording} in ${words}`).toBe(true);
  }
  return topics.map(({ wording }) => wording);
}

test.each([
  [
    'a phrase, its core, and what hangs on it',
    'The mayor said that the council should vote on a deep cut to schools.',
    ['deep cut to schools', 'deep cut', 'schools']
  ],
  [
    'of several adjectives the last',
    'She said that cheap, clean and fast local trains are needed.',
    ['clean and fast local trains']
  ],
  [
    'a deed behind a preposition, but none without an object',
    'Lee said that he is against closing the harbour road, and against sleeping.',
    ['closing the harbour road', 'harbour road']
  ],
  [
    'manners are none, what follows them is',
    'Lee said that it agreed in principle to security guarantees in response to the strike.',
    ['security guarantees', 'strike']
  ],
  [
    'a compound is whole',
    'Lee said that the two-party system needs better decision-making.',
    ['two-party system', 'better decision-making']
  ],
  ['nobody and no day', 'Ann Lee said on Friday that the minister met Bo Ray last week.', []],
  [
    'what goes on after a name is not cut in the middle',
    'Lee said that the long war between Russia and Ukraine is over.',
    ['long war']
  ],
  [
    'what somebody does about it is apart from it',
    'Lee said that peace agreements involving territorial concessions would fail.',
    ['peace agreements involving territorial concessions', 'peace agreements']
  ],
  [
    'outside of what is said nothing counts',
    'The cut to schools came early. Lee said that he slept.',
    []
  ]
] as const)('%s', (_name, text, expected) => {
  expect(topicsIn(text)).toEqual(expected);
});
