/** Who asks in plain words gets the people: “who opposes …” is a search by stance and issue. */
import { expect, test } from 'vitest';
import { everyPosition } from '../ledger/across-briefings.js';
import { parseQuery, positionsAsked } from './query.js';
import { filtersOfQuestion } from './question.js';

test.each([
  ['who opposes ceasefire', 'stance:opposes issue:ceasefire'],
  [
    'Who opposes a ceasefire before peace?',
    'stance:opposes issue:ceasefire issue:before issue:peace'
  ],
  ['who is against the toll', 'stance:opposes issue:toll'],
  ['who conditionally supports “x y', 'stance:conditional issue:“x issue:y'],
  ['who supports "more sanctions" date:2025', 'stance:supports issue:"more sanctions" date:2025'],
  ['who oppose', 'stance:opposes'],
  ['who opposes?', 'stance:opposes'],
  ['who opposesx', 'who opposesx'],
  ['those who oppose it', 'those who oppose it'],
  ['who is neutral on NATO', 'stance:neutral issue:NATO']
])('%s means %s', (text, filters) => {
  expect(filtersOfQuestion(text)).toBe(filters);
});

test('a search understands it, also with curly quotation marks and while it is typed', () => {
  expect(parseQuery('who supports “more sanctions”', { typing: true })).toMatchObject({
    terms: [],
    filters: { stance: ['supports'], issue: [['more', 'sanctions']] },
    complaints: []
  });
  expect(parseQuery('who supports')).toMatchObject({
    filters: { stance: ['supports'], issue: [] }
  });
});

test.each([
  ['ceasefire', null],
  ['who opposes a ceasefire?', { stance: 'opposes', issue: 'ceasefire' }],
  [
    'stance:supports issue:“a first” actor:"United States" tag:sea grain',
    { stance: 'supports', issue: 'a first', actor: 'United States', search: 'tag:sea grain' }
  ],
  ['stance:supports stance:opposes', { stance: null }],
  ['stance:never', null]
])('%s asks about positions', (text, asked) => {
  expect(positionsAsked(text)).toEqual(asked && { ...everyPosition, ...asked });
});
