/** Protects that what a person judged about who is who reaches actors whom the briefing names otherwise. */
import { expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { newActor } from '../briefing/entries.js';
import { mergeSuggestedActors, withJudgedActors } from './judged-actors.js';
import { draft } from './testing/draft.js';

const now = new Date('2025-05-01T10:00:00Z');
const source = newId();
const start = emptyBriefing('Talks', now);
const [lee, ray] = draft.actors;

test('an actor of the article is one with another of the briefing, who learns the name', () => {
  const known = { ...start, actors: [newActor('Robert Ray', 'person')] };
  const briefing = mergeSuggestedActors(known, source, ray!, known.actors[0]!, now);
  expect(briefing.actors[0]!.aliases).toEqual(['Bo Ray']);
  const judged = withJudgedActors(draft, briefing.dismissals, source);
  expect(judged.actors[1]).toMatchObject({ id: 'a2', name: 'Robert Ray', aliases: ['Bo Ray'] });
});

test('what was judged holds where the briefing has named the actor since', () => {
  const { dismissals } = mergeSuggestedActors(start, source, lee!, ray!, now);
  const renamed = { ...ray!, name: 'Robert Ray', aliases: ['Bo Ray'] };
  const later = { ...draft, actors: [lee!, renamed, ...draft.actors.slice(2)] };
  const judged = withJudgedActors(later, dismissals, source);
  expect(judged.actors.map(({ name }) => name)).not.toContain('Ann Lee');
  expect(judged.actors[0]).toMatchObject({ name: 'Robert Ray' });
});
