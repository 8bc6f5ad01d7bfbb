/** Protects the printed timeline: every day is where it belongs, and nothing is left out in silence. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newActor, newIssue } from '../briefing/entries.js';
import { emptyBriefing, type Briefing } from '../briefing/briefing.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { en } from '../terms/printed/en.js';
import { layOutTimeline } from './lay-out-timeline.js';
import { mirrored } from './mirror-timeline.js';
import { timelineOf } from './timeline-items.js';
import { timelineInWords } from './timeline-in-words.js';
import { timelineOnPaper } from './timeline-on-paper.js';

const issue = newIssue('A ceasefire first?');

function briefingOf(...dates: readonly (string | null)[]): Briefing {
  const events = dates.map((date, i) => ({
    id: idOf('E', i),
    title: `Meeting of ${date}`,
    date,
    until: null,
    actors: [],
    evidence: [],
    by: null
  }));
  return { ...emptyBriefing('', new Date(0)), events };
}

test('a few days stand in even steps, however long the time between them, and as exact as they are known', () => {
  const paper = timelineOnPaper(briefingOf('2025-08-18', '2014', null, '2025-08-15'));
  const [part] = paper?.parts ?? [];
  expect(part?.ticks.map(({ label }) => label)).toEqual([
    '2014',
    '15 August 2025',
    '18 August 2025'
  ]);
  const [a = 0, b = 0, c = 0] = part?.ticks.map(({ x }) => x) ?? [];
  expect(c - b).toBeCloseTo(b - a);
  expect(part?.lanes[0]?.marks.map(({ x, label }) => [x, label])).toEqual([
    [a, 'Meeting of 2014'],
    [b, 'Meeting of 2025-08-15'],
    [c, 'Meeting of 2025-08-18']
  ]);
  expect(paper).toMatchObject({ from: '2014', to: '2025-08-18', leftOut: 0 });
  expect(timelineInWords(paper!, part!, en)).toMatch(/^Timeline from 2014 to 18 August 2025:/u);
});

test('many days stand to scale, and what lies far outside of them is counted', () => {
  const days = ['01', '02', '03', '04', '05', '06', '11'].map((day) => `2025-08-${day}`);
  const paper = timelineOnPaper(briefingOf('1999', ...days));
  const xs = paper?.parts[0]?.lanes[0]?.marks.map(({ x }) => x) ?? [];
  expect(xs).toHaveLength(7);
  expect((xs[6] ?? 0) - (xs[5] ?? 0)).toBeCloseTo(5 * ((xs[1] ?? 0) - (xs[0] ?? 0)));
  expect(paper?.leftOut).toBe(1);
});

test('a single day is no course of events', () => {
  expect(timelineOnPaper(briefingOf('2025-08-15', '2025-08-15', null))).toBeNull();
});

test('everything with a date is drawn once or counted, in few parts that fit on a page', () => {
  const actors = Array.from({ length: 30 }, (_, i) => newActor(`Actor ${i}`, 'state'));
  const dates = fc.constantFrom(null, '2024', '2025-03', '2025-08-15', '2025-08-16', '2025-09-01');
  const more = fc
    .integer({ min: 1, max: 28 })
    .map((day) => `2025-02-${String(day).padStart(2, '0')}`);
  const said = fc.tuple(fc.nat(29), fc.oneof(dates, more));
  fc.assert(
    fc.property(fc.array(said, { maxLength: 200 }), (all) => {
      const positions = all.map(([who, date], i) =>
        entry(i, { actor: actors[who]!.id, issue: issue.id, said: date })
      );
      const paper = timelineOnPaper({ ...briefingOf(), actors, issues: [issue], positions });
      if (!paper) return;
      const marks = paper.parts.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.marks));
      const dated = all.filter(([, date]) => date !== null).length;
      expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
      expect(marks.length + paper.leftOut).toBe(dated);
      expect(paper.parts.length).toBeLessThanOrEqual(3);
      for (const { height } of paper.parts) expect(height).toBeLessThanOrEqual(930);
    })
  );
});

test('a lane that one part cannot hold goes on in the next under its name', () => {
  const paper = timelineOnPaper(
    briefingOf('2025-01-01', ...Array.from({ length: 60 }, () => '2025-01-02'))
  );
  expect(paper?.parts.map(({ lanes }) => lanes.map(({ title }) => title))).toEqual([
    ['Events'],
    ['Events']
  ]);
  expect(paper?.leftOut).toBe(0);
});

test('on its side a page holds less, so there are more parts, and nothing is lost', () => {
  const briefing = briefingOf('2025-01-01', ...Array.from({ length: 30 }, () => '2025-01-02'));
  const [upright, side] = (['upright', 'side'] as const).map((lie) =>
    timelineOnPaper(briefing, en, 'ltr', lie)!
  );
  expect(side!.parts.length).toBeGreaterThan(upright!.parts.length);
  for (const { height } of side!.parts) expect(height).toBeLessThanOrEqual(430);
  expect(side!.leftOut).toBe(0);
});

test('every name is whole, however long and late, and the changes of stance are told', () => {
  const long = newIssue(
    'Should all parties stop firing before they talk of anything that is lasting?'
  );
  const actor = newActor('European leaders who put territorial integrity before all else', 'group');
  const days = ['01', '02', '03', '04', '05', '06', '07', '28'];
  const positions = days.map((day, i) =>
    entry(i, {
      actor: actor.id,
      issue: long.id,
      said: `2025-08-${day}`,
      stance: i < 7 ? 'supports' : 'opposes'
    })
  );
  const paper = timelineOnPaper({ ...briefingOf(), actors: [actor], issues: [long], positions });
  const [lane] = paper!.parts[0]!.lanes;
  expect(lane?.titleLines.join(' ')).toBe(actor.name);
  for (const { lines, x, isBefore } of lane!.marks) {
    expect(lines.join(' ')).toBe(long.wording);
    const reach = Math.max(...lines.map(({ length }) => length)) * 6.4 + 11;
    if (isBefore) expect(x - reach).toBeGreaterThanOrEqual(paper!.parts[0]!.gutter);
    else expect(x + reach).toBeLessThanOrEqual(760);
  }
  expect(paper?.changes).toEqual([
    {
      actor: actor.name,
      issue: long.wording,
      before: 'supports',
      after: 'opposes',
      date: '2025-08-28'
    }
  ]);
});

test('for a language that runs from right to left it is mirrored, and each mark stays with its day', () => {
  const briefing = briefingOf('2025-08-15', '2025-08-18', '2025-08');
  const [left, right] = (['ltr', 'rtl'] as const).map(
    (direction) => timelineOnPaper(briefing, en, direction)!.parts[0]!
  );
  expect(right).toMatchObject({ isMirrored: true, gutter: left!.width - left!.gutter });
  const placesOf = ({ ticks, lanes }: typeof left & object) =>
    [...ticks, ...lanes.flatMap(({ marks }) => marks)].map(({ x, label }) => [label, x] as const);
  expect(placesOf(right!)).toEqual(placesOf(left!).map(([label, x]) => [label, 760 - x]));
  for (const [, x] of placesOf(right!)) expect(x).toBeLessThan(right!.gutter);
});

test('what lasts reaches from the right to the left when mirrored', () => {
  const layout = layOutTimeline(
    [{ title: 'Events', items: timelineOf(briefingOf('2025-08'), 'actor')[0]!.items }],
    { from: Date.UTC(2025, 6, 1), to: Date.UTC(2025, 9, 1) },
    { width: 760, gutter: 170 }
  );
  const { reach } = layout.lanes[0]!.marks[0]!;
  expect(mirrored(layout).lanes[0]!.marks[0]!.reach).toEqual({
    from: 760 - reach!.to,
    to: 760 - reach!.from
  });
});
