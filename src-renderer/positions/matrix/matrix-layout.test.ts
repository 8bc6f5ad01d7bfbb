import { describe, expect, test } from 'vitest';
import { newActor, newIssue } from '../../../src-main/domain/briefing/entries.js';
import { LedgerIndex } from '../../../src-main/domain/ledger/ledger-index.js';
import { entry, idOf } from '../../../src-main/domain/ledger/testing/ledger.js';
import { layOutMatrix, plainMatrix, type MatrixOptions } from './matrix-layout.js';

const us = { ...newActor('United States', 'state'), aliases: ['Washington'], tags: ['G7'] };
const trump = { ...newActor('Trump', 'person'), speaksFor: us.id };
const europe = { ...newActor('Europe', 'group'), tags: ['G7'] };
const silent = newActor('Silent', 'state');
const ceasefire = { ...newIssue('A ceasefire first?'), tags: ['war'] };
const land = newIssue('Cede land?');
/** Whose last position was removed. */
const bare = newIssue('Nobody on it?');
const briefing = {
  actors: [us, trump, europe, silent],
  issues: [ceasefire, bare, land],
  statements: []
};
const ledger = new LedgerIndex([
  entry(1, { actor: us.id, issue: ceasefire.id, said: '2025-08-15', stance: 'opposes' }),
  entry(2, { actor: trump.id, issue: land.id, said: '2025-08-16', stance: 'unclear' }),
  entry(3, { actor: europe.id, issue: ceasefire.id, said: '2025-01-01', stance: 'supports' })
]);

function told(
  options: Partial<MatrixOptions>,
  day: string | null = null,
  {
    changed = null,
    of = briefing
  }: { changed?: Parameters<typeof layOutMatrix>[4]; of?: Parameters<typeof layOutMatrix>[0] } = {}
) {
  const all = { ...plainMatrix, ...options };
  const { rows, columns } = layOutMatrix(of, ledger, day, all, changed);
  const line = (title: string, names: readonly string[]) =>
    (title ? `${title}: ` : '') + names.join(', ');
  return {
    rows: rows.map(({ title, members }) =>
      line(
        title,
        members.map(({ name }) => name)
      )
    ),
    columns: columns.map(({ title, members }) =>
      line(
        title,
        members.map(({ wording }) => wording)
      )
    )
  };
}

describe('the matrix', () => {
  const everything = ['A ceasefire first?, Cede land?'];
  test.each<[string, Partial<MatrixOptions>, readonly string[], readonly string[]]>([
    ['as it comes, without who is silent', {}, ['United States, Trump, Europe'], everything],
    ['sorted by name', { sort: 'name' }, ['Europe, Trump, United States'], everything],
    ['latest change first', { sort: 'latest' }, ['Trump, United States, Europe'], everything],
    [
      'sorted by the stance on an issue',
      { sort: ceasefire.id },
      ['Europe, United States, Trump'],
      everything
    ],
    ['an actor by an alias', { words: 'washington' }, ['United States'], everything],
    ['an issue by its words', { words: 'Cede' }, ['United States, Trump, Europe'], ['Cede land?']],
    ['nothing that has the words', { words: 'zebra' }, [], []],
    ['who opposes what', { stance: 'opposes' }, ['United States'], ['A ceasefire first?']],
    [
      'grouped by type',
      { rows: 'type' },
      ['States: United States', 'Persons: Trump', 'Groups: Europe'],
      everything
    ],
    [
      'grouped by tag',
      { rows: 'tag', columns: 'tag' },
      ['G7: United States, Europe', 'Without a tag: Trump'],
      ['war: A ceasefire first?', 'Without a tag: Cede land?']
    ],
    [
      'grouped by whom they speak for',
      { rows: 'speaks-for' },
      ['United States: United States, Trump', 'Speak for themselves: Europe'],
      everything
    ]
  ])('%s', (_what, options, rows, columns) => {
    expect(told(options)).toEqual({ rows, columns });
  });

  test('a stance counts as of the day', () => {
    expect(told({ stance: 'opposes' }, '2025-08-14')).toEqual({ rows: [], columns: [] });
  });

  test('what changed leaves the cells that did, and an actor or issue without any is left out', () => {
    const changed = [{ actor: trump.id, issue: land.id }];
    const since = { since: '2025-08-15' };
    expect(told(since, null, { changed })).toEqual({ rows: ['Trump'], columns: ['Cede land?'] });
    expect(told({ ...since, stance: 'opposes' }, null, { changed }).rows).toEqual([]);
    expect(told(since, null, { changed: [] })).toEqual({ rows: [], columns: [] });
  });

  test('who only said something has a row, but holds no stance', () => {
    const statement = {
      ...{ id: idOf('N', 1), actor: silent.id, text: 'We shall see.', said: null },
      ...{ attribution: [], evidence: [], recordedAt: '2025-08-17T00:00:00Z', by: null }
    };
    const of = { ...briefing, statements: [statement] };
    expect(told({}, null, { of }).rows).toEqual(['United States, Trump, Europe, Silent']);
    expect(told({ stance: 'opposes' }, null, { of }).rows).toEqual(['United States']);
  });
});
