import { describe, expect, test } from 'vitest';
import { newActor, Figure, newFigure } from '../../../src-main/domain/briefing/entries.js';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId } from '../../../src-main/domain/base/values.js';
import {
  formOf,
  emptyFigure,
  figureProblems,
  recordFigure,
  type FigureForm
} from './figure-form.js';
import { nextOrder, sortFigures, type FigureOrder } from '../sort-figures.js';

const ministry = { ...newActor('Ministry of Health', 'organisation'), aliases: ['MoH'] };
const briefing: Briefing = { ...emptyBriefing('', new Date(0)), actors: [ministry] };
const filled = emptyFigure({ wording: '1.6 million', value: '1.6 million', actor: 'moh' });

test.each<[string, Partial<FigureForm>, readonly string[]]>([
  ['what is filled in', {}, []],
  ['no wording', { wording: ' ' }, ['wording']],
  ['no number', { value: 'many' }, ['value']],
  ['no day', { date: 'soon' }, ['date']],
  ['a month', { date: '2025-08' }, []],
  ['too much', { unit: 'x'.repeat(101), note: 'x'.repeat(20_001) }, ['unit', 'note']]
])('the problems of %s', (_what, part, fields) => {
  const problems = figureProblems({ ...filled, ...part });
  expect(Object.keys(problems)).toEqual(fields);
  for (const sentence of Object.values(problems)) expect(sentence).toMatch(/\.$/);
});

describe('a figure that is recorded', () => {
  test('knows its giver by any name, and rests only on what is there', () => {
    const after = recordFigure(briefing, { ...filled, evidence: [newId()] });
    expect(after.actors).toBe(briefing.actors);
    expect(after.figures).toMatchObject([{ value: 1_600_000, actor: ministry.id, evidence: [] }]);
    expect(Figure.safeParse(after.figures[0]).success).toBe(true);
  });

  test('brings a giver that is new', () => {
    expect(recordFigure(briefing, { ...filled, actor: ' Móh ' }).actors).toBe(briefing.actors);
    const after = recordFigure(briefing, { ...filled, actor: 'Gallup' });
    expect(after.actors[1]).toMatchObject({ name: 'Gallup', type: 'organisation' });
    expect(after.figures[0]?.actor).toBe(after.actors[1]?.id);
    expect(recordFigure(briefing, { ...filled, actor: '' }).figures[0]?.actor).toBeNull();
  });

  test('is edited in its place, and loses nothing that was left alone', () => {
    const figures = [
      newFigure('1', 1),
      { ...newFigure('2', 2), date: '2025', note: 'n' },
      newFigure('3', 3)
    ];
    const before = { ...briefing, figures };
    const form = formOf(figures[1]!, before);
    expect(recordFigure(before, form).figures).toEqual(figures);
    const after = recordFigure(before, { ...form, value: '20' });
    expect(after.figures.map(({ value }) => value)).toEqual([1, 20, 3]);
    expect(recordFigure(briefing, form).figures).toHaveLength(1);
  });

  test('is edited beside what others changed of it meanwhile, and of its giver’s name', () => {
    const figure = { ...newFigure('2', 2), actor: ministry.id };
    const before = { ...briefing, figures: [figure] };
    const begun = formOf(figure, before);
    const renamed = { ...ministry, name: 'Health ministry', aliases: [] };
    const now = {
      ...before,
      actors: [renamed],
      figures: [{ ...figure, unit: 'people', value: 3 }]
    };
    const after = recordFigure(now, { ...begun, note: 'Mine' }, figure.id, begun);
    expect(after.figures).toEqual([{ ...figure, unit: 'people', value: 3, note: 'Mine' }]);
    expect(after.actors).toBe(now.actors);
    const given = recordFigure(now, { ...begun, actor: 'Gallup' }, figure.id, begun);
    expect(given.figures[0]?.actor).toBe(given.actors[1]?.id);
  });
});

test.each<[FigureOrder | null, string]>([
  [null, 'bcad'],
  [{ by: 'value', descending: false }, 'abdc'],
  [{ by: 'value', descending: true }, 'cbda'],
  [{ by: 'date', descending: false }, 'cbad'],
  [{ by: 'date', descending: true }, 'bcad'],
  [{ by: 'actor', descending: false }, 'bcad'],
  [{ by: 'measures', descending: false }, 'adbc']
])('figures sorted by %j', (order, expected) => {
  const figures = [
    { ...newFigure('b', 2), date: '2025', measures: 'm', actor: ministry.id },
    { ...newFigure('c', 3), date: '2024-12-31' },
    { ...newFigure('a', 1), measures: 'k' },
    { ...newFigure('d', 2), measures: 'l' }
  ];
  const nameOf = ({ actor }: Figure) => (actor ? ministry.name : '');
  expect(
    sortFigures(figures, order, nameOf)
      .map(({ wording }) => wording)
      .join('')
  ).toBe(expected);
});

test('a column sorts up, then down, then not at all', () => {
  const up = nextOrder(null, 'value');
  const down = nextOrder(up, 'value');
  expect([up, down, nextOrder(down, 'value'), nextOrder(down, 'date')]).toEqual([
    { by: 'value', descending: false },
    { by: 'value', descending: true },
    null,
    { by: 'date', descending: false }
  ]);
});
