import { expect, test } from 'vitest';
import type { Suggestion } from '../suggestion.js';
import { wordsOfText } from './words-of-text.js';

function statement(text: string, who: string, start: number): Suggestion {
  return {
    ...{ kind: 'statement', key: who + text, title: '', detail: '', place: null, rule: '' },
    plainWords: text,
    ...{ grade: 'likely', words: { start, end: start + text.length, text } },
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

/** Of sayings by their actors, in which the matters stand between brackets: what is named, by whom and how often. */
function namedIn(sayings: readonly (readonly [who: string, words: string])[]) {
  let text = '';
  const all: Suggestion[] = [];
  const topics: { start: number; end: number; text: string; wording: string }[] = [];
  for (const [who, marked] of sayings) {
    const from = text.length;
    for (const part of marked.split(/(?=\[)|(?<=\])/)) {
      const [, wording] = /^\[(.+)\]$/.exec(part) ?? [];
      if (wording !== undefined) {
        const [start, end] = [text.length, text.length + wording.length];
        topics.push({ start, end, text: wording, wording });
      }
      text += wording ?? part;
    }
    all.push(statement(text.slice(from), who, from));
    text += '. ';
  }
  return wordsOfText(all, text, topics).named;
}

const told = (sayings: readonly (readonly [string, string])[]) =>
  namedIn(sayings).map(({ topic: { wording, actors, statements, isSpecific }, wider }) =>
    [
      `${wording}: ${actors} in ${statements}${isSpecific ? '' : ', one word'}`,
      ...wider.map((each) => each.wording)
    ].join(' < ')
  );

test('what two actors name, whatever its number, is one; its wider name counts what is narrower', () => {
  expect(
    told([
      ['Lee', 'we want the [cuts to schools] and a [temporary ceasefire]'],
      ['Ray', 'any [cut to school] is wrong, and so is the [ceasefire]'],
      ['Ray', 'no [ceasefire in winter]']
    ])
  ).toEqual([
    'cuts to schools: 2 in 2',
    'temporary ceasefire: 1 in 1 < ceasefire',
    'cuts to schools: 2 in 2',
    'ceasefire: 2 in 3, one word',
    'ceasefire in winter: 1 in 1 < ceasefire'
  ]);
});

test('names, days, vague words and what needs to be told which are no matters', () => {
  expect(
    told([
      ['Ann Lee', 'the [plan] of [Ray Fox] is a [good idea]'],
      ['Ray Fox', 'on [Monday] in the [right way], and the [harbour plan]']
    ])
  ).toEqual(['harbour plan: 1 in 1']);
});

test('an issue of the library is one whatever its words are', () => {
  const wording = 'Should there be a plan?';
  const place = { start: 0, end: 8 };
  const { named } = wordsOfText([statement('the plan', 'Lee', 0)], 'the plan', [
    { ...place, text: 'the plan', wording, inLibrary: true }
  ]);
  expect(named).toMatchObject([{ ...place, topic: { wording, inLibrary: true, actors: 1 } }]);
});

test('what is written small too is a word, whoever bears it as a name', () => {
  expect(told([['Harbour', 'the [harbour wall] of the harbour']])).toEqual([
    'harbour wall: 1 in 1'
  ]);
});
