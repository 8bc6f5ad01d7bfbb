/** What an update of a source brought along is told once in a document, and nothing else is left out. */
import { expect, test } from 'vitest';
import { describe as describeRange } from '../anchoring/locate.js';
import { type Annotation, newAnnotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newFigure } from '../briefing/entries.js';
import { newSource } from '../briefing/source.js';
import { carryToUpdate } from '../anchoring/carry-to-update.js';
import { composePublication } from './publication.js';
import { withoutRepeatedNotes } from './repeated-notes.js';

const moment = '2026-01-01T00:00:00.000Z';
const texts = [
  'The northern port reopens in June. Ships wait in the bay.',
  'On Friday: the northern port reopens in June. Ships wait in the bay.',
  'On Saturday: the northern port reopens in June. No ship waits any more.'
];
const hashes = texts.map((_text, i) => `${i}`.repeat(64));
const [first, second, third] = hashes.map((text, i) =>
  newSource({ text, importedAt: moment, title: `Version ${i + 1}` })
) as [ReturnType<typeof newSource>, ReturnType<typeof newSource>, ReturnType<typeof newSource>];

function noted(words: string, more: Partial<Annotation> = {}): Annotation {
  const start = texts[0]!.indexOf(words);
  const selectors = describeRange(texts[0]!, start, start + words.length);
  return newAnnotation({ type: 'source', id: first.id, selectors }, moment, {
    note: `On ${words}`,
    ...more
  });
}

/** Three versions, each with what was carried to it. */
function versions(...annotations: readonly Annotation[]): Briefing {
  const sources = [first, { ...second, updates: first.id }, { ...third, updates: second.id }];
  let briefing: Briefing = { ...emptyBriefing('Port'), sources, annotations };
  for (const at of [1, 2]) {
    const [from, to] = [sources[at - 1]!, sources[at]!];
    const { carried } = carryToUpdate(
      briefing,
      { id: from.id, text: texts[at - 1]! },
      { id: to.id, text: texts[at]! }
    );
    const copies = carried.flatMap((each) => each.to ?? []);
    briefing = { ...briefing, annotations: [...briefing.annotations, ...copies] };
  }
  return briefing;
}

const toldIn = (briefing: Briefing) =>
  withoutRepeatedNotes(briefing)
    .annotations.filter(({ note }) => note !== '')
    .map(({ note, target }) => [note, briefing.sources.findIndex(({ id }) => id === target.id)]);

test('a note is told of the newest version that has its words; all stay in the briefing', () => {
  const briefing = versions(noted('northern port reopens'), noted('Ships wait'));
  expect(briefing.annotations.length).toBeGreaterThan(4);
  expect(toldIn(briefing)).toEqual(expect.arrayContaining([['On northern port reopens', 2]]));
  expect(new Set(toldIn(briefing).map(([note]) => note)).size).toBe(toldIn(briefing).length);
  expect(withoutRepeatedNotes(briefing).annotations.map(({ id }) => id)).toEqual(
    briefing.annotations.map(({ id }) => id)
  );
});

test('where a claim rests on the words of an older version, the note is told there', () => {
  const own = noted('northern port reopens');
  const briefing = versions(own);
  const figure = { ...newFigure('one port', 1), evidence: [own.id] };
  const resting = { ...briefing, figures: [figure] };
  expect(toldIn(resting)).toEqual([['On northern port reopens', 0]]);
  const { notes } = composePublication(resting, {});
  expect(notes.map(({ annotation }) => annotation.id)).toEqual([own.id]);
});

test('a note that says something else is told, too', () => {
  const briefing = versions(noted('northern port reopens'));
  const [oldest, ...copies] = briefing.annotations;
  const changed = { ...briefing, annotations: [{ ...oldest!, note: 'Another' }, ...copies] };
  expect(toldIn(changed)).toEqual([
    ['Another', 0],
    ['On northern port reopens', 2]
  ]);
});

test('two notes of one wording in two places are two, and sources that are no versions are left alone', () => {
  const both = { note: 'Look again' };
  const briefing = versions(noted('northern port', both), noted('reopens in June', both));
  expect(toldIn(briefing)).toEqual([
    ['Look again', 2],
    ['Look again', 2]
  ]);
  const apart = {
    ...briefing,
    sources: briefing.sources.map((source) => ({ ...source, updates: null }))
  };
  expect(withoutRepeatedNotes(apart)).toBe(apart);
});

test('a document prints it once', () => {
  const briefing = versions(noted('northern port reopens'));
  const kept = Object.fromEntries(texts.map((text, i) => [hashes[i] ?? '', text] as const));
  const { notes, texts: printed } = composePublication(briefing, kept);
  expect(notes).toHaveLength(1);
  expect(printed.map(({ marks }) => marks.map(({ number }) => number))).toEqual([
    [null],
    [null],
    [1]
  ]);
});
