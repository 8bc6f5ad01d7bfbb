/** Page one says what a briefing rests on, and counts no reference that nothing quotes. */
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Briefing } from '../briefing/briefing.js';
import { newSource, noText } from '../briefing/source.js';
import { en } from '../terms/printed/en.js';
import { sourceSummaryOf } from './source-summary.js';

const { briefing } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../resources/samples/alaska-summit.json'), 'utf8')
) as { briefing: Briefing };
const reference = newSource({
  title: 'Cited nowhere',
  text: noText,
  importedAt: '2026-01-01T00:00:00.000Z'
});

describe('what a briefing rests on', () => {
  test('is told the same when references are added that nothing quotes, which are counted apart', () => {
    const [count, ...others] = sourceSummaryOf(briefing, en);
    expect(others.length).toBeGreaterThan(1);
    const more = { ...briefing, sources: [...briefing.sources, reference] };
    const [counted, ...same] = sourceSummaryOf(more, en);
    expect(same).toEqual(others);
    expect(counted?.words).toBe(`${count?.words}; 1 more listed, not quoted`);
  });

  test('names references where nothing is quoted at all, and nothing without sources', () => {
    const alone = { ...briefing, annotations: [], positions: [], sources: [reference] };
    expect(sourceSummaryOf(alone, en)[0]?.words).toMatch(/^1 source/);
    expect(sourceSummaryOf({ ...alone, sources: [] }, en)).toEqual([]);
  });
});
