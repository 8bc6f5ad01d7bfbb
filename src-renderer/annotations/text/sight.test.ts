import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import { within } from './sight.svelte.js';

const spans = fc.tuple(fc.nat(100), fc.nat(30)).map(([start, length]) => ({
  start,
  end: start + length + 1
}));

test('what reaches into the part in sight is drawn, in order, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 30 }), spans, (all, seen) => {
      const annotations = all
        .toSorted((a, b) => a.start - b.start)
        .map((position) => ({ target: { selectors: { position } } }) as Annotation);
      const expected = annotations.filter(({ target }) => {
        const { start, end } = target.selectors.position!;
        return start < seen.end && end > seen.start;
      });
      expect(within(annotations, seen)).toEqual(expected);
      expect(within(annotations, null)).toBe(annotations);
    })
  );
});
