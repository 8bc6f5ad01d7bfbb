/** Protects the measure of a last page: words alone count, by where they are drawn, not heads and feet. */
import { describe, expect, test } from 'vitest';
import { readContent } from './content-stream.js';
import { lowestIn } from './page-fill.js';

/** As Chromium draws: the page upside down in units of its own, and each run of words where its matrix says. */
function drawn(...lines: readonly string[]) {
  return readContent(['.24 0 0 -.24 0 842 cm', ...lines].join('\n'), () => null);
}
const owned = (mcid: number, ...lines: readonly string[]) => [
  `/P <</MCID ${mcid} >>BDC`,
  'BT',
  '/F4 10 Tf',
  ...lines,
  'ET',
  'EMC'
];

describe('the lowest words of a page', () => {
  test('are found through the matrices of page and text', () => {
    const page = drawn(
      ...owned(0, '1 0 0 -1 100 500 Tm', '<0001> Tj'),
      ...owned(1, '1 0 0 -1 100 1000 Tm', '<0001> Tj', '10 0 Td', '<0001> Tj')
    );
    expect(lowestIn(page)).toBeCloseTo(842 - 0.24 * 1000);
  });

  test('are not those of a running foot, which no element owns', () => {
    const foot = ['BT', '1 0 0 -1 100 3400 Tm', '<0001> Tj', 'ET'];
    const page = drawn(...owned(0, '1 0 0 -1 100 500 Tm', '<0001> Tj'), ...foot);
    expect(lowestIn(page)).toBeCloseTo(842 - 0.24 * 500);
    expect(lowestIn(drawn(...foot))).toBeNull();
  });

  test('are found behind a place that was saved and restored, and below where a line moves', () => {
    const page = drawn(
      'q',
      '1 0 0 1 0 300 cm',
      ...owned(0, '1 0 0 -1 0 100 Tm', '<0001> Tj'),
      'Q',
      ...owned(1, '1 0 0 -1 0 100 Tm', '0 -50 Td', '<0001> Tj')
    );
    expect(lowestIn(page)).toBeCloseTo(842 - 0.24 * 400);
    const moved = drawn(...owned(0, '1 0 0 -1 0 100 Tm', '0 -50 Td', '<0001> Tj'));
    expect(lowestIn(moved)).toBeCloseTo(842 - 0.24 * 150);
  });
});
