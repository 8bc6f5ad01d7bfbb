/** Answers and matrices of the library put together what a person has said is one, and apart what she has said is two. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { newActor, newIssue, type Position } from '../domain/briefing/entries.js';
import {
  emptyRegister,
  joinNames,
  partInBriefing,
  partNames,
  type Register
} from '../domain/ledger/register.js';
import { everyPosition } from '../domain/ledger/across-briefings.js';
import { entry, idOf } from '../domain/ledger/testing/ledger.js';
import { SearchIndex } from './search-index.js';

let number = 0;
/** Of each name with its aliases, and each issue: what the actor holds on it; `instead` of what comes before. */
function briefing(
  title: string,
  names: readonly (readonly string[])[],
  wordings: readonly string[],
  held: readonly (readonly [
    actor: number,
    issue: number,
    part: Partial<Position>,
    instead?: 'instead'
  ])[] = []
): Briefing {
  const actors = names.map(([name = '', ...aliases]) => ({ ...newActor(name, 'state'), aliases }));
  const issues = wordings.map((each) => newIssue(each));
  return {
    ...emptyBriefing(title),
    actors,
    issues,
    positions: held.map(([actor, issue, part, instead]) =>
      entry((number += 1), {
        ...part,
        actor: actors[actor]!.id,
        issue: issues[issue]!.id,
        supersedes: instead ? [idOf('P', number - 1)] : []
      })
    )
  };
}

const talks = briefing(
  'Talks',
  [['United States', 'US'], ['Ukraine']],
  ['A ceasefire first?', 'Grain?'],
  [
    [0, 0, { said: '2025-01-01', stance: 'supports' }],
    [0, 0, { said: '2025-08-01', stance: 'opposes' }, 'instead'],
    [1, 0, { said: '2025-02-01', stance: 'supports' }]
  ]
);
const later = briefing(
  'Later',
  [['US'], ['Washington']],
  ['Should a ceasefire come first?'],
  [[1, 0, { said: '2025-09-01', stance: 'supports' }]]
);
const namesake = briefing('A newspaper', [['US']], ['Grain?'], [[0, 0, { stance: 'neutral' }]]);
const all = [talks, later, namesake];
let index: SearchIndex;

beforeEach(() => {
  index = new SearchIndex(null);
  index.put(
    all.map((each) => ({
      briefing: each,
      stamp: each.modifiedAt,
      file: `b/${each.id}`,
      textOf: () => null
    }))
  );
});
afterEach(() => index.close());

function pageOf(
  kind: 'actor' | 'issue',
  name: string,
  said: Register = emptyRegister,
  more: { on?: string; asOf?: string; briefing?: Briefing['id'] } = {}
) {
  const { briefing = null, asOf = null, on = null } = more;
  const named = kind === 'actor' ? { actor: name, issue: on } : { actor: on, issue: name };
  const asked = { ...everyPosition, ...named, isWording: true, briefing, asOf };
  const { positions, total, known } = index.positions(asked, said, 10);
  const { names = [], mentions = [], mentioned = 0 } = known ?? {};
  expect([total, mentioned]).toEqual([positions.length, mentions.length]);
  return {
    names: names.map((each) => each.name),
    held: positions.map(({ briefing: { title }, position: { stance } }) => `${stance} in ${title}`),
    mentions: mentions.map(({ title }) => title)
  };
}

test('an actor: every position, by every name that a briefing knows for it, and where it is only named', () => {
  expect(pageOf('actor', 'united states')).toEqual({
    names: ['US', 'United States'],
    held: ['opposes in Talks', 'neutral in A newspaper'],
    mentions: ['Later']
  });
  expect(pageOf('actor', 'US', emptyRegister, { asOf: '2025-03' }).held).toContain(
    'supports in Talks'
  );
  expect(pageOf('actor', 'US', emptyRegister, { on: 'GRAIN?' }).held).toEqual([
    'neutral in A newspaper'
  ]);
  expect(pageOf('actor', 'Nobody')).toEqual({ names: [], held: [], mentions: [] });
});

test('“these two are one” brings two names together, “these are two” takes an alias apart', () => {
  const joined = joinNames(emptyRegister, 'actor', ['US', 'Washington']);
  expect(pageOf('actor', 'Washington', joined)).toEqual({
    names: ['US', 'United States', 'Washington'],
    held: ['supports in Later', 'opposes in Talks', 'neutral in A newspaper'],
    mentions: []
  });
  const parted = partNames(emptyRegister, 'actor', ['US', 'United States']);
  expect(pageOf('actor', 'United States', parted)).toMatchObject({ held: ['opposes in Talks'] });
  expect(pageOf('actor', 'US', parted)).toMatchObject({ held: ['neutral in A newspaper'] });
});

test('a namesake in one briefing stands apart, and has a page of its own', () => {
  const said = partInBriefing(emptyRegister, 'actor', 'US', namesake.id);
  expect(pageOf('actor', 'US', said).held).toEqual(['opposes in Talks']);
  expect(pageOf('actor', 'US', said, { briefing: namesake.id })).toEqual({
    names: ['US'],
    held: ['neutral in A newspaper'],
    mentions: []
  });
  const asked = { ...everyPosition, issue: 'grain' };
  expect(index.positions(asked, said, 9)).toMatchObject({ actors: 1, total: 1 });
});

test('an issue: by its wording and those that are joined to it', () => {
  expect(pageOf('issue', 'a ceasefire first?').held).toHaveLength(2);
  const wordings = ['A ceasefire first?', 'Should a ceasefire come first?'] as const;
  const said = joinNames(emptyRegister, 'issue', wordings);
  expect(pageOf('issue', wordings[0], said).held).toEqual([
    'supports in Later',
    'opposes in Talks',
    'supports in Talks'
  ]);
  const asked = { ...everyPosition, issue: 'should' };
  expect(index.positions(asked, said, 9).total).toBe(3);
  expect(pageOf('issue', 'Grain?')).toMatchObject({ mentions: ['Talks'] });
});

test('a matrix: what is one in one row, what is one in one column, as of a day', () => {
  const said = joinNames(
    joinNames(emptyRegister, 'actor', ['United States', 'Washington']),
    'issue',
    ['A ceasefire first?', 'Should a ceasefire come first?']
  );
  const briefings = [talks.id, later.id];
  const matrix = index.matrix({ briefings, asOf: null }, said);
  expect(matrix).toMatchObject({
    actors: ['United States', 'Ukraine'],
    issues: ['A ceasefire first?'],
    more: { actors: 0, issues: 0 }
  });
  expect(matrix.cells).toContainEqual({
    actor: 0,
    issue: 0,
    stances: ['supports', 'opposes'],
    dispute: null,
    since: '2025-09-01',
    positions: 2
  });
  const before = index.matrix({ briefings, asOf: '2025-01' }, said);
  expect(before.cells).toEqual([
    { actor: 0, issue: 0, stances: ['supports'], dispute: null, since: '2025-01-01', positions: 1 }
  ]);
  expect(index.matrix({ briefings: [], asOf: null }, said).cells).toEqual([]);
  expect(index.matrix({ briefings, asOf: null }, emptyRegister).issues).toHaveLength(2);
});

test('an answer takes for one whom the page of the name takes for one, and counts that one once', () => {
  const asked = everyPosition;
  const told = (said: Register) => {
    const { actors, positions } = index.positions(asked, said, 9);
    expect(new Set(positions.map(({ who }) => who)).size).toBe(actors);
    const whose = (who: number) =>
      positions.flatMap((each) => (each.who === who ? each.position.actor.name : [])).toSorted();
    return Array.from({ length: actors }, (_, who) => whose(who)).toSorted();
  };
  // “US” is an alias of the one, and the name of the other.
  expect(told(emptyRegister)).toEqual([['US', 'United States'], ['Ukraine'], ['Washington']]);
  const joined = joinNames(emptyRegister, 'actor', ['US', 'Washington']);
  expect(told(joined)).toEqual([['US', 'United States', 'Washington'], ['Ukraine']]);
  const parted = partNames(emptyRegister, 'actor', ['US', 'United States']);
  expect(told(parted)).toHaveLength(4);
  const apart = partInBriefing(emptyRegister, 'actor', 'US', namesake.id);
  expect(told(apart)).toHaveLength(4);
  const { actors } = index.matrix(
    { briefings: [talks.id, namesake.id], asOf: null },
    emptyRegister
  );
  expect(actors).toHaveLength(2);
});

test('who holds two stances in force is told under each, and that they are contested', () => {
  const both = briefing(
    'Both',
    [['Minsk']],
    ['Grain?'],
    [
      [0, 0, { said: '2025-01-01', stance: 'supports' }],
      [0, 0, { said: '2025-02-01', stance: 'opposes', contested: [idOf('P', number + 1)] }],
      [0, 0, { said: '2025-03-01', stance: 'neutral', status: 'denied' }]
    ]
  );
  index.put([{ briefing: both, stamp: both.modifiedAt, file: 'b/both', textOf: () => null }]);
  const asked = { ...everyPosition, actor: 'Minsk', issue: 'grain' };
  const told = (stance: Position['stance'] | null, asOf: string | null = null) =>
    index
      .positions({ ...asked, stance, asOf }, emptyRegister, 9)
      .positions.map(({ position }) => [
        position.stance,
        ...position.beside.map((each) => `${each.relation} ${each.stance}`),
        ...position.earlier
      ]);
  expect(told('supports')).toEqual([['supports', 'compatible neutral', 'contested opposes']]);
  expect(told('opposes')).toEqual([['opposes', 'compatible neutral', 'contested supports']]);
  expect(told(null)).toHaveLength(3);
  expect(told('supports', '2025-01')).toEqual([['supports']]);
  expect(told('opposes', '2025-01')).toEqual([]);
  // A denial is no stance that anybody holds.
  expect(told('neutral')).toEqual([]);
  const matrix = (asOf: string | null) =>
    index
      .matrix({ briefings: [both.id], asOf }, emptyRegister)
      .cells.map((cell) => [...cell.stances, cell.dispute]);
  expect(matrix(null)).toEqual([['opposes', 'supports', 'contested']]);
  expect(matrix('2025-01')).toEqual([['supports', null]]);
});
