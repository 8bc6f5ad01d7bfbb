/** What a timeline draws: what changed is ringed, and its signs are explained. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Bundle } from '../../briefing/bundle.js';
import { en } from '../../terms/printed/en.js';
import { timelineBlockOf } from './timeline.js';

const sample = Bundle.parse(
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '../../../../resources/samples/alaska-summit.json'),
      'utf8'
    )
  )
);

test('what took the place of another stance is ringed, and each sign is explained', () => {
  const timeline = timelineBlockOf(sample.briefing, en, false);
  const changed = timeline?.lanes.flatMap(({ marks }) => marks.filter((mark) => mark.isChanged));
  expect(changed?.map(({ words, sign }) => [words, sign])).toEqual([['United States', '−']]);
  expect(timeline?.legend.map(({ sign, words }) => `${sign} ${words}`.trim())).toEqual([
    '+ supports',
    '− opposes',
    '± conditional',
    '? unclear',
    'Changed'
  ]);
});

test('what was reported on its day is told apart from what was said', () => {
  const { lanes } = timelineBlockOf(sample.briefing, en, false)!;
  const told = lanes.flatMap(({ marks }) => marks.map(({ words }) => words));
  expect(told).toEqual(
    expect.arrayContaining(['Donald Trump', 'Vladimir Putin (reported)', 'Ukraine (reported)'])
  );
});
