/** Copies of one report never make a position look better founded than the report alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Annotation, newAnnotation } from '../briefing/annotation.js';
import type { Id } from '../base/values.js';
import {
  Corroborations,
  corroborationInWords,
  countOrigins,
  sourcesInWords
} from './corroboration.js';
import { entry, idOf } from './testing/ledger.js';

const moment = '2025-08-17T00:00:00Z';
const selectors = { quote: { exact: 'words', prefix: '', suffix: '' }, position: null };

const source = (number: number, origin: number | null = null) => ({
  id: idOf('F', number),
  origin: origin === null ? null : idOf('O', origin)
});
/** The annotation of this number, in the source or card of that id. */
function annotation(number: number, type: 'source' | 'card', id: Id): Annotation {
  return { ...newAnnotation({ type, id, selectors }, moment), id: idOf('N', number) };
}
const rests = (...numbers: readonly number[]) => numbers.map((number) => idOf('N', number));

describe('reports and origins', () => {
  const sources = [source(1, 1), source(2, 1), source(3, 1), source(4)];
  const annotations = [
    ...[1, 2, 3, 4].map((number) => annotation(number, 'source', idOf('F', number))),
    annotation(5, 'source', idOf('F', 4)),
    annotation(6, 'card', idOf('E', 1)),
    annotation(7, 'source', idOf('F', 9))
  ];
  const corroborations = new Corroborations({ sources, annotations });
  const of = (...numbers: readonly number[]) =>
    corroborations.of(entry(1, { evidence: rests(...numbers) }));

  test.each<[string, readonly number[], number, number, string]>([
    ['nothing', [], 0, 0, ''],
    ['one source', [1], 1, 1, '1 source'],
    ['several quotes of one source', [4, 5], 1, 1, '1 source'],
    ['copies', [1, 2, 3], 3, 1, '3 reports, 1 origin'],
    ['copies and another', [1, 2, 3, 4, 5], 4, 2, '4 reports, 2 origins'],
    ['reports of different origins', [1, 4], 2, 2, '2 sources'],
    ['words of a card, of no source and of nothing', [6, 7, 8], 0, 0, '']
  ])('%s', (_what, numbers, reports, origins, words) => {
    expect(of(...numbers)).toEqual({ reports, origins });
    expect(corroborationInWords(of(...numbers))).toBe(words);
  });

  test('of a briefing with one source there is nothing to tell', () => {
    const alone = new Corroborations({ sources: [source(4)], annotations });
    expect(alone.inWords({ reports: 1, origins: 1 })).toBe('');
    expect(corroborations.inWords({ reports: 1, origins: 1 })).toBe('1 source');
  });
});

test('a briefing says of how many origins its sources are where some share one', () => {
  const told = (...sources: readonly ReturnType<typeof source>[]) =>
    sourcesInWords({ sources } as unknown as Parameters<typeof sourcesInWords>[0]);
  expect(told()).toBe('0 sources');
  expect(told(source(1), source(2, 1))).toBe('2 sources');
  expect(told(source(1, 1), source(2, 1), source(3))).toBe('3 sources, 2 origins');
});

const briefing = fc.record({
  origins: fc.array(fc.option(fc.nat(3)), { minLength: 1, maxLength: 8 }),
  places: fc.array(fc.nat(9), { maxLength: 12 }),
  evidence: fc.array(fc.nat(14), { maxLength: 12 })
});

test('it never exceeds the number of origins or of sources, and a copy raises no origins', () => {
  fc.assert(
    fc.property(briefing, fc.nat(7), ({ origins, places, evidence }, place) => {
      const sources = origins.map((origin, number) => source(number, origin));
      const annotations = places.map((at, number) => annotation(number, 'source', idOf('F', at)));
      const position = entry(1, { evidence: rests(...evidence) });
      const told = new Corroborations({ sources, annotations }).of(position);
      expect(told.origins).toBeLessThanOrEqual(told.reports);
      expect(told.reports).toBeLessThanOrEqual(sources.length);
      expect(told.origins).toBeLessThanOrEqual(countOrigins(sources).origins);

      const original = sources[place % sources.length]!;
      const joined = { ...original, origin: original.origin ?? idOf('O', 99) };
      const others = sources.map((each) => (each === original ? joined : each));
      const copy = { id: idOf('F', 99), origin: joined.origin };
      const quoted = annotations.find(({ target }) => target.id === original.id);
      if (!quoted || !position.evidence.includes(quoted.id)) return;
      const more = new Corroborations({
        sources: [...others, copy],
        annotations: [...annotations, annotation(99, 'source', copy.id)]
      }).of({ evidence: [...position.evidence, ...rests(99)] });
      expect(more).toEqual({ reports: told.reports + 1, origins: told.origins });
    })
  );
});
