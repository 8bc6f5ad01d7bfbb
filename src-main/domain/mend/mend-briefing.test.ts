/** Protects what comes from outside: whatever a briefing claims, it holds together once it is mended, and nothing of it is lost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newActor } from '../actor.js';
import type { Annotation } from '../annotation.js';
import { Briefing, emptyBriefing } from '../briefing.js';
import { Bundle } from '../bundle.js';
import { collectionNames } from '../change.js';
import { newFigure } from '../figure.js';
import type { Id } from '../id.js';
import { newIssue } from '../issue.js';
import { maxArticleBytes, maxEntries, maxListed } from '../limits.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import { entry, idOf } from '../test-ledger.js';
import { beyondLimits } from './beyond-limits.js';
import { mendBriefing } from './mend-briefing.js';
import { mendedInWords } from './mended-words.js';
import { mendingKinds } from './mendings.js';

const moment = '2025-08-17T00:00:00Z';
const hash = 'a'.repeat(64);

/** So few that they clash, and so many that they dangle: shared by entries of every kind. */
const ids = fc.nat({ max: 11 }).map((n) => idOf('A', n));
const anyId = fc.option(ids);
const idLists = fc.array(ids, { maxLength: 3 });
const words = fc.constantFrom('one', 'two', 'three');
const wordLists = fc.array(words, { maxLength: 3 });
const times = fc.constantFrom(moment, '2025-08-17T00:00:00.123Z', '2025-08-17T00:00:00.123456789Z');
const offsets = fc.constantFrom(0, 3, 5, 11, 2_000, Number.MAX_SAFE_INTEGER);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 });

const selectors = fc.record({
  quote: words.map((exact) => ({ exact, prefix: '', suffix: '' })),
  position: fc.option(fc.record({ start: offsets, end: offsets }))
});
const annotations = fc.record({
  id: ids,
  kind: fc.constant('key' as const),
  note: words,
  tags: wordLists,
  replies: some(fc.record({ id: ids, note: words, createdAt: times, modifiedAt: times })),
  links: some(fc.record({ type: fc.constantFrom('actor', 'issue', 'position' as const), id: ids })),
  target: fc.record({
    type: fc.constantFrom('card', 'source' as const),
    id: ids,
    selectors,
    original: selectors,
    base: fc.constant(null)
  }),
  flag: fc.constant(null),
  createdAt: times,
  modifiedAt: times
}) as unknown as fc.Arbitrary<Annotation>;

const briefings: fc.Arbitrary<Briefing> = fc
  .record({
    id: ids,
    tags: wordLists,
    createdAt: times,
    cards: some(
      fc.record({ id: ids, kind: fc.constant('note' as const), heading: words, body: words })
    ),
    sources: some(fc.record({ id: ids, title: words, importedAt: times })),
    actors: some(fc.record({ id: ids, name: words, aliases: wordLists, speaksFor: anyId })),
    issues: some(fc.record({ id: ids, wording: words, tags: wordLists })),
    positions: some(
      fc.record({
        id: ids,
        actor: ids,
        issue: ids,
        evidence: idLists,
        supersedes: anyId,
        recordedAt: times
      })
    ),
    annotations: some(annotations),
    events: some(fc.record({ id: ids, title: words, actors: idLists, evidence: idLists })),
    figures: some(fc.record({ id: ids, actor: anyId, evidence: idLists })),
    outcomes: some(fc.record({ id: ids, statement: words, evidence: idLists })),
    dismissals: some(fc.record({ id: ids, about: ids, words, dismissedAt: times }))
  })
  .map((parts) => ({
    ...emptyBriefing('Any', new Date(0)),
    ...parts,
    sources: parts.sources.map((each) => ({
      publisher: '',
      author: '',
      published: null,
      url: '',
      reliability: 'F' as const,
      credibility: '6' as const,
      text: hash,
      format: 'text' as const,
      ...each
    })),
    actors: parts.actors.map((each) => ({ ...newActor('', 'state'), ...each })),
    issues: parts.issues.map((each) => ({ ...newIssue(''), ...each })),
    positions: parts.positions.map((each) => entry(0, each)),
    events: parts.events.map((each) => ({ date: null, until: null, ...each })),
    figures: parts.figures.map((each) => ({ ...newFigure('40', 40), ...each })),
    outcomes: parts.outcomes.map((each) => ({
      likelihood: null,
      confidence: null,
      horizon: null,
      ...each
    })),
    dismissals: parts.dismissals.map((each) => ({ of: 'finding' as const, rule: 'r', ...each }))
  }));

const idsOf = (entries: readonly { readonly id: Id }[]) => entries.map(({ id }) => id);

function expectSound(briefing: Briefing): void {
  expect(Briefing.safeParse(briefing).error).toBeUndefined();
  const all = [
    briefing.id,
    ...collectionNames.flatMap((name) => idsOf(briefing[name])),
    ...briefing.annotations.flatMap(({ replies }) => idsOf(replies))
  ];
  expect(new Set(all).size).toBe(all.length);
  expect(JSON.stringify(briefing)).not.toMatch(/"[\d-]{10}T[\d:]{8}\.\d{4,}Z"/);
  const { actors, issues, positions } = briefing;
  const known = {
    actor: new Set(idsOf(actors)),
    issue: new Set(idsOf(issues)),
    position: new Set(idsOf(positions)),
    annotation: new Set(idsOf(briefing.annotations)),
    card: new Map(briefing.cards.map((card) => [card.id, card.body.length * 2])),
    source: new Map(briefing.sources.map(({ id }) => [id, maxArticleBytes * 2]))
  };
  const expectIn = (named: readonly (Id | null)[], there: ReadonlySet<Id>) => {
    for (const id of named) if (id !== null) expect(there).toContain(id);
    expect(new Set(named).size).toBe(named.length);
  };
  for (const actor of actors) {
    expectIn([actor.speaksFor], known.actor);
    expect(actor.speaksFor).not.toBe(actor.id);
    expect(new Set(actor.aliases).size).toBe(actor.aliases.length);
  }
  for (const position of positions) {
    expectIn([position.actor], known.actor);
    expectIn([position.issue], known.issue);
    expectIn([position.supersedes], known.position);
    expectIn(position.evidence, known.annotation);
    const path = new Set<Id>();
    let at: Id | null = position.id;
    while (at !== null) {
      expect(path.has(at)).toBe(false);
      path.add(at);
      at = positions.find(({ id }) => id === at)?.supersedes ?? null;
    }
  }
  for (const event of briefing.events) expectIn(event.actors, known.actor);
  for (const figure of briefing.figures) expectIn([figure.actor], known.actor);
  for (const { evidence } of [...briefing.events, ...briefing.figures, ...briefing.outcomes])
    expectIn(evidence, known.annotation);
  for (const { links, tags, target } of briefing.annotations) {
    for (const { type, id } of links) expect(known[type]).toContain(id);
    expect(new Set(links.map(({ type, id }) => type + id)).size).toBe(links.length);
    expect(new Set(tags).size).toBe(tags.length);
    const { position, quote } = target.selectors;
    if (!position) continue;
    expect(position.end - position.start).toBe(quote.exact.length);
    expect(position.end).toBeLessThanOrEqual(known[target.type].get(target.id) ?? -1);
  }
  const abouts = [...briefing.cards, ...briefing.sources, ...positions, ...briefing.outcomes];
  for (const { about } of briefing.dismissals) expect(idsOf(abouts)).toContain(about);
}

describe('any briefing at all', () => {
  test('holds together once it is mended; mending it again changes nothing', () => {
    fc.assert(
      fc.property(briefings, (briefing) => {
        const { briefing: mended } = mendBriefing(briefing);
        expectSound(mended);
        const again = mendBriefing(mended);
        expect(again.mended).toEqual([]);
        expect(again.briefing).toBe(mended);
      }),
      { numRuns: 1_000 }
    );
  });

  test('is mended in the same way every time, and is the same object when nothing was mended', () => {
    fc.assert(
      fc.property(briefings, (briefing) => {
        const before = JSON.stringify(briefing);
        const { briefing: mended, mended: told } = mendBriefing(briefing);
        expect(JSON.stringify(briefing)).toBe(before);
        expect(mendBriefing(briefing)).toEqual({ briefing: mended, mended: told });
        if (told.length === 0) expect(mended).toBe(briefing);
        else expect(JSON.stringify(mended)).not.toBe(before);
      })
    );
  });

  test('loses no words: every card, source, claim, name, note and reply is there still', () => {
    const wordsOf = (briefing: Briefing) => {
      const texts = [
        ...briefing.cards.map(({ heading, body }) => `card ${heading} ${body}`),
        ...briefing.sources.map(({ title }) => `source ${title}`),
        ...briefing.actors.flatMap(({ name, aliases }) => [
          `actor ${name}`,
          ...aliases.map((alias) => `alias ${alias}`)
        ]),
        ...briefing.issues.map(({ wording }) => `issue ${wording}`),
        ...briefing.positions.map(({ id }) => `position ${id.slice(0, 1)}`),
        ...briefing.events.map(({ title }) => `event ${title}`),
        ...briefing.outcomes.map(({ statement }) => `outcome ${statement}`),
        ...briefing.annotations.flatMap(({ note, replies, target }) => [
          `note ${note} ${target.selectors.quote.exact}`,
          ...replies.map((reply) => `reply ${reply.note}`)
        ])
      ];
      return new Set(texts);
    };
    fc.assert(
      fc.property(briefings, (briefing) => {
        const kept = wordsOf(mendBriefing(briefing).briefing);
        for (const text of wordsOf(briefing)) expect(kept).toContain(text);
      })
    );
  });
});

test('references go on to mean what they meant when ids that clash are made anew', () => {
  const [a, n] = [idOf('A', 1), idOf('N', 1)];
  const note = (exact: string): Annotation => {
    const made = { quote: { exact, prefix: '', suffix: '' }, position: null };
    const target = { type: 'card' as const, id: a, selectors: made, original: made, base: null };
    const fields = { note: '', tags: [], replies: [], links: [], flag: null };
    return { id: n, kind: 'key', target, ...fields, createdAt: moment, modifiedAt: moment };
  };
  const torn: Briefing = {
    ...emptyBriefing('', new Date(0)),
    // A card and an actor share an id; two annotations do.
    cards: [{ id: a, kind: 'note', heading: 'Card', body: 'Body' }],
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

test('of a circle of entries the one that was recorded first supersedes nothing', () => {
  const [one, two, self] = [idOf('P', 1), idOf('P', 2), idOf('P', 3)];
  const torn: Briefing = {
    ...emptyBriefing('', new Date(0)),
    actors: [newActor('Mara', 'person', idOf('A', 1))],
    issues: [newIssue('A treaty?', idOf('Q', 1))],
    positions: [
      entry(1, { supersedes: two, recordedAt: '2025-08-18T00:00:00Z' }),
      entry(2, { supersedes: one }),
      entry(3, { supersedes: self })
    ]
  };
  const { briefing, mended } = mendBriefing(torn);
  expect(mended).toEqual([{ kind: 'circle', count: 2 }]);
  expect(briefing.positions.map(({ supersedes }) => supersedes)).toEqual([two, null, null]);
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
    'It contradicted itself, and was mended. 2 positions are of actors that are missing; each missing one is an “Unknown actor” now. 2 positions are on issues that are missing; each missing one is an “Unknown issue” now.'
  );
});

test('many entries of one id are mended in a moment', () => {
  const cards = Array.from({ length: maxEntries.cards }, (_, i) => ({
    id: idOf('A', 1),
    kind: 'note' as const,
    heading: `${i}`,
    body: ''
  }));
  const { briefing } = mendBriefing({ ...emptyBriefing('', new Date(0)), cards });
  expect(new Set(idsOf(briefing.cards)).size).toBe(maxEntries.cards);
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

test('no rendered text is more than twice as long as its Markdown', () => {
  const markdown = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          '#',
          '*',
          '_',
          '|',
          '-',
          '\n',
          ' ',
          '[^1]',
          '[a](b)',
          '&amp;',
          '>',
          '`',
          '1.',
          '<br>',
          'x'
        ),
        { maxLength: 60 }
      )
      .map((parts) => parts.join(''))
  );
  fc.assert(
    fc.property(markdown, (body) => {
      expect(renderMarkdown(body).text.length).toBeLessThanOrEqual(body.length * 2);
    }),
    { numRuns: 2_000 }
  );
});

describe('limits', () => {
  const empty = emptyBriefing('', new Date(0));
  const card = { id: idOf('A', 1), kind: 'note' as const, heading: '', body: '' };
  const source = (title: string) => ({
    ...({ id: idOf('E', 1), title, publisher: '', author: '', published: null, url: '' } as const),
    ...({ reliability: 'F', credibility: '6', text: hash, format: 'text' } as const),
    importedAt: moment
  });

  test('name what is beyond them', () => {
    const cards = Array<typeof card>(maxEntries.cards + 1).fill(card);
    expect(beyondLimits({ ...empty, cards: cards.slice(1) }, {})).toBeNull();
    expect(beyondLimits({ ...empty, cards }, {})).toBe(
      'has 20,001 cards; a briefing may have up to 20,000'
    );
    const evidence = Array<Id>(maxListed + 1).fill(idOf('N', 1));
    expect(beyondLimits({ ...empty, positions: [entry(1, { evidence })] }, {})).toMatch(
      /^has an entry with a list of 1,001; an entry may list up to 1,000 /
    );
  });

  test('count the bytes of a text, not its letters', () => {
    const sources = [source('Long')];
    const fits = 'ä'.repeat(maxArticleBytes / 2);
    expect(beyondLimits({ ...empty, sources }, { [hash]: fits })).toBeNull();
    expect(beyondLimits({ ...empty, sources }, { [hash]: `${fits}a` })).toMatch(
      /^has a source, “Long”, with 6 MB of text; a source may have up to 5 MB$/
    );
    for (const sign of ['a', 'ä', '€', '\u{1F30D}']) {
      const count = Math.floor(maxArticleBytes / Buffer.byteLength(sign));
      expect(beyondLimits({ ...empty, sources }, { [hash]: sign.repeat(count) })).toBeNull();
      expect(
        beyondLimits({ ...empty, sources }, { [hash]: sign.repeat(count + 1) })
      ).not.toBeNull();
    }
  });
});
