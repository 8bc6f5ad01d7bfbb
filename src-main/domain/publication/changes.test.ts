/** What a page of changes lists, and by which numbers it cites. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Briefing } from '../briefing/briefing.js';
import { Bundle } from '../briefing/bundle.js';
import { newId } from '../base/values.js';
import { newActor, newFigure, newIssue } from '../briefing/entries.js';
import { settleFigures } from '../contradictions/settle.js';
import { entry } from '../ledger/testing/ledger.js';
import type { Version } from '../briefing/version.js';
import { countsOfChanges } from './changes.js';
import { fullEdition, type Edition } from './edition.js';
import { applyProfile } from './profile.js';
import { composePublication, type Publication } from './publication.js';
import { quotesByPlace } from './number-notes.js';
import { en } from '../terms/printed/en.js';

const { briefing: sample, texts } = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../resources/samples/alaska-summit.json'), 'utf8')
  )
);

const version: Version = {
  key: '0000000001-named-00000000',
  kind: 'named',
  name: 'First issue',
  keptAt: '2025-08-18T12:00:00Z',
  revision: 1,
  title: sample.title,
  modifiedAt: '2025-08-18T12:00:00Z',
  by: null
};

function page(part: Partial<Edition>, earlier: Briefing | null = null, now = sample): Publication {
  return composePublication(
    now,
    texts,
    { ...fullEdition, template: 'changes', ...part },
    earlier
      ? { before: { briefing: earlier, version }, after: { briefing: now, version: null } }
      : undefined
  );
}

/** Every quote on the page, in the order of reading. */
function cited({ changes }: Publication) {
  if (!changes) return [];
  const { positions, outcomes, figures, events } = changes;
  return [
    ...positions.flatMap((issue) =>
      issue.changes.flatMap(({ before, after }) => [
        ...(after?.quotes ?? []),
        ...(before?.quotes ?? [])
      ])
    ),
    ...[...outcomes, ...figures, ...events].flatMap(({ quotes }) => quotes)
  ];
}

describe('by the ledger', () => {
  test('a reversal within the time tells both sides with their days', () => {
    const [actor, issue] = [newActor('Martin Oyelaran', 'person'), newIssue('A new vote')];
    const of = { actor: actor.id, issue: issue.id, evidence: [] };
    const was = entry(1, { ...of, stance: 'opposes', said: '2026-05-13' });
    const is = entry(2, { ...of, said: '2026-05-14', supersedes: [was.id] });
    const now = { ...sample, actors: [actor], issues: [issue], positions: [was, is] };
    const [told] = page({ since: '2026-05-12' }, null, now).changes!.positions;
    expect(told?.changes).toMatchObject([
      { kind: 'reversed', before: { position: was }, after: { position: is } }
    ]);
  });

  test('a figure that a person says corrects another is told as a change of that one, and once', () => {
    const [was, is] = [newFigure('£214 million', 214e6), newFigure('£231 million', 231e6)];
    const cost = { unit: '£', measures: 'cost of the plant' };
    const figures = [
      { ...was, ...cost, date: '2026-05-12' },
      { ...is, ...cost, date: '2026-05-14' }
    ];
    const words = ['£214 million', '£231 million'] as const;
    const pair = { kind: 'figures', one: was.id, other: is.id, words } as const;
    const now = settleFigures({ ...sample, figures }, pair, is.id, 'change');
    for (const since of ['2026-05-12', '2026-05-11']) {
      expect(page({ since }, null, now).changes!.figures).toMatchObject([
        { kind: 'changed', subject: cost.measures, before: '£214 million (12 May 2026)' }
      ]);
    }
  });

  test('positions by issue, the weightiest first, with what became known since', () => {
    const { changes } = page({ since: '2025-08-14' });
    expect(changes?.positions[0]).toMatchObject({
      wording: 'Should a ceasefire come before a peace agreement?',
      changes: [
        {
          kind: 'reversed',
          actorName: 'United States',
          before: { position: { stance: 'supports' } },
          after: { position: { stance: 'opposes' } }
        }
      ]
    });
    expect(changes?.remark).toMatch(/^Positions and events are compared by their own days/);
    expect(countsOfChanges(changes!, en)).toEqual([
      '1 change of position',
      '17 new positions',
      '3 figures',
      '2 events',
      '3 sources'
    ]);
  });

  test.each<[string, Partial<Edition>, Partial<Briefing>, readonly string[]]>([
    [
      'until a day',
      { since: '2025-08-14', until: '2025-08-15' },
      {},
      ['1 change of position', '1 new position', '1 event']
    ],
    [
      'from the ledger’s first day',
      { since: null },
      {},
      ['1 change of position', '17 new positions', '3 figures', '2 events', '3 sources']
    ],
    ['after all', { since: '2025-08-31' }, {}, []],
    ['of a ledger without days', { since: null }, { positions: [] }, []]
  ])('%s', (_what, days, part, counts) => {
    const { changes } = page(days, null, { ...sample, ...part });
    expect(countsOfChanges(changes!, en)).toEqual(counts);
  });
});

describe('as it was written', () => {
  const [first, second, ...others] = sample.cards;
  const [likely, ...outcomes] = sample.outcomes;
  const [figure, ...figures] = sample.figures;
  const gone = { ...likely!, id: newId(), statement: 'The talks end.', evidence: figure!.evidence };
  const earlier: Briefing = {
    ...sample,
    title: 'Before Alaska',
    cards: [second!, { ...first!, body: `${first!.body} And more.` }, ...others],
    outcomes: [{ ...likely!, likelihood: 'remote' }, ...outcomes, gone],
    figures: [{ ...figure!, wording: 'over 70%', value: 70 }, ...figures],
    positions: sample.positions.map((each, place) =>
      place === 2 ? { ...each, evidence: [...each.evidence, ...figure!.evidence] } : each
    )
  };
  const { changes, notes } = page({ since: '2025-08-18' }, earlier);

  test('cards in a line each, what moved and how much came and went', () => {
    expect(changes?.cards[0]).toMatchObject({ heading: 'Title' });
    expect(changes?.cards.slice(1)).toEqual([
      { heading: first!.heading, what: '2 words taken out, moved' }
    ]);
  });

  test('outcomes and figures as they were and are, and what was withdrawn with its quote', () => {
    expect(changes?.outcomes.map(({ kind }) => kind)).toEqual(['changed', 'removed']);
    expect(changes?.outcomes[0]).toMatchObject({
      subject: 'Disagreement over territory continues, by September 2025',
      before: expect.stringMatching(/^almost no chance, 1–5 %/) as string,
      after: expect.stringMatching(/%, \w+ confidence$/) as string
    });
    expect(changes?.outcomes[1]?.quotes).toHaveLength(1);
    expect(changes?.figures).toMatchObject([
      { kind: 'changed', before: 'over 70%', after: 'over 80%' }
    ]);
  });

  test('evidence that was taken from under a position that stayed', () => {
    expect(changes?.positions).toEqual([]);
    expect(changes?.evidence).toMatchObject([{ quotes: [expect.any(String)] }]);
  });

  test('which version it was, and nothing to remark', () => {
    expect(changes?.before.version).toEqual(version);
    expect(changes?.remark).toBe('');
  });

  test('a quote that the briefing no longer has is a note of its own', () => {
    const without = {
      ...sample,
      figures: [],
      annotations: [],
      positions: [],
      outcomes: [],
      events: []
    };
    const told = page({ since: '2025-08-18' }, sample, without);
    expect(told.notes.length).toBeGreaterThan(0);
    expect(told.notes.every(({ place }) => place !== null)).toBe(true);
    expect(notes.map(({ number }) => number)).toEqual(notes.map((_note, index) => index + 1));
  });

  test('for an audience no private card of an earlier state is named', () => {
    const secret = { ...first!, id: newId(), kind: 'note' as const, heading: 'Nightingale' };
    const state = { briefing: { ...sample, cards: [secret, ...sample.cards] }, version };
    const part = { briefing: sample, texts: {}, written: { before: state, after: null } };
    expect(JSON.stringify(applyProfile(part, 'audience'))).not.toContain('Nightingale');
    expect(applyProfile(part, 'full')).toBe(part);
  });
});

test('no claim stands without the quotes that it rests on, whatever changed, and each has one number', () => {
  const subset = <T>(all: readonly T[]) => fc.subarray([...all]);
  const states = fc
    .record({
      positions: subset(sample.positions),
      figures: subset(sample.figures),
      outcomes: subset(sample.outcomes),
      events: subset(sample.events),
      annotations: subset(sample.annotations),
      cards: subset(sample.cards)
    })
    .map((part): Briefing => ({ ...sample, ...part }));
  fc.assert(
    fc.property(states, states, fc.constantFrom('changes', 'full'), (earlier, now, template) => {
      const told = page({ since: '2025-08-18', template }, earlier, now);
      const words = new Map(
        told.notes.map(({ number, annotation }) => [
          number,
          annotation.target.selectors.quote.exact
        ])
      );
      expect([...words.keys()]).toEqual(told.notes.map((_note, index) => index + 1));
      const quotes = cited(told);
      for (const quote of quotes) expect(words.get(quote.number)).toBe(quote.words);
      for (const { number, again } of quotes) {
        const firstTime = quotes.find((quote) => quote.number === number);
        expect(quotes.filter((quote) => quote.number === number && !quote.again)).toEqual([
          firstTime
        ]);
        expect(typeof again).toBe('boolean');
      }
      for (const { changes } of told.changes!.positions)
        for (const { before, after } of changes)
          for (const side of [before, after])
            if (side) {
              // What came and went between the two is in the later one alone.
              const isThen = earlier.positions.some(({ id }) => id === side.position.id);
              const state = side === before && isThen ? earlier : now;
              const kept = side.position.evidence.filter((id) =>
                state.annotations.some((annotation) => annotation.id === id)
              );
              expect(side.quotes).toHaveLength(new Set(kept).size);
            }
    })
  );
});

test('a full briefing tells changes only where it is asked to, by the numbers of its own notes', () => {
  expect(composePublication(sample, texts).changes).toBeNull();
  const told = page({ template: 'full', since: '2025-08-14' });
  expect(told.changes?.positions.length).toBeGreaterThan(3);
  expect(told.contents[0]?.heading).toBe('What changed');
  for (const { number, words } of cited(told)) {
    const note = told.notes.find((each) => each.number === number);
    expect(note?.annotation.target.selectors.quote.exact).toBe(words);
  }
  expect(told.notes).toHaveLength(composePublication(sample, texts).notes.length);
});

test('places are named once, with their numbers in ranges', () => {
  const { notes } = page({ since: '2025-08-14' });
  const [source, ...others] = quotesByPlace(notes, en);
  const update = others.at(-1);
  // Quotes of other sources stand between those of the first.
  expect(source?.numbers).toMatch(/^1–2, 4, 6–\d+, \d+–\d+$/);
  expect(update).toMatchObject({
    numbers: `${notes.length}`,
    place: expect.stringContaining('17 August 2025') as string
  });
  expect(quotesByPlace([notes[0]!, notes[3]!], en).map(({ numbers }) => numbers)).toEqual(['1, 4']);
});
