/** A position that a person recorded on words settles what the draft suggests there, and nothing else. */
import { expect, test } from 'vitest';
import { type Id, newId } from '../base/values.js';
import { newAnnotation } from '../briefing/annotation.js';
import { entry } from '../ledger/testing/ledger.js';
import { groundOf } from '../suggestions/enter.js';
import { settlementsOf } from '../suggestions/settled.js';
import type { Suggestion } from '../suggestions/suggestion.js';
import { settleOnWords } from './settle-on-words.js';
import { at, here, known, statement } from './testing/suggestions.js';

const text = 'Mara Lind said on Friday that she opposes the ferry toll.';
const said = 'she opposes the ferry toll';
const [lind] = known.actors;

function placeOf(words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function drafted(words: string, who = 'Mara Lind'): Suggestion {
  return { ...statement(words, who), place: placeOf(words) };
}

const quote = { exact: said, prefix: '', suffix: '' };
const selectors = { quote, position: placeOf(said) };
const mark = newAnnotation({ type: 'source', id: here.id, selectors }, at);

test.each<[string, Suggestion, string, Id?]>([
  ['the same', drafted(said), 'accepted'],
  ['most of them', drafted('opposes the ferry toll'), 'accepted'],
  ['more than them', drafted(text.slice(0, -1)), 'open'],
  ['a small part', drafted('toll'), 'open'],
  ['the same, of another actor', drafted(said, 'Ada Voss'), 'open'],
  ['the same, which she says is another’s', drafted(said), 'open', newId()]
])('%s', (_what, suggestion, expected, actor = lind!.id) => {
  const position = entry(1, { actor, evidence: [mark.id] });
  const briefing = { ...known, annotations: [mark], positions: [position] };
  const next = settleOnWords(briefing, position.id, groundOf(here.id, text, [suggestion]));
  expect(settlementsOf([suggestion], next, here.id, {}).get(suggestion.key)).toBe(expected);
});
