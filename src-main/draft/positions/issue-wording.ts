/** The object of a word that takes sides → the wording of the issue: its noun phrase, or the clause of what is to be. */
import { canSpeak, isPaper } from '../attributions/speakers.js';
import {
  isNominal,
  isPossessiveMark,
  isTemporal,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import type { Reading } from '../reading/reading.js';
import { type Token, wordSet } from '../reading/tagger.js';
import { inActive, lemmaOfGerund } from './deed-wording.js';
import { closes, isVerb, mostTokens, phraseExtent } from './object-phrase.js';
import { emptyNouns, passingOn, undoes, undoingNouns } from './stance-cues.js';

export interface IssueObject {
  readonly wording: string;
  /** UTF-16 offsets of the object in the text. */
  readonly start: number;
  readonly end: number;
  /** The noun that it is about, in lower case; `null` for a clause. */
  readonly head: string | null;
  /** Only "the plan": which one, the text says elsewhere or not at all. */
  readonly vague: boolean;
  /** Only "her motion": nothing but a plan of hers may be meant. */
  readonly owned: boolean;
  /** What a clause is about by its verb: "close" of "close the road"; `null` of a noun phrase. */
  readonly verb: Token | null;
  /** The matter within: "the road" of "close the road", "the tax" of "repeal of the tax". */
  readonly inner: IssueObject | null;
  /** What "it" refers to, where the object is no more than that. */
  readonly is?: IssueObject;
  /** Whether whoever is for it is against the matter within. */
  readonly undoes: boolean;
}

/** UTF-16 units: an issue is read at a glance. */
const longest = 72;
const leadingWords =
  /^(?:the|a|an|any|all|this|that|these|those|such|his|her|its|their|our|my|your|some|more)\s+(?=\S)/i;
/** Go on with the deed that they are about. */
const deedNouns = wordSet(`
  plan plans proposal proposals decision decisions move moves bid bids push call calls demand demands request
  requests appeal plea bill bills motion petition pledge suggestion efforts effort measure measures idea campaign
  attempt attempts
`);
const things = wordSet(`
  merger mergers transfer transfers tower towers charter barrier barriers shelter shelters tender waiver waivers
  corridor reactor reactors disorder guarantee guarantees fee fees law laws lawsuit lawsuits ruling verdict review inquiry petition
  guidelines survey study school schools hospital hospitals fund army navy commission referee filter coalition papers figures data
  offer offers findings minutes letters letter ad ads campaign campaigns strike numbers statistics estimates mandate register voucher vouchers
`);
/** Those that are named besides the words for who speaks. */
const people = wordSet(`
  rival rivals opponent opponents president presidents child children kid kids youth family families community
  communities colleague colleagues girl girls boy boys brother sister troops forces fighters team teams guest guests
`);
/** A name that ends in one of these is that of a measure, whoever the finder of names took it for. */
const measureNames =
  /\b(?:Act|Bill|Deal|Plan|Treaty|Agreement|Accords?|Pact|Amendment|Proposition|Proposal|Protocol|Convention|Resolution|Law|Referendum|Rule|Tax|Project|Initiative)$/;

/** Whether somebody bears the name that stands in this range. */
export type IsActor = (start: number, end: number) => boolean;

/** Where an issue is sought. */
export interface Sought {
  readonly reading: Reading;
  readonly tokens: readonly Token[];
  /** The last token that may belong to it. */
  readonly max: number;
  /** Without it every name may be that of a matter. */
  readonly isActor?: IsActor;
}

/** The object that starts at the token `from`, or `null` where it names no matter: a person, a pronoun, a time. */
export function issueAt(sought: Sought, from: number): IssueObject | null {
  const { reading, tokens, max } = sought;
  let first = from;
  while (/^[“”]$/.test(tokens[first]?.text ?? '')) first++;
  const opener = tokens[first];
  if (!opener || first > max || /^(?:no|not|neither|none)$/.test(opener.lower)) return null;
  if (isGerund(opener, tokens[first + 1])) return clauseAt({ reading, tokens, max }, first);
  const passed = passedOn(tokens, first);
  if (passed !== null) return issueAt(sought, passed);
  const deed = deedOfNoun(sought, first);
  if (deed) return deed;
  const phrase = matterAt(sought, first);
  if (!phrase) return null;
  const { last, noun, head } = phrase;
  // "supports what it does", "backed a plan is dead": a clause, which is no object.
  const next = tokens[last + 1];
  if (next?.pos === 'AUX' && last < max) return null;
  const issue = toIssue(sought, first, tailEnd(tokens, last, max), noun.lower);
  // "the withdrawal of the reform", "an end to the strike"
  const of = tokens[head + 1];
  if (undoingNouns.has(noun.lower) && of && /^(?:of|to|on)$/.test(of.lower)) {
    const inner = issueAt({ ...sought, max: last }, head + 2);
    return { ...issue, inner, undoes: inner !== null };
  }
  return issue;
}

/** With "into how it was chosen", "that no school would close", where that is short. */
function tailEnd(tokens: readonly Token[], last: number, max: number): number {
  const next = tokens[last + 1]?.lower ?? '';
  const opens =
    (/^(?:into|on|about|over)$/.test(next) &&
      /^(?:how|whether|why|who|what)$/.test(tokens[last + 2]?.lower ?? '')) ||
    (next === 'that' && /^(?:guarantee|assurance)s?$/.test(tokens[last]?.lower ?? ''));
  if (!opens) return last;
  let end = last + 2;
  while (end < max && !/^[.,;:?!”—]$/.test(tokens[end + 1]?.text ?? '')) end++;
  return end - last > 7 ? last : end;
}

/** What "a plan to close schools" and "the demand that schools be closed" are about: the deed itself. */
function deedOfNoun(sought: Sought, first: number): IssueObject | null {
  const { tokens, max } = sought;
  let at = first;
  while (at < first + 6 && !deedNouns.has(tokens[at]?.lower ?? '')) {
    const token = tokens[at];
    if (!token || !(/^(?:DET|ADJ|NUM|PROPN|NOUN)$/.test(token.pos) || isOwning(token))) return null;
    at++;
  }
  if (!deedNouns.has(tokens[at]?.lower ?? '')) return null;
  let next = at + 1;
  if (/^(?:by|from)$/.test(tokens[next]?.lower ?? '')) {
    const whom = phraseStartingAt(tokens, next + 1, max);
    if (whom) next = whom[1] + 1;
  }
  const mark = tokens[next]?.lower;
  if (mark === 'that') return whatIsToBe(sought, next + 1);
  return mark === 'to' && isVerb(tokens[next + 1]) ? clauseAt(sought, next + 1) : null;
}

function isOwning(token: Token): boolean {
  return isPossessiveMark(token) || /^(?:his|her|its|their|our|my)$/.test(token.lower);
}

/** The noun phrase from the token `first`, or `null` where it names no matter. */
export function matterAt(
  { reading, tokens, max, isActor }: Sought,
  first: number
): { readonly last: number; readonly head: number; readonly noun: Token } | null {
  const opener = tokens[first];
  const { last, head } = phraseExtent(tokens, first, max);
  const noun = tokens[head];
  if (!opener || !noun || (opener.pos === 'PRON' && !leadingWords.test(`${opener.text} x`)))
    return null;
  if (noun.pos !== 'NOUN' && noun.pos !== 'PROPN') return null;
  if (isTemporal(noun) || emptyNouns.has(noun.lower) || !/\p{L}{2}/u.test(noun.text)) return null;
  const named = reading.clean.slice(opener.start, noun.end);
  if (noun.pos === 'PROPN') {
    if (!measureNames.test(named) && isActor?.(opener.start, noun.end)) return null;
  } else if (speaks(noun) && !isPaper(noun) && !isThing(noun.lower)) return null;
  // "the calling-in"
  const [mark, particle] = tokens.slice(last + 1);
  const isCut = mark?.text === '-' && /^(?:in|on|up|off|out|back)$/.test(particle?.lower ?? '');
  if (isCut) return null;
  if (people.has(noun.lower) || /^\W|^s\b/.test(opener.text)) return null;
  return { last, head, noun };
}

/** The clause from `from`, whose verb it begins with: "close the road", "building the dam"; or of "that". */
export function clauseAt(sought: Sought, from: number): IssueObject | null {
  const { tokens, max } = sought;
  let i = from;
  if (/ing$/.test(tokens[i]?.lower ?? '')) i++;
  while (i <= max && (isVerb(tokens[i]) || tokens[i]?.pos === 'ADV' || tokens[i]?.lower === 'not'))
    i++;
  if (i === from || i > max + 1) return null;
  // "phase out coal", "pull back from the border", "close all of the bay"
  if (/^(?:out|up|down|off|back|away|in|on|for|to|with|from)$/.test(tokens[i]?.lower ?? '')) i++;
  if (tokens[i]?.pos === 'ADP' && /^(?:to|from|with|in|of|on)$/.test(tokens[i]?.lower ?? '')) i++;
  if (tokens[i + 1]?.lower === 'of' && /^(?:all|half|most|parts?)$/.test(tokens[i]?.lower ?? ''))
    i += 2;
  const opener = tokens[i];
  if (!opener || (opener.pos === 'PRON' && !leadingWords.test(`${opener.text} x`))) return null;
  const { last, head } = phraseExtent(tokens, i, max);
  const noun = tokens[head];
  if (!noun || !isNominal(noun) || isTemporal(noun)) return null;
  const verb = tokens[from] ?? null;
  const lemma = verb && (/ing$/.test(verb.lower) ? lemmaOfGerund(verb) : verb.lower);
  const issue = toIssue(sought, from, last, null);
  const innerAt = opener.pos === 'PRON' || noun.pos === 'PRON' ? deedOfNoun : issueAt;
  const inner = innerAt({ ...sought, max: last }, i);
  const isUndone =
    lemma !== null && (undoes(lemma) || (lemma === 'roll' && tokens[from + 1]?.lower === 'back'));
  return { ...issue, verb, inner, undoes: isUndone && inner !== null };
}

/** "the road be closed", behind "demanded that". */
export function whatIsToBe(sought: Sought, from: number): IssueObject | null {
  const { reading, tokens, max } = sought;
  if (tokens[from]?.pos === 'PRON') return null;
  let last = from;
  while (last < max && last - from < mostTokens && !closes(tokens[last + 1])) last++;
  const words = tokens.slice(from, last + 1);
  if (!words.some(isVerb) || words.length < 3) return null;
  const issue = toIssue(sought, from, last, null);
  return issue.end === tokens[last]?.end
    ? { ...issue, wording: inActive(reading, words) ?? issue.wording }
    : null;
}

/** "building the dam", whatever the tagger takes the word for; not "building regulations". */
export function isGerund(token: Token, next: Token | undefined): boolean {
  if (!/.{2}ing$/.test(token.lower) || token.pos === 'PROPN') return false;
  const hasObject =
    /^(?:DET|PROPN)$/.test(next?.pos ?? '') || /^(?:his|her|its|their)$/.test(next?.lower ?? '');
  return token.pos === 'VERB' || hasObject;
}

function speaks(noun: Token): boolean {
  const one = noun.lower.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
  return canSpeak(noun) || canSpeak({ ...noun, lower: one });
}

/** Words that look like those for people, or speak at times, and are what somebody is for or against as well. */
function isThing(noun: string): boolean {
  return things.has(noun) || /over$/.test(noun);
}

/** The token behind "calls for", whose object is what is at issue. */
function passedOn(tokens: readonly Token[], first: number): number | null {
  for (let i = first; i < first + 4; i++) {
    const token = tokens[i];
    if (!token) return null;
    if (passingOn.has(token.lower) && tokens[i + 1]?.lower === 'for') return i + 2;
    if (!/^(?:DET|ADJ|NUM|VERB)$/.test(token.pos)) return null;
  }
  return null;
}

function toIssue(
  { reading, tokens }: Sought,
  first: number,
  last: number,
  head: string | null
): IssueObject {
  let end = last;
  const lengthTo = (at: number) => (tokens[at]?.end ?? 0) - (tokens[first]?.start ?? 0);
  // Cut where a preposition or "and" hangs more on it; never "a group" off "of powers", or "Iran" off "and the powers".
  while (end > first && lengthTo(end) > longest) {
    do end--;
    while (end > first && !hangsMore(tokens, first, end + 1));
  }
  if (end === first) end = last;
  const range = { start: tokens[first]?.start ?? 0, end: tokens[end]?.end ?? 0 };
  const wording = wordingOf(reading.text.slice(range.start, range.end));
  const isDefinite = /^(?:the|this|that|these|those)$/.test(tokens[first]?.lower ?? '');
  const isBare = head !== null && !/\s/.test(wording);
  return {
    ...range,
    wording,
    head,
    vague: isBare && isDefinite,
    owned: isBare && /^(?:its|his|her|their|our|my)$/.test(tokens[first]?.lower ?? ''),
    verb: null,
    inner: null,
    undoes: false
  };
}

/** Whether the words from `at` on may be left out of what begins at `first`. */
function hangsMore(tokens: readonly Token[], first: number, at: number): boolean {
  const { pos, lower } = tokens[at] ?? {};
  if (pos === 'CCONJ')
    return !tokens.slice(first, at).some((each) => /^(?:between|both)$/.test(each.lower));
  return pos === 'ADP' && lower !== 'of';
}

/** Without articles and quotation marks, in one line. */
export function wordingOf(words: string): string {
  const plain = words
    .replace(/["“”„«»]|''|``/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = plain
    .replace(leadingWords, '')
    .replace(leadingWords, '')
    .replace(/[\s.,;:]+$/, '');
  return cut.length > longest + 20 ? `${cut.slice(0, longest).replace(/\s+\S*$/, '')}…` : cut;
}
