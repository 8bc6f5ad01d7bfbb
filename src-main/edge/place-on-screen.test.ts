/** A window is never opened where nobody can reach it. */
import { expect, test } from 'vitest';
import { placeOnScreen } from './place-on-screen.js';

const laptop = { x: 0, y: 25, width: 1440, height: 850 };
const beside = { x: 1440, y: 0, width: 2560, height: 1400 };
const was = { x: 1600, y: 100, width: 1800, height: 1200 };

test('a window opens where it was, on whichever screen', () => {
  expect(placeOnScreen(was, [laptop, beside])).toEqual(was);
  const halfOut = { x: -900, y: 30, width: 1000, height: 700 };
  expect(placeOnScreen(halfOut, [laptop])).toEqual(halfOut);
});

test.each([
  ['the screen has gone', was],
  ['its title bar is above the screen', { x: 100, y: -400, width: 1000, height: 700 }],
  ['too little of it is on the screen', { x: -990, y: 30, width: 1000, height: 700 }]
])('where %s it opens where the system puts it, as large as fits', (_why, bounds) => {
  expect(placeOnScreen(bounds, [laptop])).toEqual({
    width: Math.min(bounds.width, 1440),
    height: Math.min(bounds.height, 850)
  });
});

test('a host that tells no screens is believed', () => {
  expect(placeOnScreen(was, [])).toEqual(was);
});
