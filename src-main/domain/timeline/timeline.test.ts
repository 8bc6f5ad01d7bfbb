import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newActor, newIssue } from '../briefing/entries.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { layOutTimeline } from './lay-out-timeline.js';
import { dayLength, pan, timeSpanOf, usualWindow, wholeWindow, zoom } from './time-window.js';
import { timelineOf, type TimelineItem } from './timeline-items.js';

const us = newActor('United States', 'state');
const europe = newActor('Europe', 'group');
const issue = newIssue('A ceasefire first?');
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const sizes = { width: 1_000, gutter: 150 };

function item(number: number, date: string | null, until: string | null = null): TimelineItem {
  return {
    id: idOf('P', number),
    kind: 'position',
    date,
    until,
    position: null,
    label: 'A label of some length',
    stance: 'supports',
    detail: '',
    evidence: []
  };
}

test('events come first, then a lane for each actor, or issue, that holds anything', () => {
  const briefing = {
    ...emptyBriefing('', new Date(0)),
    actors: [us, europe, newActor('Silent', 'state')],
    issues: [issue],
    events: ['2025-08-18', '2025-08-15'].map((date, i) => ({
      id: idOf('E', i),
      title: `Meeting of ${date}`,
      date,
      until: null,
      actors: i === 0 ? [us.id, europe.id, idOf('A', 99)] : [],
      evidence: [],
      by: null
    })),
    positions: [
      entry(1, { actor: us.id, issue: issue.id, said: '2025-08-16', stance: 'opposes' }),
      entry(2, { actor: us.id, issue: issue.id, said: '2025' }),
      entry(3, { actor: europe.id, issue: issue.id })
    ]
  };
  const told = (by: 'actor' | 'issue') =>
    timelineOf(briefing, by).map(({ title, items }) => [title, items.map(({ label }) => label)]);
  const meetings = ['Events', ['Meeting of 2025-08-15', 'Meeting of 2025-08-18']];
  expect(told('actor')).toEqual([
    meetings,
    ['United States', [issue.wording, issue.wording]],
    ['Europe', [issue.wording]]
  ]);
  expect(timelineOf(briefing, 'issue')[0]?.items.map(({ detail }) => detail)).toEqual([
    '',
    'United States, Europe'
  ]);
  expect(told('issue')).toEqual([
    meetings,
    [issue.wording, ['Europe', 'United States', 'United States']]
  ]);
});

test.each([
  ['2025-08-15', null, '2025-08-15', '2025-08-16'],
  ['2024-02', null, '2024-02-01', '2024-03-01'],
  ['2025-12', null, '2025-12-01', '2026-01-01'],
  ['2025', null, '2025-01-01', '2026-01-01'],
  ['2025-08-15', '2025-09', '2025-08-15', '2025-10-01'],
  ['2025-08-15', '2025-08-01', '2025-08-15', '2025-08-16']
])('%s until %s is from %s to before %s', (date, until, from, to) => {
  expect(timeSpanOf(date, until)).toEqual({ from: day(from), to: day(to) });
});

describe('the window', () => {
  test('shows everything that is dated finely; as a whole, also what is dated by a year before', () => {
    const lanes = [{ title: '', items: [item(1, '2014'), item(2, '2025-08-15'), item(3, null)] }];
    const { from, to } = usualWindow(lanes)!;
    expect(from).toBeLessThan(day('2025-08-15'));
    expect(from).toBeGreaterThan(day('2025-08-01'));
    expect(to).toBeGreaterThan(day('2025-08-16'));
    const whole = wholeWindow(lanes)!;
    expect(whole.from).toBeLessThan(day('2014-01-01'));
    expect(whole.to).toBeGreaterThan(day('2025-08-16'));
    for (const windowOf of [usualWindow, wholeWindow]) {
      expect(windowOf([{ title: '', items: [item(1, null)] }])).toBeNull();
    }
  });

  const windows = fc
    .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 3, max: 3_000 }))
    .map(([start, days]) => ({ from: start * dayLength, to: (start + days) * dayLength }));
  const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);

  test('zooms about the place that it is told, in and out again', () => {
    fc.assert(
      fc.property(windows, share, (window, at) => {
        const fixed = window.from + (window.to - window.from) * at;
        const wide = zoom(window, 2, at);
        expect(wide.from + (wide.to - wide.from) * at).toBeCloseTo(fixed, -1);
        const back = zoom(wide, 0.5, at);
        expect(back.from).toBeCloseTo(window.from, -1);
        expect(back.to).toBeCloseTo(window.to, -1);
      })
    );
  });

  test('moves without growing, and never shows less than two days', () => {
    fc.assert(
      fc.property(windows, share, (window, by) => {
        const moved = pan(window, by);
        expect(moved.to - moved.from).toBeCloseTo(window.to - window.from, -1);
        const near = zoom(window, 0.000_01);
        expect(near.to - near.from).toBeCloseTo(2 * dayLength, -1);
      })
    );
  });
});

describe('the layout', () => {
  const window = { from: day('2025-08-01'), to: day('2025-09-01') };

  test('puts marks of a lane that would overlap below one another', () => {
    const items = [item(1, '2025-08-15'), item(2, '2025-08-15'), item(3, '2025-08-30')];
    const { lanes, height } = layOutTimeline([{ title: 'Lane', items }], window, sizes);
    const [first, second, third] = lanes[0]!.marks;
    expect(first!.x).toBe(second!.x);
    expect(second!.y).toBeGreaterThan(first!.y);
    expect(third!.y).toBe(first!.y);
    expect(height).toBeGreaterThan(second!.y);
  });

  test('leaves out what is outside, and shows how far a rough date reaches', () => {
    const items = [item(1, '2025-07-31'), item(2, '2025'), item(3, null), item(4, '2025-09-01')];
    const { lanes } = layOutTimeline([{ title: 'Lane', items }], window, sizes);
    expect(lanes[0]!.marks).toMatchObject([
      { id: idOf('P', 2), reach: { from: 150, to: 1_000 }, clipped: true }
    ]);
  });

  test.each([
    [7, 'day-first', ['1 Aug 2025', '2 Aug 2025', '3 Aug 2025', '4 Aug 2025']],
    [7, 'month-first', ['Aug 1, 2025', 'Aug 2, 2025', 'Aug 3, 2025', 'Aug 4, 2025']],
    [7, 'iso', ['2025-08-01', '2025-08-02', '2025-08-03', '2025-08-04']],
    [150, 'day-first', ['Aug 2025', 'Sept 2025', 'Oct 2025', 'Nov 2025']],
    [5_000, 'iso', ['2026', '2027', '2028', '2029']]
  ] as const)(
    'tells days, months or years, with the year, over %i days, %s',
    (days, style, first) => {
      const from = day('2025-08-01');
      const { ticks } = layOutTimeline([], { from, to: from + days * dayLength }, sizes, style);
      expect(ticks.map(({ label }) => label).slice(0, 4)).toEqual(first);
    }
  );

  test('keeps every mark and tick in the picture', () => {
    const dates = fc.constantFrom('2025', '2025-08', '2025-08-01', '2025-08-15', '2025-08-31');
    fc.assert(
      fc.property(fc.array(dates), fc.integer({ min: 300, max: 2_000 }), (all, width) => {
        const items = all.map((date, i) => item(i, date));
        const layout = layOutTimeline([{ title: '', items }], window, { width, gutter: 150 });
        const marks = layout.lanes[0]!.marks;
        expect(marks).toHaveLength(all.length);
        for (const { x, y } of marks) {
          expect(x).toBeGreaterThanOrEqual(150);
          expect(x).toBeLessThanOrEqual(width + 11);
          expect(y).toBeLessThan(layout.height);
        }
        expect(new Set(marks.map(({ x, y }) => `${x} ${y}`)).size).toBe(marks.length);
        for (const { x } of layout.ticks) expect(x).toBeLessThan(width);
      })
    );
  });
});
