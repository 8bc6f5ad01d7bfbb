/** What keeps words of stance from being one, or makes it depend on something: negations and conditions. */
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import type { Range } from '../../domain/text/range.js';
import { deniable, type SideTaken } from './stance-cues.js';

/** Turn what they govern into no stance: "never said that she opposes it", "asked whether". */
export const unsettling =
  /^(?:deny|doubt|ask|wonder|question|accuse|imagine|pretend|speculate|suspect|blame|claim|allege|mock|fear|dispute)$/;
export const conditionWords =
  /\b(only if|if|unless|provided(?: that)?|as long as|on (?:the )?condition that|in exchange for|in return for|only when|only after)\b/i;
/** UTF-16 units between an object and its condition: a time or a place may stand there. */
const furthestCondition = 45;

/**
 * "will not back" and "no longer backs" oppose; "did not back" and "does not oppose" leave it open.
 *
 * @param reported "said that she did not back it" tells of what is, not of what was.
 */
export function denied(
  side: SideTaken,
  negated: boolean,
  cueWords: string,
  lemma: string,
  reported = false
): SideTaken | null {
  const isOver = /\bno longer\b/.test(cueWords);
  if (!negated && !isOver) return side;
  const isFirm =
    isOver ||
    (reported && /\bdid(?: ?n't| not)\b/.test(cueWords)) ||
    /\b(?:(?:do|does|will|would|can|could|wo|ca)(?: ?n't| not)|cannot|will never|would never)\b/.test(
      cueWords
    );
  return side === 'supports' && isFirm && deniable.has(lemma) ? 'opposes' : null;
}

/** Words back in which a clause may begin; more is no clause that a reader keeps in mind. */
const clauseReach = 16;
/** End the look back: what stands before them is of another clause. */
const clauseEnds =
  /^(?:[,;:.!?—–“”()[\]]|and|but|or|so|yet|while|when|where|because|since|although|though|who|which|whose)$/;
const turning =
  /\b(?:never|nobody|no ?one|none|nothing|neither|nor|no(?! ?[-–]| doubt| sooner| longer)|hardly|barely|scarcely|rarely|seldom|few|little|without|short of|instead of|rather than|(?:refus|declin|fail|hesitat)\w* (?:\S+ ){0,3}?to|accus\w+ of|den(?:y|ied|ies|ying)|untrue|false|falsely|wrong (?:to say|that)|incorrect|(?:not|n't) (?:\S+ )?(?:true|right|correct|the case)|far from)\b/;
/** Within the verb's own words: "has rarely supported". */
const rarely = /\b(?:rarely|seldom|barely|scarcely|hardly|neither)\b/;
const before =
  /\b(?:once(?! (?:again|more)\b)|used to|formerly|previously|initially|originally|at first)\b/;

/**
 * What stands over a verb in its clause takes its stance back: "never backed", "nobody in his party supported",
 * "it is untrue that she rejected", "stopped short of endorsing", "refused to back".
 *
 * @param main the last token of the verb with its auxiliaries, whose own "not" is looked at elsewhere.
 */
export function isRuledOut(tokens: readonly Token[], first: number, main: number): boolean {
  // "refused to back": with the "to".
  return (
    turning.test(`${clauseBefore(tokens, first)} ${tokens[first]?.lower ?? ''}`) ||
    rarely.test(wordsFrom(tokens, first, main))
  );
}

/** Whether it was so before: "had opposed", "was once against", "used to back". */
export function isOfBefore(tokens: readonly Token[], first: number, last: number): boolean {
  const own = wordsFrom(tokens, first, last);
  return (
    /^(?:had|'d (?!like|rather|better))\b/.test(own) ||
    before.test(`${clauseBefore(tokens, first)} ${own}`)
  );
}

/** The words of the clause before the token `first`, in lower case. */
function clauseBefore(tokens: readonly Token[], first: number): string {
  let at = first;
  while (at > 0 && first - at < clauseReach && !clauseEnds.test(tokens[at - 1]?.lower ?? '')) at--;
  return wordsFrom(tokens, at, first - 1);
}

function wordsFrom(tokens: readonly Token[], first: number, last: number): string {
  return tokens
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ');
}

/** Only say when it will be: "if her party wins". */
const merelyWhen =
  /\b(?:wins?|won|elected|re-elected|to power|takes? office|becomes? (?:law|president|prime minister|chancellor)|asked|necessary|needed|possible)\b/i;

interface FoundCondition extends Range {
  readonly marker: string;
}

/** Behind the object, in the same breath; or before the speaker: "If it is fair, the union will back it". */
export function conditionBehind(
  { clean }: Reading,
  { start, tokens }: Sentence,
  from: number,
  to: number,
  source: Range
): FoundCondition | null {
  const rest = clean.slice(from, to);
  const behind = conditionWords.exec(rest);
  if (
    behind?.[1] &&
    behind.index <= furthestCondition &&
    !merelyWhen.test(rest.slice(behind.index, behind.index + 60)) &&
    !/[.:](?!\d)|[;!?]|\b(?:and|but|as|even|what|said|asked|see|wonder)\s*$/i.test(
      rest.slice(0, behind.index)
    )
  )
    return { start: from + behind.index, end: to, marker: behind[1].toLowerCase() };
  const [opener] = tokens;
  const fronted = clean.slice(start, source.start);
  if (opener && /^(?:if|unless)$/.test(opener.lower) && /,\s*$/.test(fronted))
    return { start: opener.start, end: source.start, marker: opener.lower };
  return null;
}

/** The verb of a stance, and where its object ends, in UTF-16 units. */
interface Told {
  readonly word: string;
  readonly cue: Range;
  readonly object: number;
}

const earlier =
  /\b(?:in (?:early |late |mid-)?(?:19|20)\d\d|last year|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|many) (?:years|year|decades|decade) (?:ago|before|earlier))\b/i;
/** Words that look ahead, so that a year behind them may be one to come. */
const ahead =
  /^(?:call|urge|propose|demand|recommend|ask|press|appeal|offer|vow|pledge|promise|plan|intend|want|decide|agree|commit|threaten|insist|push|campaign|lobby)\b/;
/** Of what is spoken of, not of the stance: "rejected the law passed in 2021". */
const ofObject =
  /[,;:(]|\b(?:that|which|who|and|but|signed|made|held|won|built|begun|\p{L}+ed)\b/iu;

/** "backed the mine in 2021", "last year rejected it": of a year before the article. */
export function isOfEarlierYear(
  { clean }: Reading,
  { start, end }: Sentence,
  { word, cue, object }: Told
): boolean {
  const verb = clean.slice(cue.start, cue.end);
  if (ahead.test(word) || !/(?:ed|was|were|voted .*|came .*|spoke .*)\b/i.test(verb)) return false;
  if (/^(?:has|have|is|are|will|would|'s|'ve|'ll)\b/i.test(verb)) return false;
  const behind = clean.slice(object, Math.min(end, object + 60));
  const year = earlier.exec(behind);
  if (year && !ofObject.test(behind.slice(0, year.index)) && !isThisYear(year[0], clean))
    return true;
  const opening = earlier.exec(clean.slice(start, Math.min(cue.start, start + 30)));
  const near = clean.slice(Math.max(start, cue.start - 14), cue.start);
  return (opening?.index === 0 && !isThisYear(opening[0], clean)) || /\blast year\s+$/i.test(near);
}

/** The year in which the article was written, where it begins with its day: "OTTAWA, Nov 8, 2024". */
function isThisYear(words: string, clean: string): boolean {
  const year = /\d{4}/.exec(words)?.[0];
  const day = /\p{Lu}\p{L}+\.? \d{1,2},? (\d{4})\b|\d{1,2}\.? \p{Lu}\p{L}+,? (\d{4})\b/u.exec(
    clean.slice(0, 400)
  );
  return year !== undefined && day !== null && (day[1] ?? day[2]) === year;
}
