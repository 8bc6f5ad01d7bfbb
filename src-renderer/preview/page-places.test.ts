import { describe, expect, it } from 'vitest';
import { partBefore, findPart } from './page-places.js';

const size = { width: 600, height: 800 };
const part = (of: string, page: number, x: number, y: number) => ({ of, page, x, y });
/** Two columns, then one part below both; then another page. */
const places = [
  part('title', 0, 60, 50),
  part('point 1', 0, 60, 100),
  part('point 2', 0, 60, 300),
  part('outlook', 0, 400, 120),
  part('quotes', 0, 60, 500),
  part('sources', 1, 60, 200)
];
const before = (page: number, x: number, y: number) => partBefore(places, { page, x, y }, size)?.of;

describe('what a point on a page belongs to', () => {
  it.each([
    ['the part that begins last above it', 0, 100, 200, 'point 1'],
    ['in the second column, what begins there', 0, 450, 350, 'outlook'],
    ['in the first column, nothing of the second', 0, 100, 350, 'point 2'],
    ['below both, what begins below both', 0, 450, 600, 'quotes'],
    ['at the very left, the part in the rail', 0, 5, 310, 'point 2'],
    ['at the top of a page, what goes on from the one before', 1, 100, 100, 'quotes'],
    ['above everything, nothing', 0, 100, 10, undefined]
  ])('is %s', (_what, page, x, y, of) => {
    expect(before(page, x, y)).toBe(of);
  });
});

it('finds the place of the best of several names', () => {
  expect(findPart(places, ['nowhere', 'quotes', 'title'])?.of).toBe('quotes');
  expect(findPart(places, ['nowhere'])).toBeNull();
});
