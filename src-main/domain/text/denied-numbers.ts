/**
 * Numbers that a text names only to deny or correct them: “seven workers, not two”, “26 million rather than 62 million”,
 * “corrected the minister, who had said 410”. Pure.
 */
import { magnitudeOf, readNumbers } from './numbers.js';
import type { Range } from './range.js';
import { rangeOfSentence } from './sentences.js';

const denying =
  /(?<!\p{L})(?:not|rather than|nicht|(?:et\s)?non(?:\spas)?|plutôt que)\s(?:the\s)?\p{Sc}?$/iu;
const correcting =
  /(?<!\p{L})(?:correct|revis|retract|withdr[ae]w)\p{L}*(?!\p{L})[^.!?;]*(?<!\p{L})(?:(?:had|earlier|previously) (?:said|put|told|given|claimed|announced|reported)(?!\p{L})[^.!?;,]*|(?:from|(?:figure|number|estimate|total) of)\s(?:about\s)?\p{Sc}?)$/iu;
const wrongBehind =
  /^[^.!?;,\d]*(?<!\p{L})(?:is|was|were|had been) (?:wrong|mistaken|an error|a mistake)(?!\p{L})/iu;

/** Whether the number that follows is denied. @param before what stands before it */
export function deniesNext(before: string): boolean {
  return denying.test(before) || correcting.test(before);
}

/** Their values; of “26 million, not 62” also 62 million. */
export function deniedNumbers(text: string): readonly number[] {
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

/** The sentence around a number, with the one before it where this is the first number after those that it denies. */
export function sentenceWithDenied(text: string, place: Range): Range {
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
