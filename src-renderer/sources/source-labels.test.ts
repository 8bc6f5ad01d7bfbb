/** Two versions of a source have one title: whoever chooses must see which is which. */
import { expect, test } from 'vitest';
import { newId } from '../../src-main/domain/base/values.js';
import { newSource, type Source } from '../../src-main/domain/briefing/source.js';
import { sourceLabels } from './source-labels.js';

function source(title: string, facts: Partial<Source> = {}): Source {
  const importedAt = '2025-08-17T12:00:00.000Z';
  return { ...newSource({ id: newId(), title, text: '0'.repeat(64), importedAt }), ...facts };
}
const labels = (...sources: readonly Source[]) => [...sourceLabels(sources).values()];

test('a title that only one has stands alone', () => {
  expect(labels(source('Talks'), source('Strikes'), source(''))).toEqual([
    'Talks',
    'Strikes',
    'Untitled source'
  ]);
});

test('two of one title are told apart by the day of publication, else the day of adding, and the version', () => {
  const first = source('Talks', { published: '2025-08-15' });
  expect(labels(first, source('talks', { updates: first.id }))).toEqual([
    'Talks · 15 Aug 2025',
    'talks · added 17 Aug 2025 · newer version'
  ]);
});

test('of the same day they are told apart by the minute, and a long title cuts none of it', () => {
  const title = 'The mayor said that there would be a toll on the bridge from the first of May';
  const early = source(title);
  const late = source(title, { importedAt: '2025-08-17T12:05:00.000Z' });
  const [one, other] = labels(early, late);
  expect(one).toMatch(/^The mayor said .{20,50} … · added 17 August 2025, \d\d:\d\d$/);
  expect(other).not.toBe(one);
});
