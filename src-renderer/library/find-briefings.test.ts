import { expect, test } from 'vitest';
import { emptyBriefing, summarise } from '../../src-main/domain/briefing/briefing.js';
import { findBriefings, sortBriefings } from './find-briefings.js';

const briefings = ['Économie: la réforme', 'Grain corridor', 'Corridor talks on grain', ''].map(
  (title) => summarise(emptyBriefing(title))
);

test.each([
  ['', ['Économie: la réforme', 'Grain corridor', 'Corridor talks on grain', '']],
  ['reforme', ['Économie: la réforme']],
  ['ÉCO', ['Économie: la réforme']],
  ['grain corridor', ['Grain corridor', 'Corridor talks on grain']],
  ['  talks ', ['Corridor talks on grain']],
  ['nowhere', []]
])('“%s” finds titles that hold every word, in the order of the list', (query, titles) => {
  expect(findBriefings(briefings, query).map(({ title }) => title)).toEqual(titles);
});

test('what is typed on, taken back or typed anew finds the same as when it is typed at once', () => {
  for (const query of ['g', 'gr', 'grain', 'grain c', 'grain', 'talks grain', 't', 'réf', 'r'])
    expect(findBriefings(briefings, query), query).toEqual(findBriefings([...briefings], query));
});

const dated = [
  ['Part 10', 2],
  ['', 3],
  ['éclair', 1],
  ['Part 9', 4]
].map(([title, day]) => summarise(emptyBriefing(String(title), new Date(2025, 0, Number(day)))));
const titles = (order: Parameters<typeof sortBriefings>[1]) =>
  sortBriefings(dated, order).map(({ title }) => title);

test.each([
  ['modified', ['Part 10', '', 'éclair', 'Part 9']],
  ['created', ['Part 9', '', 'Part 10', 'éclair']],
  ['title', ['éclair', 'Part 9', 'Part 10', '']]
] as const)('%s', (order, expected) => {
  expect(titles(order)).toEqual(expected);
});
