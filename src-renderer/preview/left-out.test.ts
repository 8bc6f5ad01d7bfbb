import { describe, expect, it } from 'vitest';
import { describe as selectorsAt } from '../../src-main/domain/anchoring/locate.js';
import { newAnnotation } from '../../src-main/domain/briefing/annotation.js';
import { emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import { newCard } from '../../src-main/domain/briefing/entries.js';
import { newSource } from '../../src-main/domain/briefing/source.js';
import { withoutDraftOf } from '../../src-main/domain/suggestions/later-drafts.js';
import { entry, idOf } from '../../src-main/domain/ledger/testing/ledger.js';
import { fullEdition, type Edition } from '../../src-main/domain/publication/edition.js';
import {
  asLastTime,
  cardsOnPage,
  goesAlong,
  overtakenOnPage,
  positionsPrinted
} from './left-out.js';

const empty = emptyBriefing('Harbour', new Date(0));
const brief: Edition = { ...fullEdition, template: 'brief' };
const show = (day: string) => `<${day}>`;
const positions = [
  entry(1, { said: '2025-08-14' }),
  entry(2, { said: '2025-08-16', supersedes: [idOf('P', 1)] }),
  entry(3, { said: '2025-08-15', issue: idOf('Q', 2) })
];

it('tells as of which day positions are, and how many a day leaves out', () => {
  const told = (until: string | null) =>
    positionsPrinted({ ...brief, until }, { ...empty, positions }, 'pdf', show);
  expect(told(null)).toEqual({
    text: 'Positions as of <2025-08-16>, the latest: 2 hold.',
    isWarning: false
  });
  expect(told('2025-08-14')).toEqual({
    text: 'Positions as of <2025-08-14>: 1 holds, 2 later and left out.',
    isWarning: true
  });
  expect(told('2025-08-16')?.isWarning).toBe(false);
});

it('tells of positions where a document has any, and of one day', () => {
  const with1 = { ...empty, positions };
  expect(positionsPrinted(brief, empty, 'pdf', show)).toBeNull();
  expect(positionsPrinted(brief, with1, 'text', show)).toBeNull();
  expect(positionsPrinted({ ...brief, template: 'changes' }, with1, 'pdf', show)).toBeNull();
  expect(positionsPrinted({ ...fullEdition, since: '2025' }, with1, 'pdf', show)).toBeNull();
  expect(positionsPrinted({ ...brief, until: '2025' }, null, 'pdf', show)?.text).toBe(
    'Positions as of <2025>, without later ones.'
  );
});

it('tells which cards of the one page have no key point', () => {
  const chosen = newCard('fact', { heading: 'Costs', body: 'They rose.', keyPoint: 'Costs rose.' });
  const other = newCard('fact', { heading: 'Limits', body: 'They fell.' });
  const told = (cards: (typeof chosen)[], leftOut: Edition['leftOut'] = []) =>
    cardsOnPage({ ...brief, leftOut }, { ...empty, cards }, 'pdf')?.text;
  expect(told([])).toBe('No card says anything yet.');
  expect(told([chosen])).toBe('A key point stands for the one card.');
  expect(told([chosen, other])).toMatch(/^1 of 2 cards has no key point: .* how it begins/);
  expect(told([chosen, other], [other.id])).toBe('A key point stands for the one card.');
  expect(cardsOnPage(fullEdition, empty, 'pdf')).toBeNull();
});

describe('what has been overtaken', () => {
  const text = 'The chair backs the new pier. The council approved the plan on Monday.';
  const source = newSource({
    ...{ text: 'a'.repeat(64), importedAt: '2025-03-04T00:00:00Z', published: '2025-03-04' }
  });
  const texts = { [source.text]: text };
  const words = 'The chair backs the new pier';
  const quote = newAnnotation(
    { type: 'source', id: source.id, selectors: selectorsAt(text, 0, words.length) },
    '2025-03-04T00:00:00Z'
  );
  const card = newCard('fact', {
    heading: 'Who says what',
    body: `- **Chair:** ${words}.\n- **Council:** The council approved the plan on Monday.`
  });
  const briefing = {
    ...empty,
    date: '2025-03-18',
    cards: [card],
    sources: [source],
    annotations: [quote],
    positions: [
      entry(1, { evidence: [quote.id] }),
      entry(2, { said: '2025-03-15', stance: 'opposes', supersedes: [idOf('P', 1)] })
    ]
  };
  const told = (edition: Partial<Edition> = {}, of = briefing, changedSince = 0) =>
    overtakenOnPage({ ...brief, ...edition }, { briefing: of, texts }, 'pdf', changedSince).map(
      (line) => line.text
    );

  it('is told of the cards that are printed, with the words of a weekday', () => {
    const both = [
      '1 line tells what was superseded or corrected since.',
      expect.stringMatching(
        /The council approved the plan on Monday.*was written on 4 March 2025/
      ) as string
    ];
    expect(told()).toEqual(both);
    expect(told({ template: 'full' })).toEqual(both);
    expect(told({ leftOut: [card.id] })).toEqual([]);
    expect(told({ template: 'positions' })).toEqual([]);
    const chosen = { ...card, keyPoint: 'The pier is in doubt.' };
    expect(told({}, { ...briefing, cards: [chosen] })).toEqual([]);
  });

  it('is told of a later article of which nothing was drafted in', () => {
    const importedAt = '2025-03-19T08:00:00.000Z';
    const later = newSource({ title: 'The pier opens', text: 'b'.repeat(64), importedAt });
    const of = {
      ...briefing,
      cards: [{ ...card, drafted: true }],
      sources: [source, later],
      positions: []
    };
    const sentence = '“The pier opens” is not in the brief yet.';
    expect(told({}, of)).toContain(sentence);
    const dismissals = [withoutDraftOf(later)];
    expect(told({}, { ...of, dismissals })).not.toContain(sentence);
  });

  it('is told of the bottom line', () => {
    const of = { ...briefing, cards: [], bottomLine: `${words}.` };
    expect(told({}, of)).toEqual(['1 line tells what was superseded or corrected since.']);
    expect(told({}, { ...of, positions: [] })).toEqual([]);
    const older = told({}, { ...of, positions: [] }, 2);
    expect(older).toEqual(['2 positions changed since the bottom line was written.']);
  });

  it('is told of the title that is a headline, in one sentence with the bottom line', () => {
    const title = 'The chair backs the new pier';
    const of = { ...briefing, title, cards: [], sources: [{ ...source, title }] };
    expect(told({}, of)).toEqual(['1 position changed since the title was written.']);
    expect(told({}, of, 1)).toEqual([
      '1 position changed since the title and the bottom line were written.'
    ]);
    expect(told({}, of, 2)).toEqual([
      '1 position changed since the title was written, and 2 since the bottom line was written.'
    ]);
    expect(told({ until: '2025-03-04' }, of)).toEqual([]);
    expect(told({}, { ...of, title: 'The pier' })).toEqual([]);
  });
});

it('says that it is for her only as she chose it last time', () => {
  const start = { kept: [brief] } as unknown as Parameters<typeof asLastTime>[1];
  expect(asLastTime(brief, start)?.text).toMatch(/as you chose last time/);
  expect(asLastTime({ ...brief, profile: 'audience' }, start)).toBeNull();
  expect(asLastTime(fullEdition, start)).toBeNull();
});

const forAudience = { ...brief, profile: 'audience' as const };

it('warns of a page to be handed over that keeps nothing back, and of no other', () => {
  expect(goesAlong(brief, 'pdf')).toMatchObject({
    isWarning: true,
    text: expect.stringMatching(
      /attached to the PDF: the whole briefing.*full text.*notes/
    ) as string
  });
  expect(goesAlong(fullEdition, 'pdf').isWarning).toBe(false);
  expect(goesAlong(forAudience, 'pdf').isWarning).toBe(false);
});

it('tells of the attachment only where there is one, and of notes only where they are shown', () => {
  expect(goesAlong(forAudience, 'pdf').text).toMatch(/Left out.*attached/);
  expect(goesAlong(forAudience, 'document').text).not.toMatch(/attached/);
  expect(goesAlong(forAudience, 'data')).toMatchObject({
    text: expect.stringMatching(/neither texts nor original files/) as string,
    isWarning: true
  });
  expect(goesAlong(fullEdition, 'document').text).toMatch(/notes/);
  expect(goesAlong({ ...fullEdition, notes: false }, 'document').text).not.toMatch(/your notes/);
});
