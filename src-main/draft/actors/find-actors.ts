/** Reading → actors with all their mentions, the most present first. */
import { foldName } from '../../domain/text/fold-name.js';
import type { Reading } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import type { Actor } from './actor.js';
import { addTitles } from './add-titles.js';
import { clusterNames } from './cluster-names.js';
import { findGroups } from './find-groups.js';
import { findNames } from './find-names.js';
import { judgeName, statesInTitle } from './judge-name.js';
import { resolvePronouns } from './resolve-pronouns.js';
import { settleTypes } from './settle-types.js';

export function findActors(reading: Reading): Actor[] {
  const names = findNames(reading).flatMap((name) => judgeName(reading.clean, name) ?? []);
  const actors = uniteNamesakes(
    clusterNames([...names, ...names.flatMap((name) => statesInTitle(name))])
  );
  settleTypes(actors);
  const groups = findGroups(reading, actors);
  addTitles(reading, actors);
  resolvePronouns(reading, actors);
  return uniteNamesakes([...actors, ...groups]).toSorted((a, b) => presence(b) - presence(a));
}

/**
 * One name is one actor, whatever kinds its mentions were taken for: who reads a list of names cannot
 * tell two of one name apart. The kind is that of the surest, then of the most often named.
 */
function uniteNamesakes(actors: readonly Actor[]): Actor[] {
  const surestFirst = actors.toSorted((a, b) => certainty(b) - certainty(a));
  const byName = new Map<string, Actor>();
  for (const actor of surestFirst) {
    const known = byName.get(foldName(actor.name));
    if (!known) byName.set(foldName(actor.name), actor);
    else {
      for (const title of actor.titles) known.titles.add(title);
      known.mentions.push(...actor.mentions);
      known.mentions.sort((a, b) => a.start - b.start);
    }
  }
  const left = new Set(byName.values());
  return actors.filter((actor) => left.has(actor));
}

/** A group is one only where nothing else bears the name. */
function certainty({ type, sure, mentions }: Actor): number {
  const known = type === 'unknown' || type === 'group' ? 0 : sure ? 2_000_000 : 1_000_000;
  return known + mentions.length;
}

function presence({ mentions }: Actor): number {
  const early = (mentions[0]?.sentence.index ?? 9) < 4 ? 2 : 0;
  return mentions.length + early;
}

export type FindActor = (range: Range | null) => Actor | null;

/** Whom a phrase names: the mention that its end or head falls on, else one within it. */
export function actorFinder(actors: readonly Actor[]): FindActor {
  const all = actors
    .flatMap((actor) => actor.mentions.map((mention) => ({ actor, mention })))
    .toSorted((a, b) => a.mention.start - b.mention.start);
  return (range) => {
    if (!range) return null;
    let best: Actor | null = null;
    let most = 0;
    for (let i = firstEndingAfter(all, range.start); i < all.length; i++) {
      const entry = all[i];
      if (!entry || entry.mention.start >= range.end) break;
      const { mention, actor } = entry;
      const shared = Math.min(mention.end, range.end) - Math.max(mention.start, range.start);
      if (shared <= 0) continue;
      // A head counts for more than the state in its title; possessors are not the speaker.
      const atEnd = mention.end === range.end ? 1_000 : 0;
      const isNamed = mention.kind === 'name' || mention.kind === 'title+name' ? 300 : 0;
      const isPerson = actor.type === 'person' ? 400 : 0;
      const owns = mention.sentence.tokens[mention.last + 1]?.lower === "'s";
      const isOwner = owns && mention.end < range.end ? -1_500 : 0;
      // "Emily Stone of Duke University", "officials in Ankara"; a spokesman for a firm is the firm's.
      const before = mention.sentence.tokens[mention.first - 1];
      const article = /^(?:the|a|an)$/.test(before?.lower ?? '')
        ? mention.sentence.tokens[mention.first - 2]
        : before;
      const isPlaced =
        mention.start > range.start && /^(?:of|at|in|from|with|on|near)$/.test(article?.lower ?? '')
          ? -2_000
          : 0;
      const score = shared + atEnd + isNamed + isPerson + isOwner + isPlaced;
      if (score > most) [best, most] = [actor, score];
    }
    return best;
  };
}

function firstEndingAfter(all: readonly { mention: Range }[], at: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // Mentions may hold one another, so step back over a few that start earlier.
    if ((all[middle]?.mention.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 6);
}
