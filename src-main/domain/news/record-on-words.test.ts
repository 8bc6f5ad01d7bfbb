/** A position on selected words goes by the rules of an accepted suggestion, and rests on exactly these words. */
import { describe, expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { Briefing } from '../briefing/briefing.js';
import { entry } from '../ledger/testing/ledger.js';
import { groundOf } from '../suggestions/enter.js';
import { settlementsOf } from '../suggestions/settled.js';
import type { Suggestion } from '../suggestions/suggestion.js';
import { acceptKnowing, usualAcceptance } from './accept-news.js';
import { NewsIndex } from './news-index.js';
import { newsOnWords, type PositionOnWords, recordOnWords } from './record-on-words.js';
import {
  actorNamed,
  here,
  known,
  other,
  position,
  quoteIn,
  statement
} from './testing/suggestions.js';

const text = 'Mara Lind said on Friday that she opposes\nthe ferry toll.';
const place = { start: text.indexOf('she'), end: text.length - 1 };
const ground = groundOf(here.id, text, [], new Date('2025-08-18T08:00:00Z'));
const quote = quoteIn(other, 'Lind is for it');
const support = entry(1, { stance: 'supports', said: '2025-08-10', evidence: [quote.id] });
const start: Briefing = { ...known, positions: [support], annotations: [quote] };
const wording = start.issues.find(({ id }) => id === support.issue)?.wording ?? '';
const on: PositionOnWords = {
  ...{ actor: 'Mara Lind', drafted: null, issue: wording, stance: 'opposes' },
  ...{ condition: '', said: '15 August 2025', direct: true, place }
};

function record(given: Partial<PositionOnWords>, briefing = start) {
  const all = { ...on, ...given };
  const news = newsOnWords(new NewsIndex(briefing), all, ground);
  const id = newId();
  const next = recordOnWords(briefing, all, ground, news, usualAcceptance(news), id);
  expect(Briefing.parse(next)).toEqual(next);
  const added = next.positions.find((each) => each.id === id);
  if (!added) throw new Error('Nothing was recorded');
  return { next, news, added };
}

describe('what differs from what is in force', () => {
  test('supersedes it when it is later, as a suggestion of the same does', () => {
    const { next, news, added } = record({});
    expect(news).toMatchObject({ is: 'differs', inForce: [support.id], isLater: true });
    expect(added).toMatchObject({ supersedes: [support.id], contested: [] });
    expect(next.positions[0]).toBe(support);

    const drafted = position({ issue: wording, stance: 'opposes', said: '2025-08-15' });
    const its = new NewsIndex(start).of(drafted, here.id);
    const accepted = acceptKnowing(start, drafted, ground, its, usualAcceptance(its));
    const { supersedes, contested, actor, issue, stance } = accepted.positions.at(-1)!;
    expect(added).toMatchObject({ supersedes, contested, actor, issue, stance });
  });

  test('is contested when it is not later', () => {
    expect(record({ said: '2025-08-10' }).added).toMatchObject({
      supersedes: [],
      contested: [support.id]
    });
  });

  test('stands apart on an issue of the person’s own wording, also on one that is worded alike', () => {
    const { news, added, next } = record({ issue: `proposed ${wording}` });
    expect(news).toEqual({ is: 'new' });
    expect(added).toMatchObject({ supersedes: [], contested: [] });
    expect(next.issues).toHaveLength(start.issues.length + 1);
  });

  test('differs also where the same words are known on another issue', () => {
    const parking = start.issues[1]!.id;
    const words = 'she opposes the ferry toll';
    const held = entry(2, { issue: parking, stance: 'opposes', statement: words });
    const { news, added } = record({}, { ...start, positions: [support, held] });
    expect(news).toMatchObject({ is: 'differs', inForce: [support.id] });
    expect(added.supersedes).toEqual([support.id]);
  });

  test('what says the same repeats it, and a neutral or unclear stance differs like any other', () => {
    expect(record({ stance: 'supports' }).news).toMatchObject({ is: 'repeats' });
    expect(record({ stance: 'neutral' }).added.supersedes).toEqual([support.id]);
    expect(record({ stance: 'unclear' }).added.supersedes).toEqual([support.id]);
  });
});

test('it rests on a mark of exactly these words, and says them in one line', () => {
  const { next, added } = record({ direct: false });
  const words = 'she opposes the ferry toll';
  expect(added).toMatchObject({ statement: words, status: 'reported', said: '2025-08-15' });
  const [mark] = next.annotations.filter(({ id }) => added.evidence.includes(id));
  expect(mark).toMatchObject({ kind: 'claim', links: [{ type: 'position', id: added.id }] });
  expect(mark?.target.selectors.position).toEqual(place);
});

describe('what the draft suggests on the words', () => {
  const drafted = (words: string, who = 'Mara Lind') => {
    const start = text.replace('\n', ' ').indexOf(words);
    return { ...statement(words, who), place: { start, end: start + words.length } };
  };
  const settledBy = (suggestion: Suggestion, given: Partial<PositionOnWords> = {}) => {
    const here = { ...ground, suggestions: [suggestion] };
    const next = recordOnWords(start, { ...on, ...given }, here, null, 'apart', newId());
    return settlementsOf([suggestion], next, here.source, {}).get(suggestion.key);
  };
  test.each<[string, Suggestion, string, Partial<PositionOnWords>]>([
    ['the same', drafted('she opposes the ferry toll'), 'accepted', {}],
    ['most of them', drafted('opposes the ferry toll'), 'accepted', {}],
    [
      'more than them',
      drafted('Mara Lind said on Friday that she opposes the ferry toll'),
      'open',
      {}
    ],
    ['a small part', drafted('toll'), 'open', {}],
    ['the same, of another actor', drafted('she opposes the ferry toll', 'Ada Voss'), 'open', {}],
    [
      'the same, which she says is another’s',
      drafted('she opposes the ferry toll'),
      'open',
      { actor: 'Ada Voss' }
    ]
  ])('%s', (_what, suggestion, expected, given) => {
    expect(settledBy(suggestion, given)).toBe(expected);
  });
});

test('a new actor enters as the draft knows it; named otherwise, by the name alone', () => {
  const drafted = { ...actorNamed('Ada Voss'), aliases: ['Voss'] };
  const entered = (actor: string) => record({ actor, drafted }).next.actors.at(-1);
  expect(entered('Ada Voss')).toMatchObject({ type: 'person', aliases: ['Voss'] });
  expect(entered('The harbour board')).toMatchObject({ type: 'group', aliases: [] });
});
