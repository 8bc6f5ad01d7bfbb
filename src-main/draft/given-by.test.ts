/** Whose figure an accepted number is, and what an accepted date rests on. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { newId } from '../domain/base/values.js';
import { newActor } from '../domain/briefing/entries.js';
import { acceptAll } from '../domain/suggestions/accept.js';
import { listSuggestions } from '../domain/suggestions/list-suggestions.js';
import { draftArticle } from './draft-article.js';

const text =
  'Mayor Ana Kovac said that the bridge would cost £5 million. The old one took 9,000 lorries a day. The council of Tarnow will vote on 3 June 2025.';
const sha256 = createHash('sha256').update(text).digest('hex');
const draft = draftArticle({ name: 'a.txt', format: 'text', text, sha256 }, { asEnglish: true });
const suggestions = listSuggestions(draft, text, (range) => range);
const ground = { source: newId(), text, suggestions, now: new Date(0) };
const accepted = (briefing: Briefing, kind: string) =>
  acceptAll(
    briefing,
    suggestions.filter((each) => each.kind === kind),
    ground
  );

test('a figure is given by whose statement it stands in, where the briefing has that actor', () => {
  const mayor = newActor('Ana Kovac', 'person');
  const givers = (briefing: Briefing) =>
    accepted(briefing, 'figure').figures.map(({ value, actor }) => [value, actor]);
  expect(givers({ ...emptyBriefing('Bridge'), actors: [mayor] })).toEqual([
    [5_000_000, mayor.id],
    [9_000, null]
  ]);
  expect(givers(emptyBriefing('Bridge'))[0]).toEqual([5_000_000, null]);
});

test('a date rests on its sentence', () => {
  const { events, annotations } = accepted(emptyBriefing('Bridge'), 'date');
  const words = annotations.filter(({ id }) => events[0]?.evidence.includes(id));
  expect(words.map(({ target }) => target.selectors.quote.exact)).toEqual([
    'The council of Tarnow will vote on 3 June 2025.'
  ]);
});
