import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Annotation, newAnnotation } from '../../../src-main/domain/briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import {
  newActor,
  newCard,
  newIssue,
  newKeyJudgement
} from '../../../src-main/domain/briefing/entries.js';
import { positionsAsOf } from '../../../src-main/domain/ledger/ledger.js';
import { entry } from '../../../src-main/domain/ledger/testing/ledger.js';
import { dayUnknown } from '../../../src-main/domain/sources/day-of-sources.js';
import { newSource, noText, type Source } from '../../../src-main/domain/briefing/source.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import {
  addAnnotation,
  addCard,
  addEvent,
  moveCard,
  moveSources,
  removeCard,
  removePosition,
  setCard,
  setEvent,
  setSource
} from './edits.js';
import { putPositionBack } from './put-back.js';

const now = '2025-08-17T00:00:00Z';

const details = { title: 'Opens', date: '2026-11', until: null, actors: [], evidence: [] };

function annotationOn(card: Id): Annotation {
  const selectors = {
    quote: { exact: 'words', prefix: '', suffix: '' },
    position: { start: 0, end: 5 }
  };
  return newAnnotation({ type: 'card', id: card, selectors }, now);
}

function briefingOf(cards: number): Briefing {
  let briefing = emptyBriefing('', new Date(0));
  for (let i = 0; i < cards; i++) briefing = addCard(briefing, null);
  return briefing;
}

const ids = (briefing: Briefing) => briefing.cards.map((card) => card.id);

describe('a position that is removed', () => {
  const actor = newActor('Ann', 'person');
  const issue = newIssue('Open?');
  const of = (supersedes: readonly Id[] = []) => {
    return entry(0, { id: newId(), actor: actor.id, issue: issue.id, evidence: [], supersedes });
  };
  const first = of();
  const second = of([first.id]);
  const third = of([second.id]);
  const whole = {
    ...emptyBriefing('', new Date(0)),
    ...{ actors: [actor], issues: [issue], positions: [first, second, third] },
    keyJudgements: [newKeyJudgement(second.id)]
  };
  const chain = ({ positions }: Briefing) =>
    positions.map(({ id, supersedes }) => [id, supersedes]);

  test('leaves its place in the history to what it superseded, and takes its key judgement along', () => {
    const without = removePosition(whole, second.id);
    expect(chain(without)).toEqual([
      [first.id, []],
      [third.id, [first.id]]
    ]);
    expect(without.keyJudgements).toEqual([]);
    expect(removePosition(without, second.id)).toBe(without);
  });

  test('as the latest lets the one before stand again', () => {
    const { positions } = removePosition(whole, third.id);
    expect(positionsAsOf(positions, null)).toEqual([second]);
  });

  test('is put back into what has changed since, as it was', () => {
    const now = addEvent(removePosition(whole, second.id), details);
    const back = putPositionBack(now, whole, second.id);
    expect([chain(back), back.keyJudgements, back.events]).toEqual([
      chain(whole),
      whole.keyJudgements,
      now.events
    ]);
    expect(putPositionBack(whole, whole, second.id)).toBe(whole);
  });
});

test('an event is edited beside what others changed of it since its form was opened', () => {
  const before = addEvent(emptyBriefing('', new Date(0)), details);
  const begun = before.events[0]!;
  const theirs = setEvent(before, begun, { ...details, date: '2026-12' });
  const after = setEvent(theirs, begun, { ...details, title: 'Closes' });
  expect(after.events).toEqual([{ ...begun, title: 'Closes', date: '2026-12' }]);
});

describe('cards', () => {
  test('a new card stands behind the one it was asked for', () => {
    const briefing = briefingOf(2);
    const id = newId();
    expect(ids(addCard(briefing, briefing.cards[0]!.id, 'fact', id))[1]).toBe(id);
  });

  test('a move puts the card at the index, keeps the others in order, and is its own limit', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.integer({ min: -3, max: 9 }), (from, to) => {
        const briefing = briefingOf(7);
        const id = briefing.cards[from]!.id;
        const moved = moveCard(briefing, id, to);
        expect(ids(moved).indexOf(id)).toBe(Math.max(0, Math.min(to, 6)));
        expect(ids(moved).filter((x) => x !== id)).toEqual(ids(briefing).filter((x) => x !== id));
      })
    );
  });

  test('what an edit does not touch keeps its identity', () => {
    const briefing = briefingOf(3);
    const edited = setCard(briefing, briefing.cards[1]!.id, { body: 'new' });
    expect(edited.cards[0]).toBe(briefing.cards[0]);
    expect(edited.annotations).toBe(briefing.annotations);
  });

  test('deleting a card keeps its annotations, as orphans', () => {
    const briefing = briefingOf(1);
    const annotation = annotationOn(briefing.cards[0]!.id);
    const after = removeCard(addAnnotation(briefing, annotation), briefing.cards[0]!.id);
    expect(after.annotations).toHaveLength(1);
    expect(after.annotations[0]!.target.selectors.position).toBeNull();
    expect(after.annotations[0]!.target.original).toEqual(annotation.target.original);
  });
});

test('sources are moved before another or to the end, and nothing else changes', () => {
  const sources = ['a', 'b', 'c', 'd'].map((title) =>
    newSource({ text: noText, importedAt: now, title })
  );
  const [a, b, c, d] = sources.map(({ id }) => id) as [Id, Id, Id, Id];
  const briefing: Briefing = { ...briefingOf(1), sources };
  const moved = moveSources(briefing, [d, b], a);
  expect(moved.sources.map(({ title }) => title)).toEqual(['b', 'd', 'a', 'c']);
  expect(moved).toEqual({ ...briefing, sources: moved.sources });
  expect(moveSources(briefing, [a], null).sources.at(-1)?.id).toBe(a);
  // Where they are already, and before what moves with them.
  expect(moveSources(briefing, [a, b], c)).toBe(briefing);
  expect(moveSources(briefing, [a, b], b)).toBe(briefing);
});

test('what a draft says of a missing day goes once every source has one', () => {
  const [one, other] = [1, 2].map(() =>
    newSource({ text: '0'.repeat(64), importedAt: '2025-08-17T00:00:00Z' })
  ) as [Source, Source];
  const line = `- ${dayUnknown}, so that “Friday” has no date.`;
  const limits = newCard('question', { heading: 'Limits', body: `${line}\n- Nobody is named.` });
  const alone = newCard('question', { heading: 'Limits', body: line });
  const before = { ...emptyBriefing('Ferry'), sources: [one, other], cards: [limits, alone] };
  const half = setSource(before, one.id, { published: '2016-10-28' });
  expect(half.cards).toEqual(before.cards);
  const { cards } = setSource(half, other.id, { published: '2016-10-29' });
  expect(cards).toEqual([{ ...limits, body: '- Nobody is named.' }]);
});

test('the day of the latest source is that of the briefing, as long as nobody sets another', () => {
  const source = newSource({ text: '0'.repeat(64), importedAt: '2025-08-17T00:00:00Z' });
  const before = { ...emptyBriefing('Ferry'), sources: [source] };
  const dated = setSource(before, source.id, { published: '2016-10-28' });
  expect(dated.date).toBe('2016-10-28');
  expect(setSource(dated, source.id, { published: '2016-10-27' }).date).toBe('2016-10-27');
  const own = { ...dated, date: '2016-11-02' };
  expect(setSource(own, source.id, { published: '2016-10-27' }).date).toBe('2016-11-02');
});
