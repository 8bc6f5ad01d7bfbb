/** The finished sample briefing is what a newcomer sees first: everything in it must hold together. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotationKinds } from '../domain/briefing/annotation.js';
import { Bundle } from '../domain/briefing/bundle.js';
import { cardKinds, stances } from '../domain/briefing/entries.js';
import { openContradictions } from '../domain/contradictions/find-contradictions.js';
import { Corroborations } from '../domain/ledger/corroboration.js';
import { OriginFinder } from '../domain/origins/find-origins.js';
import { positionMatrix } from '../domain/ledger/ledger.js';
import { renderMarkdown } from '../domain/markdown/render-markdown.js';

const folder = new URL('../../resources/samples/', import.meta.url);
const bundles = readdirSync(folder).filter((name) => name.endsWith('.json'));
const { briefing, texts } = Bundle.parse(
  JSON.parse(readFileSync(new URL(bundles[0]!, folder), 'utf8'))
);

function targetText(target: (typeof briefing.annotations)[number]['target']): string {
  const card = briefing.cards.find(({ id }) => id === target.id);
  const source = briefing.sources.find(({ id }) => id === target.id);
  return target.type === 'card' ? renderMarkdown(card!.body).text : texts[source!.text]!;
}

test('it is the only bundle among the samples', () => {
  expect(bundles).toEqual(['alaska-summit.json']);
});

test('its first source is the sample article, word for word, and each text stands under its hash', () => {
  const article = readFileSync(new URL('alaska-summit.txt', folder), 'utf8');
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(briefing.sources[0]?.text).toBe(hashOf(article));
  expect(Object.entries(texts).map(([, text]) => hashOf(text))).toEqual(Object.keys(texts));
  expect(new Set(briefing.sources.map(({ text }) => text))).toEqual(new Set(Object.keys(texts)));
});

test('it has grown by articles of several days, one of them a copy and one an update', () => {
  const { sources, origins } = briefing;
  expect(new Set(sources.map(({ published }) => published)).size).toBe(3);
  const [article, before, copy, update] = sources;
  expect(update?.updates).toBe(article?.id);
  expect(origins.map(({ id }) => id)).toEqual([article?.origin]);
  expect([copy, update].map((source) => source?.origin)).toEqual([
    article?.origin,
    article?.origin
  ]);
  expect(before?.origin).toBeNull();
  const finder = new OriginFinder();
  finder.hold(sources.map(({ id, text }) => ({ id, text, words: texts[text] ?? '' })));
  const pairs = finder.pairsOf(article!).map(({ verdict }) => verdict);
  expect(pairs).toEqual(['copy', 'copy']);
});

test('it shows each kind of what a history is for: a reversal, a copy that corroborates nothing, an open point', () => {
  const [reversal] = briefing.positions.filter(({ supersedes }) => supersedes.length > 0);
  const earlier = briefing.positions.find(({ id }) => id === reversal?.supersedes[0]);
  expect([earlier?.stance, reversal?.stance]).toEqual(['supports', 'opposes']);
  const corroborations = new Corroborations(briefing);
  const counts = briefing.positions.map((each) => corroborations.of(each));
  expect(counts).toContainEqual({ reports: 2, origins: 2 });
  expect(counts).toContainEqual({ reports: 2, origins: 1 });
  expect(openContradictions(briefing).map(({ kind }) => kind)).toEqual(['figures']);
  expect(briefing.statements).toHaveLength(1);
});

test('every annotation stands on its words, on sources and on cards', () => {
  expect(new Set(briefing.annotations.map(({ target }) => target.type)).size).toBe(2);
  for (const { target } of briefing.annotations) {
    const text = targetText(target);
    const { quote, position } = target.selectors;
    const { start, end } = position!;
    expect(text.slice(start, end)).toBe(quote.exact);
    expect(text.slice(Math.max(0, start - 64), start)).toBe(quote.prefix);
    expect(text.slice(end, end + 64)).toBe(quote.suffix);
    expect(target.original).toEqual(target.selectors);
  }
});

test('every reference resolves, and no id is used twice', () => {
  const collections = [
    'cards',
    'sources',
    'actors',
    'issues',
    'origins',
    'positions',
    'statements',
    'annotations',
    'events',
    'figures',
    'outcomes'
  ] as const;
  const ids = collections.flatMap((name) => briefing[name].map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const evidence = new Map(briefing.annotations.map((annotation) => [annotation.id, annotation]));
  for (const position of briefing.positions) {
    expect(briefing.actors.map(({ id }) => id)).toContain(position.actor);
    expect(briefing.issues.map(({ id }) => id)).toContain(position.issue);
    expect(position.evidence.length).toBeGreaterThan(0);
    for (const id of position.evidence) expect(evidence.get(id)?.target.type).toBe('source');
    for (const earlier of position.supersedes) {
      const before = briefing.positions.find(({ id }) => id === earlier);
      expect(before).toMatchObject({ actor: position.actor, issue: position.issue });
    }
    expect(position.condition !== '').toBe(position.stance === 'conditional');
  }
});

test('it shows every kind of card and annotation, and most stances', () => {
  expect(new Set(briefing.cards.map(({ kind }) => kind))).toEqual(new Set(cardKinds));
  expect(new Set(briefing.annotations.map(({ kind }) => kind))).toEqual(new Set(annotationKinds));
  const shown = new Set(briefing.positions.map(({ stance }) => stance));
  expect(stances.filter((stance) => !shown.has(stance))).toEqual(['neutral']);
});

test.each([
  ['2025-08-14', 'supports'],
  ['2025-08-15', 'opposes'],
  ['2025-08-16', 'opposes']
])('as of %s the United States %s a ceasefire first', (day, stance) => {
  const row = positionMatrix(briefing, day).find(({ actor }) => actor.name === 'United States');
  expect(row?.cells[0]?.stance).toBe(stance);
});
