/** Protects the history: what is accepted follows or contradicts what was in force, and changes nothing of it. */
import { describe, expect, test } from 'vitest';
import { Briefing } from '../briefing/briefing.js';
import { newFigure, type Position } from '../briefing/entries.js';
import { openContradictions } from '../contradictions/find-contradictions.js';
import { Corroborations } from '../ledger/corroboration.js';
import { positionMatrix } from '../ledger/ledger.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { newId } from '../base/values.js';
import { addAsEvidence } from '../suggestions/add-evidence.js';
import { type Ground, groundOf } from '../suggestions/enter.js';
import { valuesOf } from '../suggestions/fields.js';
import type { Suggestion } from '../suggestions/suggestion.js';
import { acceptKnowing, fieldsKnowing, usualAcceptance } from './accept-news.js';
import { NewsIndex } from './news-index.js';
import {
  copy,
  figure,
  here,
  known,
  other,
  position,
  quoteIn,
  statement
} from './testing/suggestions.js';

const now = new Date('2025-08-18T08:00:00Z');
const text = 'Mara Lind said on Friday that she opposes the ferry toll.';
const place = { start: 10, end: 20 };
const quote = quoteIn(other, 'Lind is for it');
const support = entry(1, { stance: 'supports', said: '2025-08-10', evidence: [quote.id] });
const start: Briefing = { ...known, positions: [support], annotations: [quote] };

/** With its words in the text, so that they can be marked. */
function placed(suggestion: Suggestion): Suggestion {
  if (suggestion.kind !== 'position') return { ...suggestion, place };
  return { ...suggestion, place, position: { ...suggestion.position, place } };
}

function ground(suggestion: Suggestion): Ground {
  return groundOf(here.id, text, [suggestion], now);
}

function accept(
  suggestion: Suggestion,
  as?: Parameters<typeof acceptKnowing>[4],
  values = {},
  briefing = start
) {
  const news = new NewsIndex(briefing).of(suggestion, here.id);
  const next = acceptKnowing(
    ...([briefing, suggestion, ground(suggestion), news] as const),
    as ?? usualAcceptance(news),
    values
  );
  expect(Briefing.parse(next)).toEqual(next);
  expect(next.positions[0]).toBe(briefing.positions[0]);
  return { next, added: next.positions.at(-1) as Position };
}

const heldOn = (briefing: Briefing, day: string | null) =>
  positionMatrix(briefing, day).flatMap(({ cells }) => cells.flatMap((cell) => cell?.stance ?? []));

describe('what differs', () => {
  const reversed = placed(position({ issue: 'the toll' }));

  test('supersedes what is in force when it is later, on the issue that is known', () => {
    const { next, added } = accept(reversed);
    expect(added).toMatchObject({ issue: support.issue, supersedes: [support.id], contested: [] });
    expect(next.issues).toEqual(start.issues);
    expect(heldOn(next, '2025-08-14')).toEqual(['supports']);
    expect(heldOn(next, '2025-08-15')).toEqual(['opposes']);
  });

  test('is contested when it is not later, and no open point then', () => {
    const { next, added } = accept(placed(position({ said: '2025-08-10' })));
    expect(added).toMatchObject({ supersedes: [], contested: [support.id] });
    expect(openContradictions(next)).toEqual([]);
  });

  test.each([
    ['a later day', '2025-08-11', here, 'supersedes'],
    ['no day but that of a later report', null, here, 'supersedes'],
    ['the same day', '2025-08-10', here, 'contested'],
    ['the month of that day', '2025-08', here, 'contested'],
    ['no day at all', null, { ...here, published: null }, 'contested']
  ] as const)('of %s', (_when, said, from, usual) => {
    const index = new NewsIndex({ ...start, sources: [from, copy, other] });
    expect(usualAcceptance(index.of(position({ said }), from.id))).toBe(usual);
  });

  test('stands apart on another issue, and whatever was chosen once its issue or actor is edited', () => {
    const apart = accept(reversed, 'apart', { issue: 'toll for islanders' });
    expect(apart.added).toMatchObject({ supersedes: [], contested: [] });
    expect(apart.next.issues.map(({ wording }) => wording)).toContain('toll for islanders');
    const edited = accept(reversed, 'supersedes', { issue: 'toll for islanders' });
    expect(edited.added).toMatchObject({ supersedes: [], contested: [] });
    expect(accept(reversed, 'supersedes', { actor: 'Jonas Berg' }).added.supersedes).toEqual([]);
  });

  test('contests nothing that says the same after all', () => {
    expect(accept(reversed, 'contested', { stance: 'supports' }).added.contested).toEqual([]);
  });

  test('offers its fields with the issue as the briefing words it', () => {
    const news = new NewsIndex(start).of(reversed, here.id);
    const issue = fieldsKnowing(reversed, news).find(({ name }) => name === 'issue');
    expect([issue?.value, valuesOf(reversed)['issue']]).toEqual(['ferry toll', 'the toll']);
  });

  test('as a change of mind follows both its own before and what is in force', () => {
    const [before, after] = [position({ stance: 'supports' }), reversed];
    if (before.kind !== 'position' || after.kind !== 'position') throw new Error('not positions');
    const { added } = accept({
      ...{ ...after, kind: 'change', actor: after.position.actor, issue: 'the toll' },
      ...{ before: before.position, after: after.position }
    });
    expect(added.supersedes).toHaveLength(2);
    expect(added.supersedes).toContain(support.id);
  });
});

describe('what repeats becomes evidence', () => {
  const again = placed(position({ stance: 'supports' }));

  test('of a position: it has both quotes, counts two reports, and nothing takes its place', () => {
    const next = addAsEvidence(start, again, support.id, ground(again));
    expect(Briefing.parse(next)).toEqual(next);
    const [extended, ...others] = next.positions;
    expect(others).toEqual([]);
    expect(extended).toEqual({ ...support, evidence: [...support.evidence, expect.anything()] });
    expect(new Corroborations(next).of(extended!)).toEqual({ reports: 2, origins: 2 });
    expect(positionMatrix(next, '2025-08-10')[0]?.cells[0]).toBe(extended);
    expect(next.annotations.at(-1)?.links).toEqual([{ type: 'position', id: support.id }]);
    expect(addAsEvidence(next, again, support.id, ground(again)).positions).toEqual(next.positions);
  });

  test('what was contested stays so', () => {
    const denial = entry(2, { stance: 'opposes', said: '2025-08-10', contested: [support.id] });
    const briefing = { ...start, positions: [support, denial] };
    const next = addAsEvidence(briefing, again, support.id, ground(again));
    expect(next.positions.map(({ contested }) => contested)).toEqual([[], [support.id]]);
    expect(openContradictions(next)).toEqual([]);
  });

  test('of a statement or a figure: it gets the evidence', () => {
    const said = {
      ...{ id: newId(), actor: idOf('A', 1), text: 'It is late.', said: null, attribution: [] },
      ...{ evidence: [quote.id], recordedAt: now.toISOString(), by: null }
    };
    const ships = { ...newFigure('4', 4), measures: 'boats', evidence: [quote.id] };
    const briefing = { ...start, statements: [said], figures: [ships] };
    for (const [suggestion, id] of [
      [placed(statement('It is late.')), said.id],
      [placed(figure(4, 'boats')), ships.id]
    ] as const) {
      const next = addAsEvidence(briefing, suggestion, id, ground(suggestion));
      const extended = [...next.statements, ...next.figures].find((each) => each.id === id);
      expect(extended?.evidence).toHaveLength(2);
      expect(Briefing.parse(next)).toEqual(next);
    }
  });

  test('of nothing that is there any more: nothing happens', () => {
    expect(addAsEvidence(start, again, newId(), ground(again))).toBe(start);
  });
});
