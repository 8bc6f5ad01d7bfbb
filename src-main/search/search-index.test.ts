import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bySize } from '../../scripts/testing/by-size.mjs';
import {
  newActor,
  newIssue,
  type Position,
  type Stance,
  newCard
} from '../domain/briefing/entries.js';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { type Id, newId } from '../domain/base/values.js';
import { findTerms } from '../domain/search/find-terms.js';
import { isEmptyQuery, parseQuery } from '../domain/search/query.js';
import { rowsOf } from './briefing-rows.js';
import { everyPosition } from '../domain/ledger/across-briefings.js';
import { emptyRegister } from '../domain/ledger/register.js';
import { SearchIndex } from './search-index.js';

const none = () => null;
const listed = (briefings: readonly Briefing[]) =>
  briefings.map(({ id, modifiedAt }) => ({ id, stamp: modifiedAt }));

function fill(index: SearchIndex, briefings: readonly Briefing[]): void {
  index.put(
    briefings.map((briefing) => ({
      briefing,
      stamp: briefing.modifiedAt,
      file: `b/${briefing.id}`,
      textOf: none
    }))
  );
}

async function search(
  index: SearchIndex,
  briefings: readonly Briefing[],
  text: string,
  within: readonly Id[] | null = null
) {
  return index.find(text, {
    typing: false,
    limit: 20,
    within,
    read: ({ id }) => {
      const briefing = briefings.find((each) => each.id === id);
      return Promise.resolve(briefing ? { briefing, textOf: none } : null);
    }
  });
}

function withCards(title: string, ...bodies: readonly string[]): Briefing {
  const cards = bodies.map((body) => newCard('fact', { heading: '', body }));
  return { ...emptyBriefing(title), cards };
}

describe('what is found', () => {
  const word = fc.constantFrom('war', 'warm', 'peace', 'peaceful', 'Élan', '東京', 'b');
  const words = fc.array(word, { maxLength: 6 }).map((all) => all.join(' '));
  const part = fc.oneof(
    word,
    word.map((w) => `${w}*`),
    words.map((w) => `"${w}"`)
  );

  test('is what reading through every briefing would find', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(words, fc.array(words, { maxLength: 3 })), { maxLength: 6 }),
        fc.array(part, { maxLength: 3 }).map((parts) => parts.join(' ')),
        async (library, text) => {
          const briefings = library.map(([title, bodies]) => withCards(title, ...bodies));
          const index = new SearchIndex(null);
          fill(index, briefings);
          const answer = await search(index, briefings, text);
          index.close();
          // What was corrected is another query.
          if (answer.corrections.length > 0) return;
          const query = parseQuery(text);
          const expected = briefings.filter((briefing) => {
            const texts = rowsOf(briefing, none).flatMap(({ head, body }) => [head, body]);
            const holds = (term: number) =>
              texts.some((each) => [...findTerms(each, query.terms)].some((p) => p.term === term));
            return !isEmptyQuery(query) && query.terms.every((_, term) => holds(term));
          });
          expect([...answer.ids].sort()).toEqual(expected.map(({ id }) => id).sort());
          for (const { title, hits } of answer.groups) {
            const marked = [title, ...hits.flatMap(({ head, snippet }) => [head, snippet])];
            expect(marked.some(({ marks }) => marks.length > 0)).toBe(true);
          }
        }
      ),
      { numRuns: bySize({ usual: 60, full: 600 }) }
    );
  });

  test('in a title ranks above a find in a text, and together above apart', async () => {
    const inText = withCards('One', 'A ceasefire was refused');
    const inTitle = withCards('Ceasefire', 'Nothing else');
    const apart = withCards('Two', 'ceasefire', 'refused');
    const all = [inTitle, inText, apart];
    const index = new SearchIndex(null);
    fill(index, all);
    expect((await search(index, all, 'ceasefire')).ids[0]).toBe(inTitle.id);
    expect((await search(index, all, 'ceasefire refused')).ids).toEqual([inText.id, apart.id]);
    index.close();
  });

  test('of a word with a slip in it is the nearest word, and is told', async () => {
    const all = [withCards('Ukraine and Russia', 'ceasefire')];
    const index = new SearchIndex(null);
    fill(index, all);
    const answer = await search(index, all, 'ukriane cesefire xyz');
    expect(answer.corrections).toEqual([
      { from: 'ukriane', to: 'ukraine' },
      { from: 'cesefire', to: 'ceasefire' }
    ]);
    expect((await search(index, all, 'kukraine')).ids).toEqual([all[0]!.id]);
    index.close();
  });
});

describe('filters', () => {
  const ukraine = { ...newActor('Ukraine', 'state'), aliases: ['Kyiv'] };
  const states = newActor('United States', 'state');
  const ceasefire = newIssue('Should a ceasefire come first?');
  const position = (actor: Id, stance: Stance, said: string) =>
    ({
      id: newId(),
      actor,
      issue: ceasefire.id,
      stance,
      condition: '',
      statement: '',
      said,
      effective: null,
      reported: null,
      attribution: [],
      status: 'stated',
      confidence: null,
      evidence: [],
      supersedes: [],
      contested: [],
      reviewBy: null,
      recordedAt: '2025-08-17T00:00:00Z',
      by: null
    }) as Position;
  const talks: Briefing = {
    ...withCards('Talks', 'A card about grain'),
    tags: ['Black Sea'],
    actors: [ukraine, states],
    issues: [ceasefire],
    positions: [
      position(ukraine.id, 'supports', '2025-08-10'),
      position(states.id, 'opposes', '2025-09-01')
    ]
  };
  const other: Briefing = { ...withCards('Grain', 'grain'), date: '2014-03', actors: [states] };
  const all = [other, talks];
  let index: SearchIndex;

  beforeEach(() => {
    index = new SearchIndex(null);
    fill(index, all);
  });
  afterEach(() => index.close());

  test.each([
    ['actor:ukr', [talks]],
    ['actor:kyiv', [talks]],
    ['actor:"united st"', [talks, other]],
    ['actor:states', [talks, other]],
    ['actor:tates', []],
    ['stance:opposes', [talks]],
    ['actor:ukraine stance:opposes', []],
    ['actor:ukraine stance:supports issue:ceasefire', [talks]],
    ['tag:"black sea"', [talks]],
    ['date:2014', [other]],
    ['date:2025-08', [talks]],
    ['date:2025-08-11..2025-08-31', []],
    ['kind:card grain', [talks, other]],
    ['kind:title grain', [other]],
    ['kind:position', [talks]],
    ['grain date:2014-03', [other]]
  ])('%s', async (text, found) => {
    const { ids } = await search(index, all, text);
    expect([...ids].sort()).toEqual(found.map(({ id }) => id).sort());
  });

  test('positions keep to the briefings that a search finds, and to a collection', () => {
    fill(index, all);
    const again = { ...talks, id: newId(), title: 'Talks again' };
    fill(index, [again]);
    const opposes = { ...everyPosition, stance: 'opposes' as const };
    const told = (search: string, within: readonly Briefing[] | null = null) =>
      index
        .positions({ ...opposes, search }, emptyRegister, 9, within && within.map(({ id }) => id))
        .positions.map(({ briefing }) => briefing.title)
        .toSorted();
    expect(told('')).toEqual(['Talks', 'Talks again']);
    expect(told('again')).toEqual(['Talks again']);
    expect(told('', [talks, other])).toEqual(['Talks']);
    expect(told('again', [talks])).toEqual([]);
    expect(told('nothing')).toEqual([]);
    expect(told('', [])).toEqual([]);
  });

  test.each(['stance:opposes', 'stance:opposes grain', 'grain', 'kind:card grain'])(
    '%s keeps to a collection: its briefings and their number',
    async (text) => {
      const again = { ...talks, id: newId(), title: 'Talks again' };
      fill(index, [again]);
      const everywhere = [...all, again];
      for (const inside of [[talks], [talks, again], [other], []]) {
        const ids = inside.map(({ id }) => id);
        const answer = await search(index, everywhere, text, ids);
        const outside = await search(index, everywhere, text);
        const expected = outside.ids.filter((id) => ids.includes(id));
        expect(answer).toMatchObject({ ids: expected, total: expected.length });
        expect(answer.groups.map(({ id }) => id)).toEqual(expected);
      }
    }
  );

  test('are completed from what the library holds', () => {
    expect(index.complete('actor', 'u')).toEqual(['United States', 'Ukraine']);
    expect(index.complete('tag', '')).toEqual(['Black Sea']);
  });
});

describe('the index on disk', () => {
  const all = [withCards('First', 'alpha'), withCards('Second', 'beta')];
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'search-index-'));
    file = join(folder, 'search.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  function filled(): void {
    const index = new SearchIndex(file);
    expect([...index.reconcile(listed(all))].sort()).toEqual(all.map(({ id }) => id).sort());
    fill(index, all);
    index.close();
  }

  test('is found again, with the lock of a process that died on it, and lacks nothing', async () => {
    filled();
    await mkdir(`${file}.lock`);
    const index = new SearchIndex(file);
    expect(index.reconcile(listed(all))).toEqual([]);
    expect((await search(index, all, 'beta')).ids).toEqual([all[1]!.id]);
    index.close();
    expect(await readdir(folder)).not.toContain('search.sqlite.lock');
  });

  test('lacks what was changed or is new, drops what is gone, and puts newer before older', async () => {
    filled();
    const changed = { ...all[0]!, title: 'gamma', modifiedAt: '2999-01-01T00:00:00Z' };
    const fresh = { ...withCards('gamma'), modifiedAt: '2999-01-02T00:00:00Z' };
    const index = new SearchIndex(file);
    expect(index.reconcile(listed([changed, fresh]))).toEqual([fresh.id, changed.id]);
    fill(index, [fresh]);
    fill(index, [changed]);
    expect((await search(index, [changed, fresh], 'gamma')).ids).toEqual([fresh.id, changed.id]);
    expect((await search(index, all, 'beta')).ids).toEqual([]);
    index.close();
  });

  test.each(['no database at all', ''])('is made anew when it is spoilt: “%s”', async (bytes) => {
    filled();
    await writeFile(file, bytes);
    const index = new SearchIndex(file);
    expect(index.reconcile(listed(all))).toHaveLength(2);
    fill(index, all);
    expect((await search(index, all, 'alpha')).ids).toEqual([all[0]!.id]);
    index.close();
  });

  test('a failure half-way leaves it as it was', async () => {
    filled();
    const index = new SearchIndex(file);
    const broken = { ...all[0]!, cards: null as never };
    expect(() => fill(index, [{ ...all[1]!, title: 'delta' }, broken])).toThrow(TypeError);
    expect((await search(index, all, 'delta')).ids).toEqual([]);
    expect((await search(index, all, 'alpha')).ids).toEqual([all[0]!.id]);
    index.close();
  });
});
