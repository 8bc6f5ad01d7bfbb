/**
 * Sentence → the stances that it tells of somebody in the writer's words, each with the object that it is on.
 *
 * Only a verb or noun of taking a stance counts, said of its subject: never the mood of other words, nor what
 * is asked, supposed, or said of whoever the act befell.
 */
import { type CueSubject, type Scene, toScene } from '../attributions/finding.js';
import { canSpeak } from '../attributions/speakers.js';
import { findSubject } from '../attributions/subjects.js';
import { isNoLonger } from '../attributions/turned-round.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import type { Range } from '../../domain/text/range.js';
import type { IsActor } from './issue-wording.js';
import type { ExplicitStance, Holder, SpokenOf, ToldByVerb, ToldStance } from './stance-types.js';
import { isStanceWord, withStanceVerbs } from './stance-words.js';
import {
  conditionBehind,
  denied,
  isOfBefore,
  isOfEarlierYear,
  isRuledOut
} from './stance-limits.js';
import { narrowed } from './issue-clause.js';
import { stancesOfNouns } from './stance-of-noun.js';
import { stanceOfGroup } from './stance-of-verb.js';

const supposing = /^(?:if|whether|unless|suppose|supposing|should|were|lest)$/;
const deciding = /^(?:announce|unveil|plan|intend|decide)$/;
const asking = /^(?:call|urge|propose|demand|recommend|ask|press|appeal|offer)\b/;
/** UTF-16 units of words that are shown whole; of longer ones the speaker goes. */
const mostWords = 400;
const sureOf: Readonly<Record<CueSubject['how'], number>> = {
  direct: 0.9,
  inverted: 0.9,
  apposition: 0.88,
  relative: 0.84,
  shared: 0.84,
  participle: 0.78,
  governed: 0
};

export function toldStances(
  reading: Reading,
  sentence: Sentence,
  isActor: IsActor,
  before: SpokenOf
): ToldStance[] {
  if (!sentence.tokens.some(({ lower }) => isStanceWord(lower))) return [];
  const tokens = withStanceVerbs(sentence.tokens);
  const sought = { reading, tokens, max: tokens.length - 1, isActor };
  const scene = toScene(reading, { ...sentence, tokens });
  const end = tokens.at(-1);
  if (end?.text === '?' && !end.quoted) return [];
  const subjects = new Map<number, CueSubject>();
  const found: ToldStance[] = [];
  let { last, asked } = before;
  for (const group of scene.groups) {
    const main = tokens[group.main];
    if (!main || main.quoted) continue;
    const saying = group.form === 'infinitive' ? hearsayBefore(scene, group) : group;
    if (!saying) continue;
    const told = stanceOfGroup({ ...sought, before: { last, asked } }, group);
    if (!told) continue;
    if (isOfPaper(tokens, group)) continue;
    const subject = told.by ? null : speakingSubject(scene, saying, subjects);
    if (subject && group.form === 'finite') subjects.set(group.main, subject);
    const holder = told.by ?? (subject && toHolder(tokens, subject));
    if (!holder || (subject?.how === 'governed' && !told.by)) continue;
    const stance = toStance(reading, { ...sentence, tokens }, group, told, holder);
    if (!stance) continue;
    last = stance.issue;
    const asks = asking.test(told.word);
    const decides = deciding.test(told.word) && stance.issue.head === null;
    if (asks) asked = last;
    const sure = told.by ? 0.8 : sureOf[subject?.how ?? 'direct'];
    found.push({ ...stance, holder: holder.range, head: holder.head, tokens, sure, asks, decides });
  }
  return [...found, ...stancesOfNouns(sought)];
}

/** "a resolution demanding a truce": the paper demands it; "a statement condemning it" is whoever's issued it. */
function isOfPaper(tokens: readonly Token[], { form, first }: VerbGroup): boolean {
  const before = tokens[first - 1];
  if (form !== 'gerund' || before?.pos !== 'NOUN') return false;
  return !/^(?:position|stance|policy|statement|letter|interview|speech|post|tweet|message|memo|article|editorial)$/.test(
    before.lower
  );
}

/** "is said to have agreed": of whom it is said; "used to oppose it": who did. */
function hearsayBefore(scene: Scene, group: VerbGroup): VerbGroup | null {
  const before = scene.groups.findLast(({ main }) => main < group.first);
  if (!before || before.main !== group.first - 1) return null;
  if (!before.passive)
    return scene.tokens[before.main]?.lower === 'used' && !before.auxiliary ? before : null;
  return /^(?:say|report|understand|know|believe)$/.test(before.lemma) ? before : null;
}

/** "X said the filling was theft and called for talks": X, for the filling calls for nothing. */
function speakingSubject(
  scene: Scene,
  group: VerbGroup,
  known: ReadonlyMap<number, CueSubject>
): CueSubject | null {
  const subject = findSubject(scene, group, known);
  const { tokens } = scene;
  const head = subject && tokens[subject.head];
  if (subject?.how !== 'shared' || !head || (canSpeak(head) && head.lower !== 'it')) return subject;
  for (const other of scene.groups.toReversed()) {
    if (other.main >= group.first || other.form !== 'finite') continue;
    const earlier = findSubject(scene, other, known);
    const token = earlier && tokens[earlier.head];
    if (token && canSpeak(token) && token.lower !== 'it') return { ...earlier, how: 'shared' };
  }
  return subject;
}

function toHolder(tokens: readonly Token[], { phrase, head }: CueSubject): Holder | null {
  const [first, last] = [tokens[phrase[0]], tokens[phrase[1]]];
  return first && last ? { range: { start: first.start, end: last.end }, head } : null;
}

function toStance(
  reading: Reading,
  sentence: Sentence,
  group: VerbGroup,
  { side: taken, issue: object, word, cue: [from, last], why, by }: ToldByVerb,
  holder: Holder
): (ExplicitStance & { readonly cue: Range }) | null {
  const { tokens } = sentence;
  // "no longer backs"
  const first = isNoLonger(tokens, from - 1) ? from - 2 : from;
  const cue = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
  const cueWords = reading.clean.slice(cue.start, cue.end).toLowerCase();
  const { range } = holder;
  if (isSupposed(tokens, range) || isNobody(reading, range) || isRestrictive(tokens, range))
    return null;
  if (isRuledOut(tokens, from, last) || isParticipleOfNoun(tokens, group, by !== null)) return null;
  const side = denied(
    taken,
    group.negated,
    cueWords,
    word.split(' ')[0] ?? '',
    isReported(reading, range)
  );
  if (!side || (by && group.negated)) return null;
  const issue = narrowed(reading, tokens, object);
  if (!issue) return null;
  const isOpen =
    /\b(?:may|might|could|should|can|must|ought|would have|was about|would(?: \w+)? like)\b/.test(
      cueWords
    );
  if (isOpen && side === taken) return null;
  const objectEnd = Math.max(issue.end, cue.end, by ? range.end : 0);
  const isBefore = issue.end <= cue.start;
  const limit = sentence.end;
  const found = conditionBehind(reading, sentence, isBefore ? cue.end : issue.end, limit, range);
  const told = {
    start: Math.min(range.start, cue.start, isBefore && by ? issue.start : cue.start)
  };
  const end = breathEnd(reading, found ? found.end : objectEnd, limit);
  const words = { start: end - told.start > mostWords ? cue.start : told.start, end };
  const former =
    isOfBefore(tokens, first, last) ||
    isOfEarlierYear(reading, sentence, { word, cue, object: issue.end });
  // Whoever vows to fight it "if it becomes law" is against it all the same.
  if (!found || (side === 'opposes' && found.marker === 'if'))
    return {
      stance: side,
      issue,
      former,
      words: found ? { ...words, end: breathEnd(reading, objectEnd, limit) } : words,
      cue,
      why: [`cue: ${why}`]
    };
  return {
    stance: 'conditional',
    issue,
    former,
    cue,
    words: {
      start: Math.min(words.start, found.start),
      end: breathEnd(reading, Math.max(found.end, objectEnd), limit)
    },
    why: [`cue: ${why}`, `condition: ${found.marker}`]
  };
}

/** Not in “1.6 million”, “C$10,000”, “10:30”, “the U.S. Senate”. */
const pauses =
  /\s*(?:[,:](?!\d)|[;!?[(—–]|(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|No))\.(?![\p{L}\d])|\s-\s|\b(?:and|but)\b)/u;

/** Where the words pause behind the object: what comes then is about something else. */
function breathEnd({ clean }: Reading, from: number, to: number): number {
  const pause = clean.slice(from, Math.max(from, to)).search(pauses);
  const end = pause < 0 ? Math.max(from, to) : from + pause;
  const words = clean.slice(from, end);
  if (words.lastIndexOf('“') <= words.lastIndexOf('”')) return end;
  // A pause within quotation marks ends nothing.
  const close = clean.indexOf('”', end) + 1;
  return close > 0 && close <= to ? close : end;
}

/** "said (that) she" */
function isReported({ clean }: Reading, { start }: Range): boolean {
  return /\b(?:said|added|insisted|argued|explained|told [^,.]{1,40}) (?:that )?$/.test(
    clean.slice(Math.max(0, start - 60), start)
  );
}

/** "if", "whether" before the holder. */
function isSupposed(tokens: readonly Token[], { start }: Range): boolean {
  const at = tokens.findIndex((token) => token.start >= start);
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const token = tokens[i];
    if (!token || /^[,;:—–]$/.test(token.text)) return false;
    if (supposing.test(token.lower)) return true;
  }
  return false;
}

function isNobody({ clean }: Reading, { start, end }: Range): boolean {
  return /^(?:no|nobody|neither|none|few|hardly|any|anyone|whoever|those|people|if)\b/i.test(
    clean.slice(start, end)
  );
}

/** "lawmakers who oppose the ban" says of which lawmakers it speaks, not that all of them do. */
function isRestrictive(tokens: readonly Token[], { end: to }: Range): boolean {
  const last = tokens.findLastIndex(({ end }) => end <= to);
  if (!/^(?:who|that|which)$/.test(tokens[last]?.lower ?? '')) return false;
  return tokens[last - 1]?.text !== ',' && tokens[last - 1]?.pos !== 'PROPN';
}

/** "the proposed merger", its “final” proposed offer, and "might have done more in pushing for reform" */
function isParticipleOfNoun(
  tokens: readonly Token[],
  group: VerbGroup,
  hasAgent: boolean
): boolean {
  const word = tokens[group.first];
  let at = group.first - 1;
  while (/^[“”]$/.test(tokens[at]?.text ?? '')) at--;
  const before = tokens[at];
  if (!word || !before) return false;
  if (/ing$/.test(word.lower))
    return before.pos === 'ADP' && !/^(?:by|while|after)$/.test(before.lower);
  return (
    !hasAgent &&
    /ed$/.test(word.lower) &&
    /^(?:DET|ADJ)$/.test(before.pos) &&
    !/^(?:all|both|some|many)$/.test(before.lower)
  );
}
