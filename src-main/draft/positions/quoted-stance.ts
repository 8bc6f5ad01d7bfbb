/** What the speaker says in the first person within quotation marks → the stances that it takes. */
import { firstIndexWhere } from '../../domain/base/by-halves.js';
import type { FoundAttribution } from '../attributions/find-attributions.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { type VerbGroup, verbGroups } from '../reading/verb-groups.js';
import type { Range } from '../../domain/text/range.js';
import type { IsActor, Sought } from './issue-wording.js';
import type { ExplicitStance } from './stance-types.js';
import { cueWordsOf } from './cue-words.js';
import { promising } from './stance-cues.js';
import { conditionBehind, denied, isOfBefore, isRuledOut, unsettling } from './stance-limits.js';
import { narrowed } from './issue-clause.js';
import { objectOf, onMatter, type StanceObject } from './stance-object.js';
import { refusedDeed, wantedDeed } from './wanted-deed.js';

/** “We oppose the dam”, “I would back the bill if it were fair”. */
export function stancesInQuotes(
  reading: Reading,
  { content, kind, lemma, negated }: FoundAttribution,
  isActor: IsActor
): ExplicitStance[] {
  if (negated || unsettling.test(lemma)) return [];
  return content.flatMap((part) => {
    if (!/\b(?:I|we)\b/i.test(reading.clean.slice(part.start, part.end))) return [];
    return sentencesIn(reading, part).flatMap((sentence) => {
      const { tokens } = sentence;
      if (tokens.findLast(({ text }) => /^[.!?]$/.test(text))?.text === '?') return [];
      return verbGroups(tokens).flatMap((group) => {
        const main = tokens[group.main];
        if (
          !main ||
          (!main.quoted && kind !== 'direct') ||
          main.start < part.start ||
          main.end > part.end
        )
          return [];
        const found = inFirstPerson(reading, sentence, group, part, isActor);
        return found ? [found] : [];
      });
    });
  });
}

function inFirstPerson(
  reading: Reading,
  sentence: Sentence,
  group: VerbGroup,
  part: Range,
  isActor: IsActor
): ExplicitStance | null {
  const { tokens } = sentence;
  let at = group.first - 1;
  while (tokens[at]?.pos === 'ADV') at--;
  const subject = tokens[at];
  const before = tokens[at - 1];
  if (!subject || !/^(?:i|we)$/.test(subject.lower) || group.passive || group.form !== 'finite')
    return null;
  if (
    before &&
    before.start >= part.start &&
    !(/^[“,.;:—–]$/.test(before.text) || /^(?:and|but|so)$/.test(before.lower))
  )
    return null;
  const max = tokens.findLastIndex(({ end }) => end <= part.end);
  const sought = { reading, tokens, max, isActor };
  const object = onCue(sought, group) ?? onDeed(sought, group);
  if (!object) return null;
  const words = reading.clean
    .slice(tokens[group.first]?.start, tokens[group.main]?.end)
    .toLowerCase();
  const side =
    object.word === null ? object.side : denied(object.side, group.negated, words, object.word);
  if (!side || isRuledOut(tokens, group.first, group.main)) return null;
  const whole = narrowed(reading, tokens, object.issue);
  if (!whole) return null;
  const former = isOfBefore(tokens, group.first, object.next - 1);
  const end = Math.min(part.end, sentence.end);
  const found = conditionBehind(reading, sentence, whole.end, end, subject);
  if (group.modal && side === object.side && !found) return null;
  const range = { start: Math.max(part.start, sentence.start), end };
  const why = [
    `cue: ${reading.clean.slice(tokens[group.first]?.start, tokens[object.next - 1]?.end).toLowerCase()}`
  ];
  return found
    ? {
        stance: 'conditional',
        issue: whole,
        former,
        words: range,
        why: [...why, `condition: ${found.marker}`]
      }
    : { stance: side, issue: whole, former, words: range, why };
}

interface FirstPerson extends StanceObject {
  /** The verb that a negation turns round; `null` where the side is that of the whole. */
  readonly word: string | null;
  /** The token behind the words that take the side. */
  readonly next: number;
}

function onCue(sought: Sought, group: VerbGroup): FirstPerson | null {
  const cue = cueWordsOf(sought.tokens, group.main, group.lemma);
  if (!cue) return null;
  const { word, next } = cue;
  const issue = objectOf(sought, word, next);
  const object = onMatter(cue.cue, issue, group.negated);
  return object && { ...object, word, next };
}

/** “We want to rejoin the deal”, “I will veto the bill”. */
function onDeed(sought: Sought, { first, main, lemma, negated }: VerbGroup): FirstPerson | null {
  const { tokens } = sought;
  const isBound = promising.has(lemma) && tokens[main + 1]?.lower === 'to';
  const at = isBound ? main + 2 : /^(?:will|'ll)$/.test(tokens[first]?.lower ?? '') ? main : -1;
  if (at < 0 || (isBound && negated)) return null;
  const deed = negated ? refusedDeed : wantedDeed;
  const issue = deed(sought, at);
  return issue && { side: negated ? 'opposes' : 'supports', issue, word: null, next: at };
}

/** `sentences` in their order, so that only those around the range need be looked at. */
function sentencesIn({ sentences }: Reading, { start, end }: Range): readonly Sentence[] {
  const from = firstIndexWhere(sentences.length, (index) => sentences[index]!.end > start);
  const to = firstIndexWhere(sentences.length, (index) => sentences[index]!.start >= end);
  return sentences.slice(from, to);
}
