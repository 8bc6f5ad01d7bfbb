import { expect, it } from 'vitest';
import { emptyBriefing, summarise } from '../../src-main/domain/briefing/briefing.js';
import { findBriefings } from './find-briefings.js';

const briefings = ['Économie: la réforme', 'Grain corridor', 'Corridor talks on grain', ''].map(
  (title) => summarise(emptyBriefing(title))
);

it.each([
  ['', ['Économie: la réforme', 'Grain corridor', 'Corridor talks on grain', '']],
  ['reforme', ['Économie: la réforme']],
  ['ÉCO', ['Économie: la réforme']],
  ['grain corridor', ['Grain corridor', 'Corridor talks on grain']],
  ['  talks ', ['Corridor talks on grain']],
  ['nowhere', []]
])('“%s” finds titles that hold every word, in the order of the list', (query, titles) => {
  expect(findBriefings(briefings, query).map(({ title }) => title)).toEqual(titles);
});
