import { describe, expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { Briefing, emptyBriefing } from './briefing.js';
import { applyChange, Change, diffBriefing } from './change.js';
import { newCard } from './entries.js';
import { confirmPart, countUnreviewed } from './reviewed.js';

const now = new Date('2025-08-17T09:00:00Z');
const [said, figures, own] = [
  newCard('position', { reviewed: false }),
  newCard('fact', { reviewed: false }),
  newCard('note')
];
const briefing: Briefing = {
  ...emptyBriefing('Talks', now),
  bottomLine: 'Talks resume.',
  bottomLineReviewed: false,
  cards: [said, figures, own]
};

describe('parts that nobody has confirmed', () => {
  test('are counted, and confirmed one by one', () => {
    expect(countUnreviewed(briefing)).toBe(3);
    const one = confirmPart(briefing, said.id);
    expect(one.cards).toEqual([{ ...said, reviewed: true }, figures, own]);
    expect(countUnreviewed(one)).toBe(2);
    expect(countUnreviewed(confirmPart(one, 'bottom-line'))).toBe(1);
  });

  test('what is confirmed already, or not there, changes nothing', () => {
    for (const part of [own.id, newId()]) expect(confirmPart(briefing, part)).toBe(briefing);
    const confirmed = confirmPart(briefing, 'bottom-line');
    expect(confirmPart(confirmed, 'bottom-line')).toBe(confirmed);
  });

  test('a bottom line without words is none', () => {
    expect(countUnreviewed({ ...briefing, bottomLine: ' ', cards: [] })).toBe(0);
  });
});

test('a bottom line of before counts as reviewed, and a change tells only what was changed', () => {
  const before: Record<string, unknown> = { ...briefing };
  delete before['bottomLineReviewed'];
  expect(Briefing.parse(before).bottomLineReviewed).toBe(true);
  const change = Change.parse({ fields: { title: 'Talks' } });
  expect(change.fields).toEqual({ title: 'Talks' });
  const confirmed = diffBriefing(briefing, confirmPart(briefing, 'bottom-line'));
  expect(applyChange(briefing, Change.parse(confirmed), now).bottomLineReviewed).toBe(true);
});
