/** What a number as it is worded allows: “at least 10” allows 12, and “1.2 million” allows 1,217,000. Pure. */
import { magnitudeOf, readNumbers, type WrittenNumber } from './numbers.js';

/** All that the words allow, both ends included. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  /** How far off it may be by rounding. */
  readonly rounded: number;
  /** Whether the words themselves say that it is inexact: “about 40”. */
  readonly about: boolean;
}

const atLeast =
  /\b(?:at least|more than|over|above|upwards of|(?:no|not) (?:fewer|less) than|as few as|as little as|exceed(?:s|ed|ing)?)\s*\S?$/iu;
const atMost =
  /\b(?:at most|up to|fewer than|less than|under|below|(?:no|not) more than|as (?:many|much|high) as)\s*\S?$/iu;
const nearly = /\b(?:nearly|almost|close to|just (?:under|below))\s*\S?$/iu;
const justOver = /\bjust (?:over|above)\s*\S?$/iu;
const inexact =
  /\b(?:approximately|approx\.?|about|around|roughly|some|circa|ca\.?|estimated|an estimated)\s*\S?$|~\s*\S?$/iu;
const orMore = /^\s?(?:\+|or more\b|or over\b)/iu;
const between = /^\s?(?:to|and|or|[-–—])\s?\S?$/iu;

/** How far “nearly” and “just over” reach, and two numbers one of which is inexact may lie apart. */
const [reach, apart] = [0.1, 0.05];

/** @param value what the number was taken to be; it counts where the words hold no such number. */
export function quantityOf({
  wording,
  value
}: {
  readonly wording: string;
  readonly value: number;
}): Quantity {
  const numbers = readNumbers(wording);
  const range = rangeIn(wording, numbers);
  const isOfRange = range && range.low <= value && value <= range.high;
  // Of “1.2 to 1.5 million” somebody may have taken 1.2.
  if (range && (isOfRange || numbers[0]?.values.includes(value))) return range;
  const number = numbers.find(({ values }) => values.some((each) => isSame(each, value)));
  // A fraction in words, as a rule: “about seven-tenths”.
  const [first] = numbers;
  const start = number?.start ?? first?.start ?? wording.search(/\b(?:half|an?\s\p{L}+)\b/u);
  const rounded = number ? halfStep(number, value) : 0;
  const exact = { low: value, high: value, rounded, about: false };
  const before = wording.slice(0, Math.max(0, start));
  const after = number ? wording.slice(number.start + number.words.length) : '';
  if (justOver.test(before)) return { ...exact, high: value * (1 + reach) };
  if (nearly.test(before)) return { ...exact, low: value * (1 - reach) };
  if (atLeast.test(before) || orMore.test(after)) return { ...exact, high: Infinity };
  if (atMost.test(before)) return { ...exact, low: -Infinity };
  return { ...exact, about: inexact.test(before) };
}

/** Whether one number may be what both words say. */
export function areCompatible(one: Quantity, other: Quantity): boolean {
  const gap = Math.max(one.low, other.low) - Math.min(one.high, other.high);
  // Of two that are rounded the coarser one counts: “3 million” is not “4 million”.
  if (gap <= Math.max(one.rounded, other.rounded)) return true;
  if (!one.about && !other.about) return false;
  const ends = [one.low, one.high, other.low, other.high].filter(Number.isFinite).map(Math.abs);
  return gap <= apart * Math.max(...ends);
}

/** Whether both words say one number, rounded at most. */
export function sayTheSame(one: Quantity, other: Quantity): boolean {
  const isPoint = ({ low, high }: Quantity) => low === high;
  return isPoint(one) && isPoint(other) && areCompatible(one, other);
}

/** “10 to 12”, “between 1.2 and 1.5 million”. */
function rangeIn(wording: string, [one, other]: readonly WrittenNumber[]): Quantity | null {
  if (!one || !other) return null;
  const gap = wording.slice(one.start + one.words.length, other.start);
  if (!between.test(gap)) return null;
  if (/and/iu.test(gap) && !/\bbetween\s\S?$/iu.test(wording.slice(0, one.start))) return null;
  const [first, second] = [one.values[0], other.values[0]];
  if (first === undefined || second === undefined) return null;
  const scaled = first * magnitudeOf(other);
  const low = magnitudeOf(one) === 1 && scaled <= second ? scaled : first;
  return low < second ? { low, high: second, rounded: 0, about: false } : null;
}

/**
 * Half of the last place that is written, since whoever writes “1.2 million” may have rounded. A whole
 * number below a hundred is exact; of a larger one the noughts at its end may be rounded, a little.
 */
function halfStep(number: WrittenNumber, value: number): number {
  const scale = magnitudeOf(number);
  const decimals = /[.,](\d+)(?!.*\d)/u.exec(number.words)?.[1]?.length ?? 0;
  const isDecimal = decimals > 0 && !Number.isInteger(value / scale);
  if (number.digits && isDecimal) return (scale * 10 ** -decimals) / 2;
  if (number.percent) return number.digits ? 0.5 : 0;
  if (number.digits && scale > 1) {
    // “1.20 million” is written to the second place although the last is nought.
    return (scale * 10 ** -(number.words.includes('.') ? decimals : 0)) / 2;
  }
  const size = Math.abs(value);
  if (size < 100 || !Number.isInteger(size)) return 0;
  const noughts = /0*$/.exec(String(size))?.[0].length ?? 0;
  return noughts === 0 ? 0 : Math.min(10 ** noughts / 2, size * (apart / 2));
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}
