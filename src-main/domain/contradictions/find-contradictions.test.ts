/** Protects what is told as a contradiction: nothing settled, nothing that is none, and the same in any order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { newAnnotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { type Figure, newDismissal, newFigure, type Position } from '../briefing/entries.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { openContradictions } from './find-contradictions.js';

const empty = emptyBriefing('', new Date(0));
const moment = '2025-08-17T00:00:00Z';
const kinds = (part: Partial<Briefing>) =>
  openContradictions({ ...empty, ...part }).map(({ kind }) => kind);

describe('positions of one actor on one issue', () => {
  const support = entry(1, { stance: 'supports', said: '2025-08-10' });
  const oppose = (part: Partial<Position>) =>
    entry(2, { stance: 'opposes', said: '2025-08-15', ...part });

  test.each<[string, readonly Position[], readonly string[]]>([
    ['two stances in force', [support, oppose({})], ['stances']],
    ['the second supersedes the first', [support, oppose({ supersedes: [support.id] })], []],
    ['they are marked as contested', [support, oppose({ contested: [support.id] })], []],
    ['two issues', [support, oppose({ issue: idOf('Q', 9) })], []],
    ['two actors', [support, oppose({ actor: idOf('A', 9) })], []],
    ['one stance twice', [support, oppose({ stance: 'supports' })], []],
    ['nobody can tell what the second is', [support, oppose({ stance: 'unclear' })], []],
    ['said, and denied', [support, oppose({ stance: 'supports', status: 'denied' })], ['denied']],
    [
      'said, denied, and contested',
      [support, oppose({ stance: 'supports', status: 'denied', contested: [support.id] })],
      []
    ],
    ['another stance is denied', [support, oppose({ status: 'denied' })], []]
  ])('%s', (_what, positions, expected) => {
    expect(kinds({ positions })).toEqual(expected);
  });

  test('one that was dismissed, whichever of the two is named first, stays away', () => {
    const positions = [support, oppose({})];
    for (const [about, other] of [positions, positions.toReversed()] as [Position, Position][]) {
      const dismissal = newDismissal(
        'contradiction',
        { about: about.id, rule: 'stances', words: '' },
        new Date(0),
        { with: other.id, reason: 'One is of his ministry.' }
      );
      expect(kinds({ positions, dismissals: [dismissal] })).toEqual([]);
    }
  });
});

describe('figures', () => {
  const figure = (value: number, part: Partial<Figure> = {}): Figure => ({
    ...newFigure(String(value), value),
    measures: 'households without power',
    ...part
  });
  test.each<[string, readonly Figure[], readonly string[]]>([
    ['two numbers for one measure', [figure(40), figure(60)], ['figures']],
    ['the same number', [figure(40), figure(40)], []],
    ['of two days', [figure(40, { date: '2025-08-01' }), figure(60, { date: '2025-08-02' })], []],
    [
      'of a day and its month',
      [figure(40, { date: '2025-08-01' }), figure(60, { date: '2025-08' })],
      ['figures']
    ],
    [
      'worded alike',
      [figure(40), figure(60, { measures: 'households left without power' })],
      ['figures']
    ],
    [
      'for wider words',
      [figure(40), figure(60, { measures: 'rural households without power' })],
      []
    ],
    ['allowed by the other', [figure(40, { wording: 'at least 40' }), figure(60)], []],
    [
      'rounded',
      [figure(1_200_000, { wording: '1.2 million' }), figure(1_217_000, { wording: '1,217,000' })],
      []
    ],
    [
      'told by one sentence',
      [figure(40, { evidence: [idOf('N', 1)] }), figure(60, { evidence: [idOf('N', 1)] })],
      []
    ],
    [
      'each measured by its whole sentence',
      [
        figure(40, { measures: 'It was 40 at noon and 60 at night.' }),
        figure(60, { measures: 'It was 40 at noon and 60 at night.' })
      ],
      []
    ],
    ['of two units', [figure(40), figure(60, { unit: '%' })], []],
    [
      'nobody says what they measure',
      [figure(40, { measures: '' }), figure(60, { measures: '' })],
      []
    ]
  ])('%s', (_what, figures, expected) => {
    expect(kinds({ figures })).toEqual(expected);
  });
});

describe('what an actor said', () => {
  const said = 'said the minister: “We will never sign a treaty that leaves the islands out.”';
  const quoting = (exact: string) => {
    const selectors = { quote: { exact, prefix: '', suffix: '' }, position: null };
    return newAnnotation({ type: 'source', id: newId(), selectors }, moment);
  };
  const briefingOf = (first: string, second: string, actors = [1, 1]) => {
    const annotations = [quoting(first), quoting(second)];
    const positions = annotations.map(({ id }, i) =>
      entry(i, { actor: idOf('A', actors[i] ?? 1), issue: idOf('Q', i), evidence: [id] })
    );
    return { annotations, positions };
  };
  test.each<[string, string, readonly string[]]>([
    ['the same words', said, []],
    ['the same words with other marks', said.replace('“', '"').replace('”', '"'), []],
    ['one word changed', said.replace('never', 'not'), ['quotes']],
    ['another sentence', 'said: “The ferry budget is a matter for the county alone.”', []],
    ['told without quotation marks', said.replace(/[“”]/g, ''), []]
  ])('%s', (_what, second, expected) => {
    expect(kinds(briefingOf(said, second))).toEqual(expected);
  });

  test('of words that a newer version corrects, and that is cited too, only the newer count', () => {
    const { annotations, positions } = briefingOf(said, said.replace('never', 'not'));
    const [older, newer] = annotations;
    const corrected = (isTakenUp: boolean) => ({
      ...{ quoting: older!.id, part: null, source: idOf('N', 1) },
      quote: older!.target.selectors.quote.exact,
      update: idOf('N', 2),
      words: newer!.target.selectors.quote.exact,
      noted: newer!.id,
      claims: [positions[0]!.id],
      isTakenUp
    });
    const found = (isTakenUp: boolean) =>
      openContradictions({ ...empty, annotations, positions }, [corrected(isTakenUp)]);
    expect(found(true)).toEqual([]);
    expect(found(false).map(({ kind }) => kind)).toEqual(['corrected', 'quotes']);
  });

  test('words of two actors are two utterances', () => {
    expect(kinds(briefingOf(said, said.replace('never', 'not'), [1, 2]))).toEqual([]);
  });
});

test('what is found does not depend on the order in which entries came', () => {
  const stance = fc.constantFrom('supports', 'opposes', 'conditional', 'unclear' as const);
  const part = fc.record({
    stance,
    actor: fc.constantFrom(idOf('A', 1), idOf('A', 2)),
    said: fc.constantFrom('2025-08-10', '2025-08-15', null),
    status: fc.constantFrom('stated', 'denied' as const),
    statement: fc.uuid()
  });
  const number = fc.record({
    value: fc.constantFrom(40, 60),
    wording: fc.uuid(),
    date: fc.constantFrom('2025-08', '2025-08-01', null)
  });
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 6 }),
      fc.array(number, { maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      (parts, numbers, chances) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => ({ each, at: chances.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
        const told = (entries: typeof parts, figures: typeof numbers) =>
          openContradictions({
            ...empty,
            // Ids are given in the order of coming.
            positions: entries.map((each, i) => entry(i, each)),
            figures: figures.map((each, i) => ({
              ...newFigure(each.wording, each.value, idOf('F', i)),
              ...each,
              measures: 'votes'
            }))
          })
            .map(({ kind, words }) => [kind, ...words].join('\n'))
            .sort();
        expect(told(shuffled(parts), shuffled(numbers))).toEqual(told(parts, numbers));
      }
    )
  );
});
