/** What the number in marked words is, as far as rules can tell: a start for whoever records it as a figure. Pure. */
import { maxLengths } from '../base/limits.js';
import { blankDates } from './dates-in-text.js';
import { fractions, numberWords, readNumbers, valueOfFraction } from './numbers.js';

export interface ReadFigure {
  /** The words themselves; of long ones the number alone. */
  readonly wording: string;
  /** `null` where they hold no number that can be read. */
  readonly value: number | null;
  /** `%`, a sign of currency, or what is counted; empty where that cannot be told. */
  readonly unit: string;
  /** The rest of its clause. */
  readonly measures: string;
}

const fraction = new RegExp(
  `(?<!\\p{L})(?:(?:an?|${Object.keys(numberWords).join('|')})[\\s-])?(?:${Object.keys(fractions).join('|')})(?!\\p{L})`,
  'iu'
);

/** Words that lead on from a number without naming what is counted. */
const linking =
  /^(?:of|in|to|and|or|the|a|an|at|on|by|from|for|with|per|than|is|are|was|were|has|had|have)$/iu;
/** What ends the clause that a number stands in. */
const clauseEnd = /[;:!?]|[.,](?!\d)|\s[–—-]\s/u;
/** Longer marked words are a sentence, not the wording of a number. */
const longestWording = 60;

interface Found {
  readonly words: string;
  readonly start: number;
  readonly value: number;
  readonly percent: boolean;
}

/** @param around the text that the words stand in, such as their sentence; it may be the words alone. */
export function readFigure(words: string, around: string): ReadFigure {
  const text = words.replace(/\s+/gu, ' ').trim();
  const sentence = around.replace(/\s+/gu, ' ').trim();
  const number = firstNumber(text);
  if (!number) {
    return { wording: text.slice(0, maxLengths.tag), value: null, unit: '', measures: '' };
  }
  const at = sentence.indexOf(text);
  const [whole, start] = at < 0 ? [text, number.start] : [sentence, at + number.start];
  const before = whole.slice(0, start);
  const after = whole.slice(start + number.words.length);
  const clause = after.slice(0, clauseEnd.exec(after)?.index).trim();
  const counted = /^\p{L}[\p{L}\p{M}’'-]*/u.exec(clause)?.[0] ?? '';
  const currency = /[\p{Sc}]\s?$/u.exec(before)?.[0].trim() ?? '';
  const wording = text.length > longestWording ? `${currency}${number.words}` : text;
  const unit = number.percent ? '%' : currency || (linking.test(counted) ? '' : counted);
  const rest = unit !== '' && clause.startsWith(unit) ? clause.slice(unit.length).trim() : clause;
  return {
    wording: wording.slice(0, maxLengths.tag),
    value: finite(number.value),
    unit: unit.slice(0, maxLengths.tag),
    measures: rest.slice(0, maxLengths.statement)
  };
}

/**
 * What a person typed as a number: “1600000”, “1,600,000”, “1.6 million”, “-2.5”.
 * `null` for no number, or for more than one.
 */
export function numberTyped(text: string): number | null {
  const plain = text.trim().replace(/^[−–]/u, '-');
  if (/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?$/iu.test(plain)) return finite(Number(plain));
  const [sign, bare] = plain.startsWith('-') ? [-1, plain.slice(1)] : [1, plain];
  const [number, ...others] = readNumbers(bare);
  if (!number || others.length > 0 || number.words !== bare.trim()) return null;
  const [value] = number.values;
  return value === undefined ? null : finite(sign * value);
}

/** Hundreds of digits are beyond what a number can hold. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function firstNumber(text: string): Found | null {
  const part = fraction.exec(text);
  const [number] = readNumbers(blankDates(text));
  const value = number?.values[0];
  if (number && value !== undefined && (!part || number.start < part.index)) {
    // “three-quarters” begins with a number of its own.
    if (part?.index !== number.start) return { ...number, value };
  }
  if (!part) return null;
  return {
    words: part[0],
    start: part.index,
    value: Number(valueOfFraction(part[0]).toPrecision(4)),
    percent: false
  };
}
