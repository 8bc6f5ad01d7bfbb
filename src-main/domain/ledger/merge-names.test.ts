import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newActor, newFigure, newIssue } from '../briefing/entries.js';
import type { Briefing } from '../briefing/briefing.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { mergeActors, mergeIssues } from './merge-names.js';
import { entry, idOf } from './testing/ledger.js';

const number = fc.integer({ min: 1, max: 4 });
const names = fc.constantFrom('US', 'us', 'Washington', 'United States', 'America');

const briefings = fc
  .record({
    actors: fc.array(
      fc.record({
        name: names,
        aliases: fc.array(names, { maxLength: 3 }),
        speaksFor: fc.option(number)
      }),
      { minLength: 4, maxLength: 4 }
    ),
    positions: fc.array(fc.record({ actor: number, issue: number }), { maxLength: 6 }),
    events: fc.array(fc.array(number, { maxLength: 4 }), { maxLength: 3 }),
    figures: fc.array(fc.option(number), { maxLength: 3 })
  })
  .map(({ actors, positions, events, figures }): Briefing => ({
    ...emptyBriefing('', new Date(0)),
    actors: actors.map(({ name, aliases, speaksFor }, i) => ({
      ...newActor(name, 'state', idOf('A', i + 1)),
      aliases,
      speaksFor: speaksFor === null || speaksFor === i + 1 ? null : idOf('A', speaksFor)
    })),
    issues: [1, 2, 3, 4].map((n) => newIssue(`Issue ${n}?`, idOf('Q', n))),
    positions: positions.map(({ actor, issue }, i) =>
      entry(i, { actor: idOf('A', actor), issue: idOf('Q', issue) })
    ),
    events: events.map((actors, i) => ({
      id: idOf('E', i),
      title: 'Meeting',
      date: null,
      until: null,
      actors: [...new Set(actors)].map((n) => idOf('A', n)),
      evidence: [],
      by: null
    })),
    figures: figures.map((actor, i) => ({
      ...newFigure('40 schools', 40, idOf('F', i)),
      actor: actor === null ? null : idOf('A', actor)
    }))
  }));

test('a merge of actors loses nothing but the one entry, and leaves no mention of it', () => {
  fc.assert(
    fc.property(briefings, number, number, (briefing, a, b) => {
      const [keep, gone] = [idOf('A', a), idOf('A', b)];
      const merged = mergeActors(briefing, keep, gone);
      if (a === b) {
        expect(merged).toBe(briefing);
        return;
      }
      expect(JSON.stringify(merged)).not.toContain(gone);
      expect(merged.actors).toHaveLength(3);
      expect(merged.positions.map(({ id }) => id)).toEqual(briefing.positions.map(({ id }) => id));
      const of = (all: Briefing['positions'], ...ids: readonly string[]) =>
        all.filter(({ actor }) => ids.includes(actor)).length;
      expect(of(merged.positions, keep)).toBe(of(briefing.positions, keep, gone));
      const actor = merged.actors.find(({ id }) => id === keep)!;
      const known = [actor.name, ...actor.aliases].map((name) => name.toLowerCase());
      expect(known.filter((name) => name === 'us').length).toBeLessThanOrEqual(1);
      for (const each of briefing.actors.filter(({ id }) => id === keep || id === gone)) {
        for (const name of [each.name, ...each.aliases])
          expect(known).toContain(name.toLowerCase());
      }
      for (const { id, speaksFor } of merged.actors) expect(speaksFor).not.toBe(id);
      for (const { actors } of merged.events) expect(new Set(actors).size).toBe(actors.length);
    })
  );
});

test('a merge of issues carries positions and links, and keeps the other wording', () => {
  const [one, other] = [newIssue('A ceasefire first?'), newIssue('Ceasefire before talks?')];
  const briefing: Briefing = {
    ...emptyBriefing('', new Date(0)),
    issues: [one, { ...other, tags: ['war'] }],
    positions: [entry(1, { issue: other.id })],
    annotations: [
      {
        id: idOf('E', 1),
        kind: 'key',
        note: '',
        tags: [],
        replies: [],
        links: [
          { type: 'issue', id: other.id },
          { type: 'issue', id: one.id },
          { type: 'actor', id: other.id }
        ],
        target: {
          type: 'card',
          id: idOf('P', 9),
          selectors: { quote: { exact: 'x', prefix: '', suffix: '' }, position: null },
          original: { quote: { exact: 'x', prefix: '', suffix: '' }, position: null },
          base: null
        },
        flag: null,
        createdAt: '2025-08-17T00:00:00Z',
        modifiedAt: '2025-08-17T00:00:00Z',
        by: null
      }
    ]
  };
  const merged = mergeIssues(briefing, one.id, other.id);
  expect(merged.issues).toEqual([
    { ...one, tags: ['war'], note: 'Also worded: Ceasefire before talks?' }
  ]);
  expect(merged.positions[0]?.issue).toBe(one.id);
  expect(merged.annotations[0]?.links).toEqual([
    { type: 'actor', id: other.id },
    { type: 'issue', id: one.id }
  ]);
  expect(mergeIssues(briefing, one.id, idOf('Q', 9))).toBe(briefing);
});
