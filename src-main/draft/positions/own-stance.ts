/**
 * Attribution → the stance that its own words take, with the object that they take it on.
 *
 * Only a verb or noun of taking a stance counts, said of the speaker: never the mood of other words, nor what
 * somebody denies, asks, supposes, or says of a third person.
 */
import { cueLemmaOf } from '../attributions/cues.js';
import type { FoundAttribution } from '../attributions/find-attributions.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import type { Draft } from '../../domain/suggestions/draft.js';
import type { Range } from '../../domain/text/range.js';
import { clauseAt, type IsActor, issueAt, type IssueObject } from './issue-wording.js';
import {
  addressing,
  bindingVerbs,
  deedCueOf,
  type SideTaken,
  type StanceCue,
  stanceCueOf,
  stanceNouns,
  voicing
} from './stance-cues.js';
import { conditionBehind, conditionWords, denied, isRuledOut } from './stance-limits.js';
import { deedOfWhom, objectOf, onMatter, type StanceObject } from './stance-object.js';

export type FoundStance = Draft['positions'][number]['stance'];

export interface ExplicitStance {
  readonly stance: FoundStance;
  readonly issue: IssueObject;
  /** The words that say it, from the verb or the speaker to the end of the object or its condition. */
  readonly words: Range;
  /** By which words, for the person who confirms it. */
  readonly why: readonly string[];
}

const supposing = /^(?:if|whether|unless|suppose|supposing|should|were|lest)$/;
/** UTF-16 units of words that are shown whole; of longer ones the speaker goes. */
const mostWords = 400;
/** The stance that the attribution's own verb or noun takes; `null` where it takes none. */
export function ownStance(
  reading: Reading,
  attribution: FoundAttribution,
  isActor: IsActor
): ExplicitStance | null {
  const sentence = reading.sentences[attribution.sentence];
  const { cue, content, source } = attribution;
  const [first] = content;
  if (!sentence || !cue || !first || !source || !cue.end) return null;
  const { tokens } = sentence;
  const cueWords = reading.clean.slice(cue.start, cue.end).toLowerCase();
  if (isSupposed(sentence, source) || isNobody(reading, source) || isRestrictive(sentence, source))
    return null;
  const start = tokens.findIndex((token) => token.start >= first.start);
  const max = tokens.findLastIndex((token) => token.end <= Math.max(first.end, cue.end));
  const cueFirst = tokens.findIndex((token) => token.start >= cue.start);
  const cueLast = tokens.findLastIndex((token) => token.end <= cue.end);
  if (start < 0 || isRuledOut(tokens, cueFirst)) return null;
  if (isParticipleOfNoun(tokens, cueFirst)) return null;
  const object = objectOfCue(reading, attribution, tokens, { start, max, cueLast }, isActor);
  if (!object) return null;
  const isPassive = first.start < cue.start;
  const side = denied(object.side, attribution.negated, cueWords, attribution.lemma);
  if (!side || (isPassive && attribution.negated)) return null;
  const modal =
    /\b(?:may|might|could|should|can|must|ought)\b/.test(cueWords) && side === object.side;
  if (modal) return null;
  const objectEnd = isPassive ? cue.end : object.issue.end;
  const found = conditionBehind(
    reading,
    sentence,
    objectEnd,
    Math.max(first.end, objectEnd),
    source
  );
  const limit = found ? Math.max(found.end, objectEnd) : breathEnd(reading, objectEnd, first.end);
  const why = [`cue: ${object.cue ?? cueWords.replace(/\s+/g, ' ')}`];
  const from = Math.min(source.start, cue.start, first.start);
  const end = Math.max(limit, source.end, cue.end);
  const words = { start: end - from > mostWords ? cue.start : from, end };
  if (!found) return { stance: side, issue: object.issue, words, why };
  return {
    stance: 'conditional',
    issue: object.issue,
    words: { ...words, start: Math.min(words.start, found.start) },
    why: [...why, `condition: ${found.marker}`]
  };
}

/** Where the words pause behind the object: what comes then is about something else. */
function breathEnd({ clean }: Reading, from: number, to: number): number {
  const pause = clean.slice(from, Math.max(from, to)).search(/\s*(?:[,;:.!?[(—–]|\s-\s)/);
  return pause < 0 ? Math.max(from, to) : from + pause;
}

interface Places {
  /** Tokens: the first of what is said, the last of it, and the last of the cue. */
  readonly start: number;
  readonly max: number;
  readonly cueLast: number;
}

function objectOfCue(
  reading: Reading,
  { lemma, link, rule, cue, content, negated }: FoundAttribution,
  tokens: readonly Token[],
  { start, max, cueLast }: Places,
  isActor: IsActor
): StanceObject | null {
  if (link === 'before' || link === 'question') return null;
  const last = tokens[cueLast];
  const word =
    last && cueLemmaOf(last.lower) !== lemma && last.lower !== lemma
      ? `${lemma} ${last.lower}`
      : lemma;
  const named = stanceCueOf(word);
  if (rule.endsWith(', passive')) {
    const isBefore = cue !== null && (content[0]?.start ?? 0) < cue.start;
    // Of theories it is said in the passive: "variants have been proposed by researchers".
    if (!named || !isBefore || word !== lemma || lemma === 'propose') return null;
    const end = tokens.findLastIndex((token) => token.end <= (content[0]?.end ?? 0));
    return onMatter(named, issueAt(reading, tokens, start, end, isActor));
  }
  const cueText = reading.clean.slice(cue?.start, cue?.end);
  const onBound = ({ cue, word, next }: BoundCue, before: string) => {
    const found = onMatter(cue, objectOf(reading, tokens, word, next, max, isActor));
    return found && { ...found, cue: `${before} to ${word}`.toLowerCase() };
  };
  if (named && addressing.has(lemma)) {
    // "urged lawmakers to oppose vouchers": against vouchers, not for opposing them.
    const deed = deedOfWhom(tokens, start, max);
    const bound = deed === null ? null : boundCue(tokens, deed);
    if (bound) return onBound(bound, `${cueText} …`);
  }
  if (named) return onMatter(named, objectOf(reading, tokens, word, start, max, isActor), negated);
  if (bindingVerbs.has(lemma)) {
    const to =
      tokens[start]?.lower === 'to' ? start : tokens[start + 1]?.lower === 'to' ? start + 1 : -1;
    const deed = tokens[to + 1];
    if (to < 0 || !deed) return null;
    // "committed in principle to guarantees"
    const given = deed.pos === 'VERB' ? undefined : stanceCueOf(`${lemma} to`);
    if (given) return onMatter(given, issueAt(reading, tokens, to + 1, max, isActor), negated);
    const bound = boundCue(tokens, to + 1);
    if (bound) return onBound(bound, cueText);
    if (lemma !== 'vote') return null;
    const issue = clauseAt(reading, tokens, to + 1, max);
    return issue && { side: 'supports', issue, cue: `${cueText} to`.toLowerCase() };
  }
  if (voicing.has(lemma)) {
    const noun = stanceNounAt(tokens, start);
    const issue = noun && issueAt(reading, tokens, noun.next, max, isActor);
    return issue && { side: noun.side, issue, cue: `${cueText} ${noun.words}`.toLowerCase() };
  }
  if (lemma === 'offer' && tokens[start]?.lower === 'to') {
    const issue = clauseAt(reading, tokens, start + 1, max);
    const rest = issue && reading.clean.slice(issue.end, tokens[max]?.end);
    return issue && conditionWords.test(rest ?? '') ? { side: 'supports', issue } : null;
  }
  return null;
}

/** The verb behind "to" that takes a side, with the token behind it. */
interface BoundCue {
  readonly cue: StanceCue;
  readonly word: string;
  readonly next: number;
}

function boundCue(tokens: readonly Token[], at: number): BoundCue | null {
  const verb = tokens[at];
  if (!verb) return null;
  const pair = `${verb.lower} ${tokens[at + 1]?.lower ?? ''}`;
  const paired = stanceCueOf(pair);
  if (paired) return { cue: paired, word: pair, next: at + 2 };
  const cue = deedCueOf(verb.lower);
  return cue ? { cue, word: verb.lower, next: at + 1 } : null;
}

function stanceNounAt(
  tokens: readonly Token[],
  start: number
): { readonly side: SideTaken; readonly words: string; readonly next: number } | null {
  for (let i = start; i < start + 4; i++) {
    const token = tokens[i];
    if (!token) return null;
    const words = `${token.lower} ${tokens[i + 1]?.lower ?? ''}`;
    const side = stanceNouns.get(words);
    if (side) return { side, words, next: i + 2 };
    const leads =
      /^(?:DET|ADJ|ADV|NUM)$/.test(token.pos) || /^(?:his|her|its|their)$/.test(token.lower);
    if (!leads || /^(?:no|little|any)$/.test(token.lower)) return null;
  }
  return null;
}

/** A question, or "if", "whether" before the speaker. */
function isSupposed({ tokens }: Sentence, source: Range): boolean {
  const end = tokens.at(-1);
  if (end?.text === '?' && !end.quoted) return true;
  const at = tokens.findIndex(({ start }) => start >= source.start);
  return supposing.test(tokens[at - 1]?.lower ?? '');
}

function isNobody({ clean }: Reading, source: Range): boolean {
  return /^(?:no|nobody|neither|none|few|hardly)\b/i.test(clean.slice(source.start, source.end));
}

/** "lawmakers who oppose the ban" says of which lawmakers it speaks, not that all of them do. */
function isRestrictive({ tokens }: Sentence, source: Range): boolean {
  const last = tokens.findLastIndex(({ end }) => end <= source.end);
  if (!/^(?:who|that|which)$/.test(tokens[last]?.lower ?? '')) return false;
  return tokens[last - 1]?.text !== ',' && tokens[last - 1]?.pos !== 'PROPN';
}

/** "the proposed merger", "its “final” proposed offer", and "might have done more in pushing for reform" */
function isParticipleOfNoun(tokens: readonly Token[], cueFirst: number): boolean {
  const word = tokens[cueFirst];
  let at = cueFirst - 1;
  while (/^[“”]$/.test(tokens[at]?.text ?? '')) at--;
  const before = tokens[at];
  if (!word || !before) return false;
  if (/ing$/.test(word.lower))
    return before.pos === 'ADP' && !/^(?:by|while|after)$/.test(before.lower);
  return (
    /ed$/.test(word.lower) &&
    /^(?:DET|ADJ)$/.test(before.pos) &&
    !/^(?:all|both|some|many)$/.test(before.lower)
  );
}
