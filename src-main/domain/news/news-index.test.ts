/**
 * Protects what a suggestion is said to be: nothing known is called new, no reversal is hidden, and the
 * answer is the same whatever came first. Over 300 lines because all of it asks the one index.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import {
  type Figure,
  newFigure,
  newIssue,
  type Position,
  type Statement
} from '../briefing/entries.js';
import type { Source } from '../briefing/source.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import type { Suggestion } from '../suggestions/suggestion.js';
import { areAlike, readIssue } from '../suggestions/alike-issues.js';
import type { News } from './news.js';
import { NewsIndex } from './news-index.js';
import {
  actorNamed,
  at,
  type Claimed,
  common,
  copy,
  figure,
  here,
  known,
  other,
  position,
  quoteIn,
  source,
  spanOf,
  statement
} from './testing/suggestions.js';

const ask = (part: Partial<Briefing>, suggestion: Suggestion, from = here) =>
  new NewsIndex({ ...known, ...part }).of(suggestion, from.id);

/** As a row tells it. */
function inShort(news: News | null): string {
  if (news === null) return 'nothing';
  if (news.is === 'repeats') return `repeats ${news.source?.title ?? '–'}, ${news.from}`;
  if (news.is === 'differs') return `differs${news.isLater ? ', later' : ''}`;
  return news.is;
}

describe('a position', () => {
  const support = entry(1, { stance: 'supports', said: '2025-08-10' });
  const onQuote = (home: Source, exact: string, part: Partial<Position> = {}) => {
    const annotation = quoteIn(home, exact);
    return {
      annotations: [annotation],
      positions: [{ ...support, evidence: [annotation.id], ...part }]
    };
  };

  test.each<[string, Partial<Briefing>, Claimed, string]>([
    ['of nobody known', { positions: [support] }, { who: 'Jonas Berg' }, 'new-actor'],
    ['of a known actor on another issue', { positions: [support] }, { issue: 'land tax' }, 'new'],
    ['turned round', { positions: [support] }, {}, 'differs, later'],
    [
      'turned round, by another name',
      { positions: [support] },
      { who: 'CHAIR LIND' },
      'differs, later'
    ],
    ['turned round on one day', { positions: [support] }, { said: '2025-08-10' }, 'differs'],
    ['of before what is in force', { positions: [support] }, { said: '2025-08-01' }, 'new'],
    [
      'of the issue worded alike',
      { positions: [support] },
      { issue: 'the toll' },
      'differs, later'
    ],
    ['held again', { positions: [support] }, { stance: 'supports' }, 'repeats –, other-origin'],
    [
      'held again, in a report of another origin',
      onQuote(other, 'Lind is for it'),
      { stance: 'supports' },
      'repeats Other, other-origin'
    ],
    [
      'held again, in a copy',
      onQuote(copy, 'Lind is for it'),
      { stance: 'supports' },
      'repeats Copy, same-origin'
    ],
    [
      'in nearly the same words, whatever its issue is called',
      onQuote(copy, 'The chair will back a toll for the next two winters', { issue: idOf('Q', 2) }),
      {
        stance: 'supports',
        issue: 'charge on boats',
        words: 'the chair will back a toll for the next three winters'
      },
      'repeats Copy, same-origin'
    ],
    [
      'turned round, in words that are known on another issue',
      {
        positions: [
          support,
          entry(2, {
            ...{ stance: 'opposes', issue: idOf('Q', 2) },
            statement: 'she opposes the ferry toll'
          })
        ]
      },
      {},
      'differs, later'
    ],
    [
      'denied before',
      { positions: [{ ...support, status: 'denied' }] },
      { stance: 'supports' },
      'differs, later'
    ],
    ['another than was denied', { positions: [{ ...support, status: 'denied' }] }, {}, 'new'],
    [
      'superseded on its day: the one that is in force counts',
      {
        positions: [
          support,
          entry(2, { stance: 'opposes', said: '2025-08-12', supersedes: [support.id] })
        ]
      },
      {},
      'repeats –, other-origin'
    ],
    [
      'superseded after its day: the one that was in force counts',
      {
        positions: [
          support,
          entry(2, { stance: 'opposes', said: '2025-08-20', supersedes: [support.id] })
        ]
      },
      {},
      'differs, later'
    ],
    [
      'one of two that are contested',
      { positions: [support, entry(2, { stance: 'opposes', contested: [support.id] })] },
      {},
      'repeats –, other-origin'
    ]
  ])('%s', (_what, part, claimed, expected) => {
    expect(inShort(ask(part, position(claimed)))).toBe(expected);
  });

  test('in words of a stance that was given up: known from a copy, news from elsewhere', () => {
    const words = 'the chair will back a toll for the next two winters';
    const turned = entry(2, { stance: 'opposes', said: '2025-08-12', supersedes: [support.id] });
    const told = (home: Source) => {
      const { annotations, positions } = onQuote(home, words);
      const part = { annotations, positions: [...positions, turned] };
      return inShort(ask(part, position({ stance: 'supports', words })));
    };
    expect(told(copy)).toBe('repeats Copy, same-origin');
    expect(told(other)).toBe('differs, later');
  });

  test('differs from all that is in force: a new entry follows all of it', () => {
    const positions = [
      support,
      entry(2, { stance: 'conditional', said: '2025-08-11', contested: [support.id] })
    ];
    const news = ask({ positions }, position({}));
    expect(news).toMatchObject({ is: 'differs', known: { entry: { stance: 'conditional' } } });
    expect(news?.is === 'differs' && new Set(news.inForce)).toEqual(
      new Set(positions.map(({ id }) => id))
    );
  });
});

test('a change is what comes after it', () => {
  const before = position({ stance: 'supports' });
  const after = position({ stance: 'opposes' });
  if (before.kind !== 'position' || after.kind !== 'position') throw new Error('not positions');
  const change: Suggestion = {
    ...{ ...common, kind: 'change', actor: actorNamed('Mara Lind'), issue: 'ferry toll' },
    ...{ before: before.position, after: after.position, words: spanOf('changed her mind') }
  };
  const positions = [entry(1, { stance: 'supports', said: '2025-08-10' })];
  expect(inShort(ask({ positions }, change))).toBe('differs, later');
});

describe('a statement', () => {
  const words = 'The boats run through the winter, whatever it costs';
  const quote = quoteIn(copy, words);
  const said: Statement = {
    ...{ id: newId(), actor: idOf('A', 1), text: words, said: null, attribution: [] },
    ...{ evidence: [quote.id], recordedAt: at, by: null }
  };
  test.each<[string, Partial<Briefing>, Suggestion, string]>([
    ['of nobody known', {}, statement(words, 'Jonas Berg'), 'new-actor'],
    [
      'not heard before',
      { statements: [said], annotations: [quote] },
      statement('It is late.'),
      'new'
    ],
    [
      'with a word changed',
      { statements: [said], annotations: [quote] },
      statement('“The boats will run through the winter, whatever it costs,”'),
      'repeats Copy, same-origin'
    ],
    [
      'quoted in part',
      { statements: [said], annotations: [quote] },
      statement('through the winter, whatever it costs'),
      'repeats Copy, same-origin'
    ],
    [
      'with another number',
      { statements: [{ ...said, text: 'Some 180 companies will leave the port this year.' }] },
      statement('Some 150 companies will leave the port this year.'),
      'new'
    ],
    [
      'with one number more',
      { statements: [{ ...said, text: 'Some 180 companies will leave the port this year.' }] },
      statement('Some 180 companies will leave the port this year, in 2 months.'),
      'repeats –, other-origin'
    ],
    [
      'on which a position rests',
      { positions: [entry(1, { evidence: [quote.id] })], annotations: [quote] },
      statement(words),
      'repeats Copy, same-origin'
    ]
  ])('%s', (_what, part, suggestion, expected) => {
    expect(inShort(ask(part, suggestion))).toBe(expected);
  });
});

describe('a figure', () => {
  const ships = (value: number, part: Partial<Figure> = {}): Figure => ({
    ...newFigure(String(value), value),
    measures: 'boats to be replaced',
    ...part
  });
  test.each<[string, readonly Figure[], Suggestion, string]>([
    ['of nothing that was counted', [ships(3)], figure(4, 'seats in the hall'), 'new'],
    ['of another unit', [ships(3, { unit: '%' })], figure(4, 'boats to be replaced'), 'new'],
    ['that is worded otherwise', [ships(3)], figure(4, 'old boats to be replaced'), 'new'],
    [
      'that the known one allows',
      [ships(3, { wording: 'at least 3' })],
      figure(4, 'boats to be replaced'),
      'new'
    ],
    [
      'of another day',
      [ships(3, { date: '2024' })],
      figure(4, 'boats to be replaced', '', '2025'),
      'new'
    ],
    ['of a known measure', [ships(3)], figure(4, 'Boats to be replaced'), 'differs'],
    [
      'known, beside another',
      [ships(4), ships(3)],
      figure(4, 'boats to be replaced'),
      'repeats –, other-origin'
    ],
    ['that measures nothing', [ships(3, { measures: '' })], figure(4, ''), 'new'],
    [
      'whose sentence denies the known one',
      [ships(3, { date: '2024' })],
      figure(4, 'They replaced 4 boats, not 3.', '', '2025', [3]),
      'differs'
    ]
  ])('%s', (_what, figures, suggestion, expected) => {
    expect(inShort(ask({ figures }, suggestion))).toBe(expected);
  });
});

test.each([
  ['the toll', 'toll on the island ferry', true],
  ['ferry tolls', 'a toll on the ferry', true],
  ['Should there be a toll on the ferry?', 'ferry toll', true],
  ['schools', 'cut to schools', false],
  ['ban on imports', 'imports', false],
  ['lifting the ban on imports', 'ban on imports', false],
  ['withdrawing troops', 'troops', false],
  ['Should schools close?', 'schools', false],
  ['the', 'a', false]
])('“%s” and “%s” may be one issue: %s', (one, two, expected) => {
  expect(areAlike(readIssue(one), readIssue(two))).toBe(expected);
  expect(areAlike(readIssue(two), readIssue(one))).toBe(expected);
});

test('the answer does not depend on the order in which sources and entries came', () => {
  const lines = [
    'The chair will back a toll for the next two winters',
    'The chair will back a toll for the next ten winters',
    'She opposes the toll'
  ];
  const line = fc.constantFrom(...lines);
  const stance = fc.constantFrom('supports', 'opposes', 'conditional' as const);
  const day = fc.constantFrom(null, '2025-08-10', '2025-08-12', '2025-08-20');
  const origin = fc.constantFrom(null, idOf('E', 901), idOf('E', 902));
  const issue = fc.constantFrom('ferry toll', 'the toll', 'free parking');
  const came = fc.record({
    sources: fc.uniqueArray(
      fc.record({ title: fc.constantFrom('a', 'b', 'c', 'd'), published: day, origin }),
      { minLength: 1, maxLength: 3, selector: ({ title }) => title }
    ),
    positions: fc.array(
      fc.record({
        ...{ stance, issue, said: day, quote: line, home: fc.nat(2), statement: line },
        supersedes: fc.option(fc.nat(5))
      }),
      { maxLength: 6 }
    ),
    statements: fc.array(fc.record({ text: line, home: fc.nat(2) }), { maxLength: 3 })
  });
  const claim = fc.record({ stance, issue, words: line, said: day });

  fc.assert(
    fc.property(came, claim, fc.infiniteStream(fc.nat()), (given, claimed, chances) => {
      const shuffled = <T>(list: readonly T[]): readonly (readonly [T, number])[] =>
        list
          .map((each, i) => ({ each, i, chance: chances.next().value as number }))
          .sort((a, b) => a.chance - b.chance)
          .map(({ each, i }) => [each, i] as const);
      const inOrder = <T>(list: readonly T[]): readonly (readonly [T, number])[] =>
        list.map((each, i) => [each, i]);
      /** Ids are given in the order of coming. */
      const told = (order: typeof inOrder) => {
        const homes = new Map(
          order(given.sources).map(([part, i], place) => [
            i,
            source(10 + place, { ...part, text: part.title.padStart(64, '0') })
          ])
        );
        const homeOf = (home: number) => homes.get(home % given.sources.length)!;
        const issues = order(['ferry toll', 'the toll', 'free parking']).map(([wording], place) =>
          newIssue(wording, idOf('Q', place))
        );
        const placed = order(given.positions);
        const idAt = (i: number) =>
          idOf(
            'P',
            placed.findIndex(([, own]) => own === i)
          );
        const annotations: Briefing['annotations'][number][] = [];
        const positions = placed.map(([{ home, quote, supersedes, ...part }, i], place) => {
          const id = idOf('E', annotations.length);
          annotations.push(quoteIn(homeOf(home), quote, id));
          return entry(place, {
            ...part,
            id: idAt(i),
            issue: issues.find(({ wording }) => wording === part.issue)!.id,
            supersedes:
              supersedes === null || supersedes >= placed.length ? [] : [idAt(supersedes)],
            evidence: [id]
          });
        });
        const statements = order(given.statements).map(([{ home, text }], place): Statement => {
          const id = idOf('E', annotations.length);
          annotations.push(quoteIn(homeOf(home), text, id));
          return {
            ...{ id: idOf('F', place), actor: idOf('A', 1), text, said: null, attribution: [] },
            ...{ evidence: [id], recordedAt: at, by: null }
          };
        });
        const sources = [here, ...homes.values()];
        const news = ask(
          { sources, issues, positions, statements, annotations },
          position(claimed)
        );
        const words =
          news?.is !== 'repeats' && news?.is !== 'differs'
            ? []
            : [
                news.known.kind,
                news.known.kind === 'position' ? news.known.issue : '',
                news.known.kind === 'figure' ? '' : news.known.evidence[0]?.quote
              ];
        return [inShort(news), ...words].join('\n');
      };
      expect(told(shuffled)).toBe(told(inOrder));
    })
  );
});
