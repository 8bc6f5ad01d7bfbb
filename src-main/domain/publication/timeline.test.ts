/** Protects the printed timeline: every day is where it belongs, and none says more than is known. */
import { expect, test } from 'vitest';
import { emptyBriefing } from '../briefing.js';
import { newId } from '../id.js';
import { timelineOf } from './timeline.js';

function briefingOf(...dates: readonly (string | null)[]) {
  const events = dates.map((date) => ({
    id: newId(),
    title: `Meeting of ${date}`,
    date,
    until: null,
    actors: [],
    evidence: []
  }));
  return { ...emptyBriefing('', new Date(0)), events };
}

test('a few days stand in even steps, however long the time between them, and as exact as they are known', () => {
  const timeline = timelineOf(briefingOf('2025-08-18', '2014', null, '2025-08-15'));
  expect(timeline?.days).toEqual([
    { date: '2014', at: 1 / 6 },
    { date: '2025-08-15', at: 3 / 6 },
    { date: '2025-08-18', at: 5 / 6 }
  ]);
  expect(timeline?.rows[0]?.marks.map(({ at }) => at)).toEqual([5 / 6, 1 / 6, 3 / 6]);
});

test('many days stand to scale', () => {
  const days = ['01', '02', '03', '04', '05', '06', '11'].map((day) => `2025-08-${day}`);
  const timeline = timelineOf(briefingOf(...days));
  expect(timeline?.days).toBeNull();
  expect(timeline?.rows[0]?.marks.map(({ at }) => at)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 1]);
});

test('a single day is no course of events', () => {
  expect(timelineOf(briefingOf('2025-08-15', '2025-08-15'))).toBeNull();
});
