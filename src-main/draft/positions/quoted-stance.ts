/** What the speaker says in the first person within quotation marks → the stances that it takes. */
import type { FoundAttribution } from '../attributions/find-attributions.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import { type VerbGroup, verbGroups } from '../reading/verb-groups.js';
import type { Range } from '../../domain/text/range.js';
import type { IsActor } from './issue-wording.js';
import type { ExplicitStance } from './stance-types.js';
import { type StanceCue, stanceCueOf } from './stance-cues.js';
import { conditionBehind, denied, isOfBefore, isRuledOut, unsettling } from './stance-limits.js';
import { narrowed } from './issue-clause.js';
import { objectOf, onMatter } from './stance-object.js';

/** “We oppose the dam”, “I would back the bill if it were fair”. */
export function stancesInQuotes(
  reading: Reading,
  { content, lemma, negated }: FoundAttribution,
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
        if (!main?.quoted || main.start < part.start || main.end > part.end) return [];
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
  const cue = cueOfGroup(tokens, group);
  if (!cue) return null;
  const max = tokens.findLastIndex(({ end }) => end <= part.end);
  const issue = objectOf(reading, tokens, cue.word, cue.next, max, isActor);
  const object = onMatter(cue.cue, issue, group.negated);
  if (!object) return null;
  const words = reading.clean
    .slice(tokens[group.first]?.start, tokens[group.main]?.end)
    .toLowerCase();
  const side = denied(object.side, group.negated, words, cue.word);
  if (!side || isRuledOut(tokens, group.first, group.main)) return null;
  const whole = narrowed(reading, tokens, object.issue);
  if (!whole) return null;
  const former = isOfBefore(tokens, group.first, cue.next - 1);
  const end = Math.min(part.end, sentence.end);
  const found = conditionBehind(reading, sentence, whole.end, end, subject);
  if (group.modal && side === object.side && !found) return null;
  const range = { start: Math.max(part.start, sentence.start), end };
  const why = [
    `cue: ${reading.clean.slice(tokens[group.first]?.start, tokens[cue.next - 1]?.end).toLowerCase()}`
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

/** The word of stance at a verb: "oppose", "call for", "are against", "am in favour of". */
function cueOfGroup(
  tokens: readonly Token[],
  { main, lemma }: VerbGroup
): { readonly cue: StanceCue; readonly word: string; readonly next: number } | null {
  const ahead = tokens.slice(main + 1, main + 5).map(({ lower }) => lower);
  const skipped = /^(?:strongly|firmly|fully|totally|completely|absolutely|very|not)$/.test(
    ahead[0] ?? ''
  )
    ? 1
    : 0;
  if (lemma === 'be' || /^(?:am|are|'m|'re|is|was|were)$/.test(tokens[main]?.lower ?? '')) {
    for (const length of [3, 2, 1]) {
      const word = ahead.slice(skipped, skipped + length).join(' ');
      const cue = /^(?:against|opposed to|supportive of|critical of|in favou?r of)$/.test(word)
        ? stanceCueOf(word)
        : undefined;
      if (cue) return { cue, word, next: main + 1 + skipped + length };
    }
    return null;
  }
  for (const length of [1, 0]) {
    const word = [lemma, ...ahead.slice(0, length)].join(' ');
    const cue = stanceCueOf(word);
    if (cue) return { cue, word, next: main + 1 + length };
  }
  return null;
}

/** `sentences` in their order, so that only those around the range need be looked at. */
function sentencesIn({ sentences }: Reading, { start, end }: Range): readonly Sentence[] {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: Sentence[] = [];
  for (let i = low; i < sentences.length; i++) {
    const sentence = sentences[i];
    if (!sentence || sentence.start >= end) break;
    found.push(sentence);
  }
  return found;
}
