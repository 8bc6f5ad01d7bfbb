/** Drafts open texts and counts what is right, by layer. What the people who annotated them left out counts as wrong. */
import type { Draft } from '../../src-main/domain/suggestions/draft.js';
import { sentencesIn } from '../../src-main/domain/text/sentences.js';
import type { Range } from '../../src-main/domain/text/range.js';
import { draftArticle } from '../../src-main/draft/draft-article.js';
import type { Relation } from './articles.js';
import { articleOf, type OpenMention, type OpenText } from './open-texts.js';
import { add, type Count, matchRelations, newCount } from './score.js';
import { sharedWords } from './shared-words.js';

const layers = [
  'attributions',
  'attributions with source',
  'indirect attributions',
  'attributions at 0.9 or more',
  'names of any type',
  'persons',
  'organisations',
  'places',
  'alias clusters (B³)',
  'pronouns',
  'salient actors',
  'bottom line to a person’s summary',
  'first sentence to that summary'
] as const;
export type Layer = (typeof layers)[number];

type LayerCounts = Record<Layer, Count>;

export function layersOf(texts: readonly OpenText[]): LayerCounts {
  const counts = noCounts();
  for (const open of texts) addTo(counts, open, draftArticle(articleOf(open), { asEnglish: true }));
  return counts;
}

export function sumOf(parts: readonly LayerCounts[]): LayerCounts {
  const sum = noCounts();
  for (const part of parts) for (const layer of layers) add(sum[layer], part[layer]);
  return sum;
}

function noCounts(): LayerCounts {
  return Object.fromEntries(layers.map((layer) => [layer, newCount()])) as LayerCounts;
}

function addTo(counts: LayerCounts, open: OpenText, draft: Draft): void {
  if (open.attributions) addAttributions(counts, open.text, open.attributions, draft);
  if (open.entities) addActors(counts, open.text, open.entities, draft);
  if (open.summary) {
    const [first] = sentencesIn(open.text, { start: 0, end: open.text.length });
    const bottomLine = draft.summary.map(({ text }) => text).join(' ');
    const firstWords = first ? open.text.slice(first.start, first.end) : '';
    add(counts['bottom line to a person’s summary'], sharedWords(bottomLine, open.summary));
    add(counts['first sentence to that summary'], sharedWords(firstWords, open.summary));
  }
}

/** The clause of an attribution holds source and verb together, so both only have to touch it. */
function addAttributions(
  counts: LayerCounts,
  text: string,
  annotated: NonNullable<OpenText['attributions']>,
  { attributions: found }: Draft
): void {
  const marked: Relation[] = annotated.map(({ attribution, content }) => {
    const clause = hull(attribution);
    return { source: clause, cue: clause, content };
  });
  const matched = matchRelations(found, marked);
  const isIndirect = (i: number) =>
    marked[i]?.content.every(({ start, end }) => !/["“”‘]|''/.test(text.slice(start, end))) ??
    false;
  const isSure = (i: number) => (found[i]?.confidence ?? 0) >= 0.9;
  const right = matched.length;
  const all = { found: found.length, marked: marked.length };
  add(counts['attributions'], { right, ...all });
  add(counts['attributions with source'], {
    right: matched.filter(({ source }) => source).length,
    ...all
  });
  add(counts['indirect attributions'], {
    right: matched.filter((pair) => isIndirect(pair.marked)).length,
    found: found.filter(({ kind }) => kind === 'indirect').length,
    marked: marked.filter((_, i) => isIndirect(i)).length
  });
  add(counts['attributions at 0.9 or more'], {
    right: matched.filter((pair) => isSure(pair.found)).length,
    found: found.filter((_, i) => isSure(i)).length,
    marked: marked.length
  });
}

const typeOf = { persons: 'person', organisations: 'organization', places: 'place' } as const;
/** Of what is drafted: countries are places where people have annotated. */
const drafted: Readonly<Record<string, string>> = {
  person: 'person',
  organisation: 'organization',
  place: 'place',
  state: 'place'
};

interface Cluster {
  readonly id: number;
  readonly type: OpenMention['type'];
  readonly salient: boolean;
}

type Actor = Draft['actors'][number];

/** Actors and clusters with a name, paired one to one by the places that they share. */
function addActors(
  counts: LayerCounts,
  text: string,
  entities: readonly OpenMention[],
  { actors }: Draft
): void {
  const names = entities.filter(({ form }) => form === 'name');
  const clusters = new Map<number, Cluster>(
    names
      .filter((name) => isProperName(text.slice(name.start, name.end)))
      .map(({ cluster: id, type, salient }) => [id, { id, type, salient }])
  );
  const all = actors.filter(
    ({ type, mentions }) => type !== 'group' && mentions.some(({ kind }) => isName(kind))
  );
  const aligned = all.flatMap((actor) =>
    actor.mentions.flatMap((mention) => {
      const marked = isName(mention.kind) ? nearestName(text, mention, names) : null;
      return marked ? [{ actor, cluster: marked.cluster }] : [];
    })
  );
  const pairs = pairUp(aligned);
  const named = all.filter((actor) => !pairs.has(actor) || clusters.has(pairs.get(actor) ?? -1));
  add(counts['names of any type'], {
    right: named.filter((actor) => pairs.has(actor)).length,
    found: named.length,
    marked: clusters.size
  });
  for (const layer of Object.keys(typeOf) as (keyof typeof typeOf)[]) {
    const type = typeOf[layer];
    const ofType = named.filter((actor) => drafted[actor.type] === type);
    add(counts[layer], {
      right: ofType.filter((actor) => clusters.get(pairs.get(actor) ?? -1)?.type === type).length,
      found: ofType.length,
      marked: [...clusters.values()].filter((cluster) => cluster.type === type).length
    });
  }
  add(counts['alias clusters (B³)'], bCubedOfPlaces(aligned));
  addPronouns(counts['pronouns'], text, entities, clusters, actors, pairs);
  const salient = [...clusters.values()].filter((cluster) => cluster.salient);
  const first = named.slice(0, salient.length);
  add(counts['salient actors'], {
    right: first.filter((actor) => clusters.get(pairs.get(actor) ?? -1)?.salient).length,
    found: first.length,
    marked: salient.length
  });
}

/**
 * “The University of Helsinki”, and not “scientists in Finland”, which is annotated as a name too, because
 * it holds one. What is drafted there counts neither way.
 */
function isProperName(words: string): boolean {
  return /^(?:[Tt]he |[Aa]n? )?\p{Lu}/u.test(words) && /\p{Lu}\S*$/u.test(words);
}

function isName(kind: Actor['mentions'][number]['kind']): boolean {
  return kind === 'name' || kind === 'title+name';
}

/** The annotated name that stands most exactly in the same place. */
export function nearestName(
  text: string,
  place: Range,
  names: readonly OpenMention[]
): OpenMention | null {
  let best: OpenMention | null = null;
  let most = 0.4;
  for (const name of names) {
    if (name.start >= place.end || name.end <= place.start) continue;
    const end = name.start + ownLength(text.slice(name.start, name.end));
    const shared = Math.min(place.end, end) - Math.max(place.start, name.start);
    const dice = (2 * shared) / (place.end - place.start + end - name.start);
    if (dice > most) [best, most] = [name, dice];
  }
  return best;
}

/** A name is annotated with all that hangs on it: “Japan, where he spent his youth”. */
function ownLength(words: string): number {
  const more = /,| [(—–]| (?:who|which|where|that) /.exec(words);
  return more ? more.index : words.length;
}

interface Aligned {
  readonly actor: Actor;
  readonly cluster: number;
}

/** Those that share most first. */
function pairUp(aligned: readonly Aligned[]): ReadonlyMap<Actor, number> {
  const shared = new Map<Actor, Map<number, number>>();
  for (const { actor, cluster } of aligned) {
    const own = shared.get(actor) ?? new Map<number, number>();
    shared.set(actor, own.set(cluster, (own.get(cluster) ?? 0) + 1));
  }
  const open = [...shared]
    .flatMap(([actor, own]) => [...own].map(([cluster, count]) => ({ actor, cluster, count })))
    .sort((a, b) => b.count - a.count);
  const pairs = new Map<Actor, number>();
  const taken = new Set<number>();
  for (const { actor, cluster } of open) {
    if (pairs.has(actor) || taken.has(cluster)) continue;
    pairs.set(actor, cluster);
    taken.add(cluster);
  }
  return pairs;
}

/** For each name in its place: how far those joined with it are those that belong with it. */
function bCubedOfPlaces(aligned: readonly Aligned[]): Count {
  const count = newCount();
  for (const { actor, cluster } of aligned) {
    const found = aligned.filter((other) => other.actor === actor);
    const marked = aligned.filter((other) => other.cluster === cluster);
    const both = found.filter((other) => other.cluster === cluster).length;
    // Precision and recall of one name, kept as halves of one F1.
    count.right += (2 * both) / (found.length + marked.length);
    count.found += 1;
    count.marked += 1;
  }
  return count;
}

/** "I", "you" and "they" are not drafted. */
const heOrShe = /^(?:he|him|his|himself|she|her|hers|herself)$/i;

/** He and she, where they stand for somebody with a name. */
function addPronouns(
  count: Count,
  text: string,
  entities: readonly OpenMention[],
  clusters: ReadonlyMap<number, Cluster>,
  actors: readonly Actor[],
  pairs: ReadonlyMap<Actor, number>
): void {
  const found = new Map(
    actors.flatMap((actor) =>
      actor.mentions.flatMap(({ kind, start }) =>
        kind === 'pronoun' ? [[start, pairs.get(actor)] as const] : []
      )
    )
  );
  const marked = entities.filter(
    ({ form, type, cluster, start, end }) =>
      form === 'pronoun' &&
      type === 'person' &&
      clusters.has(cluster) &&
      heOrShe.test(text.slice(start, end))
  );
  add(count, {
    right: marked.filter(({ start, cluster }) => found.get(start) === cluster).length,
    found: found.size,
    marked: marked.length
  });
}

function hull(ranges: readonly Range[]): Range {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end))
  };
}
