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
const phrase = (wording: string, actors: number) => ({
  ...{ wording, actors, words: readIssue(wording).words }
});
const text: WordsOfText = {
  phrases: [
    phrase('harbour wall', 3),
    phrase('new bridge', 2),
    phrase('cable car', 2),
    phrase('tunnel', 1)
  ],
  issues: ['a bridge over the harbour']
};
const said = (part: Partial<SaidOnIssue>): SaidOnIssue => ({
  ...{ words: '', actor: null, drafted: null },
  ...part
});
const told = (offered: readonly OfferedIssue[]) =>
  offered.map(({ wording, why }) => `${wording}: ${whyOffered(why, (date) => date)}`);

test('what the actor spoke on comes first, with the last day; then what shares words with the statement', () => {
  const all = offerIssues(
    said({ words: 'the night train must run', actor: lee }),
    { issues, positions },
    noWordsOfText
  );
  expect(told(all)).toEqual([
    'school closures: spoke on it, 2025-08-12',
    'free parking: spoke on it, 2025-08-03',
    'night trains: in this briefing',
    // Others speak on this one.
    'ferry toll: in this briefing'
  ]);
  expect(all[0]?.id).toBe(schools);
});

test('what is read in the statement comes first among those the actor spoke on', () => {
  const asked = said({ words: 'it costs too much', actor: lee, drafted: 'the free parking' });
  expect(told(offerIssues(asked, { issues, positions }, noWordsOfText))[0]).toBe(
    'free parking: spoke on it, 2025-08-03'
  );
});

test('then come phrases that the statement shares, what is read in it, and what others speak about', () => {
  const asked = said({ words: 'the new bridge by the tunnel must wait', drafted: 'delay of it' });
  expect(told(offerIssues(asked, { issues: [], positions: [] }, text))).toEqual([
    'new bridge: words of the text',
    'tunnel: words of the text',
    'delay of it: as drafted',
    'harbour wall: words of the text',
    'cable car: words of the text'
  ]);
});

test('statements of two actors on one thing are offered the same words first', () => {
  const none = { issues: [], positions: [] };
  const first = (words: string) => offerIssues(said({ words }), none, text)[0]?.wording;
  expect(first('we reject the new bridge')).toBe(first('a new bridge is what the town needs'));
});

test('a briefing with many issues leaves room for words of the text and for what was read', () => {
  const many = Array.from({ length: 12 }, (_, i) => newIssue(`question ${'abcdefghijkl'[i]}`));
  const asked = said({ words: 'the new bridge', drafted: 'delay of it' });
  expect(told(offerIssues(asked, { issues: many, positions: [] }, text)).slice(-2)).toEqual([
    'new bridge: words of the text',
    'delay of it: as drafted'
  ]);
});

test('the list is short, each once, what is in use before what would be new', () => {
  const words = fc
    .array(fc.constantFrom('ferry', 'toll', 'the', 'night', 'trains', 'of', 'wall'), {
      minLength: 1,
      maxLength: 4
    })
    .map((all) => all.join(' '));
  const asked = fc.record({
    ...{ words, actor: fc.constantFrom(null, lee, ray) },
    drafted: fc.option(words)
  });
  const known = fc.record({
    issues: fc.uniqueArray(words, { maxLength: 9 }).map((all) => all.map((each) => newIssue(each)))
  });
  const ofText = fc.record({
    phrases: fc.array(fc.tuple(words, fc.integer({ min: 1, max: 4 })), { maxLength: 9 }),
    issues: fc.array(words, { maxLength: 4 })
  });
  fc.assert(
    fc.property(asked, known, ofText, (statement, { issues: own }, found) => {
      const offered = offerIssues(
        statement,
        { issues: own, positions: [] },
        {
          issues: found.issues,
          phrases: found.phrases.map(([each, actors]) => phrase(each, actors))
        }
      );
      expect(offered.length).toBeLessThanOrEqual(mostOffered);
      const firstNew = offered.findIndex(({ id }) => id === null);
      const fresh = firstNew < 0 ? [] : offered.slice(firstNew);
      expect(fresh.every(({ id }) => id === null)).toBe(true);
      for (const each of fresh) {
        const like = offered.filter(({ wording }) =>
          areAlike(readIssue(wording), readIssue(each.wording))
        );
        expect(like).toEqual([each]);
      }
      // What was read in it is there, under its own wording or one like it.
      if (statement.drafted !== null) {
        const read = readIssue(statement.drafted);
        expect([...offered, ...own].some(({ wording }) => areAlike(readIssue(wording), read))).toBe(
          true
        );
      }
    })
  );
});
