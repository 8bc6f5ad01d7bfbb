import { describe, expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { Briefing, emptyBriefing } from './briefing.js';
import { applyChange, Change, diffBriefing } from '../change/change.js';
import { newCard } from './entries.js';
import {
  confirmLine,
  confirmPart,
  countUnreviewedLines,
  isReviewed,
  joinedReview,
  lineAt,
  nextUnreviewed,
  cardLines,
  unreviewedLines
} from './reviewed.js';

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
    expect(countUnreviewedLines(briefing)).toBe(3);
    const one = confirmPart(briefing, said.id);
    expect(one.cards).toEqual([{ ...said, reviewed: true }, figures, own]);
    expect(countUnreviewedLines(one)).toBe(2);
    expect(countUnreviewedLines(confirmPart(one, 'bottom-line'))).toBe(1);
  });

  test('what is confirmed already, or not there, changes nothing', () => {
    for (const part of [own.id, newId()]) expect(confirmPart(briefing, part)).toBe(briefing);
    const confirmed = confirmPart(briefing, 'bottom-line');
    expect(confirmPart(confirmed, 'bottom-line')).toBe(confirmed);
  });

  test('follow each other from the bottom line down, and from the top again', () => {
    expect(nextUnreviewed(briefing, 'bottom-line')).toBe(said.id);
    expect(nextUnreviewed(briefing, said.id)).toBe(figures.id);
    expect(nextUnreviewed(briefing, figures.id)).toBe('bottom-line');
    const led = confirmPart(briefing, 'bottom-line');
    expect(nextUnreviewed(led, own.id)).toBe(said.id);
    const rest = confirmPart(led, said.id);
    expect(nextUnreviewed(rest, figures.id)).toBe(figures.id);
    expect(nextUnreviewed(confirmPart(rest, figures.id), figures.id)).toBeNull();
  });

  test('a bottom line without words is none', () => {
    expect(countUnreviewedLines({ ...briefing, bottomLine: ' ', cards: [] })).toBe(0);
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

describe('a card of lines', () => {
  const lines = ['**Ann Lee:** “We are open.”', 'The bridge is shut.', 'It is **40** years old.'];
  const bodyOf = (each: readonly string[]) => each.map((line) => `- ${line}`).join('\n');
  const card = newCard('fact', { body: bodyOf(lines), reviewed: false });
  const whole: Briefing = { ...emptyBriefing('Bridge', now), cards: [card] };
  const confirmed = (...indexes: readonly number[]) =>
    indexes.reduce((b, index) => confirmLine(b, card.id, index), whole);
  const cardOf = ({ cards: [only] }: Briefing) => only ?? card;
  const left = (b: Briefing) => unreviewedLines(cardOf(b));

  test('is confirmed line by line, and reviewed with its last line', () => {
    expect(left(whole)).toEqual([0, 1, 2]);
    expect(left(confirmed(1))).toEqual([0, 2]);
    expect(isReviewed(cardOf(confirmed(1, 0)))).toBe(false);
    expect(cardOf(confirmed(1, 0, 2))).toEqual({ ...card, reviewed: true });
    expect([whole, confirmed(1), confirmed(0, 1, 2)].map(countUnreviewedLines)).toEqual([3, 2, 0]);
    expect(left(confirmLine(confirmed(1), card.id, 1, false))).toEqual([0, 1, 2]);
  });

  test('what is so already, is reviewed, or is not there, changes nothing', () => {
    const one = confirmed(1);
    expect(confirmLine(one, card.id, 1)).toBe(one);
    expect(confirmLine(one, card.id, 9)).toBe(one);
    expect(confirmLine(one, newId(), 0)).toBe(one);
    const all = confirmPart(one, card.id);
    expect(cardOf(all)).toEqual({ ...card, reviewed: true });
    expect(confirmLine(all, card.id, 1, false)).toBe(all);
  });

  test('a confirmed line stays so when it is moved or made bold, and not when it is reworded', () => {
    const withBody = (...body: readonly string[]) => ({
      ...cardOf(confirmed(1)),
      body: bodyOf(body)
    });
    expect(unreviewedLines(withBody('The **bridge** is shut.', 'New.'))).toEqual([1]);
    expect(unreviewedLines(withBody('The bridge is open.', 'New.'))).toEqual([0, 1]);
    // Once the others are gone, nothing is left to confirm.
    expect(isReviewed(withBody('The bridge is shut.'))).toBe(true);
    expect(isReviewed({ ...withBody(), body: '' })).toBe(false);
  });

  test('words that were deleted leave nothing behind once another line is confirmed', () => {
    const shorter = { ...cardOf(confirmed(1)), body: bodyOf(['One.', 'Two.']) };
    const next = confirmLine({ ...whole, cards: [shorter] }, card.id, 0);
    expect(cardOf(next).confirmedLines).toHaveLength(1);
  });

  test('two cards that become one keep what was confirmed of either', () => {
    const own = newCard('note', { body: bodyOf(['My words.']) });
    const one = cardOf(confirmed(2));
    const body = `${card.body}\n\n${own.body}`;
    expect(unreviewedLines({ body, ...joinedReview(one, own) })).toEqual([0, 1]);
    expect(joinedReview(own, own)).toMatchObject({ reviewed: true, confirmedLines: [] });
  });

  test('a place in the Markdown stands in one of them', () => {
    const body = '\n- One.\n- Two.\n';
    expect([0, 1, 7, 8, 14, 15].map((at) => lineAt({ body }, at))).toEqual([0, 0, 0, 1, 1, 1]);
    expect(lineAt({ body: 'Prose.' }, 0)).toBeNull();
  });

  test('prose and a list among prose have no lines', () => {
    for (const body of ['', 'Prose.', '- One.\nand on', 'So:\n\n- One.']) {
      expect(cardLines({ body })).toEqual([]);
    }
  });

  test('a card of before has none confirmed', () => {
    const before: Record<string, unknown> = { ...card };
    delete before['confirmedLines'];
    expect(Briefing.parse({ ...whole, cards: [before] }).cards).toEqual([card]);
  });
});
