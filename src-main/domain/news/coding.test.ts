import { expect, test } from 'vitest';
import { emptyBriefing } from '../briefing/briefing.js';
import { problemsOf, fieldsOf, valuesOf } from '../suggestions/fields.js';
import { groundOf } from '../suggestions/enter.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { acceptKnowing, usualAcceptance } from './accept-news.js';
import {
  type Coding,
  codingProblem,
  newsOfCoding,
  saidOnIssue,
  suggestedCoding,
  valuesOfCoding,
  withStance
} from './coding.js';
import { NewsIndex } from './news-index.js';
import { here, known, position, statement } from './testing/suggestions.js';
import { type Codable, isCodable } from './triage.js';

const text = 'she opposes the ferry toll';
const none: Coding = { issue: '', stance: null, condition: '' };

function codable(suggestion: ReturnType<typeof statement>): Codable {
  if (!isCodable(suggestion)) throw new Error('It is not coded');
  return suggestion;
}

const said = codable(statement(text));
const drafted = codable(position({}));

/** The briefing once the suggestion was taken as it is coded. */
function taken(suggestion: Codable, coding: Coding, briefing = known) {
  const news = newsOfCoding(new NewsIndex(briefing), suggestion, coding, here.id);
  const ground = groundOf(here.id, text, [suggestion]);
  const values = valuesOfCoding(coding);
  return acceptKnowing(briefing, suggestion, ground, news, usualAcceptance(news), values);
}

test('nothing stands there but what a verb with its object says', () => {
  expect(suggestedCoding(said, null)).toEqual(none);
  expect(suggestedCoding(drafted, null)).toEqual({
    issue: 'ferry toll',
    stance: 'opposes',
    condition: ''
  });
});

test('taken without an issue it is a statement with its words, and none of the ledger', () => {
  for (const each of [said, drafted]) {
    const { statements, positions, issues } = taken(each, none);
    expect(statements).toMatchObject([{ actor: known.actors[0]?.id, text }]);
    expect(positions).toEqual([]);
    expect(issues).toBe(known.issues);
  }
});

test('taken with an issue and a stance it is a position, on the issue that the briefing has', () => {
  for (const each of [said, drafted]) {
    const { statements, positions } = taken(each, {
      ...{ issue: 'Free parking', stance: 'neutral' },
      condition: ''
    });
    expect(statements).toEqual([]);
    expect(positions).toMatchObject([
      { actor: known.actors[0]?.id, issue: known.issues[1]?.id, stance: 'neutral', statement: text }
    ]);
  }
});

test('a statement that differs from what is in force supersedes it when it is later', () => {
  const earlier = entry(1, {
    actor: idOf('A', 1),
    issue: idOf('Q', 1),
    ...{ stance: 'supports', said: '2025-08-01' }
  });
  const briefing = { ...known, positions: [earlier] };
  const coding: Coding = { issue: 'ferry toll', stance: 'opposes', condition: '' };
  expect(taken(said, coding, briefing).positions.at(-1)?.supersedes).toEqual([earlier.id]);
  expect(taken(said, { ...coding, stance: 'supports' }, briefing).positions.at(-1)).toMatchObject({
    ...{ supersedes: [], contested: [] }
  });
});

test('what differs on the chosen issue is told, though the same words are known on another', () => {
  const held = entry(1, { ...{ issue: idOf('Q', 1), stance: 'supports' }, said: '2025-08-01' });
  const elsewhere = entry(2, { issue: idOf('Q', 2), stance: 'opposes', statement: text });
  const briefing = { ...known, positions: [held, elsewhere] };
  const coding: Coding = { issue: 'ferry toll', stance: 'opposes', condition: '' };
  for (const each of [said, drafted]) {
    const news = newsOfCoding(new NewsIndex(briefing), each, coding, here.id);
    expect(news).toMatchObject({ is: 'differs', inForce: [held.id], isLater: true });
    expect(taken(each, coding, briefing).positions.at(-1)?.supersedes).toEqual([held.id]);
    // On an issue of its own they are no evidence of what is known on the other.
    expect(
      newsOfCoding(new NewsIndex(briefing), each, { ...coding, issue: 'land tax' }, here.id)
    ).toEqual({ is: 'new' });
  }
});

test('words that are known as a statement are news once they have an issue and a stance', () => {
  const briefing = taken(said, none);
  const index = new NewsIndex(briefing);
  expect(newsOfCoding(index, said, none, here.id).is).toBe('repeats');
  const coding: Coding = { issue: 'ferry toll', stance: 'opposes', condition: '' };
  expect(newsOfCoding(index, said, coding, here.id)).toEqual({ is: 'new' });
});

test.each<[Partial<Coding>, RegExp | null]>([
  [{}, null],
  [{ issue: 'toll' }, /Choose a stance/],
  [{ stance: 'opposes' }, /Choose the issue/],
  [{ issue: 'toll', stance: 'opposes' }, null],
  [{ issue: 'toll', stance: 'conditional' }, /on what the stance depends/],
  [{ issue: 'toll', stance: 'conditional', condition: 'if it is cheap' }, null]
])('coded as %o it says %s', (part, expected) => {
  const coding = { ...none, ...part };
  const problem = codingProblem(coding);
  if (expected) expect(problem).toMatch(expected);
  else expect(problem).toBeNull();
  // The form with all fields refuses the same.
  const values = { ...valuesOf(said), ...valuesOfCoding(coding), issue: coding.issue };
  expect(Object.keys(problemsOf(fieldsOf(said), values)).length > 0).toBe(problem !== null);
});

test('a condition is taken from the words that name it, and goes with its stance', () => {
  const words = codable(statement('She would agree only if the money stays, he said.'));
  const conditional = withStance(none, words, 'conditional');
  expect(conditional.condition).toBe('only if the money stays, he said');
  expect(withStance(conditional, words, 'opposes').condition).toBe('');
  expect(withStance(none, said, 'conditional').condition).toBe('');
});

test('issues are offered for the actor whom the briefing knows, and by what was read', () => {
  expect(saidOnIssue(drafted, null, known)).toEqual({
    ...{ words: text, place: drafted.words },
    ...{ actor: known.actors[0]?.id, drafted: 'ferry toll' }
  });
  expect(saidOnIssue(said, null, emptyBriefing('Other'))).toMatchObject({
    ...{ actor: null, drafted: null }
  });
});
