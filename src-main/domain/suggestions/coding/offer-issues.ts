/**
 * Which issues a statement is offered: a short list, in an order in which statements of different actors meet
 * on one. Pure. It decides nothing: a person takes one, words another, or keeps the statement without.
 */
import type { Id, PartialDate } from '../../base/values.js';
import type { Briefing } from '../../briefing/briefing.js';
import { dateOfPosition, dayOfPosition } from '../../ledger/ledger.js';
import { maxLengths } from '../../base/limits.js';
import { areAlike, readIssue, type ReadIssue } from '../alike-issues.js';
import type { WordsOfText } from './words-of-text.js';

/** Why it is offered. */
export type OfferReason =
  /** Its actor took a position on it, the last time then; `null` where that has no date. */
  | { readonly is: 'spoke-on-it'; readonly on: PartialDate | null }
  | { readonly is: 'in-briefing' }
  /** Several actors of the text say these words. */
  | { readonly is: 'words-of-text' }
  /** What the drafter reads the statement, or another of the text, to be about. */
  | { readonly is: 'drafted' };

export interface OfferedIssue {
  /** Of the briefing's issue; `null` of one that would be new. */
  readonly id: Id | null;
  readonly wording: string;
  readonly why: OfferReason;
}

/** One statement, or words that a person selected. */
export interface SaidOnIssue {
  readonly words: string;
  /** Of the briefing; `null` where the briefing does not know who says it. */
  readonly actor: Id | null;
  /** The issue that the drafter reads in it; `null` for none. */
  readonly drafted: string | null;
}

/** As many as there are digits to choose by with one hand. */
export const mostOffered = 6;
/** Phrases that the statement itself does not share, to meet others on. */
const mostElsewhere = 2;

/** At most `mostOffered`, no two of which are worded alike. */
export function offerIssues(
  said: SaidOnIssue,
  { issues, positions }: Pick<Briefing, 'issues' | 'positions'>,
  text: WordsOfText
): readonly OfferedIssue[] {
  const words = readIssue(`${said.words} ${said.drafted ?? ''}`).words;
  const drafted = said.drafted === null ? null : readIssue(said.drafted);
  const inUse = issuesInUse(said, words, drafted, { issues, positions });

  const shares = (of: ReadonlySet<string>) => sharedWords(of, words);
  const isWithin = ({ words }: { readonly words: ReadonlySet<string> }) =>
    shares(words) === words.size;
  const isOfSeveral = ({ actors }: { readonly actors: number }) => actors > 1;
  const touching = text.phrases.filter((each) =>
    isOfSeveral(each) ? shares(each.words) > 0 : isWithin(each)
  );
  const elsewhere = text.phrases.filter((each) => isOfSeveral(each) && !touching.includes(each));
  const own = [...touching.filter(isWithin), ...touching.filter((each) => !isWithin(each))].map(
    ({ wording }) =>
      // What the drafter reads tells more than a part of it.
      said.drafted !== null && drafted !== null && areAlike(readIssue(wording), drafted)
        ? offer(said.drafted, { is: 'drafted' })
        : offer(wording, { is: 'words-of-text' })
  );
  const read = said.drafted === null ? [] : [offer(said.drafted, { is: 'drafted' })];
  const others = [
    ...text.issues
      .filter((each) => shares(readIssue(each).words) > 1)
      .map((wording) => offer(wording, { is: 'drafted' })),
    ...elsewhere
      .slice(0, mostElsewhere)
      .map(({ wording }) => offer(wording, { is: 'words-of-text' }))
  ];
  // A briefing with many issues leaves a digit for words that others say, and one for what was read here.
  const kept = new Offered(inUse);
  const reserved = [own[0], read[0]].filter((each) => each && !kept.has(each)).length;
  const offered = new Offered(inUse.slice(0, mostOffered - reserved));
  offered.addUpTo(own, mostOffered - (read[0] && !offered.has(read[0]) ? 1 : 0));
  offered.addUpTo([...read, ...others], mostOffered);
  return offered.all;
}

/** Those that the actor spoke on before, then those that share the most words, then what most speak on. */
function issuesInUse(
  said: SaidOnIssue,
  own: ReadonlySet<string>,
  drafted: ReadIssue | null,
  { issues, positions }: Pick<Briefing, 'issues' | 'positions'>
): readonly OfferedIssue[] {
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
      const why: OfferReason = latest
        ? { is: 'spoke-on-it', on: dateOfPosition(latest) }
        : { is: 'in-briefing' };
      return {
        offered: { id: issue.id, wording: issue.wording, why },
        isSpoken: latest !== null,
        isDrafted: drafted !== null && areAlike(read, drafted),
        shared: sharedWords(read.words, own),
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
    )
    .map(({ offered }) => offered);
}

function offer(wording: string, why: OfferReason): OfferedIssue {
  return { id: null, wording: wording.slice(0, maxLengths.issue), why };
}

function sharedWords(words: ReadonlySet<string>, own: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (own.has(word)) shared += 1;
  return shared;
}

/** A growing list in which no wording is like one before it. */
class Offered {
  readonly #all: OfferedIssue[];
  readonly #read: ReadIssue[];

  /** @param inUse issues of the briefing: what a person worded differently stays two. */
  constructor(inUse: readonly OfferedIssue[]) {
    this.#all = [...inUse];
    this.#read = inUse.map(({ wording }) => readIssue(wording));
  }

  get all(): readonly OfferedIssue[] {
    return this.#all;
  }

  has({ wording }: OfferedIssue): boolean {
    const read = readIssue(wording);
    return this.#read.some((known) => areAlike(known, read));
  }

  addUpTo(more: readonly OfferedIssue[], most: number): void {
    for (const each of more) {
      if (this.#all.length >= most) return;
      if (each.wording.trim() === '' || this.has(each)) continue;
      this.#all.push(each);
      this.#read.push(readIssue(each.wording));
    }
  }
}

/** @param tellDate in the person's own way. */
export function whyOffered(why: OfferReason, tellDate: (date: PartialDate) => string): string {
  switch (why.is) {
    case 'spoke-on-it':
      return why.on === null ? 'spoke on it' : `spoke on it, ${tellDate(why.on)}`;
    case 'in-briefing':
      return 'in this briefing';
    case 'words-of-text':
      return 'words of the text';
    case 'drafted':
      return 'as drafted';
  }
}
