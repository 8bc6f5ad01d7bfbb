/**
 * Which issues a statement is offered: a short list, in an order in which statements of different actors meet
 * on one. Pure. It decides nothing: a person takes one, words another, or keeps the statement without.
 * Over 300 lines because each kind of offer gives way to the others.
 */
import type { Id, PartialDate } from '../../base/values.js';
import type { Briefing } from '../../briefing/briefing.js';
import { dateOfPosition, dayOfPosition } from '../../ledger/ledger.js';
import { maxLengths } from '../../base/limits.js';
import { areAlike, readIssue, type ReadIssue } from '../alike-issues.js';
import type { Range } from '../../text/range.js';
import type { NamedTopic, Topic, WordsOfText } from './words-of-text.js';

/** Why it is offered. */
export type OfferReason =
  /** Its actor took a position on it, the last time then; `null` where that has no date. */
  | { readonly is: 'spoke-on-it'; readonly on: PartialDate | null }
  | { readonly is: 'in-briefing' }
  /** The statement names it, and another briefing of the library has it as an issue. */
  | { readonly is: 'in-library' }
  /** The statement names it, and so do others: so many actors of the text in all. */
  | { readonly is: 'words-of-text'; readonly actors: number }
  /** What the drafter reads the statement, or another of the text, to be about. */
  | { readonly is: 'drafted' };

export interface OfferedIssue {
  /** Of the briefing's issue; `null` of one that would be new. */
  readonly id: Id | null;
  readonly wording: string;
  readonly why: OfferReason;
  /** The statement says enough of it to be taken for one on it. */
  readonly isNamed: boolean;
}

/** One statement, or words that a person selected. */
export interface SaidOnIssue {
  readonly words: string;
  /** Where they stand in the text that was drafted; `null` where they do not. */
  readonly place: Range | null;
  /** Of the briefing; `null` where the briefing does not know who says it. */
  readonly actor: Id | null;
  /** The issue that the drafter reads in it; `null` for none. */
  readonly drafted: string | null;
}

/** As many as there are digits to choose by with one hand. */
export const mostOffered = 6;
/** Issues that an actor spoke on before, of which the statement says too little: they stand last. */
const mostSpoken = 2;
/** Matters of the statement that nobody else names. */
const mostOwn = 3;
/** Of the issues used last, and where a briefing has no more: they are offered whatever the statement names. */
const mostRecent = 3;
/** Words that tell something, of an issue that is read at a glance. */
const mostWords = 6;

/** At most `mostOffered`, no two worded alike. */
export function offerIssues(
  said: SaidOnIssue,
  { issues, positions }: Pick<Briefing, 'issues' | 'positions'>,
  text: WordsOfText
): readonly OfferedIssue[] {
  const words = readIssue(`${said.words} ${said.drafted ?? ''}`).words;
  const drafted = said.drafted === null ? null : readIssue(said.drafted);
  const known = issuesInUse(said, words, drafted, { issues, positions });
  const fitting = known.filter(({ offered: { isNamed } }) => isNamed);
  const recent: readonly (Id | null)[] =
    issues.length <= mostRecent ? issues.map(({ id }) => id) : lastUsed(positions);
  const others = known.filter(({ offered: { id, isNamed } }) => !isNamed && recent.includes(id));
  const inUse = [...fitting, ...others].map(({ offered }) => offered);

  const read = said.drafted === null ? [] : [offer(said.drafted, { is: 'drafted' })];
  const { library, shared, own } = topicsOf(said.place, text);
  // What others take sides on, where the statement names it too.
  const sidesOfOthers = text.issues.filter((each) => {
    const other = readIssue(each);
    return sharedWords(other.words, words) === other.words.size;
  });
  const phrases = shared.filter(({ isSpecific }) => isSpecific);
  const fresh = [
    ...library.map(offerTopic),
    ...phrases.map(offerTopic),
    ...own.slice(0, 1).map(offerTopic),
    ...shared.map(offerTopic),
    ...own.map(offerTopic),
    ...sidesOfOthers.map((wording) => offer(wording, { is: 'drafted' }))
  ];
  // A briefing with many issues leaves a digit for words that others say, and one for what was read here.
  const used = new Offered(inUse);
  const named = [...library, ...shared, ...own].map(offerTopic);
  const wanted = [named[0], read[0] ?? named[1]].filter((each) => each && !used.has(each));
  const room = mostOffered - others.length;
  // Of the two, one gives way where the words name many issues of the briefing.
  const kept = Math.max(room - wanted.length, Math.min(fitting.length, room - 1));
  const offered = new Offered(
    [...fitting.slice(0, kept), ...others].map(({ offered: own }) => own)
  );
  const isRead = read[0] === undefined || offered.has(read[0]);
  // Of “I will not” nobody could tell what it is on: what its actor spoke on lately may be it.
  const spoken = known
    .filter(({ isSpoken, offered: own }) => isSpoken && !own.isNamed && !inUse.includes(own))
    .slice(0, mostSpoken)
    .map(({ offered: own }) => own);
  const most = mostOffered - Math.min(1, spoken.length);
  offered.addUpTo([...library, ...phrases].map(offerTopic), most - (isRead ? 0 : 1));
  offered.addUpTo([...read, ...fresh], most);
  if (spoken.length === 0 && offered.all.every(isOneWord)) {
    // What the article's people take sides on, beside next to nothing; none of the words choose it.
    const ofText = text.issues.map((wording) => offer(wording, { is: 'drafted' }));
    const unnamed = ofText.slice(0, mostRecent).map((each) => ({ ...each, isNamed: false }));
    offered.addUpTo(unnamed, mostOffered);
  }
  return [...offered.all, ...spoken].slice(0, mostOffered);
}

/** A single word of the statement, which nobody else says. */
function isOneWord({ wording, why }: OfferedIssue): boolean {
  return why.is === 'words-of-text' && why.actors <= 1 && readIssue(wording).words.size <= 1;
}

/** What the words name: what the library has, what others name as well, and what they name as a whole. */
function topicsOf(
  place: Range | null,
  text: WordsOfText
): Readonly<Record<'library' | 'shared' | 'own', readonly Topic[]>> {
  const here = place
    ? text.named.filter(({ start, end }) => start >= place.start && end <= place.end)
    : [];
  const named = new Set(here.flatMap(({ topic, wider }) => [topic, ...wider]));
  const library = [...named].filter(({ inLibrary }) => inLibrary);
  const isShared = ({ actors, statements }: Topic) => actors > 1 || statements > 1;
  const all = [...named].filter(isShared);
  const shared = all
    .filter((topic) => !all.some((other) => saysLess(topic, other)))
    .sort(
      (a, b) =>
        Number(b.actors > 1) - Number(a.actors > 1) ||
        Number(b.isSpecific) - Number(a.isSpecific) ||
        b.actors - a.actors ||
        b.statements - a.statements ||
        b.words.size - a.words.size
    );
  const brief = here.filter(({ topic }) => topic.words.size <= mostWords && !all.includes(topic));
  const wholeOf = (each: NamedTopic) =>
    brief.find(
      ({ start, end, topic }) => topic !== each.topic && start <= each.start && end >= each.end
    );
  const ranked = brief
    .map((each) => ({ topic: each.topic, whole: wholeOf(each) }))
    // The same matter in fewer words, which nobody else says, is no other.
    .filter(({ topic, whole }) => !whole?.wider.includes(topic))
    .sort(
      (a, b) =>
        Number(b.topic.isSpecific) - Number(a.topic.isSpecific) ||
        Number(a.whole !== undefined) - Number(b.whole !== undefined) ||
        b.topic.times - a.topic.times
    )
    .map(({ topic }) => topic);
  // One word alone says little, where others say more.
  const specific = ranked.filter(({ isSpecific }) => isSpecific);
  const own = specific.length > 0 || shared.length > 0 ? specific : ranked;
  return { library, shared, own: [...new Set(own)].slice(0, mostOwn) };
}

/** A part of what is said no more often. */
function saysLess(part: Topic, whole: Topic): boolean {
  return (
    part.words.size < whole.words.size &&
    sharedWords(part.words, whole.words) === part.words.size &&
    part.actors <= whole.actors &&
    part.statements <= whole.statements
  );
}

function offerTopic({ wording, actors, inLibrary }: Topic): OfferedIssue {
  return offer(wording, inLibrary ? { is: 'in-library' } : { is: 'words-of-text', actors });
}

/** The issues of the positions that were recorded last, the latest first. */
function lastUsed(positions: Briefing['positions']): readonly Id[] {
  const latest = positions
    .toReversed()
    .sort((a, b) => Date.parse(b.recordedAt) - Date.parse(a.recordedAt));
  return [...new Set(latest.map(({ issue }) => issue))].slice(0, mostRecent);
}

interface KnownIssue {
  readonly offered: OfferedIssue;
  readonly isSpoken: boolean;
}

/** Those that the actor spoke on before, then those that share the most words, then what most speak on. */
function issuesInUse(
  said: SaidOnIssue,
  own: ReadonlySet<string>,
  drafted: ReadIssue | null,
  { issues, positions }: Pick<Briefing, 'issues' | 'positions'>
): readonly KnownIssue[] {
  const roots = new Set([...own].map(rootOf));
  const byIssue = new Map<Id, typeof positions>();
  for (const each of positions) {
    byIssue.set(each.issue, [...(byIssue.get(each.issue) ?? []), each]);
  }
  return issues
    .map((issue) => {
      const all = byIssue.get(issue.id) ?? [];
      const spoken = all.filter(({ actor }) => actor === said.actor);
      const latest = spoken.reduce<(typeof spoken)[number] | null>(
        (best, each) =>
          best && (dayOfPosition(best) ?? '') >= (dayOfPosition(each) ?? '') ? best : each,
        null
      );
      const read = readIssue(issue.wording);
      const isDrafted = drafted !== null && areAlike(read, drafted);
      const shared = [...read.words].filter((word) => roots.has(rootOf(word))).length;
      const why: OfferReason = latest
        ? { is: 'spoke-on-it', on: dateOfPosition(latest) }
        : { is: 'in-briefing' };
      const isNamed = isDrafted || isSaid(read, shared, roots);
      return {
        offered: { id: issue.id, wording: issue.wording, why, isNamed },
        isSpoken: latest !== null,
        isDrafted,
        shared,
        day: (latest && dayOfPosition(latest)) ?? '',
        actors: new Set(all.map(({ actor }) => actor)).size
      };
    })
    .sort(
      (a, b) =>
        Number(b.isSpoken) - Number(a.isSpoken) ||
        Number(b.isDrafted) - Number(a.isDrafted) ||
        b.shared - a.shared ||
        (a.day === b.day ? 0 : a.day < b.day ? 1 : -1) ||
        b.actors - a.actors
    );
}

/** Half of its words, and that which it is about; of a question, of which nobody knows that, two, where it has more. */
function isSaid({ words, head }: ReadIssue, shared: number, roots: ReadonlySet<string>): boolean {
  if (shared === words.size) return shared > 0;
  if (shared * 2 < words.size) return false;
  if (shared > 1) return true;
  return head === null ? words.size <= 2 : roots.has(rootOf(head));
}

/** Enough to join “closing”, “closure” and “closed”. */
export function rootOf(word: string): string {
  return word.length < 5 ? word : word.replace(/(?:ations?|ings?|ures?|ments?|ed|es|e|s)$/, '');
}

function offer(wording: string, why: OfferReason): OfferedIssue {
  return { id: null, wording: wording.slice(0, maxLengths.issue), why, isNamed: true };
}

function sharedWords(words: ReadonlySet<string>, own: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (own.has(word)) shared += 1;
  return shared;
}

/** A growing list in which nothing new is worded like what is in use, or in the words of one before it. */
class Offered {
  readonly #all: OfferedIssue[];
  readonly #inUse: readonly ReadIssue[];
  readonly #fresh = new Set<string>();

  /** @param inUse issues of the briefing: what a person worded differently stays two. */
  constructor(inUse: readonly OfferedIssue[]) {
    this.#all = [...inUse];
    this.#inUse = inUse.map(({ wording }) => readIssue(wording));
  }

  get all(): readonly OfferedIssue[] {
    return this.#all;
  }

  has({ wording }: OfferedIssue): boolean {
    const read = readIssue(wording);
    return this.#fresh.has(keyOf(read)) || this.#inUse.some((known) => areAlike(known, read));
  }

  addUpTo(more: readonly OfferedIssue[], most: number): void {
    for (const each of more) {
      if (this.#all.length >= most) return;
      if (each.wording.trim() === '' || this.has(each)) continue;
      this.#all.push(each);
      this.#fresh.add(keyOf(readIssue(each.wording)));
    }
  }
}

/** The same of wordings that differ only in words that tell nothing. */
function keyOf({ words, folded }: ReadIssue): string {
  return words.size === 0 ? folded : [...words].sort().join(' ');
}

/** @param tellDate in the person's own way. */
export function whyOffered(why: OfferReason, tellDate: (date: PartialDate) => string): string {
  switch (why.is) {
    case 'spoke-on-it':
      return why.on === null ? 'spoke on it' : `spoke on it, ${tellDate(why.on)}`;
    case 'in-briefing':
      return 'in this briefing';
    case 'in-library':
      return 'in the library';
    case 'words-of-text':
      return why.actors > 1 ? `${why.actors} speak of it` : 'words of the text';
    case 'drafted':
      return 'as drafted';
  }
}
