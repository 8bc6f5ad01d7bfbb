import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  newActor,
  type Card,
  newFigure,
  newIssue,
  type Position,
  newCard
} from '../briefing/entries.js';
import { type Annotation, newAnnotation } from '../briefing/annotation.js';
import { Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newId } from '../base/values.js';
import { likeness, mergeBriefings } from './merge-briefings.js';
import { disputeOfEntry } from '../ledger/held-stances.js';
import { positionsAsOf } from '../ledger/ledger.js';
import { mergeSets } from './merge-lists.js';
import { idOf, positionOf, startingBriefing } from './testing/edits.js';

const moment = '2025-08-17T09:00:00.000Z';
const ids = Array.from({ length: 6 }, () => newId());
const start = { ...emptyBriefing('Start', new Date(moment)), id: newId() };

/** Words that no field name and no other word contains. */
const words = ['Kyiv', 'Moscow', 'Donetsk', 'Alaska', 'Berlin', 'Paris', 'Ankara'];
const word = fc.constantFrom(...words, '');
const card = (id: Card['id']) =>
  fc.record({ heading: word, body: word }).map((fields) => newCard('fact', { id, ...fields }));
const cards = fc
  .subarray(ids)
  .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }))
  .chain((some) => fc.tuple(...some.map(card)));
const state = fc
  .record({
    title: word,
    bottomLine: word,
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    cards
  })
  .map((fields): Briefing => ({ ...start, ...fields }));

const merge = (base: Briefing | null, ours: Briefing, theirs: Briefing) =>
  mergeBriefings(base, ours, theirs);

describe('a merge', () => {
  test('takes the one side that changed anything, whichever it is', () => {
    fc.assert(
      fc.property(state, state, (base, changed) => {
        const sorted = (briefing: Briefing) => ({ ...briefing, tags: briefing.tags.toSorted() });
        for (const { briefing, clashes } of [
          merge(base, changed, base),
          merge(base, base, changed),
          merge(base, changed, changed)
        ]) {
          expect(clashes).toEqual([]);
          expect(sorted(briefing)).toEqual(sorted(changed));
        }
      })
    );
  });

  test('loses no word that either side wrote, and no card that either side changed', () => {
    fc.assert(
      fc.property(fc.option(state), state, state, (base, ours, theirs) => {
        const { briefing, clashes } = merge(base, ours, theirs);
        const everything = JSON.stringify(briefing);
        for (const side of [ours, theirs]) {
          const began = JSON.stringify(base ?? {});
          for (const each of words) {
            if (JSON.stringify(side).includes(each) && !began.includes(each)) {
              expect(everything).toContain(each);
            }
          }
        }
        expect(Briefing.safeParse(briefing).success).toBe(true);
        const notes = briefing.cards.filter(({ kind }) => kind === 'note');
        expect(notes.length > 0).toBe(clashes.length > 0);
        expect(new Set(briefing.cards.map(({ id }) => id)).size).toBe(briefing.cards.length);
      })
    );
  });

  test('keeps both where both changed the same words', () => {
    const made = (body: string): Briefing => ({
      ...start,
      cards: [newCard('fact', { id: ids[0]!, heading: 'The offer', body })]
    });
    const later = { ...made('A truce.'), modifiedAt: '2025-08-18T09:00:00.000Z' };
    const { briefing, clashes } = merge(made('A freeze.'), made('```\nNothing.'), later);
    expect(briefing.cards[0]?.body).toBe('A truce.');
    expect(clashes).toEqual([
      [
        'Two people changed the text of the card “The offer” at the same time, or one person in two copies. What one of them wrote stands there now. The other wrote:',
        '````text\n```\nNothing.\n````',
        'Before, it was:',
        '```text\nA freeze.\n```'
      ].join('\n\n')
    ]);
    expect(briefing.cards[1]).toMatchObject({
      kind: 'note',
      heading: 'Differences to settle: text of the card “The offer”',
      body: clashes[0]
    });
  });

  test('keeps a card that one side removed and the other changed', () => {
    const with1 = (body: string): Briefing => ({
      ...start,
      cards: [newCard('fact', { id: ids[0]!, heading: '', body })]
    });
    expect(merge(with1('a'), start, with1('b')).briefing.cards).toHaveLength(1);
    expect(merge(with1('a'), with1('b'), start).briefing.cards).toHaveLength(1);
    expect(merge(with1('a'), with1('a'), start).briefing.cards).toHaveLength(0);
  });

  test('takes out a position that one side removed, but none that is new there', () => {
    const actor = newActor('Ukraine', 'state');
    const issue = newIssue('Cede territory?');
    const position = positionOf(newId(), {
      actor: actor.id,
      issue: issue.id,
      stance: 'opposes'
    });
    const full: Briefing = { ...start, actors: [actor], issues: [issue], positions: [position] };
    const without = { ...full, positions: [] };
    for (const { briefing } of [merge(full, full, without), merge(full, without, full)]) {
      expect(briefing).toMatchObject({ actors: [actor], issues: [issue], positions: [] });
    }
    for (const { briefing } of [merge(start, full, start), merge(null, start, full)]) {
      expect(briefing).toMatchObject({ actors: [actor], issues: [issue], positions: [position] });
    }
  });

  test('keeps an annotation and an actor that one side removed and the other rests a figure on', () => {
    const actor = newActor('Ministry', 'organisation');
    const annotation = annotationOnNothing();
    const named = { ...start, actors: [actor], annotations: [annotation] };
    const figure = {
      ...newFigure('40 schools', 40),
      actor: actor.id,
      evidence: [annotation.id]
    };
    const rested = { ...named, figures: [figure] };
    for (const { briefing } of [merge(named, rested, start), merge(named, start, rested)]) {
      expect(briefing.figures).toEqual([figure]);
      expect(briefing.actors).toEqual([actor]);
      expect(briefing.annotations.map(({ id }) => id)).toEqual([annotation.id]);
    }
  });

  test('merges replies one by one, also one that a side has reworded', () => {
    const reply = (id: Card['id'], note: string) => ({
      ...{ id, note, createdAt: moment, modifiedAt: moment, by: null }
    });
    const with1 = (...replies: ReturnType<typeof reply>[]): Briefing => ({
      ...start,
      annotations: [{ ...annotation, replies }]
    });
    const annotation = annotationOnNothing();
    const [first, second, third] = [ids[0]!, ids[1]!, ids[2]!];
    const base = with1(reply(first, 'One'));
    const ours = with1(reply(first, 'One'), reply(second, 'Ours'));
    const theirs = with1(reply(first, 'One, reworded'), reply(third, 'Theirs'));
    const { replies } = merge(base, ours, theirs).briefing.annotations[0]!;
    expect(replies.map(({ note }) => note).toSorted()).toEqual(['One, reworded', 'Ours', 'Theirs']);
  });

  test('tells a part of the submission in words', () => {
    const to = (name: string): Briefing => ({
      ...start,
      submission: { ...start.submission, to: name }
    });
    const theirs = { ...to('Their minister'), modifiedAt: '2025-08-16T09:00:00.000Z' };
    const { briefing, clashes } = merge(to('Nobody'), to('Our minister'), theirs);
    expect(briefing.submission.to).toBe('Our minister');
    expect(briefing.cards[0]?.heading).toBe('Differences to settle: to of the submission');
    expect(clashes[0]).toMatch(
      /^Two people changed the to of the submission .+```text\nTheir minister\n```/s
    );
  });

  test('takes no words for reviewed that nobody has read', () => {
    const made = (body: string, reviewed: boolean): Briefing => ({
      ...start,
      cards: [newCard('fact', { id: ids[0]!, body, reviewed, drafted: true })]
    });
    const base = made('One.\n\nTwo.', false);
    const confirmed = made('One.\n\nTwo.', true);
    expect(merge(base, confirmed, base).briefing.cards[0]?.reviewed).toBe(true);
    const reworded = made('One.\n\nThree.', false);
    expect(merge(base, confirmed, reworded).briefing.cards[0]?.reviewed).toBe(false);
  });

  test('shows two successors of one entry as contested until a third supersedes both', () => {
    const known = startingBriefing();
    const [old] = known.positions;
    const next = (n: number, condition: string, supersedes = [old!.id]) =>
      positionOf(idOf('P', n), { stance: 'conditional', condition, supersedes });
    const holding = (...more: Position[]): Briefing => ({
      ...known,
      positions: [old!, ...more]
    });
    const [ours, theirs] = [holding(next(2, 'If paid')), holding(next(3, 'If safe'))];
    const { briefing } = merge(known, ours, theirs);
    const inForce = positionsAsOf(briefing.positions, null);
    expect(inForce.map(({ id }) => id).toSorted()).toEqual([idOf('P', 2), idOf('P', 3)]);
    for (const entry of inForce) {
      expect(disputeOfEntry(entry, inForce, new Set())).toBe('contested');
    }
    const third = next(4, 'If both', [idOf('P', 2), idOf('P', 3)]);
    const settled = { ...briefing, positions: [...briefing.positions, third] };
    const { positions } = merge(briefing, settled, ours).briefing;
    expect(positionsAsOf(positions, null).map(({ id }) => id)).toEqual([third.id]);
  });
});

function annotationOnNothing(): Annotation {
  const selectors = { quote: { exact: '40 schools', prefix: '', suffix: '' }, position: null };
  return newAnnotation({ type: 'card', id: newId(), selectors }, moment, { kind: 'figure' });
}

test('a set keeps what either side added and lacks what either side removed', () => {
  const sets = { base: ['a', 'b', 'c'], later: ['a', 'c', 'd'], earlier: ['e', 'a', 'b'] };
  expect(mergeSets({ ...sets, isTied: false }, String)).toEqual(['e', 'a', 'd']);
  const two = { base: null, later: ['a'], earlier: ['b'], isTied: false };
  expect(mergeSets(two, String)).toEqual(['b', 'a']);
});

test('the state that a copy was made from is more like it than an older one', () => {
  const older = { ...start, title: 'Old' };
  const copy = { ...start, bottomLine: 'New' };
  expect(likeness(start, copy)).toBeGreaterThan(likeness(older, copy));
});
