import { expect, test } from 'vitest';
import { annotatedArticles } from './articles.js';
import { type Measure, qualityOf } from './quality.js';
import { bCubed, matchRelations, rates } from './score.js';

const articles = annotatedArticles();

/** F1 in per cent that no change of the rules may fall below. */
const floors: readonly (readonly [what: Measure, tuned: number, heldOut: number])[] = [
  ['relations', 84, 82],
  ['relations with source', 82, 78],
  ['indirect relations', 82, 80],
  ['persons', 92, 84],
  ['organisations', 85, 68],
  ['alias clusters (B³)', 95, 95],
  ['dates', 95, 90],
  ['date values', 95, 95],
  ['figures', 88, 82]
];

test('drafting stays as good as it was, also on articles that no rule was made for', () => {
  const tuned = qualityOf(articles.filter(({ heldOut }) => !heldOut));
  const heldOut = qualityOf(articles.filter((article) => article.heldOut));
  const fallen = floors.flatMap(([what, least, leastHeldOut]) => {
    const [a, b] = [rates(tuned[what]).f1 ?? 0, rates(heldOut[what]).f1 ?? 0];
    return a < least || b < leastHeldOut ? [`${what}: ${a} tuned, ${b} held out`] : [];
  });
  expect(fallen).toEqual([]);
  // At 0.9 a suggestion is as good as it says, and such suggestions are no small part.
  const sure = rates(heldOut['relations at 0.9 or more']);
  expect(sure.precision).toBeGreaterThanOrEqual(85);
  expect(sure.recall).toBeGreaterThanOrEqual(40);
});

test('a match needs half of the words and the same cue, and is counted once', () => {
  const at = (start: number, end: number) => ({ start, end });
  const relation = (
    content: [number, number],
    cue: [number, number],
    source: [number, number] | null
  ) => ({
    content: [at(...content)],
    cue: at(...cue),
    source: source && at(...source)
  });
  const marked = [relation([10, 30], [5, 9], [0, 4])];
  expect(matchRelations([relation([10, 28], [5, 9], [0, 2])], marked)).toMatchObject([
    { source: true }
  ]);
  expect(matchRelations([relation([10, 28], [5, 9], null)], marked)).toMatchObject([
    { source: false }
  ]);
  expect(matchRelations([relation([10, 14], [5, 9], [0, 4])], marked)).toEqual([]);
  expect(matchRelations([relation([10, 30], [31, 35], [0, 4])], marked)).toEqual([]);
  expect(matchRelations([...marked, ...marked], marked)).toHaveLength(1);
});

test('alias clusters that are split or lumped together cost', () => {
  expect(bCubed([['A', 'B']], [['A', 'B']])).toMatchObject({ right: 2, found: 2 });
  expect(bCubed([['A'], ['B']], [['A', 'B']]).right).toBeCloseTo(4 / 3);
  expect(bCubed([['A', 'B']], [['A'], ['B']]).right).toBeCloseTo(4 / 3);
});
