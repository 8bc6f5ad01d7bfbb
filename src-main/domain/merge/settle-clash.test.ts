/** Protects that a clash is told with both sides, and that each way of settling it leaves just what was chosen. */
import { expect, test } from 'vitest';
import { Briefing as BriefingSchema, type Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/entries.js';
import { mergeBriefings } from './merge-briefings.js';
import { openClashes, settleClash, clashSidesInWords } from './settle-clash.js';
import { idOf, startingBriefing } from './testing/edits.js';

const start = startingBriefing();

function changed(at: string, more: Partial<Briefing>): Briefing {
  return { ...start, modifiedAt: `2025-08-18T${at}:00.000Z`, ...more };
}

const withCard = (at: string, more: Partial<Card>) =>
  changed(at, { cards: start.cards.with(0, { ...start.cards[0]!, ...more }) });

const body = (words: string) => ({ body: `${words}\n\nMoscow wants more land.` });
const apart = mergeBriefings(
  start,
  withCard('10:00', body('Kyiv weighs it.')),
  withCard('11:00', body('Kyiv accepts it.'))
).briefing;

test('is told with what stands and what does not, of the place that it is about', () => {
  expect(openClashes(apart)).toMatchObject([
    {
      about: 'text of the card “Card 1”',
      clash: { stands: { words: 'Kyiv accepts it.' }, other: { words: 'Kyiv weighs it.' } },
      ...{ isThere: true, canReplace: true, isText: true }
    }
  ]);
});

test.each([
  ['stands', 'Kyiv accepts it.'],
  ['other', 'Kyiv weighs it.'],
  ['both', 'Kyiv accepts it.\n\nKyiv weighs it.'],
  [{ words: 'Kyiv waits.' }, 'Kyiv waits.']
] as const)('settled by %o it is gone, and the text has just that', (choice, words) => {
  const { card } = openClashes(apart)[0]!;
  const settled = settleClash(apart, card, choice);
  expect(openClashes(settled)).toEqual([]);
  expect(settled.cards).toHaveLength(start.cards.length);
  expect(settled.cards[0]!.body).toBe(body(words).body);
});

test('what has been changed since is not replaced, and stays', () => {
  const { card } = openClashes(apart)[0]!;
  const since = { ...apart, cards: apart.cards.with(0, { ...apart.cards[0]!, body: 'Anew.' }) };
  expect(openClashes(since)).toMatchObject([{ isThere: true, canReplace: false }]);
  expect(settleClash(since, card, 'other')).toBe(since);
  expect(settleClash(since, card, 'stands').cards[0]!.body).toBe('Anew.');
  const gone = { ...apart, cards: apart.cards.filter(({ id }) => id !== idOf('C', 1)) };
  expect(openClashes(gone)).toMatchObject([{ isThere: false, canReplace: false }]);
});

test('of a field that is no text both stay: the other in an ordinary note', () => {
  const named = mergeBriefings(
    start,
    withCard('10:00', { heading: 'Left' }),
    withCard('11:00', { heading: 'Right' })
  ).briefing;
  const [clash] = openClashes(named);
  expect(clash).toMatchObject({ about: 'heading of the card “Right”', isText: false });
  const both = settleClash(named, clash!.card, 'both');
  expect(openClashes(both)).toEqual([]);
  expect(both.cards.at(-1)!.body).toContain('Left');
  expect(settleClash(named, clash!.card, 'other').cards[0]!.heading).toBe('Left');
});

test('parts of the submission, and what is named by its id, are put in their places', () => {
  const minister = { ...start.actors[0]!, id: idOf('A', 2), name: 'Minister', speaksFor: null };
  const other = { ...minister, id: idOf('A', 3), name: 'Envoy' };
  const with3 = (speaksFor: Card['id'] | null, handling: string, at: string) =>
    changed(at, {
      actors: [...start.actors, { ...minister, speaksFor }, other],
      submission: { ...start.submission, handling }
    });
  const begun = with3(null, 'Nothing yet.', '09:00');
  const met = mergeBriefings(
    begun,
    with3(other.id, 'Say nothing.', '10:00'),
    with3(idOf('A', 1), 'Say all.', '11:00')
  ).briefing;
  const settled = openClashes(met).reduce((b, { card }) => settleClash(b, card, 'other'), met);
  expect(settled.submission.handling).toBe('Say nothing.');
  expect(settled.actors[1]!.speaksFor).toBe(other.id);
  expect(openClashes(met).map(({ clash }) => clash.other.words)).toEqual(['Say nothing.', 'Envoy']);
});

test('a card that tells a clash reads back as it was written, so that no copy counts as changed', () => {
  const { cards } = BriefingSchema.parse(apart);
  expect(JSON.stringify(cards)).toBe(JSON.stringify(apart.cards));
});

test('who wrote which side is told by name, and nobody where that is not known', () => {
  const at = '2025-08-18T10:00:00.000Z';
  const clash = openClashes(apart)[0]!.clash;
  const by = (...names: readonly string[]) => names.map((name) => ({ name, at }));
  const told = (there: readonly string[], here: readonly string[]) =>
    clashSidesInWords({
      ...clash,
      stands: { ...clash.stands, by: by(...there) },
      other: { ...clash.other, by: by(...here) }
    });
  expect([
    told(['Ben'], ['Anna', 'Cleo', 'Anna']),
    told(['Ben'], ['']),
    told([], ['Anna']),
    clashSidesInWords(clash)
  ]).toEqual([
    'What stands there is by Ben, this by Anna and Cleo',
    'What stands there is by Ben',
    'This is by Anna',
    ''
  ]);
});

test('who writes in a merge is told by the side that was theirs, and changes no word and no id of the card', () => {
  const at = '2025-08-18T10:00:00.000Z';
  const [one, other] = [
    withCard('10:00', body('Kyiv weighs it.')),
    withCard('11:00', body('Kyiv accepts it.'))
  ];
  const writers = { ours: [{ name: 'Anna', at }], theirs: [{ name: 'Ben', at }] };
  for (const [ours, theirs, words] of [
    [one, other, 'What stands there is by Ben, this by Anna'],
    [other, one, 'What stands there is by Anna, this by Ben']
  ] as const) {
    const card = mergeBriefings(start, ours, theirs, writers).briefing.cards.at(-1)!;
    expect(clashSidesInWords(card.clash!)).toBe(words);
    const { id, heading, body: told } = apart.cards.at(-1)!;
    expect(card).toMatchObject({ id, heading, body: told });
  }
});
