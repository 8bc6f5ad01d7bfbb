import { expect, test } from 'vitest';
import { readingOf } from '../reading/testing/reading.js';
import { findActors } from './find-actors.js';

const story =
  'Talks on fish failed\n\nHEAD The mayor of Durban said that the talks had failed, and Anna Lee left the hall before the vote.';

test.each<[what: string, head: string, expected: string[]]>([
  ['a place, a day and an agency', 'THE HAGUE, June 17 (NNA) — ', ['Anna Lee', 'Durban']],
  ['a region and a year', 'DURBAN, South Africa, June 17, 2025 (NNA) - ', ['Anna Lee', 'Durban']],
  ['a place in small letters', 'Oslo (Northern Press Agency) – ', ['Anna Lee', 'Durban']],
  ['an agency alone', '(Reuters) - ', ['Anna Lee', 'Durban']],
  ['a place in capitals alone', 'LIMERICK — ', ['Anna Lee', 'Durban']],
  ['a body that is told of', 'NATO — The alliance is glad. ', ['Anna Lee', 'Durban', 'NATO']],
  [
    'a line by its writer',
    'By Tom Hale, Northern Press Agency\n\n',
    ['Anna Lee', 'Durban', 'Tom Hale']
  ]
])('the head of a story names nobody who acts: %s', (_, head, expected) => {
  const names = findActors(readingOf(story.replace('HEAD ', head))).map(({ name }) => name);
  expect(names.toSorted()).toEqual(expected);
});
