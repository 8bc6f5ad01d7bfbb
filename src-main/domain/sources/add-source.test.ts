/** Protects what a second article does to a briefing: nothing is lost, and what was added can be taken out. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { newAnnotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newSource, type Source } from '../briefing/source.js';
import { describe as describePlace } from '../anchoring/locate.js';
import { entry } from '../ledger/testing/ledger.js';
import { additionInWords, addSource, removeSource, SourceComparison } from './add-source.js';

const moment = '2025-08-17T00:00:00Z';
const story = [
  'The harbour council voted on Monday to back a toll on the island ferry from next spring.',
  'Mara Lind said that a toll keeps the boats running through the whole of the winter.',
  'Shop owners on the quay had asked for a year without charges and left the meeting early.',
  'The crossing takes forty minutes and carries two thousand people on a fine summer day.',
  'A study by the port found that half of the fleet must be replaced within six years.'
].join('\n');
const stories: Readonly<Record<string, string>> = {
  story,
  update: story.replace('next spring', 'the first of May'),
  copy: `${story}\nThis report was first published elsewhere.`,
  other:
    'After three years of repairs the town library opened its reading room on Friday.\nChildren read the first pages aloud while the mayor returned a book two decades overdue.'
};

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const sourceOf = (title: string, text: string, more: Partial<Source> = {}) =>
  newSource({ title, text: hashOf(text), importedAt: moment, ...more });
const textsOf = (...texts: readonly string[]) =>
  Object.fromEntries(texts.map((text) => [hashOf(text), text]));

function withStory(): Briefing {
  const source = sourceOf('Ferry toll', story, { url: 'https://harbour.example/toll' });
  const start = story.indexOf('half of the fleet');
  const selectors = describePlace(story, start, start + 'half of the fleet'.length);
  const note = newAnnotation({ type: 'source', id: source.id, selectors }, moment);
  return {
    ...emptyBriefing('Ferry', new Date(0)),
    sources: [source],
    annotations: [note],
    positions: [entry(1, { evidence: [note.id] })]
  };
}

function arrived(briefing: Briefing, source: Source, text: string) {
  const found = new SourceComparison().arrive(briefing, textsOf(story), source, text);
  if ('is' in found) throw new Error('It was known');
  return found;
}

test('words that are there already lead to their source', () => {
  const briefing = withStory();
  const again = sourceOf('Again', story);
  expect(new SourceComparison().arrive(briefing, textsOf(story), again, story)).toEqual({
    is: 'same',
    source: briefing.sources[0]?.id
  });
});

test('an update takes copies of the annotations along; the old ones stay on the old text', () => {
  const briefing = withStory();
  const text = stories['update']!;
  const source = sourceOf('Ferry toll', text, { url: 'https://harbour.example/toll' });
  const next = addSource(briefing, arrived(briefing, source, text));
  expect(next.sources[1]).toMatchObject({ id: source.id, updates: briefing.sources[0]?.id });
  expect(next.annotations[0]).toBe(briefing.annotations[0]);
  expect(next.annotations[1]?.target).toMatchObject({ type: 'source', id: source.id });
  expect(next.annotations[1]?.target.selectors.quote.exact).toBe('half of the fleet');
  expect(next.positions).toBe(briefing.positions);
  expect(additionInWords(next, arrived(briefing, source, text))).toBe(
    '“Ferry toll” was added as an update of “Ferry toll”; both stay. 1 annotation came along.'
  );
});

test('a copy shares the origin, another story has its own', () => {
  const briefing = withStory();
  const [copy, other] = [stories['copy']!, stories['other']!];
  const url = 'https://elsewhere.example/ferry';
  const copied = addSource(
    briefing,
    arrived(briefing, sourceOf('Toll ahead', copy, { url }), copy)
  );
  expect(copied.origins).toHaveLength(1);
  expect(copied.sources.map(({ origin }) => origin)).toEqual(
    copied.sources.map(() => copied.origins[0]?.id)
  );
  const apart = addSource(briefing, arrived(briefing, sourceOf('Library', other), other));
  expect(apart.origins).toEqual([]);
});

test('a text with other figures is not called a copy', () => {
  const briefing = withStory();
  const told = (text: string) => {
    const source = sourceOf('Toll ahead', text, { url: 'https://elsewhere.example/ferry' });
    const found = arrived(briefing, source, text);
    return additionInWords(addSource(briefing, found), found);
  };
  expect(told(stories['copy']!)).toContain('It is a copy of “Ferry toll”');
  const corrected = stories['copy']!.replace('forty minutes', 'fifty minutes');
  expect(told(corrected)).not.toContain('copy');
  expect(told(corrected)).toContain('with other figures: both are one origin');
});

describe('a source that is taken out', () => {
  test('leaves its annotations as orphans that keep their words, and what rests on them', () => {
    const briefing = withStory();
    const without = removeSource(briefing, briefing.sources[0]!.id);
    expect(without.sources).toEqual([]);
    expect(without.annotations[0]?.target.selectors).toEqual({
      ...briefing.annotations[0]?.target.selectors,
      position: null
    });
    expect(without.positions).toBe(briefing.positions);
  });

  test('leaves nothing that names it, whatever was added in which order', () => {
    const names = Object.keys(stories);
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 1 }), fc.nat(), (order, which) => {
        const comparison = new SourceComparison();
        const texts = textsOf(...Object.values(stories));
        const full = order.reduce(
          (briefing, name) => {
            const text = stories[name]!;
            const found = comparison.arrive(briefing, texts, sourceOf(name, text), text);
            return 'is' in found ? briefing : addSource(briefing, found);
          },
          emptyBriefing('', new Date(0))
        );
        const gone = full.sources[which % full.sources.length]!.id;
        const { sources, origins, dismissals } = removeSource(full, gone);
        expect(JSON.stringify({ sources, dismissals })).not.toContain(gone);
        for (const origin of origins) {
          expect(sources.filter((source) => source.origin === origin.id).length).toBeGreaterThan(1);
        }
        const known = new Set(origins.map(({ id }) => id));
        for (const { origin } of sources) if (origin) expect(known).toContain(origin);
      })
    );
  });

  test('an unknown id changes nothing', () => {
    const briefing = withStory();
    expect(removeSource(briefing, newId())).toBe(briefing);
  });
});
