import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fullSize,
  gap,
  layOut,
  nextZoom,
  pageAt,
  pagesInSight,
  pixelsAPoint,
  placeAt,
  scaleOf,
  scrollTopFor,
  scrollTopOf,
  topOfPage
} from './page-layout.js';

const a4 = { width: 595, height: 842 };
const wide = { width: 842, height: 595 };

const sizes = fc.array(
  fc.record({
    width: fc.integer({ min: 50, max: 3000 }),
    height: fc.integer({ min: 50, max: 3000 })
  }),
  { minLength: 1, maxLength: 40 }
);
const scale = fc.double({ min: 0.2, max: 6, noNaN: true });

describe('scaleOf', () => {
  it('shows paper in its own size at 1', () => {
    expect(scaleOf(1, [a4], { width: 10, height: 10 }) * 72).toBeCloseTo(96);
  });

  it('fits the widest page into the width, with its margins', () => {
    const fitted = scaleOf('width', [a4, wide], { width: 842 + 2 * gap, height: 100 });
    expect(fitted).toBeCloseTo(1);
  });

  it('fits the whole of every page', () => {
    const view = { width: 5000, height: 842 * 0.75 + 2 * gap };
    expect(scaleOf('page', [a4, wide], view)).toBeCloseTo(0.75);
    expect(scaleOf('page', [wide, a4], { width: 421 + 2 * gap, height: 5000 })).toBeCloseTo(0.5);
  });

  it('stays readable in a view without room', () => {
    expect(scaleOf('width', [a4], { width: 0, height: 0 })).toBeCloseTo(0.25 * fullSize);
  });
});

describe('nextZoom', () => {
  it.each([
    [1, 1, 1.1],
    [1, -1, 0.9],
    [0.83, 1, 0.9],
    [0.83, -1, 0.75],
    [0.331, -1, 0.25],
    [4, 1, 4],
    [0.25, -1, 0.25]
  ] as const)('from %d by %d is %d', (now, step, next) => {
    expect(nextZoom(now * fullSize, step)).toBe(next);
  });
});

describe('pixelsAPoint', () => {
  it('draws every pixel of the screen', () => {
    expect(pixelsAPoint({ width: 595, height: 842 }, 1, 2)).toBe(2);
  });

  it('draws no picture that is too large for the window', () => {
    const placed = { width: 4 * 595, height: 4 * 842 };
    const pixels = pixelsAPoint(placed, 4, 3);
    expect(pixels * 595 * pixels * 842).toBeCloseTo(32_000_000, -2);
  });
});

describe('pagesInSight', () => {
  it('names exactly the pages of which something shows', () => {
    fc.assert(
      fc.property(
        sizes,
        scale,
        fc.nat(200_000),
        fc.integer({ min: 1, max: 3000 }),
        (all, by, top, height) => {
          const layout = layOut(all, by);
          const { start, end } = pagesInSight(layout, top, height);
          layout.pages.forEach((page, index) => {
            const shows = page.top + page.height > top && page.top < top + height;
            expect(index >= start && index < end).toBe(shows);
          });
        }
      )
    );
  });
});

describe('pageAt', () => {
  const layout = layOut([a4, a4, a4], 1);

  it('is the page that shows most', () => {
    expect(pageAt(layout, 0, 0, 500)).toBe(0);
    expect(pageAt(layout, 0, 600, 600)).toBe(1);
  });

  it('stays the page that was gone to while it is wholly in sight', () => {
    expect(pageAt(layout, 2, 0, 4000)).toBe(2);
    expect(pageAt(layout, 2, 0, 1800)).toBe(0);
  });

  it('is always a page of the document', () => {
    fc.assert(
      fc.property(
        sizes,
        scale,
        fc.nat(50),
        fc.nat(500_000),
        fc.nat(3000),
        (all, by, now, top, height) => {
          const page = pageAt(layOut(all, by), now, top, height);
          expect(page).toBeGreaterThanOrEqual(0);
          expect(page).toBeLessThan(all.length);
        }
      )
    );
  });
});

describe('a place', () => {
  it('is found again at another scale', () => {
    fc.assert(
      fc.property(
        sizes,
        scale,
        scale,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, by, other, at) => {
          const layout = layOut(all, by);
          const place = placeAt(layout, at * (layout.height - gap));
          expect(scrollTopOf(layout, place)).toBeCloseTo(at * (layout.height - gap), 3);
          const moved = layOut(all, other);
          const top = scrollTopOf(moved, place);
          const page = moved.pages[place.page]!;
          expect(top).toBeCloseTo(Math.max(0, page.top + place.share * page.height), 3);
        }
      )
    );
  });

  it('of a page’s top leaves its margin in sight', () => {
    const layout = layOut([a4, wide, a4], 0.8);
    const top = scrollTopOf(layout, topOfPage(layout, 1));
    expect(top).toBeCloseTo(layout.pages[1]!.top - gap);
  });

  it('beyond the end of a shorter document is on its last page', () => {
    const layout = layOut([a4, a4], 1);
    expect(scrollTopOf(layout, { page: 7, share: 0 })).toBe(layout.pages[1]!.top);
  });
});

describe('scrollTopFor', () => {
  const layout = layOut([a4, a4], 1);
  const view = { scrollTop: 0, height: 400 };

  it('leaves a point that is in sight where it is', () => {
    expect(scrollTopFor(layout, { page: 0, x: 0, y: 200 }, 1, view)).toBeNull();
  });

  it.each([
    ['below', { page: 1, x: 0, y: 100 }, 0],
    ['above', { page: 0, x: 0, y: 300 }, 800],
    ['so low that nothing after it is seen', { page: 0, x: 0, y: 380 }, 0]
  ])('brings one that is %s into the upper part of the view', (_where, point, scrollTop) => {
    const top = scrollTopFor(layout, point, 1, { ...view, scrollTop });
    expect(layout.pages[point.page]!.top + point.y - (top ?? 0)).toBe(100);
  });

  it('has no place for a page that is gone', () => {
    expect(scrollTopFor(layout, { page: 2, x: 0, y: 0 }, 1, view)).toBeNull();
  });
});
