/** Protects the map of positions: nothing that a cell held is lost, and what is told of it is so. */
import { describe, expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../briefing/briefing.js';
import { newActor, newIssue, type Position } from '../briefing/entries.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { en } from '../terms/printed/en.js';
import { fullEdition } from './edition.js';
import type { MatrixCell } from './matrix.js';
import { legendOfMatrix, marksOf, newerSign, notesBelow, openingOfMap } from './matrix-in-words.js';
import { composePublication } from './publication.js';

const actors = Array.from({ length: 20 }, (_, i) => newActor(`Actor ${i + 1}`, 'state'));
const issues = Array.from({ length: 30 }, (_, i) => newIssue(`Issue ${i + 1}?`));

function at(actor: number, issue: number, part: Partial<Position> = {}): Position {
  const cell = { actor: actors[actor]!.id, issue: issues[issue]!.id };
  return { ...entry(1, cell), id: idOf('P', actor * 100 + issue), said: '2025-08-01', ...part };
}

/** Of the first actors and issues; in `special` by place, else support. */
function matrixOf(
  size: readonly [actors: number, issues: number],
  special: readonly Position[] = [],
  since: string | null = null
) {
  const known = new Set(special.map(({ actor, issue }) => `${actor} ${issue}`));
  const usual = actors
    .slice(0, size[0])
    .flatMap((_, actor) => issues.slice(0, size[1]).map((__, issue) => at(actor, issue)))
    .filter(({ actor, issue }) => !known.has(`${actor} ${issue}`));
  const briefing: Briefing = {
    ...emptyBriefing('Map', new Date(0)),
    date: '2025-08-17',
    actors: actors.slice(0, size[0]),
    issues: issues.slice(0, size[1]),
    positions: [...usual, ...special]
  };
  const { matrix } = composePublication(briefing, {}, { ...fullEdition, since });
  return matrix!;
}

function cellsOf(matrix: ReturnType<typeof matrixOf>) {
  return matrix.tables.flatMap(({ groups }) =>
    groups.flatMap(({ rows }) => rows.map(({ cells }) => cells))
  );
}

test('few positions keep their words; more are a map, on its side from fifteen issues on', () => {
  expect(matrixOf([3, 2])).toMatchObject({ look: 'words', wide: false });
  expect(matrixOf([17, 2])).toMatchObject({ look: 'map', wide: false });
  expect(matrixOf([3, 14])).toMatchObject({ look: 'map', wide: false });
  const wide = matrixOf([3, 25]);
  expect(wide).toMatchObject({ look: 'map', wide: true });
  expect(wide.tables).toHaveLength(1);
  const wider = matrixOf([3, 30]);
  expect(wider.tables.map(({ issues: some }) => some.map(({ number }) => number))).toEqual([
    Array.from({ length: 15 }, (_, i) => i + 1),
    Array.from({ length: 15 }, (_, i) => i + 16)
  ]);
  for (const row of cellsOf(wider)) expect(row.every(({ claim }) => claim)).toBe(true);
});

test('a cell of a map whose words a newer version has otherwise has a sign, which the legend tells', () => {
  const matrix = matrixOf([17, 2]);
  const [{ claim, ...rest } = expect.fail()] = cellsOf(matrix)[0] ?? [];
  const corrected = { ...rest, claim: claim && { ...claim, isCorrected: true } };
  expect(marksOf({ ...rest, claim })).not.toContain(newerSign);
  expect(marksOf(corrected)).toContain(newerSign);
  const told = (cells: readonly MatrixCell[]) => {
    const [table] = matrix.tables;
    const [group] = table?.groups ?? [];
    const rows = group?.rows.map((row) => ({ ...row, cells })) ?? [];
    const changed = { ...matrix, tables: [{ ...table!, groups: [{ ...group!, rows }] }] };
    return legendOfMatrix(changed, en).map(({ sign }) => sign);
  };
  expect(told([{ ...rest, claim }])).not.toContain(newerSign);
  expect(told([corrected])).toContain(newerSign);
});

describe('conditions', () => {
  const conditional = (actor: number, issue: number, condition: string) =>
    at(actor, issue, { stance: 'conditional', condition });

  test('have letters in the order of the cells, the same however it is spelt, and none is lost', () => {
    const { conditions, ...matrix } = matrixOf(
      [3, 8],
      [
        conditional(0, 4, 'Dues fall.'),
        conditional(1, 0, 'a vote'),
        conditional(2, 1, 'dues  fall')
      ]
    );
    expect(
      conditions.map(({ letter, condition, cells }) => [
        letter,
        condition,
        cells.map(({ number, actor }) => `${number} ${actor.name}`)
      ])
    ).toEqual([
      ['a', 'Dues fall.', ['2 Actor 3', '5 Actor 1']],
      ['b', 'a vote', ['1 Actor 2']]
    ]);
    expect(cellsOf({ ...matrix, conditions })[2]?.[1]?.letter).toBe('a');
    const below = notesBelow({ ...matrix, conditions }, en).find(
      ({ title }) => title === 'Conditions'
    );
    expect(below?.entries.map(({ letter, cells }) => [letter, ...cells])).toEqual([
      ['a', { number: 2, names: 'Actor 3' }, { number: 5, names: 'Actor 1' }],
      ['b', { number: 1, names: 'Actor 2' }]
    ]);
  });

  test('go on after z', () => {
    const all = Array.from({ length: 28 }, (_, i) => conditional(0, i, `condition ${i}`));
    const letters = matrixOf([3, 28], all).conditions.map(({ letter }) => letter);
    expect(letters.slice(24)).toEqual(['y', 'z', 'aa', 'ab']);
  });

  test('stay in the cells where these have words', () => {
    expect(matrixOf([3, 2], [conditional(0, 0, 'a vote')]).conditions).toEqual([]);
  });
});

describe('what changed', () => {
  const before = at(0, 0, { stance: 'opposes', said: '2025-07-01' });
  const then = at(0, 0, { id: idOf('P', 9_001), supersedes: [before.id], said: '2025-08-10' });
  const again = at(0, 0, { id: idOf('P', 9_002), supersedes: [then.id], said: '2025-08-12' });
  const old = [before, then, again];

  test('is what another stance stood before, where no day is chosen', () => {
    const matrix = matrixOf([3, 8], old);
    expect(matrix.changedSince).toBeNull();
    expect(matrix.changed.map(({ actor, number }) => [actor.name, number])).toEqual([
      ['Actor 1', 1]
    ]);
    const note = notesBelow(matrix, en).find(({ title }) => title === 'Changed');
    expect(note?.entries[0]?.told).toBe('was −, is + (12 August 2025)');
  });

  test('is what changed since a day that is chosen: new cells too, restated ones not', () => {
    const late = at(1, 3, { said: '2025-08-15' });
    const matrix = matrixOf([3, 8], [...old, late], '2025-08-11');
    expect(matrix.changedSince).toBe('2025-08-11');
    expect(matrix.changed.map(({ actor, number }) => [actor.name, number])).toEqual([
      ['Actor 2', 4]
    ]);
    expect(legendOfMatrix(matrix, en).map(({ told }) => told)).toContain(
      'changed since 11 August 2025'
    );
  });
});

test('a cell in which opposed positions are in force is told as no side, by a sign of its own', () => {
  const opposed = at(0, 0, { id: idOf('P', 9_001), stance: 'opposes' });
  const matrix = matrixOf([3, 8], [at(0, 0), opposed]);
  const legendOf = (of: typeof matrix) =>
    legendOfMatrix(of, en).filter(({ look }) => look === 'several');
  expect(legendOf(matrix)).toEqual([
    { sign: '≠', look: 'several', told: 'open point: several positions in force' }
  ]);
  expect(legendOf(matrixOf([3, 8]))).toEqual([]);
  const contested = { ...opposed, contested: [at(0, 0).id] };
  expect(legendOf(matrixOf([3, 8], [at(0, 0), contested]))[0]?.told).toMatch(/^contested: /);
  expect(matrix.tables[0]?.groups[0]?.rows[0]?.totals).toEqual({ supports: 7, opposes: 0 });
  const note = notesBelow(matrix, en).find(({ title }) => title === 'Several positions in force');
  expect(note?.entries).toMatchObject([
    { told: 'open point: opposes, supports', cells: [{ number: 1, names: 'Actor 1' }] }
  ]);
});

test('a denial alone is told as no side, by a sign of its own', () => {
  const matrix = matrixOf([1, 1], [at(0, 0, { status: 'denied' })]);
  expect(legendOfMatrix(matrix, en).filter(({ look }) => look === 'supports')).toEqual([]);
  expect(legendOfMatrix(matrix, en)).toContainEqual({ sign: '×', look: 'denied', told: 'denied' });
});

test('what stands beside what is contested does not hide it', () => {
  const pair = [at(0, 0), at(0, 0, { id: idOf('P', 9_001), stance: 'opposes' })];
  const unclear = at(0, 0, { id: idOf('P', 9_002), stance: 'unclear', said: '2025-08-10' });
  const [[{ claim } = expect.fail()] = expect.fail()] = cellsOf(
    matrixOf([3, 8], [...pair, unclear])
  );
  expect(claim).toMatchObject({
    ...{ dispute: 'open', several: 'open point: unclear, opposes, supports' }
  });
});

test('cells without a quote are marked while they are few, else counted', () => {
  expect(openingOfMap(matrixOf([3, 8]), en)).toBe(
    'Positions as last known; 24 of 24 rest on no quote'
  );
  const evidence = [idOf('N', 1)];
  const most = Array.from({ length: 23 }, (_, i) => at(Math.floor(i / 8), i % 8, { evidence }));
  const matrix = matrixOf([3, 8], most);
  expect(openingOfMap(matrix, en)).toBe('Positions as last known');
  expect(cellsOf(matrix).map((row) => row.map(marksOf).join(''))).toEqual(['', '', '*']);
});

test('actors who hold alike stand together, and the map says of them only what most hold', () => {
  const against = [1, 3, 5, 7, 9].flatMap((actor) =>
    issues.slice(0, 8).map((_, issue) => at(actor, issue, { stance: 'opposes' }))
  );
  const matrix = matrixOf([10, 8], against);
  const [first, second] = matrix.tables[0]!.groups;
  expect(first?.rows.map(({ actor }) => actor.name)).toEqual(
    [1, 3, 5, 7, 9].map((number) => `Actor ${number}`)
  );
  expect(second).toMatchObject({ letter: 'B', support: [], oppose: [1, 2, 3, 4, 5, 6, 7, 8] });
  expect(second?.rows[0]?.totals).toEqual({ supports: 0, opposes: 8 });
  const groups = notesBelow(matrix, en).find(({ title }) => title === 'Groups');
  expect(groups?.entries.map(({ letter, told }) => [letter, told]).slice(0, 2)).toEqual([
    ['A', '5 actors. Most support 1–8.'],
    ['B', '5 actors. Most oppose 1–8.']
  ]);
});
