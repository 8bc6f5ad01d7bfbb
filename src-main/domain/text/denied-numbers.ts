/**
 * Numbers that a text names only to deny or correct them: “seven workers, not two”, “26 million rather than 62 million”,
 * “corrected the minister, who had said 410”. Pure.
 */
import { magnitudeOf, readNumbers } from './numbers.js';
import type { Range } from './range.js';
import { rangeOfSentence, sentencesIn } from './sentences.js';

const denying =
  /(?<!\p{L})(?:not|rather than|nicht|(?:et\s)?non(?:\spas)?|plutôt que)\s(?:the\s)?\p{Sc}?$/iu;
const correcting =
  /(?<!\p{L})(?:correct|revis|retract|withdr[ae]w)\p{L}*(?!\p{L})[^.!?;]*(?<!\p{L})(?:(?:had|earlier|previously) (?:said|put|told|given|claimed|announced|reported)(?!\p{L})[^.!?;,]*|(?:from|(?:figure|number|estimate|total) of)\s(?:about\s)?\p{Sc}?)$/iu;
const wrongBehind =
  /^[^.!?;,\d]*(?<!\p{L})(?:is|was|were|had been) (?:wrong|mistaken|an error|a mistake)(?!\p{L})/iu;

/** Of an outlet that corrects itself: it first repeats what was wrong. */
export const apology =
  /\b(?:apologi[sz]es?|regrets?) (?:for )?(?:the|this|that|our|its) (?:error|mistake)\b/iu;
const rightBehind =
  /\bthe (?:correct|right|true|actual) (?:figure|number|total|amount|share|sum) (?:is|was)\b/iu;
/** “Correction: on Tuesday we reported 38. The figure is 36.” */
const headed = /^\s*(?:Corrections?(?: and clarifications?)?|Clarification):/iu;
const reporting =
  /\b(?:reported|said|stated|wrote|gave|put|printed|claimed|misstated|overstated|understated)\b/iu;
/** UTF-16 units of a paragraph that corrects; a longer one tells more. */
const longestCorrection = 500;

/** Whether the number that follows is denied. @param before what stands before it */
export function deniesNext(before: string): boolean {
  return denying.test(before) || correcting.test(before);
}

/** Their values; of “26 million, not 62” also 62 million. */
export function deniedNumbers(text: string): readonly number[] {
  const correction = correctionIn(text, { start: 0, end: text.length });
  if (correction) {
    const meant = valuesIn(text.slice(correction.wrong.end, correction.end));
    const wrong = valuesIn(text.slice(correction.start, correction.wrong.end));
    return wrong.filter((value) => !meant.includes(value));
  }
  if (
    !/(?<!\p{L})(?:not|rather|nicht|non|plutôt|correct|revis|retract|withdr|wrong|mistake|error)/iu.test(
      text
    )
  )
    return [];
  const numbers = readNumbers(text);
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    const isWrong = wrongBehind.test(text.slice(number.start + number.words.length));
    if (!isWrong && !deniesNext(text.slice(0, number.start))) return [];
    const scale = before && magnitudeOf(number) === 1 ? magnitudeOf(before) : 1;
    return scale === 1 ? number.values : number.values.flatMap((each) => [each, each * scale]);
  });
}

/** From what was wrong through what says so. */
interface Correction extends Range {
  readonly wrong: Range;
}

/** “It reported 14 boats. It has 12. It apologises for the error.”, where the place stands in it. */
export function correctionAround(text: string, place: Range): Correction | null {
  const before = text.slice(Math.max(0, place.start - longestCorrection), place.start);
  const start = place.start - before.length + before.lastIndexOf('\n') + 1;
  const [line = ''] = text.slice(start, start + 2 * longestCorrection).split('\n', 1);
  const found = correctionIn(text, { start, end: start + line.length });
  return found && found.start <= place.end && place.start < found.end ? found : null;
}

function correctionIn(text: string, { start, end }: Range): Correction | null {
  const words = end - start > longestCorrection ? '' : text.slice(start, end);
  const isHeaded = headed.test(words);
  if (!isHeaded && !apology.test(words) && !rightBehind.test(words)) return null;
  const sentences = [...sentencesIn(text, { start, end })];
  const told = sentences.map((each) => text.slice(each.start, each.end));
  const last = told.findLastIndex(
    (each) =>
      apology.test(each) || rightBehind.test(each) || (isHeaded && valuesIn(each).length > 0)
  );
  const at = told.findIndex((each) => reporting.test(each) && valuesIn(each).length > 0);
  const [wrong, closing] = [sentences[at], sentences[last]];
  const isAmended = told.slice(at + 1, last + 1).some((each) => valuesIn(each).length > 0);
  return wrong && closing && isAmended ? { start: wrong.start, end: closing.end, wrong } : null;
}

function valuesIn(text: string): readonly number[] {
  return readNumbers(text).flatMap(({ values }) => values);
}

/** The sentence around a number, with the one before it where this is the first number after those that it denies. */
export function sentenceWithDenied(text: string, place: Range): Range {
  const correction = correctionAround(text, place);
  if (correction) return { start: correction.start, end: correction.end };
  const own = rangeOfSentence(text, place);
  if (readNumbers(text.slice(own.start, place.start)).length > 0) return own;
  const end = text.slice(0, own.start).trimEnd().length;
  if (text.slice(end, own.start).includes('\n')) return own;
  const stop = Math.max(0, end - 1);
  const before = rangeOfSentence(text, { start: stop, end: stop });
  const told = text.slice(before.start, before.end);
  const denied = deniedNumbers(told);
  const tellsNoOther = readNumbers(told).every(({ values }) =>
    values.some((each) => denied.includes(each))
  );
  return denied.length > 0 && tellsNoOther ? { start: before.start, end: own.end } : own;
}
