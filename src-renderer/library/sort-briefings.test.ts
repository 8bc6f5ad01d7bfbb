import { expect, test } from 'vitest';
import { emptyBriefing, summarise } from '../../src-main/domain/briefing/briefing.js';
import { sortBriefings } from './sort-briefings.js';

const briefings = [
  ['Part 10', 2],
  ['', 3],
  ['éclair', 1],
  ['Part 9', 4]
].map(([title, day]) => summarise(emptyBriefing(String(title), new Date(2025, 0, Number(day)))));
const titles = (order: Parameters<typeof sortBriefings>[1]) =>
  sortBriefings(briefings, order).map(({ title }) => title);

test.each([
  ['modified', ['Part 10', '', 'éclair', 'Part 9']],
  ['created', ['Part 9', '', 'Part 10', 'éclair']],
  ['title', ['éclair', 'Part 9', 'Part 10', '']]
] as const)('%s', (order, expected) => {
  expect(titles(order)).toEqual(expected);
});
