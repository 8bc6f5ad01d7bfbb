/** Reading → actors with all their mentions, the most present first. */
import { firstIndexWhere } from '../../domain/base/by-halves.js';
import { foldName } from '../../domain/text/fold-name.js';
import { cueNouns } from '../attributions/cues.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import type { Range } from '../../domain/text/range.js';
import type { FoundActor, FoundMention } from './actor.js';
import { clusterNames } from './cluster-names.js';
import { findGroups } from './find-groups.js';
import { nounOfBody } from './short-forms.js';
import { resolvePronouns } from './resolve-pronouns.js';
import { typedNames } from './typed-names.js';
import { isEverydayWord } from './word-lists.js';

export function findActors(reading: Reading): FoundActor[] {
  const names = typedNames(reading);
  const actors = uniteNamesakes(clusterNames(names));
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
function uniteNamesakes(actors: readonly FoundActor[]): FoundActor[] {
  const surestFirst = actors.toSorted((a, b) => certainty(b) - certainty(a));
  const byName = new Map<string, FoundActor>();
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
function certainty({ type, sure, mentions }: FoundActor): number {
  const known = type === 'unknown' || type === 'group' ? 0 : sure ? 2_000_000 : 1_000_000;
  return known + mentions.length;
}

function presence({ mentions }: FoundActor): number {
  const early = (mentions[0]?.sentence.index ?? 9) < 4 ? 2 : 0;
  return mentions.length + early;
}

export type FindActor = (range: Range | null) => FoundActor | null;

/** Whom a phrase names: the mention that its end or head falls on, else one within it. */
export function actorFinder(actors: readonly FoundActor[]): FindActor {
  const all = actors
    .flatMap((actor) => actor.mentions.map((mention) => ({ actor, mention })))
    .toSorted((a, b) => a.mention.start - b.mention.start);
  return (range) => {
    if (!range) return null;
    let best: FoundActor | null = null;
    let most = 0;
    for (let i = firstEndingAfter(all, range.start); i < all.length; i++) {
      const entry = all[i];
      if (!entry || entry.mention.start >= range.end) break;
      const { mention, actor } = entry;
      // "the Index" of "the Index Professor Smith": the name goes on to somebody else.
      if (mention.kind === 'title+name' && actor.type === 'person' && mention.end > range.end)
        continue;
      const shared = Math.min(mention.end, range.end) - Math.max(mention.start, range.start);
      if (shared <= 0) continue;
      // A head counts for more than the state in its title; possessors are not the speaker.
      const atEnd = mention.end === range.end ? 1_000 : 0;
      const isNamed = mention.kind === 'name' || mention.kind === 'title+name' ? 300 : 0;
      const isPerson = actor.type === 'person' ? 400 : 0;
      const next = mention.sentence.tokens[mention.last + 1];
      const owns =
        next?.lower === "'s" ||
        (mention.kind === 'pronoun' &&
          /^(?:his|her)$/.test(mention.sentence.tokens[mention.first]?.lower ?? ''));
      const isOwner = owns && mention.end < range.end ? -1_500 : 0;
      // "Peter Lund, press secretary for the mayor"
      const isExplained =
        isPerson > 0 && isNamed > 0 && mention.start === range.start && next?.text === ','
          ? 2_000
          : 0;
      // "Emily Stone of Duke University", "officials in Ankara", "an adviser to Lee"; a spokesman for a
      // firm is the firm's.
      const placing = actor.type === 'person' ? placingPerson : placingAny;
      // "an aide to Lee, who backs it"
      const who = mention.sentence.tokens[mention.last + 2];
      const isMeant = next?.text === ',' && who?.lower === 'who' && who.end === range.end;
      const isPlaced =
        mention.start > range.start && !isMeant && placing.test(placeWord(mention, range.start))
          ? -2_000
          : 0;
      const score = shared + atEnd + isNamed + isPerson + isOwner + isExplained + isPlaced;
      if (score > most) [best, most] = [actor, score];
    }
    return best;
  };
}

const placingAny = /^(?:of|at|in|from|with|on|near)$/;
const placingPerson = /^(?:of|at|in|from|with|on|near|for|to)$/;

/** The word before the name; of “an aide to Republican nominee Ken Lee” before what the name stands with. */
function placeWord({ sentence: { tokens }, first }: FoundMention, from: number): string {
  const hasArticle = /^(?:the|an?)$/.test(tokens[first - 1]?.lower ?? '');
  let at = hasArticle ? first - 2 : first - 1;
  if (tokens[at]?.pos !== 'NOUN') return tokens[at]?.lower ?? '';
  while (/^(?:NOUN|PROPN|ADJ)$/.test(tokens[at]?.pos ?? '')) at--;
  const { start = 0, lower = '' } = tokens[at] ?? {};
  return start >= from && /^(?:for|to)$/.test(lower) ? lower : '';
}

function firstEndingAfter(all: readonly { mention: Range }[], at: number): number {
  const from = firstIndexWhere(all.length, (index) => all[index]!.mention.start >= at);
  // Mentions may hold one another, so step back over a few that start earlier.
  return Math.max(0, from - 6);
}

/** What a name of unknown kind names, by the company it keeps. */
const speaking =
  /^(?:said|says|told|added|wrote|argued|asked|explained|replied|insisted|recalled|joked|tweeted|thinks|believes)$/;

function settleTypes(actors: readonly FoundActor[]): void {
  for (const actor of actors) {
    if (actor.type !== 'unknown') continue;
    const votes = { person: 0, organisation: 0, place: 0 };
    for (const { sentence, first, last } of actor.mentions) {
      const before = sentence.tokens[first - 1];
      const next = sentence.tokens[last + 1];
      if (next && speaking.test(next.lower)) votes.person += 1;
      if (before && /^(?:said|says|told)$/.test(before.lower)) votes.person += 1;
      if (before?.lower === 'the') votes.organisation += 2;
      if (
        before &&
        /^(?:in|at|from|near|to|into|across|around|outside|toward|towards)$/.test(before.lower)
      )
        votes.place += 1.2;
    }
    const words = actor.name.split(' ');
    if (words.length > 1)
      votes.organisation += words.every((word) => !isEverydayWord(word)) ? 0 : 0.9;
    // "United" says things as well.
    if (isEverydayWord(actor.name)) votes.person = 0;
    const [type, most] = Object.entries(votes).reduce((best, vote) =>
      vote[1] > best[1] ? vote : best
    );
    if (most >= 0.9) actor.type = type as FoundActor['type'];
  }
}

/** "The President", "the prime minister": mentions of whoever holds the title in the article. */
const offices =
  /^(?:president|prime minister|minister|chancellor|premier|senator|governor|mayor|secretary|ambassador|envoy|king|queen|pope|chairman|chairwoman|chair|speaker|general|judge|director|commissioner|spokesman|spokeswoman|spokesperson|congressman|congresswoman|nominee|candidate|coach|leader|chief executive|ceo|captain|professor|analyst|economist|manager|republican|democrat|billionaire|businessman)$/;

function addTitles({ sentences }: Reading, actors: readonly FoundActor[]): void {
  const holders = holdersByOffice(actors);
  for (const sentence of sentences) {
    sentence.tokens.forEach((token, i) => {
      if (!/^(?:the|an?|its)$/.test(token.lower) || token.quoted) return;
      const next = sentence.tokens[i + 1];
      const isOfNobody =
        speaksFor.test(next?.lower ?? '') && !ofBody.test(sentence.tokens[i + 2]?.lower ?? '');
      if (token.lower === 'its' || isOfNobody) {
        const isTold =
          next && (isOfNobody || speaksFor.test(next.lower) || cueNouns.has(next.lower));
        const owner = isTold ? ownerBefore(sentence, token, actors, token.lower !== 'its') : null;
        owner?.mentions.push(meantAt(sentence, i, i, 'anaphor'));
        return;
      }
      const office = officeAt(sentence, i + 1, holders);
      const candidates = (office && holders.get(office.name)) ?? [];
      const [actor, other] = candidates.toSorted(
        (a, b) => nearness(b, token.start) - nearness(a, token.start)
      );
      if (!office || !actor || nearness(actor, token.start) === -Infinity) return;
      const behind = sentence.tokens[office.last + 1];
      const isSpokenFor = speaksFor.test(behind?.lower ?? '');
      if (actor.type === 'person') {
        if (token.lower === 'the' && !isSpokenFor)
          actor.mentions.push(meantAt(sentence, i, office.last, 'title'));
        // "the ministry" is either of two.
      } else if (!other && office.last === i + 1 && (token.lower === 'the' || isSpokenFor))
        actor.mentions.push(meantAt(sentence, i, office.last, 'anaphor'));
    });
  }
}

const speaksFor = /^spokes(?:man|woman|person|people)$/;
const ofBody = /^(?:for|of|from|at)$/;

/**
 * "Acme shut its mine. Its spokesman said so.": the one body or state that was named lately; of “a spokesman”,
 * where no person was named beside it, who may have one too.
 */
function ownerBefore(
  { index }: Sentence,
  { start }: Token,
  actors: readonly FoundActor[],
  alone: boolean
): FoundActor | null {
  const [owner, other] = actors.filter(
    ({ type, mentions }) =>
      (alone ? /^(?:organisation|state|person)$/ : /^(?:organisation|state)$/).test(type) &&
      mentions.some((each) => each.start < start && index - each.sentence.index < 2)
  );
  if (owner?.type === 'person') return null;
  return owner && !other ? owner : null;
}

function meantAt(
  sentence: Sentence,
  first: number,
  last: number,
  kind: FoundMention['kind']
): FoundMention {
  const { start } = sentence.tokens[first] ?? sentence;
  const { end } = sentence.tokens[last] ?? sentence;
  return { start, end, kind, name: '', sentence, first, last };
}

/** By the offices of persons, and by what the names of bodies say that they are: "ministry". */
function holdersByOffice(actors: readonly FoundActor[]): Map<string, FoundActor[]> {
  const holders = new Map<string, FoundActor[]>();
  const add = (office: string, actor: FoundActor) => {
    const list = holders.get(office) ?? [];
    if (!list.includes(actor)) holders.set(office, [...list, actor]);
  };
  for (const actor of actors) {
    const noun = actor.type === 'organisation' ? nounOfBody(actor.name) : null;
    if (noun) add(noun, actor);
    if (actor.type !== 'person') continue;
    for (const title of actor.titles) {
      const words = title
        .toLowerCase()
        .replace(/\./g, '')
        .replace(/ (?:of|at|for|in|on) .*$/, '')
        .split(/[\s-]+/);
      for (const office of [words.slice(-2).join(' '), words.at(-1) ?? ''])
        if (offices.test(office)) add(office, actor);
    }
  }
  return holders;
}

/** "prime minister", "US president", and nothing that goes on: "president Trump", "president of Chad". */
function officeAt(
  { tokens }: Sentence,
  at: number,
  holders: ReadonlyMap<string, unknown>
): { name: string; last: number } | null {
  const first =
    /^(?:us|u\.s\.|former|republican|democratic|british|russian|\p{L}+(?:ian|ish|ese))$/u.test(
      tokens[at]?.lower ?? ''
    )
      ? at + 1
      : at;
  for (const length of [2, 1]) {
    const words = tokens.slice(first, first + length).map(({ lower }) => lower);
    const name = words.join(' ');
    if (!holders.has(name)) continue;
    const next = tokens[first + length];
    if (speaksFor.test(next?.lower ?? '')) return { name, last: first };
    if (next && (/^(?:NOUN|PROPN)$/.test(next.pos) || /^(?:of|-)$/.test(next.lower))) return null;
    return { name, last: first + length - 1 };
  }
  return null;
}

/** The most lately named before, and more so the often named. */
function nearness({ mentions }: FoundActor, at: number): number {
  let last = -Infinity;
  for (const { start } of mentions) if (start < at) last = Math.max(last, start);
  return last === -Infinity ? last : (last - at) / 2 + Math.min(20, mentions.length) * 60;
}
