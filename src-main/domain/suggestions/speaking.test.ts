import { expect, test } from 'vitest';
import { listSuggestions } from './list-suggestions.js';
import { speakingIn } from './speaking.js';
import { draft, text } from './testing/draft.js';

const all = listSuggestions(draft, text, (range) => range);

test.each([
  ['position', 'the government rejects', ['Prime Minister Ann Lee said']],
  ['statement', 'We will not close', ['she told']],
  ['position', 'only if the money stays', ['she would agree']],
  ['figure', '40 schools', []]
] as const)('of the %s “%s” it is %j', (kind, words, expected) => {
  const found = all.find((each) => each.kind === kind && each.words.text.includes(words));
  if (!found) throw new Error('It is not suggested');
  const spoken = speakingIn(draft, found).map(({ start, end }) => text.slice(start, end));
  expect(spoken).toEqual(expected);
});
