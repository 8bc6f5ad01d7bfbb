import { expect, test } from 'vitest';
import { agenciesOf } from './agencies.js';

test.each<[string, readonly string[]]>([
  ['GENEVA (Reuters) - Talks ended.', ['Reuters']],
  ['GENEVA, 3 May (AFP) – Talks ended.', ['AFP']],
  ['BERLIN – dpa – Talks ended.', ['dpa']],
  ['Talks ended.\nSource: Agence France-Presse', ['AFP']],
  ['Talks ended.\nReuters', ['Reuters']],
  ['Talks ended.\nWith material by AP and Reuters', ['AP', 'Reuters']],
  ['The minister told Reuters that talks had ended.', []],
  ['Reuters reported that talks had ended.', []],
  ['The APA agreement ended.', []],
  ['', []]
])('%s', (text, names) => {
  expect(agenciesOf(text)).toEqual(names);
});
