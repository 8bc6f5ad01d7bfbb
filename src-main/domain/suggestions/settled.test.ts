/** What was dismissed in one source, asked of its other versions and copies. */
import { expect, test } from 'vitest';
import type { Id } from '../base/values.js';
import { newId } from '../base/values.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newSource, type Source } from '../briefing/source.js';
import { listSuggestions } from './list-suggestions.js';
import { settle, settlementsOf, takeUpAgain } from './settled.js';
import type { Suggestion } from './suggestion.js';
import { draft, spanOf, text } from './testing/draft.js';

const now = new Date('2025-05-01T10:00:00Z');
const [first, second] = [newId(), newId()];
const all = listSuggestions(draft, text, (range) => range);
const outcome = all.find(({ kind }) => kind === 'outcome')!;
const figure = all.find(({ kind }) => kind === 'figure')!;
const school = all.find(
  ({ kind, words }) => kind === 'statement' && words.text.includes('We will not close')
)!;
const longer = `A paragraph of the second version.\n\n${text}`;
const newer = { updates: first };

/** A briefing with two sources: the draft’s text, and another. */
function withSecond(said: string, ofSecond: Partial<Source>, ofFirst: Partial<Source> = {}) {
  const hashes = ['0'.repeat(64), '1'.repeat(64)] as const;
  const source = (id: Id, hash: string, more: Partial<Source>) =>
    newSource({ id, text: hash, importedAt: now.toISOString(), ...more });
  const briefing: Briefing = {
    ...emptyBriefing('Talks', now),
    sources: [source(first, hashes[0], ofFirst), source(second, hashes[1], ofSecond)]
  };
  const texts = { [hashes[0]]: text, [hashes[1]]: said };
  const inSecond = (one: Suggestion, words = one.words.text): Suggestion => ({
    ...one,
    words: spanOf(words, 0, said)
  });
  /** What became of it in the second source, once it was dismissed in the first. */
  const after = (one: Suggestion, inOther: Suggestion = inSecond(one)) =>
    settlementsOf([inOther], settle(briefing, one, first, 'dismissed', now), second, texts).get(
      inOther.key
    );
  return { briefing, texts, inSecond, after };
}

test('it stays dismissed, whichever was dismissed first, and one taking up opens it in both', () => {
  const { briefing, texts, inSecond } = withSecond(longer, newer);
  const places = [
    [first, outcome],
    [second, inSecond(outcome)]
  ] as const;
  const inBoth = (b: Briefing) =>
    places.map(([source, one]) => settlementsOf([one], b, source, texts).get(one.key));
  for (const [source, one] of places) {
    const dismissed = settle(briefing, one, source, 'dismissed', now);
    expect(inBoth(dismissed)).toEqual(['dismissed', 'dismissed']);
    for (const [from, again] of places) {
      const opened = takeUpAgain(dismissed, again, from, texts);
      expect(inBoth(opened)).toEqual(['open', 'open']);
      expect(opened.dismissals).toEqual([]);
    }
  }
});

test('a version of a version and a copy of one origin count; a source with nothing in common does not', () => {
  const origin = newId();
  expect(withSecond(longer, { origin }, { origin }).after(outcome)).toBe('dismissed');
  expect(withSecond(longer, {}, { updates: second }).after(outcome)).toBe('dismissed');
  expect(withSecond(longer, {}).after(outcome)).toBe('open');

  const between = newId();
  const { briefing, texts, inSecond } = withSecond(longer, { updates: between });
  const middle = { ...briefing.sources[1]!, id: between, updates: first };
  const three = { ...briefing, sources: [...briefing.sources, middle] };
  const dismissed = settle(three, outcome, first, 'dismissed', now);
  const there = inSecond(outcome);
  expect(settlementsOf([there], dismissed, second, texts).get(there.key)).toBe('dismissed');
});

test('the same words in another sentence, and in another reading, are open', () => {
  const said = text.replace('rejects any cut to', 'welcomes a cut to');
  expect(withSecond(said, newer).after(figure)).toBe('open');
  const { after, inSecond } = withSecond(longer, newer);
  expect(after(figure)).toBe('dismissed');
  expect(after(figure, { ...inSecond(figure), rule: 'another rule' })).toBe('open');
});

test('who “she” is may change with the sentence before', () => {
  // As long as the first: what is shifted here is the words, not where the draft has the names.
  const same = text.replace('Some say that all is well', 'Some said that all was ok');
  expect(withSecond(same, newer).after(school)).toBe('dismissed');
  const said = text.replace('Prime Minister Ann Lee said', 'Prime Minister Ada Roe said');
  expect(withSecond(said, newer).after(school)).toBe('open');
});

test('lines may break elsewhere', () => {
  const words = outcome.words.text.replace(' round ', '\nround ');
  const said = longer.replace(outcome.words.text, words);
  const { after, inSecond } = withSecond(said, newer);
  expect(after(outcome, inSecond(outcome, words))).toBe('dismissed');
});

test('of a text that is not here nothing is known; an actor is known by his name', () => {
  const { briefing, texts, inSecond } = withSecond(longer, newer);
  const [, said] = Object.entries(texts)[1]!;
  const actor = all.find(({ kind }) => kind === 'actor')!;
  const settlementOf = (one: Suggestion) => {
    const dismissed = settle(briefing, one, first, 'dismissed', now);
    const only = { ['1'.repeat(64)]: said };
    return settlementsOf([inSecond(one)], dismissed, second, only).get(one.key);
  };
  expect([outcome, actor].map(settlementOf)).toEqual(['open', 'dismissed']);
});

test('what was accepted in one version is asked anew in the other', () => {
  const { briefing, texts, inSecond } = withSecond(longer, newer);
  const accepted = settle(briefing, outcome, first, 'accepted', now);
  const there = inSecond(outcome);
  expect(settlementsOf([there], accepted, second, texts).get(there.key)).toBe('open');
});
