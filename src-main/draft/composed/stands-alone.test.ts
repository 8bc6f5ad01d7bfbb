import { expect, test } from 'vitest';
import { isGreeting, salutationLength, standsAlone } from './stands-alone.js';

test.each([
  ['The council closed the bridge.', true],
  ['On Tuesday, the council closed it.', true],
  ['“Nobody won,” said Ada Holm.', true],
  ['This week the ferry stops.', true],
  ['This guide shows how.', true],
  ['It is likely that the ferry stops.', true],
  ['Those who came were paid.', true],
  ['Finally, the ferry sailed.', false],
  ['Recently, the ferry sailed.', true],
  ['More recently, they closed it.', false],
  ['The reason for it is the toll.', false],
  ['The reason for the toll is the bridge.', true],
  ['According to two members, she told them so.', false],
  ['According to two members, the chair told them so.', true],
  ['He also closed the ferry.', false],
  ['However, the ferry sailed.', false],
  ['This was rejected.', false],
  ['These boats are slow.', false],
  ['In addition, tolls rose.', false],
  ['For example, tolls rose.', false],
  ['And tolls rose.', false],
  ['Yes, tolls rose.', false],
  ['So tolls, uh, rose.', false],
  ['We, uh, closed it.', false]
])('%s', (sentence, expected) => {
  expect(standsAlone(sentence)).toBe(expected);
});

test.each([
  ['Good morning, everyone.', true],
  ['Thank you, Mr. Chairman.', true],
  ['Ms Lind.', true],
  ['Mr Vance voted against.', false],
  ['Members of the council were told on Tuesday.', false],
  [
    'Welcome rain fell on the coast for a week, and the fires that had burned since May went out at last, which no one in the valley had dared to hope for any more, as the mayor of Varn said on Tuesday.',
    false
  ]
])('greets: %s', (sentence, expected) => {
  expect(isGreeting(sentence)).toBe(expected);
});

test('a salutation before a sentence is told from it', () => {
  const rest = (words: string) => words.slice(salutationLength(words));
  expect(rest('Mr. President, The ferry sails.')).toBe('The ferry sails.');
  expect(rest('Mr. President, the ferry sails.')).toBe('Mr. President, the ferry sails.');
  expect(rest('Your Honors, may it please the Court: In May the ferry sank.')).toBe(
    'In May the ferry sank.'
  );
});
