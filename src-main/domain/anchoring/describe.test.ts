/** Protects the claim that selectors make: their quote and context are what the text says there. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describe as describeRange } from './locate.js';

it('keeps the quote, 64 units of context on each side and the place', () => {
  const text = `${'a'.repeat(100)}quote${'b'.repeat(100)}`;
  expect(describeRange(text, 100, 105)).toEqual({
    quote: { exact: 'quote', prefix: 'a'.repeat(64), suffix: 'b'.repeat(64) },
    position: { start: 100, end: 105 }
  });
});

it('never parts the halves of a character', () => {
  const text = '😀'.repeat(100);
  const { quote, position } = describeRange(text, 101, 103);
  expect(position).toEqual({ start: 100, end: 104 });
  expect(quote.exact).toBe('😀😀');
  expect(describeRange(`${text}x${text}`, 200, 201).quote).toEqual({
    exact: 'x',
    prefix: '😀'.repeat(32),
    suffix: '😀'.repeat(32)
  });
  expect(describeRange(`${text}xy`, 201, 202).quote.prefix).toBe(`${'😀'.repeat(31)}x`);
});

it.each([
  ['empty', 2, 2],
  ['backwards', 3, 2],
  ['before the text', -1, 2],
  ['behind the text', 2, 5],
  ['not a number', Number.NaN, 2]
])('throws for a stretch that is %s', (_, start, end) => {
  expect(() => describeRange('text', start, end)).toThrow(RangeError);
});

it('claims nothing that the text does not say', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', ' ', '😀', 'é', 'ש', '漢', '\n'),
    minLength: 1
  });
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      const { quote, position } = describeRange(text, start, end);
      const from = position?.start ?? -1;
      const to = position?.end ?? -1;
      expect(from).toBeLessThanOrEqual(start);
      expect(to).toBeGreaterThanOrEqual(end);
      expect(text.slice(from, to)).toBe(quote.exact);
      expect(text.slice(0, from).endsWith(quote.prefix)).toBe(true);
      expect(text.slice(to).startsWith(quote.suffix)).toBe(true);
      expect(`${quote.prefix}|${quote.exact}|${quote.suffix}`).not.toMatch(/\p{Surrogate}/u);
    })
  );
});
