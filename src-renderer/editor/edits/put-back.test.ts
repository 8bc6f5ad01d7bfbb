import { beforeEach, describe, expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { removeAnnotation } from '../../../src-main/domain/briefing/evidence.js';
import { newFigure, newOutcome } from '../../../src-main/domain/briefing/entries.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { emptyPosition, recordPosition } from '../../positions/forms/position-form.js';
import { annotationOf } from './annotation-edits.js';
import {
  addAnnotation,
  addCard,
  keepAsCard,
  moveCard,
  removeCard,
  setAnnotation,
  setCard,
  setDetails,
  addEvent
} from './edits.js';
import { setCardBody } from './testing/set-card-body.js';
import { putAnnotationBack, putCardBack } from './put-back.js';

const [first, second, third] = [newId(), newId(), newId()];
const text = 'One two three.';
let before: Briefing;
let note: Id;

/** Three cards; “two” of the second is annotated, and a claim of each kind rests on it. */
beforeEach(() => {
  before = emptyBriefing('Test', new Date(0));
  for (const id of [first, second, third]) before = addCard(before, null, 'note', id);
  before = setCard(before, second, { body: text });
  const target = { type: 'card', id: second } as const;
  for (const [start, end] of [[4, 7] as const, [8, 13] as const])
    before = addAnnotation(before, annotationOf({ target, text, span: { start, end } }, 'key'));
  note = before.annotations[0]!.id;
  const evidence = before.annotations.map(({ id }) => id);
  const event = { title: 'Talks', date: null, until: null, actors: [], by: null };
  before = addEvent(before, { ...event, evidence });
  const figure = { ...newFigure('40', 40), evidence };
  before = { ...before, figures: [figure], outcomes: [newOutcome('', evidence)] };
  before = recordPosition(before, {
    ...emptyPosition(evidence),
    actor: 'A',
    issue: 'B',
    stance: 'supports'
  });
});

const placeOf = (b: Briefing, id = note) =>
  b.annotations.find((a) => a.id === id)?.target.selectors.position;

describe('a deleted card put back', () => {
  test('is where it was, its annotations on their words, and later edits stay', () => {
    const now = setDetails(removeCard(before, second), { title: 'Later' });
    expect(putCardBack(now, before, second)).toEqual({ ...before, title: 'Later' });
  });

  test('follows the card that it stood behind', () => {
    const now = moveCard(removeCard(before, second), first, 1);
    const cards = putCardBack(now, before, second).cards.map(({ id }) => id);
    expect(cards).toEqual([third, first, second]);
  });

  test('leaves alone an annotation that has a new card, and what was written in others', () => {
    let now = keepAsCard(removeCard(before, second), note);
    const other = before.annotations[1]!.id;
    now = setAnnotation(now, other, { note: 'Written later' });
    const after = putCardBack(now, before, second);
    expect(after.annotations[0]).toEqual(now.annotations[0]);
    expect(after.annotations[1]!.note).toBe('Written later');
    expect(placeOf(after, other)).toEqual(placeOf(before, other));
  });

  test('is not there twice', () => {
    expect(putCardBack(before, before, second)).toBe(before);
  });
});

describe('a deleted annotation put back', () => {
  test('is as it was, also as evidence, and later edits stay', () => {
    const now = setDetails(removeAnnotation(before, note), { title: 'Later' });
    expect(putAnnotationBack(now, before, note)).toEqual({ ...before, title: 'Later' });
  });

  test('stands on its words where they are now', () => {
    const now = setCardBody(removeAnnotation(before, note), second, `Zero. ${text}`);
    expect(placeOf(putAnnotationBack(now, before, note))).toMatchObject({ start: 10, end: 13 });
  });

  test('is an orphan when its card has gone', () => {
    const now = removeCard(removeAnnotation(before, note), second);
    expect(placeOf(putAnnotationBack(now, before, note))).toBeNull();
  });

  test('is not there twice', () => {
    expect(putAnnotationBack(before, before, note)).toBe(before);
  });
});
