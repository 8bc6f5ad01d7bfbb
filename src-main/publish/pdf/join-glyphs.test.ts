import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinGlyphs, type Widths } from './join-glyphs.js';

/** The font without widths is one that nothing is known of. */
const widths: Readonly<Record<string, Widths | null>> = {
  F1: (code) => parseInt(code, 16) * 100,
  F2: (code) => 250 + parseInt(code, 16),
  F3: null
};
const widthsOf = (font: string) => widths[font] ?? null;
const real = (font: string): Widths => widths[font] ?? (() => 333);

/** Where each glyph comes to stand, by the rules of ISO 32000-1, 9.4. */
function placed(lines: readonly string[]): readonly (readonly [string, number, number, number])[] {
  const found: [string, number, number, number][] = [];
  let [x, y, pen, size, font] = [0, 0, 0, 1, ''];
  const operations = lines
    .join('\n')
    .matchAll(/\/(\S+) (\S+) Tf|(\S+) (\S+) Td|1 0 0 -1 (\S+) (\S+) Tm|(\[[^\]]*\]|<\w*>) ?T[jJ]/g);
  for (const [, name, points, right, up, left, down, shown] of operations) {
    if (name !== undefined) [font, size] = [name, Number(points)];
    else if (right !== undefined) [x, y, pen] = [x + Number(right), y + Number(up), 0];
    else if (left !== undefined) [x, y, pen] = [Number(left), Number(down), 0];
    for (const [, codes, back] of (shown ?? '').matchAll(/<(\w*)>|(-?[\d.]+)/g)) {
      if (back !== undefined) pen -= (Number(back) * size) / 1_000;
      for (const code of (codes ?? '').match(/.{4}/g) ?? []) {
        found.push([font + code, x + pen, y, size]);
        pen += (real(font)(code.toUpperCase()) * size) / 1_000;
      }
    }
  }
  return found;
}

const step = fc.integer({ min: -20_000, max: 60_000 }).map((n) => n / 1_000);
const codes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 2 });
const hex = codes.map((all) => all.map((n) => n.toString(16).padStart(4, '0')).join(''));
const line = fc.oneof(
  { arbitrary: fc.tuple(step, hex).map(([x, each]) => `${x} 0 Td <${each}> Tj`), weight: 12 },
  hex.map((each) => `<${each}> Tj`),
  fc.tuple(step, step).map(([x, y]) => `${x} ${y} Td <0001> Tj`),
  step.map((x) => `${x} 0 Td `),
  fc.tuple(step, step).map(([x, y]) => `1 0 0 -1 ${x} ${y} Tm`),
  fc.constantFrom('/F1 10 Tf', '/F2 11.33 Tf', '/F3 9 Tf', 'EMC', '', '/P <</MCID 1 >>BDC')
);

test('every glyph stays where it stood, within a thousandth of its size', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const page = ['BT', '/F1 10 Tf', '1 0 0 -1 0 700 Tm', ...lines, 'ET'];
      const [before, after] = [placed(page), placed(joinGlyphs(page, widthsOf))];
      expect(after.map(([code]) => code)).toEqual(before.map(([code]) => code));
      before.forEach(([, x, y, size], index) => {
        const [, newX = NaN, newY = NaN] = after[index] ?? [];
        // Ten-thousandths of a point are lost where the line's start is moved.
        expect(Math.abs(newX - x)).toBeLessThan(size / 1_000 + lines.length / 10_000);
        expect(Math.abs(newY - y)).toBeLessThan(1e-6);
      });
    })
  );
});

test('glyphs that follow one another are shown at once, and steps between them are kept', () => {
  const page = [
    ...[
      'BT',
      '/F1 10 Tf',
      '1 0 0 -1 0 700 Tm',
      '<0001> Tj',
      '1 0 Td <0002> Tj',
      '2 0 Td <0003> Tj'
    ],
    ...['4 0 Td <0001> Tj', 'EMC', '1 0 Td <0002> Tj', '0 -12 Td <0001> Tj', 'ET']
  ];
  expect(joinGlyphs(page, widthsOf).slice(3)).toEqual([
    ...['[<000100020003>-100<0001>]TJ', 'EMC', '8 0 Td', '<0002> Tj', '0 -12 Td <0001> Tj', 'ET']
  ]);
});
