import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newIssue } from '../../briefing/entries.js';
import { entry, idOf } from '../../ledger/testing/ledger.js';
import { areAlike, readIssue } from '../alike-issues.js';
import {
  mostOffered,
  type OfferedIssue,
  offerIssues,
  type SaidOnIssue,
  whyOffered
} from './offer-issues.js';
import { noWordsOfText, type WordsOfText } from './words-of-text.js';

const [lee, ray] = [idOf('A', 1), idOf('A', 2)];
const [parking, toll, schools] = [idOf('Q', 1), idOf('Q', 2), idOf('Q', 3)];
const issues = [
  newIssue('free parking', parking),
  newIssue('ferry toll', toll),
  newIssue('school closures', schools),
  newIssue('night trains', idOf('Q', 4))
];
const positions = [
  entry(1, { actor: lee, issue: schools, said: '2025-08-12' }),
  entry(2, { actor: lee, issue: schools, said: '2025-08-01' }),
  entry(3, { actor: lee, issue: parking, said: '2025-08-03' }),
  entry(4, { actor: ray, issue: toll, said: '2025-08-20' })
];
/** On which nobody took a position. */
const unused = [
  newIssue('garden wall'),
  newIssue('river bank'),
  newIssue('bus lane'),
  newIssue('street lamps')
];
/** Words in which the matters stand one after the other, each told by so many actors. */
function textOf(...topics: readonly (readonly [wording: string, actors: number])[]) {
  const words = topics.map(([wording]) => wording).join(' ');
  const text: WordsOfText = {
    issues: ['bridge over the harbour'],
    named: topics.map(([wording, actors]) => {
      const start = words.indexOf(wording);
      const read = readIssue(wording).words;
      const topic = { wording, words: read, actors, statements: actors, times: actors };
      const end = start + wording.length;
      const isSpecific = read.size > 1;
      return { start, end, topic: { ...topic, isSpecific, inLibrary: false }, wider: [] };
    })
  };
  return { words, place: { start: 0, end: words.length }, text };
}
const said = (part: Partial<SaidOnIssue>): SaidOnIssue => ({
  ...{ words: '', place: null, actor: null, drafted: null },
  ...part
});
const none = { issues: [], positions: [] };
const told = (offered: readonly OfferedIssue[]) =>
  offered.map(({ wording, why }) => `${wording}: ${whyOffered(why, (date) => date)}`);

test('an issue is offered where the statement says enough of its words, what the actor spoke on first; then the three used last', () => {
  const words = 'the night train must run, and the schools we closed stay closed';
  const all = offerIssues(said({ words, actor: lee }), { issues, positions }, noWordsOfText);
  expect(told(all)).toEqual([
    'school closures: spoke on it, 2025-08-12',
    'night trains: in this briefing',
    'free parking: spoke on it, 2025-08-03',
    'ferry toll: in this briefing'
  ]);
  expect(all[0]?.id).toBe(schools);
});

test.each([
  ['what it is about, and half of its words', 'the toll must fall', ['ferry toll']],
  ['one word in passing', 'the ferry was late', []],
  ['none of them', 'the night was long', []]
])('in use, but no issue of this statement: %s', (_, words, expected) => {
  const offered = offerIssues(said({ words }), { issues, positions: [] }, noWordsOfText);
  expect(offered.map(({ wording }) => wording)).toEqual(expected);
});

test.each([
  ['nothing', 'we will not give in', []],
  ['many issues', 'the garden wall, the river bank, the bus lane and the street lamps', unused]
])('the three issues used last are always offered, where the words name %s', (_, words, named) => {
  const text = textOf(['cable car', 2], ['harbour bridge', 2]);
  const place = { start: 0, end: text.words.length };
  const asked = said({ words: `${words} ${text.words}`, place });
  const offered = offerIssues(asked, { issues: [...unused, ...issues], positions }, text.text);
  const wordings = offered.map(({ wording }) => wording);
  expect(wordings).toEqual(
    expect.arrayContaining(['free parking', 'ferry toll', 'school closures'])
  );
  expect(wordings.slice(0, Math.min(2, named.length))).toEqual(
    named.slice(0, 2).map(({ wording }) => wording)
  );
  expect(offered.some(({ id }) => id === null)).toBe(true);
  expect(offered.length).toBeLessThanOrEqual(mostOffered);
});

test('what was recorded last is used last, whatever its day', () => {
  const all = [...issues, ...unused];
  const used = all.map(({ id }, n) =>
    entry(n, { actor: ray, issue: id, said: `2025-08-0${n + 1}` })
  );
  const recorded = used.map((each, n) => ({
    ...each,
    recordedAt: `2025-09-0${9 - n}T00:00:00.000Z`
  }));
  const offered = offerIssues(
    said({ words: 'no' }),
    { issues: all, positions: recorded },
    noWordsOfText
  );
  expect(offered.map(({ id }) => id).sort()).toEqual(
    all
      .slice(0, 3)
      .map(({ id }) => id)
      .sort()
  );
});

test('of a briefing with few issues all are offered, and first, whatever the words name', () => {
  const few = issues.slice(0, 3);
  const { words, place, text } = textOf(['harbour bridge', 2]);
  const asked = said({ words: `${words}, and the toll must fall`, place, actor: lee });
  expect(told(offerIssues(asked, { issues: few, positions }, text))).toEqual([
    'ferry toll: in this briefing',
    'school closures: spoke on it, 2025-08-12',
    'free parking: spoke on it, 2025-08-03',
    'harbour bridge: 2 speak of it'
  ]);
});

test('where a statement names nothing, what its actor spoke on long ago may be it', () => {
  const later = unused
    .slice(0, 3)
    .map(({ id }, n) =>
      entry(n + 5, { actor: ray, issue: id, recordedAt: '2025-09-01T00:00:00Z' })
    );
  const briefing = { issues: [...issues, ...unused], positions: [...positions, ...later] };
  const asked = said({ words: 'we will not give in', actor: lee });
  expect(told(offerIssues(asked, briefing, noWordsOfText)).slice(3)).toEqual([
    'school closures: spoke on it, 2025-08-12',
    'free parking: spoke on it, 2025-08-03'
  ]);
  const stranger = said({ words: 'we will not give in' });
  expect(offerIssues(stranger, briefing, noWordsOfText)).toHaveLength(3);
});

test('what is read in the statement comes first among those the actor spoke on', () => {
  const asked = said({ words: 'it costs too much', actor: lee, drafted: 'the free parking' });
  expect(told(offerIssues(asked, { issues, positions }, noWordsOfText))[0]).toBe(
    'free parking: spoke on it, 2025-08-03'
  );
});

test('then come phrases that others name too, what is read in it, and what it names itself', () => {
  const { words, place, text } = textOf(
    ['school bus', 1],
    ['tunnel', 2],
    ['cable car', 2],
    ['harbour wall', 3]
  );
  const asked = said({ words, place, drafted: 'delay of it' });
  expect(told(offerIssues(asked, none, text))).toEqual([
    'harbour wall: 3 speak of it',
    'cable car: 2 speak of it',
    'delay of it: as drafted',
    'school bus: words of the text',
    'tunnel: 2 speak of it'
  ]);
});

test('what it names and the library has as an issue comes before phrases of the text', () => {
  const { words, place, text } = textOf(['cable car', 3], ['harbour wall', 1]);
  const named = text.named.map(({ topic, ...each }) => ({
    ...each,
    topic: { ...topic, inLibrary: topic.wording === 'harbour wall' }
  }));
  expect(told(offerIssues(said({ words, place }), none, { ...text, named }))).toEqual([
    'harbour wall: in the library',
    'cable car: 3 speak of it'
  ]);
});

test('nothing is offered whose words are not said, unless that leaves only what people of the text take sides on', () => {
  const { words, text } = textOf(['harbour wall', 3], ['bridge', 2]);
  const offered = offerIssues(said({ words: 'the wall', place: null }), none, text);
  expect(offered).toMatchObject([{ wording: 'bridge over the harbour', isNamed: false }]);
  const last = { start: words.indexOf('bridge'), end: words.length };
  expect(told(offerIssues(said({ words: 'bridge', place: last }), none, text))).toEqual([
    'bridge: 2 speak of it'
  ]);
});

test('one word is offered where nothing tells more, with what people of the text take sides on, and a part of a phrase where others say it', () => {
  const asked = (...topics: readonly (readonly [string, number])[]) => {
    const { words, place, text } = textOf(...topics);
    return offerIssues(said({ words, place }), none, text).map(({ wording }) => wording);
  };
  expect(asked(['tunnel', 1])).toEqual(['tunnel', 'bridge over the harbour']);
  expect(asked(['tunnel', 1], ['cable car', 1])).toEqual(['cable car']);
  expect(asked(['cheap cable car', 2], ['cable car', 2])).toEqual(['cheap cable car']);
  expect(asked(['cheap cable car', 2], ['cable car', 3])).toEqual(['cable car', 'cheap cable car']);
});

test('a briefing with many issues leaves room for words of the text and for what was read', () => {
  const many = Array.from({ length: 12 }, (_, i) => newIssue(`question ${'abcdefghijkl'[i]}`));
  const { words, place, text } = textOf(['cable car', 2]);
  const asked = said({ words, place, drafted: 'delay of it' });
  expect(told(offerIssues(asked, { issues: many, positions: [] }, text)).slice(-2)).toEqual([
    'cable car: 2 speak of it',
    'delay of it: as drafted'
  ]);
});

const inWords = (wording: string) => [...readIssue(wording).words].sort().join(' ');

test('the list is short, each once, what is in use before what would be new', () => {
  const words = fc
    .array(fc.constantFrom('ferry', 'toll', 'the', 'night', 'trains', 'of', 'wall'), {
      minLength: 1,
      maxLength: 4
    })
    .map((all) => all.join(' '));
  const asked = fc.record({
    actor: fc.constantFrom(null, lee, ray),
    drafted: fc.option(words)
  });
  const known = fc.record({
    issues: fc.uniqueArray(words, { maxLength: 9 }).map((all) => all.map((each) => newIssue(each)))
  });
  const ofText = fc.record({
    topics: fc.array(fc.tuple(words, fc.integer({ min: 1, max: 4 })), { maxLength: 9 }),
    issues: fc.array(words, { maxLength: 4 })
  });
  fc.assert(
    fc.property(asked, known, ofText, (statement, { issues: own }, found) => {
      const { text, ...words } = textOf(...found.topics);
      const offered = offerIssues(
        { ...statement, ...words },
        { issues: own, positions: [] },
        { ...text, issues: found.issues }
      );
      expect(offered.length).toBeLessThanOrEqual(mostOffered);
      const firstNew = offered.findIndex(({ id }) => id === null);
      const fresh = firstNew < 0 ? [] : offered.slice(firstNew);
      expect(fresh.every(({ id }) => id === null)).toBe(true);
      for (const each of fresh) {
        const read = readIssue(each.wording);
        const inUse = offered.filter(({ id }) => id !== null);
        expect(inUse.filter(({ wording }) => areAlike(readIssue(wording), read))).toEqual([]);
        expect(fresh.filter(({ wording }) => inWords(wording) === inWords(each.wording))).toEqual(
          read.words.size === 0 ? expect.anything() : [each]
        );
      }
      // What was read in it is there, under its own wording, one like it or in the same words.
      if (statement.drafted !== null) {
        const read = readIssue(statement.drafted);
        const isIt = ({ wording }: { readonly wording: string }) =>
          areAlike(readIssue(wording), read) || inWords(wording) === inWords(read.folded);
        expect([...offered, ...own].some(isIt)).toBe(true);
      }
    })
  );
});
