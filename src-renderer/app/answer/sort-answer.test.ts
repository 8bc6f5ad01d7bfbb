import { expect, test } from 'vitest';
import { newActor, newIssue, type Stance } from '../../../src-main/domain/briefing/entries.js';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { groupAcross } from '../../../src-main/domain/ledger/across-briefings.js';
import { reportPositions } from '../../../src-main/domain/ledger/position-report.js';
import { emptyRegister } from '../../../src-main/domain/ledger/register.js';
import { entry } from '../../../src-main/domain/ledger/testing/ledger.js';
import { answerInWords, sortAnswer } from './sort-answer.js';

const [grain, ceasefire] = [newIssue('Grain?'), newIssue('A ceasefire first?')];
const actors = ['Kyiv', 'Oslo', 'Rome', 'Bonn'].map((name) => newActor(name, 'state'));

/** Each: who, on what, which stance or a denial of it. */
function held(
  ...all: readonly (readonly [actor: number, issue: typeof grain, Stance, 'denied'?])[]
) {
  const briefing = {
    ...emptyBriefing('Talks'),
    actors,
    issues: [grain, ceasefire],
    positions: all.map(([actor, issue, stance, status], i) =>
      entry(i, { actor: actors[actor]!.id, issue: issue.id, stance, status: status ?? 'stated' })
    )
  };
  return reportPositions(briefing, null).positions.map((position) => ({
    briefing,
    who: actors.findIndex(({ id }) => id === position.actor.id),
    position
  }));
}

const some = held(
  [0, grain, 'supports'],
  [1, grain, 'opposes'],
  [2, grain, 'opposes'],
  [3, grain, 'conditional'],
  [3, ceasefire, 'opposes', 'denied']
);
const byActor = groupAcross(some, 'actor', emptyRegister);
const day = 'as of 16 Aug 2025';

test('those who hold what is asked for come first, then what the others hold', () => {
  const { asked, others } = sortAnswer(byActor, 'conditional');
  expect(asked.map(({ name, positions }) => [name, positions.length])).toEqual([['Bonn', 1]]);
  expect(
    others.map(([stance, of]) => [stance, of.map((each) => each.position.actor.name)])
  ).toEqual([
    ['opposes', ['Oslo', 'Rome']],
    ['supports', ['Kyiv']],
    ['denied', ['Bonn']]
  ]);
  expect(sortAnswer(byActor, null)).toEqual({ asked: byActor, others: [] });
});

test.each([
  [some, 'opposes', '2 oppose, 1 supports, 1 on conditions, 1 denies a stance, as of 16 Aug 2025.'],
  [
    some,
    'supports',
    '1 supports, 2 oppose, 1 on conditions, 1 denies a stance, as of 16 Aug 2025.'
  ],
  [some.slice(0, 1), 'opposes', 'Nobody on record opposes, 1 supports, as of 16 Aug 2025.'],
  [
    some.slice(0, 1),
    'conditional',
    'Nobody on record is on conditions, 1 supports, as of 16 Aug 2025.'
  ],
  [held([0, grain, 'neutral'], [1, grain, 'neutral']), null, '2 are neutral, as of 16 Aug 2025.'],
  [[], 'opposes', 'Nobody is on record.']
] as const)('of %# actors, by one sentence', (found, asked, sentence) => {
  const groups = groupAcross(found, 'actor', emptyRegister);
  expect(answerInWords(groups, { asked, by: 'actor', day })).toBe(sentence);
});

test('what one actor holds is counted by its issues, and an undated answer names no day', () => {
  const found = held([0, grain, 'supports'], [0, ceasefire, 'opposes']);
  const groups = groupAcross(found, 'issue', emptyRegister);
  expect(answerInWords(groups, { asked: null, by: 'issue', day: '' })).toBe(
    '1 issue opposed, 1 supported.'
  );
});
