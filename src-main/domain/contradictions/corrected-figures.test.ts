/** A figure that another one's words deny is a decision, however both are measured, and says so where it is read. */
import { expect, test } from 'vitest';
import { newAnnotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { type Figure, newFigure } from '../briefing/entries.js';
import { newId } from '../base/values.js';
import { openContradictions } from './find-contradictions.js';
import { reportOpenPoints } from './report-open-points.js';
import { dismissContradiction } from './settle.js';

const older = figure('62 million crowns', 62e6, 'crowns', 'crowns that the harbours lost');
const sentence =
  'The losses of the harbours came to 26 million crowns, not 62 million as she had said.';
const newer = figure('26 million crowns', 26e6, 'crowns', sentence);

function figure(wording: string, value: number, unit: string, measures: string): Figure {
  return { ...newFigure(wording, value), unit, measures };
}

/** With the newer one resting on a sentence. */
function telling(quote: string, figures: readonly [older: Figure, newer: Figure]): Briefing {
  const selectors = { quote: { exact: quote, prefix: '', suffix: '' }, position: null };
  const annotation = newAnnotation({ type: 'source', id: newId(), selectors }, '');
  const [one, other] = figures;
  return {
    ...emptyBriefing('', new Date(0)),
    annotations: [annotation],
    figures: [{ ...other, evidence: [annotation.id] }, one]
  };
}

test.each<[quote: string, older: Figure, newer: Figure, found: boolean]>([
  [sentence, older, newer, true],
  ['Harbours lost 26 million crowns rather than the 62 million.', older, newer, true],
  ['It was not 62 million crowns that harbours lost, but 26.', older, newer, true],
  ['Harbours lost 26 million, not 62.', older, newer, true],
  ['Harbours lost not 62 but 26 million.', { ...older, value: 62 }, newer, true],
  [
    'Seven drivers, not two, were hurt at night.',
    figure('two drivers', 2, 'drivers', 'drivers hurt at night'),
    figure('Seven drivers', 7, 'drivers', 'drivers hurt at night'),
    true
  ],
  [
    'The plant would employ 160 permanent staff, not 260 as stated.',
    figure('its 260 permanent jobs', 260, 'permanent jobs', 'permanent jobs that go'),
    figure('160 permanent staff', 160, 'permanent staff', 'permanent staff that it would employ'),
    true
  ],
  // What is denied is another thing.
  [
    'Seven drivers, not two, were hurt at night.',
    figure('two nights', 2, 'nights', 'nights without a ferry'),
    figure('Seven drivers', 7, 'drivers', 'drivers hurt at night'),
    false
  ],
  [
    'Seven drivers, not two, were hurt.',
    figure('two drivers', 2, 'drivers', 'drivers to be hired in spring'),
    figure('Seven drivers', 7, 'drivers', 'drivers hurt'),
    false
  ],
  [sentence, { ...older, wording: '61 million crowns', value: 61e6 }, newer, false],
  [sentence, { ...older, unit: '%' }, newer, false],
  ['Harbours lost 26 million crowns, not more than 62 million.', older, newer, false],
  [
    'It corrected the minister, who had said that the ban would cover 410 square kilometres. The Sound measures 374.',
    figure('410 square kilometres', 410, 'square kilometres', 'square kilometres that it covers'),
    figure('374 square kilometres', 374, 'square kilometres', 'The Sound measures 374.'),
    true
  ]
])('%s', (quote, one, other, found) => {
  const briefing = telling(quote, [one, other]);
  const [point, ...more] = reportOpenPoints(briefing, []);
  expect([point?.one.id, point?.other.id, point?.order]).toEqual(
    found ? [one.id, other.id, 'earlier-first'] : [undefined, undefined, undefined]
  );
  expect(more).toEqual([]);
});

test('whoever dismisses it lets both stand', () => {
  const briefing = telling(sentence, [older, newer]);
  const [found] = openContradictions(briefing);
  const dismissed = dismissContradiction(briefing, found!, 'Of two harbours.');
  expect(openContradictions(dismissed)).toEqual([]);
});
