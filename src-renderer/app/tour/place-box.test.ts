import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeBox, type Box } from './place-box.js';

const box = { width: 340, height: 220 };
const window = { width: 1440, height: 900 };

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

it.each([
  ['below', { x: 100, y: 100, width: 80, height: 30 }, { x: 100, y: 144 }],
  [
    'above, at the foot of the window',
    { x: 100, y: 850, width: 80, height: 30 },
    { x: 100, y: 616 }
  ],
  ['beside, where it fills the height', { x: 0, y: 0, width: 300, height: 900 }, { x: 314, y: 8 }],
  ['within the window, at its right', { x: 1400, y: 10, width: 30, height: 30 }, { x: 1092, y: 54 }]
])('%s', (_where, target, at) => {
  expect(placeBox(target, box, window)).toEqual(at);
});

it('in a corner, where there is nothing to point at', () => {
  expect(placeBox(null, box, window)).toEqual({ x: 1092, y: 672 });
});

it('never over what it points at while any side has room, in windows down to 200 %', () => {
  const windows = fc.constantFrom(window, { width: 900, height: 650 }, { width: 720, height: 450 });
  const targets = fc.record({
    x: fc.double({ min: 0, max: 0.9, noNaN: true }),
    y: fc.double({ min: 0, max: 0.9, noNaN: true }),
    width: fc.integer({ min: 1, max: 160 }),
    height: fc.integer({ min: 1, max: 60 })
  });
  fc.assert(
    fc.property(windows, targets, (shown, part) => {
      const target = { ...part, x: part.x * shown.width, y: part.y * shown.height };
      const at = placeBox(target, box, shown);
      expect(overlap({ ...at, ...box }, target)).toBe(false);
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.x + box.width).toBeLessThanOrEqual(shown.width);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.y + box.height).toBeLessThanOrEqual(shown.height);
    })
  );
});
