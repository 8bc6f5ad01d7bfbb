/** What becomes of each kind of contradiction, and how it is told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newActor, newIssue, newCard } from '../briefing/entries.js';
import type { Annotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { Bundle } from '../briefing/bundle.js';
import { maxEntries } from '../base/limits.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { mendBriefing } from './mend-briefing.js';
import { mendedInWords, mendingKinds } from './mendings.js';

const moment = '2025-08-17T00:00:00Z';

test('references go on to mean what they meant when ids that clash are made anew', () => {
  const [a, n] = [idOf('A', 1), idOf('N', 1)];
  const note = (exact: string): Annotation => {
    const made = { quote: { exact, prefix: '', suffix: '' }, position: null };
    const target = { type: 'card' as const, id: a, selectors: made, original: made, base: null };
    const fields = { note: '', tags: [], replies: [], links: [], flag: null };
    return {
      id: n,
      kind: 'key',
      target,
      ...fields,
      createdAt: moment,
      modifiedAt: moment,
      by: null
    };
  };
  const torn: Briefing = {
    ...emptyBriefing('', new Date(0)),
    // A card and an actor share an id; two annotations do.
    cards: [newCard('note', { id: a, heading: 'Card', body: 'Body' })],
    actors: [newActor('Mara', 'person', a)],
    issues: [newIssue('A treaty?', idOf('Q', 1))],
    annotations: [note('first'), note('second'), note('first')],
    positions: [entry(1, { actor: a, evidence: [n] })]
  };
  const { briefing, mended } = mendBriefing(torn);
  expect(mended).toEqual([
    { kind: 'same-twice', count: 1 },
    { kind: 'same-id', count: 2 }
  ]);
  const [mara, position] = [briefing.actors[0]!, briefing.positions[0]!];
  expect(mara.id).not.toBe(a);
  expect(position.actor).toBe(mara.id);
  const exacts = briefing.annotations.map(({ target }) => [
    target.selectors.quote.exact,
    target.id
  ]);
  expect(exacts).toEqual([
    ['first', a],
    ['second', a]
  ]);
  expect(position.evidence).toEqual([briefing.annotations[0]!.id]);
});

test('in a circle of entries none supersedes one that was recorded after it', () => {
  const [one, two, self] = [idOf('P', 1), idOf('P', 2), idOf('P', 3)];
  const torn: Briefing = {
    ...emptyBriefing('', new Date(0)),
    actors: [newActor('Mara', 'person', idOf('A', 1))],
    issues: [newIssue('A treaty?', idOf('Q', 1))],
    positions: [
      entry(1, { supersedes: [two], recordedAt: '2025-08-18T00:00:00Z' }),
      entry(2, { supersedes: [one] }),
      entry(3, { supersedes: [self] })
    ]
  };
  const { briefing, mended } = mendBriefing(torn);
  expect(mended).toEqual([{ kind: 'circle', count: 2 }]);
  expect(briefing.positions.map(({ supersedes }) => supersedes)).toEqual([[two], [], []]);
});

test('a position keeps an actor and an issue to hang on, whose names tell them apart', () => {
  const torn: Briefing = {
    ...emptyBriefing('', new Date(0)),
    actors: [newActor('Unknown actor', 'group')],
    positions: [entry(1, { actor: idOf('A', 1) }), entry(2, { actor: idOf('A', 2) })]
  };
  const { briefing, mended } = mendBriefing(torn);
  expect(briefing.actors.map(({ name }) => name)).toEqual([
    'Unknown actor',
    'Unknown actor 2',
    'Unknown actor 3'
  ]);
  expect(mendedInWords('It', mended)).toBe(
    'It contradicted itself, and was mended. 2 entries are of actors that are missing; each missing one is an “Unknown actor” now. 2 positions are on issues that are missing; each missing one is an “Unknown issue” now.'
  );
});

test('many entries of one id are mended in a moment', () => {
  const cards = Array.from({ length: maxEntries.cards }, (_, i) =>
    newCard('note', { id: idOf('A', 1), heading: `${i}`, body: '' })
  );
  const { briefing } = mendBriefing({ ...emptyBriefing('', new Date(0)), cards });
  expect(new Set(briefing.cards.map(({ id }) => id)).size).toBe(maxEntries.cards);
});

test('the sample is sound, and comes back as the same object', () => {
  const path = join(import.meta.dirname, '../../../resources/samples/alaska-summit.json');
  const { briefing } = Bundle.parse(JSON.parse(readFileSync(path, 'utf8')));
  expect(mendBriefing(briefing)).toEqual({ briefing, mended: [] });
  expect(mendBriefing(briefing).briefing).toBe(briefing);
});

test('every kind of mending has its words, of one and of many', () => {
  for (const kind of mendingKinds) {
    for (const count of [1, 2, 1_000]) {
      const told = mendedInWords('It', [{ kind, count }]);
      expect(told).toMatch(/^It contradicted itself, and was mended\. (1|2|1,000) [a-z].+\.$/);
    }
  }
});
