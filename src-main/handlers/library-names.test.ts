/**
 * Protects that a draft names whom another briefing knows as that one does, and takes over nobody whom
 * a person has said to be somebody else.
 */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { newActor, newIssue } from '../domain/briefing/entries.js';
import { newId } from '../domain/base/values.js';
import {
  emptyRegister,
  joinNames,
  partInBriefing,
  partNames,
  type Register
} from '../domain/ledger/register.js';
import { NewsIndex } from '../domain/news/news-index.js';
import { newsInWords } from '../domain/news/news-in-words.js';
import { acceptAll } from '../domain/suggestions/accept.js';
import { groundOf } from '../domain/suggestions/enter.js';
import { namesToAsk, withKnownNames } from '../domain/suggestions/library-names.js';
import { listSuggestions } from '../domain/suggestions/list-suggestions.js';
import { draftArticle } from '../draft/draft-article.js';
import { SearchIndex } from '../search/search-index.js';

const text =
  'Toll dispute\n\nKALLO - Minister Mara Lind said on Friday that she opposes the toll on the island ferry. ' +
  '“We will never support the toll,” Mara Lind said.\n\nMara Lind spoke at the harbour.\n';

const draft = draftArticle({
  name: 'toll.txt',
  format: 'text',
  text,
  sha256: createHash('sha256').update(text).digest('hex')
});

const first: Briefing = {
  ...emptyBriefing('Ferries'),
  actors: [
    { ...newActor('Mara Lind-Okafor', 'person'), aliases: ['Mara Lind', 'M. Lind'] },
    newActor('Tom Berg', 'person')
  ],
  issues: [newIssue('Toll on the ferry to the island')]
};
const second = emptyBriefing('Tolls');
const third: Briefing = { ...emptyBriefing('Ports'), actors: [...first.actors] };

let index: SearchIndex;
beforeEach(() => {
  index = new SearchIndex(null);
});
afterEach(() => index.close());

function put(...briefings: readonly Briefing[]): void {
  index.put(
    briefings.map((briefing) => ({
      briefing,
      stamp: briefing.modifiedAt,
      file: `b/${briefing.id}`,
      textOf: () => null
    }))
  );
}

function drafted(said: Register = emptyRegister, into = second) {
  return withKnownNames(draft, into, index.names(namesToAsk(draft, into), said));
}

const lind = (made: typeof draft) => made.actors.find(({ type }) => type === 'person');

test('the second briefing names an actor as the first knows him, with his aliases', () => {
  put(first, second);
  const made = drafted();
  expect(lind(made)).toMatchObject({ name: 'Mara Lind-Okafor', briefings: 1 });
  expect(lind(made)?.aliases).toEqual(expect.arrayContaining(['Mara Lind', 'M. Lind']));
  const all = listSuggestions(made, text, (range) => range);
  const source = newId();
  const news = all.flatMap((each) => new NewsIndex(second).of(each, source) ?? []);
  expect(news.map(newsInWords)).toContain('known from 1 briefing');
  expect(news.map(newsInWords)).not.toContain('new actor');
  const people = all.filter((each) => each.kind === 'actor' && each.actor.type === 'person');
  const briefing = acceptAll(second, people, groundOf(source, text, all));
  expect(briefing.actors).toMatchObject([{ name: 'Mara Lind-Okafor' }]);
});

test('an initial more makes nobody else, as long as one person bears the name', () => {
  const knows = (...names: readonly string[]): Briefing => ({
    ...emptyBriefing('Ports'),
    actors: names.map((name) => newActor(name, 'person'))
  });
  put(knows('Mara B. Lind'), second);
  expect(lind(drafted())).toMatchObject({ name: 'Mara B. Lind', aliases: ['Mara Lind'] });
  put(knows('Mara C. Lind'));
  expect(lind(drafted())?.name).toBe('Mara Lind');
});

test('every other briefing that knows him counts, and the own one does not', () => {
  put(first, second, third);
  expect(lind(drafted())?.briefings).toBe(2);
  expect(lind(drafted(emptyRegister, { ...third, actors: [] }))?.briefings).toBe(1);
});

test('whom the briefing knows itself keeps the name that the draft has', () => {
  put(first, second);
  expect(drafted(emptyRegister, { ...second, actors: [newActor('Mara Lind', 'person')] })).toEqual({
    ...draft,
    positions: drafted().positions,
    positionChanges: drafted().positionChanges,
    topics: drafted().topics
  });
});

test('an issue is offered by the label that another briefing has for it', () => {
  put(first, second);
  expect(draft.positions.map(({ issue }) => issue)).toContain('Toll on the island ferry');
  expect(drafted().positions.map(({ issue }) => issue)).toContain(
    'Toll on the ferry to the island'
  );
  // Also for a statement without a stance.
  expect(drafted().topics?.filter(({ inLibrary }) => inLibrary)[0]).toMatchObject({
    wording: 'Toll on the ferry to the island'
  });
});

test('names that a person has joined lead to one actor', () => {
  put({ ...first, actors: [newActor('Minister Lind of Kallo', 'person')] }, second);
  expect(lind(drafted())).toEqual(lind(draft));
  const said = joinNames(emptyRegister, 'actor', ['Mara Lind', 'Minister Lind of Kallo']);
  expect(lind(drafted(said))).toMatchObject({ name: 'Minister Lind of Kallo', briefings: 1 });
});

test('a parted namesake is not joined', () => {
  put(first, second);
  const apart = partNames(emptyRegister, 'actor', ['Mara Lind', 'Mara Lind-Okafor']);
  expect(lind(drafted(apart))).toEqual(lind(draft));
  const here = partInBriefing(emptyRegister, 'actor', 'Mara Lind', second.id);
  expect(lind(drafted(here))).toEqual(lind(draft));
  const there = partInBriefing(emptyRegister, 'actor', 'Mara Lind-Okafor', first.id);
  expect(lind(drafted(there))).toEqual(lind(draft));
});

test('where two actors bear the name, nobody is taken over', () => {
  const other = { ...newActor('Mara Lind of Tarnow', 'person'), aliases: ['Mara Lind'] };
  put(first, second, { ...third, actors: [other] });
  expect(lind(drafted())).toEqual(lind(draft));
});

test('an index that has read nothing yet leaves the draft as it is', () => {
  expect(drafted()).toEqual(draft);
});

const later =
  'Quay dispute\n\nKALLO - Mayor Calloway said on Friday that she opposes the toll on the quay. ' +
  'Mr Haldane denied that the port had agreed to it.\n';
const laterDraft = draftArticle({
  name: 'quay.txt',
  format: 'text',
  text: later,
  sha256: createHash('sha256').update(later).digest('hex')
});
const people: Briefing = {
  ...emptyBriefing('Quays'),
  actors: [newActor('Ines Calloway', 'person'), newActor('Piet Haldane', 'person')]
};

function draftedLater(into: Briefing, said = emptyRegister) {
  return withKnownNames(laterDraft, into, index.names(namesToAsk(laterDraft, into), said));
}

test('whom the briefing knows is recognised by surname and title, in every row', () => {
  put(people);
  const all = listSuggestions(draftedLater(people), later, (range) => range);
  const source = newId();
  const news = all.flatMap((each) => new NewsIndex(people).of(each, source) ?? []);
  expect(news.map(newsInWords)).not.toContain('new actor');
  const titles = all.map(({ title }) => title);
  expect(titles).toEqual(
    expect.arrayContaining(['Ines Calloway', 'Piet Haldane', 'Piet Haldane says'])
  );
  expect(
    acceptAll(people, all, groundOf(source, later, all)).actors.map(({ name }) => name)
  ).toEqual(['Ines Calloway', 'Piet Haldane']);
});

test('a surname that a person has parted from the name is not taken for it', () => {
  put(people);
  const said = partNames(emptyRegister, 'actor', ['Calloway', 'Ines Calloway']);
  const names = draftedLater(people, said).actors.map(({ name }) => name);
  expect(names).toContain('Piet Haldane');
  expect(names).not.toContain('Ines Calloway');
});
