import { expect, it } from 'vitest';
import { actorRule, ruleInWords, stanceVerb } from './rules-in-words.js';
import type { DraftActor } from './suggestion.js';

it.each([
  ['cue: says', 'the verb “says” with its speaker'],
  ['cue: reportedly', 'the word “reportedly” with its speaker'],
  ['cue: according to', 'the words “according to” with its speaker'],
  ['cue: told, passive', 'the passive verb “told” with its speaker'],
  ['cue: colon in a headline', 'a colon in a headline with its speaker'],
  ['cue: reject; cue: said', 'the verb “reject”; the verb “said” with its speaker'],
  [
    'cue: said; reported by someone else',
    'the verb “said” with its speaker; reported by someone else'
  ],
  [
    'cue: called for; condition: only if',
    'the words “called for” with its speaker; a condition, by “only if”'
  ],
  ['words of change: “no longer”', 'words of change: “no longer”'],
  ['a number with its unit, “%”', 'a number with its unit, “%”']
])('says %s as %s', (rule, words) => {
  expect(ruleInWords(rule)).toBe(words);
});

it.each([
  ['organisation', 1, 'the name of an organisation'],
  ['person', 2, 'the name of a person, repeated'],
  ['state', 1, 'the name of a state']
] as const)('names an actor of the type %s with its article', (type, times, words) => {
  const actor = { titles: [], type, mentions: Array.from({ length: times }) };
  expect(actorRule(actor as unknown as DraftActor)).toBe(words);
});

it.each([
  ['United States', 'supports'],
  ['Donald Trump', 'supports'],
  ['the press', 'supports'],
  ['Head of the unions', 'supports'],
  ['European leaders', 'support'],
  ['people familiar with the summit', 'support'],
  ['officials in Geneva', 'support'],
  ['reporters', 'support']
])('of %s says that it %s', (actor, verb) => {
  expect(stanceVerb(actor, 'supports')).toBe(verb);
});
