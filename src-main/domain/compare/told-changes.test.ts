import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Briefing } from '../briefing/briefing.js';
import { newId } from '../base/values.js';
import { compareBriefings } from './compare-briefings.js';
import { countsOf, toldChanges, type ToldChange } from './told-changes.js';

const { briefing: sample } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../resources/samples/alaska-summit.json'), 'utf8')
) as { briefing: Briefing };

function told(before: Briefing, after: Briefing): readonly ToldChange[] {
  return toldChanges(
    compareBriefings({ briefing: before, day: null }, { briefing: after, day: null })
  );
}

const textOf = ({ name }: ToldChange) => name.map(({ text }) => text).join('');

describe('each change with its words and its place', () => {
  const [card, ...cards] = sample.cards;
  const [outcome, ...outcomes] = sample.outcomes;
  const [figure, ...figures] = sample.figures;
  const [source, ...sources] = sample.sources;

  test.each<[string, Partial<Briefing>, Partial<ToldChange>]>([
    [
      'a bottom line',
      { bottomLine: 'Otherwise.' },
      { section: 'text', kind: 'Changed', place: { what: 'briefing' } }
    ],
    [
      'a card in other words',
      { cards: [{ ...card!, body: 'Otherwise.' }, ...cards] },
      { section: 'cards', kind: 'Changed', place: { what: 'card', id: card!.id } }
    ],
    ['a card that has gone', { cards }, { section: 'cards', kind: 'Removed', place: null }],
    [
      'a card that moved',
      { cards: [...cards, card!] },
      { section: 'cards', kind: 'Changed, moved', words: [] }
    ],
    [
      'a likelihood',
      { outcomes: [{ ...outcome!, likelihood: 'remote', confidence: 'low' }, ...outcomes] },
      {
        section: 'outcomes',
        after: expect.stringMatching(/^almost no chance, by .*, low confidence$/) as string
      }
    ],
    ['an outcome that has gone', { outcomes }, { kind: 'Removed', after: '', place: null }],
    [
      'a figure',
      { figures: [{ ...figure!, wording: 'over 70%', value: 70 }, ...figures] },
      { section: 'figures', before: figure!.wording, after: 'over 70%' }
    ],
    [
      'a grade',
      { sources: [{ ...source!, reliability: 'F' }, ...sources] },
      { section: 'sources', after: expect.stringMatching(/^grade F/) as string }
    ]
  ])('%s', (_what, part, expected) => {
    const changes = told(sample, { ...sample, ...part });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject(expected);
  });

  test('a reversal with both stances, and its quotes beside it', () => {
    const [before, after] = ['2025-08-14', '2025-08-16'].map((day) => ({ briefing: sample, day }));
    const changes = toldChanges(compareBriefings(before!, after!));
    const [reversal] = changes.filter(({ kind }) => kind === 'Reversed');
    expect(reversal).toMatchObject({
      section: 'positions',
      before: '+ Supports, 14 August 2025',
      after: '− Opposes, from 15 August 2025',
      place: { what: 'cell' }
    });
    const [quotes] = changes.filter(({ section }) => section === 'evidence');
    expect(quotes?.words.map(({ kind }) => kind)).toContain('added');
    expect(textOf(quotes!)).toBe(textOf(reversal!));
  });
});

test('a condition is told with one “if”', () => {
  const onlyIf = (condition: string) => ({
    ...sample,
    positions: sample.positions.map((each) =>
      each.stance === 'conditional' ? { ...each, condition } : each
    )
  });
  const [change] = told(sample, onlyIf('if the crews agree'));
  expect(change?.after).toMatch(/\d, if the crews agree$/);
  const [other] = told(sample, onlyIf('The crews agree'));
  expect(other?.after).toMatch(/\d, if: the crews agree$/);
});

test('nothing is told of what is the same, and every place is in the later briefing', () => {
  const states = fc
    .record({
      cards: fc.shuffledSubarray([...sample.cards]),
      positions: fc.subarray([...sample.positions]),
      outcomes: fc.subarray([...sample.outcomes]),
      events: fc.subarray([...sample.events]),
      figures: fc.subarray([...sample.figures]),
      title: fc.constantFrom('One', 'Another', '')
    })
    .map((part): Briefing => ({ ...sample, ...part }));
  fc.assert(
    fc.property(states, states, (before, after) => {
      const changes = told(before, after);
      expect(told(after, { ...after, id: newId() })).toEqual([]);
      expect(countsOf(changes).reduce((sum, { count }) => sum + count, 0)).toBe(changes.length);
      for (const { place, kind } of changes) {
        if (place?.what === 'card') expect(after.cards.map(({ id }) => id)).toContain(place.id);
        if (place?.what === 'cell')
          expect(
            after.positions.some(
              ({ actor, issue }) => actor === place.actor && issue === place.issue
            )
          ).toBe(true);
        if (kind === 'Removed') expect(place?.what ?? 'cell').toBe('cell');
      }
    })
  );
});
