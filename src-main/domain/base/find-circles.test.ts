import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circlesOf } from './find-circles.js';

const graph = fc.array(fc.array(fc.nat({ max: 7 }), { maxLength: 3 }), {
  minLength: 8,
  maxLength: 8
});

function leadsTo(next: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set<number>();
  const open = [...(next[from] ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (!seen.has(at)) open.push(...(next[at] ?? []));
    seen.add(at);
  }
  return false;
}

describe('circles of entries', () => {
  test('hold exactly the entries that lead back to themselves, and in one group those that lead to each other', () => {
    fc.assert(
      fc.property(graph, (next) => {
        const nodes = next.map((_, node) => node);
        const circles = circlesOf(nodes, (node) => next[node] ?? []);
        const inCircle = new Set(circles.flat());
        expect(circles.flat()).toHaveLength(inCircle.size);
        for (const node of nodes) expect(inCircle.has(node)).toBe(leadsTo(next, node, node));
        for (const circle of circles) {
          for (const [a, b] of circle.flatMap((one) => circle.map((two) => [one, two] as const)))
            expect(leadsTo(next, a, b)).toBe(true);
        }
      })
    );
  });

  test('of a chain of 100,000 entries are found without running out of stack or time', () => {
    const nodes = Array.from({ length: 100_000 }, (_, node) => node);
    const circles = circlesOf(nodes, (node) => [(node + 1) % nodes.length]);
    expect(circles.map(({ length }) => length)).toEqual([100_000]);
  });
});
