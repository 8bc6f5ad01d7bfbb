/**
 * Protects what comes from outside: whatever a briefing claims, it holds together once it is mended, and nothing of it is lost.
 * Over 300 lines because all of it rests on one generator of briefings that contradict themselves.
 */
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { newSource } from '../briefing/source.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  newActor,
  newFigure,
  newIssue,
  newKeyJudgement,
  newCard,
  newDismissal,
  newOutcome
} from '../briefing/entries.js';
import { type Annotation, newAnnotation } from '../briefing/annotation.js';
import { Briefing, emptyBriefing } from '../briefing/briefing.js';
import { collectionNames } from '../briefing/collections.js';
import { type Id, newId } from '../base/values.js';
import { maxArticleBytes } from '../base/limits.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { mendBriefing } from './mend-briefing.js';

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

const nobody = fc.constant(null);

const selectors = fc.record({
  quote: words.map((exact) => ({ exact, prefix: '', suffix: '' })),
  position: fc.option(fc.record({ start: offsets, end: offsets }))
});
const annotations = fc.record({
  id: ids,
  kind: fc.constant('key' as const),
  note: words,
  tags: wordLists,
  replies: some(
    fc.record({ id: ids, note: words, createdAt: times, modifiedAt: times, by: nobody })
  ),
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
  modifiedAt: times,
  by: nobody
}) as unknown as fc.Arbitrary<Annotation>;

const briefings: fc.Arbitrary<Briefing> = fc
  .record({
    id: ids,
    tags: wordLists,
    createdAt: times,
    cards: some(
      fc.record({ id: ids, kind: fc.constant('note' as const), heading: words, body: words })
    ),
    sources: some(
      fc.record({ id: ids, title: words, origin: anyId, updates: anyId, importedAt: times })
    ),
    origins: some(fc.record({ id: ids, name: words })),
    statements: some(
      fc.record({ id: ids, actor: ids, evidence: idLists, recordedAt: times, text: words })
    ),
    keyJudgements: some(fc.record({ id: ids, about: ids, because: words })),
    actors: some(fc.record({ id: ids, name: words, aliases: wordLists, speaksFor: anyId })),
    issues: some(fc.record({ id: ids, wording: words, tags: wordLists })),
    positions: some(
      fc.record({
        id: ids,
        actor: ids,
        issue: ids,
        evidence: idLists,
        supersedes: idLists,
        contested: idLists,
        recordedAt: times
      })
    ),
    annotations: some(annotations),
    events: some(fc.record({ id: ids, title: words, actors: idLists, evidence: idLists })),
    figures: some(fc.record({ id: ids, actor: anyId, evidence: idLists })),
    outcomes: some(fc.record({ id: ids, statement: words, evidence: idLists })),
    dismissals: some(fc.record({ id: ids, about: ids, with: anyId, words, dismissedAt: times }))
  })
  .map((parts) => ({
    ...emptyBriefing('Any', new Date(0)),
    ...parts,
    cards: parts.cards.map((each) => newCard('note', each)),
    sources: parts.sources.map((each) => newSource({ text: hash, ...each })),
    origins: parts.origins.map((each) => ({ by: null, ...each })),
    statements: parts.statements.map((each) => ({
      said: null,
      attribution: [],
      by: null,
      ...each
    })),
    keyJudgements: parts.keyJudgements.map((each) => ({ ...newKeyJudgement(each.about), ...each })),
    actors: parts.actors.map((each) => ({ ...newActor('', 'state'), ...each })),
    issues: parts.issues.map((each) => ({ ...newIssue(''), ...each })),
    positions: parts.positions.map((each) => entry(0, each)),
    events: parts.events.map((each) => ({ date: null, until: null, by: null, ...each })),
    figures: parts.figures.map((each) => ({ ...newFigure('40', 40), ...each })),
    outcomes: parts.outcomes.map((each) => ({ ...newOutcome('', []), ...each })),
    dismissals: parts.dismissals.map((each) =>
      newDismissal('finding', { about: each.id, rule: 'r', words: '' }, new Date(0), each)
    )
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
    expectIn(position.supersedes, known.position);
    expectIn(position.contested, known.position);
    expect(position.contested).not.toContain(position.id);
    expectIn(position.evidence, known.annotation);
    const open = [...position.supersedes];
    const seen = new Set<Id>();
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      expect(at).not.toBe(position.id);
      if (!seen.has(at)) open.push(...(positions.find(({ id }) => id === at)?.supersedes ?? []));
      seen.add(at);
    }
  }
  for (const { actor } of briefing.statements) expectIn([actor], known.actor);
  for (const { origin, updates, id } of briefing.sources) {
    expectIn([origin], new Set(idsOf(briefing.origins)));
    if (updates !== null) expect(known.source.has(updates)).toBe(true);
    expect(updates).not.toBe(id);
  }
  for (const { about } of briefing.keyJudgements) {
    expectIn([about], new Set([...known.position, ...idsOf(briefing.outcomes)]));
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
  const abouts = [
    briefing,
    ...[...briefing.cards, ...briefing.sources, ...positions, ...briefing.statements],
    ...[...briefing.figures, ...briefing.outcomes, ...briefing.annotations]
  ];
  for (const { about, with: other } of briefing.dismissals) {
    expect(idsOf(abouts)).toContain(about);
    if (other !== null) expect(idsOf(abouts)).toContain(other);
  }
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
      { numRuns: bySize({ usual: 400, full: 5_000 }) }
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

test('that two quotes are no contradiction is kept: a dismissal may be about words in a source', () => {
  const [one, other] = ['A', 'B'].map((letter) =>
    newAnnotation(
      {
        type: 'source',
        id: newId(),
        selectors: { quote: { exact: letter, prefix: '', suffix: '' }, position: null }
      },
      '2025-08-17T00:00:00.000Z'
    )
  );
  const found = { about: one!.id, rule: 'quotes', words: 'A / B' };
  const dismissal = newDismissal('contradiction', found, new Date(0), { with: other!.id });
  const briefing = {
    ...emptyBriefing('', new Date(0)),
    annotations: [one!, other!],
    dismissals: [dismissal]
  };
  expect(mendBriefing(briefing)).toEqual({ briefing, mended: [] });
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
    { numRuns: bySize({ usual: 800, full: 10_000 }) }
  );
});
