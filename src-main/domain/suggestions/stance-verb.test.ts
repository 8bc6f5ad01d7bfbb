import { expect, test } from 'vitest';
import { stanceVerb } from './stance-verb.js';

test.each([
  ['United States', 'supports'],
  ['Donald Trump', 'supports'],
  ['the press', 'supports'],
  ['Head of the unions', 'supports'],
  ['European leaders', 'support'],
  ['people familiar with the summit', 'support'],
  ['officials in Geneva', 'support'],
  ['reporters', 'support']
])('%s %s', (actor, verb) => {
  expect(stanceVerb(actor, 'supports')).toBe(verb);
});
