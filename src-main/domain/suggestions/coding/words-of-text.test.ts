import { expect, test } from 'vitest';
import type { Suggestion } from '../suggestion.js';
import { wordsOfText } from './words-of-text.js';

function statement(text: string, who: string): Suggestion {
  return {
    ...{ kind: 'statement', key: who + text, title: '', detail: '', place: null, rule: '' },
    ...{ grade: 'likely', words: { start: 0, end: text.length, text } },
    statement: {
      actor: {
        ...{ id: who, type: 'person', name: who, aliases: [] },
        titles: [],
        mentions: [],
        confidence: 1
      },
      ...{ text, direct: true, said: null }
    }
  } as const;
}

/** Sayings by their actors, and the phrases that are found in them. */
function phrasesOf(sayings: Readonly<Record<string, readonly string[]>>, more = '') {
  const all = Object.entries(sayings).flatMap(([who, texts]) =>
    texts.map((text) => statement(text, who))
  );
  const text = `${Object.values(sayings).flat().join('. ')}. ${more}`;
  return wordsOfText(all, text).phrases.map(({ wording, actors }) => `${wording} ${actors}`);
}

test.each([
  [
    'what two actors say, whatever its number, comes before what the text says again',
    {
      Lee: ['we want the cut to schools'],
      Ray: ['any cuts to school are wrong, and the toll']
    },
    'The toll rises.',
    ['cut to schools 2', 'toll 1']
  ],
  [
    'a part that nobody says alone is left out, one that somebody does stays',
    {
      Lee: ['the temporary ceasefire holds'],
      Ray: ['a temporary ceasefire'],
      Fox: ['no ceasefire']
    },
    '',
    ['temporary ceasefire 2', 'ceasefire 3']
  ],
  ['words that only describe are none', { Lee: ['a strong army'], Ray: ['a strong navy'] }, '', []],
  ['names are none', { Lee: ['talks with Ray Fox'], 'Ray Fox': ['a word on Ray Fox'] }, '', []],
  [
    'nor are days and vague words',
    { Lee: ['on Monday, the time'], Ray: ['the time on Monday'] },
    '',
    []
  ],
  [
    'words between quotation marks are one phrase',
    { Lee: ['such “security guarantees”'], Ray: ['“security guarantees”, he says'] },
    '',
    ['security guarantees 2']
  ],
  [
    'a phrase does not go over a stop',
    { Lee: ['the wall. Water'], Ray: ['the wall, water'] },
    '',
    ['wall 2']
  ]
] as const)('%s', (_name, sayings, more, expected) => {
  expect(phrasesOf(sayings, more)).toEqual(expected);
});
