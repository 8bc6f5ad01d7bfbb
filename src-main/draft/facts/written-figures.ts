/** How a number is written in English, with what tells its exactness, currency, size and share; and its value. */
import {
  fractions,
  magnitudes,
  numberWords,
  valueOfFraction,
  valueOfWords
} from '../../domain/text/numbers.js';

/** Of the matches of `number`: `approx`, `currency`, `ratio`, `digits`, `fraction`, `words`, `magnitude`, `share`. */
export type NumberGroups = Readonly<Record<string, string | undefined>>;

const approximations =
  'approximately|about|around|nearly|almost|just over|just under|well over|over|more than|less than|fewer than|at least|at most|up to|roughly|some|an estimated|estimated|as many as|as much as|as little as|as few as|close to|under|above|below|only|no more than|no fewer than|no less than|another|a record|a total of|upwards of';
const words = Object.keys(numberWords)
  .filter((word) => word !== 'dozen')
  .join('|');
const large = '(?:hundred|thousand|million|billion|trillion|dozen)';
const parts = Object.keys(fractions).join('|');
const codes =
  'USD|EUR|GBP|CHF|JPY|CNY|RMB|AUD|CAD|NZD|HKD|SGD|SEK|NOK|DKK|PLN|INR|MYR|ZAR|RM|Rs\\.?';
const money = `(?<![\\p{L}\\p{N}])(?:US|CA|AU|NZ|HK|NT|C|A|S|R)?\\$|[€£¥₹₩₽₺₪₴₦]|(?<![\\p{L}\\p{N}])(?:${codes})\\s?`;
const counts = `(?:${words}|\\d{1,3})`;
export const number = new RegExp(
  // Nothing begins within a word: most places are passed over at once.
  '(?:(?<!\\p{L})|(?!\\p{L}))' +
    `(?<approx>(?<![\\p{L}-])(?:${approximations})\\s)?` +
    `(?<currency>${money})?` +
    // "one in five voters", not "one in ten days"
    `(?:(?<ratio>(?<![\\p{L}\\p{N}.,-])${counts}\\s(?:in(?:\\severy)?|out\\sof(?:\\severy)?)\\s${counts}\\b(?![.,:]\\d|\\s(?:years?|days?|weeks?|months?|hours?|minutes?|seconds?|games?|match(?:es)?|attempts?|years?|places?|of)\\b))` +
    `|(?<digits>(?:(?<![\\p{L}\\p{N}.,/#:])|(?<=(?<![\\p{L}\\p{N}])(?:${codes})))(?:(?<!%)[-−])?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,6})?)` +
    `|(?<fraction>(?<![\\p{L}-])(?:(?:one|two|three|four|five|six|seven|nine|a)[- ](?:${parts})|half(?=\\s(?:of|the|a|an|its|their|all|his|her)\\b)(?!\\san?\\s${large}\\b)))\\b` +
    `|(?<words>(?<![\\p{L}-])(?:half[\\s-]an?(?=[\\s-]${large}\\b)|an?(?=\\s${large}\\b)|(?:${words}|a)\\shundred\\sand\\s(?:${words})(?:[- ](?:${words}))?|(?:${words})(?:[- ](?:${words}))?|dozen)\\b(?!-in-)))` +
    '(?<magnitude>(?:\\s|-)?(?:hundred|thousand|million|billion|trillion|bn|mn|tn|crore|lakh|dozen)\\b(?:\\s(?:thousand|million|billion|trillion)\\b)?|(?<=\\d)[kKmMbB](?![\\p{L}\\p{N}]))?' +
    '(?<share>\\s?(?:%|per\\s?cent\\b|percentage points?\\b|pc\\b))?' +
    '(?<pence>(?<=\\d)p(?![\\p{L}\\p{N}]|\\.m))?',
  'giu'
);
/** A sentence without any of these holds no number: most have none, and `number` tries much at each word. */
export const signOfNumber = new RegExp(
  `\\d|\\b(?:${words}|${parts}|half|dozen|hundred|thousand|[mbt]r?illion)`,
  'i'
);
/** “10 to ” before “12 people”; of “from 10 to 12” each number is one of its own. */
const rangeBefore = new RegExp(
  '(?<![\\p{L}\\p{N}.,/#:$€£¥₹–—-])(?<!\\bfrom\\s)(?:between\\s(?=.*\\sand\\s$))?' +
    `(?<currency>${money})?` +
    `(?:(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?|\\d{1,15}(?:\\.\\d{1,6})?)|(?<words>${words}))` +
    '(?<magnitude>\\s?(?:hundred|thousand|million|billion|trillion|bn|mn|tn|crore|lakh)|(?<=\\d)[kmb])?' +
    '(?<share>\\s?(?:%|per\\s?cent))?(?:\\sto\\s|\\s?[–—]\\s?|-|(?<=between.*)\\sand\\s)$',
  'iu'
);
export function valueOfNumber({
  digits,
  fraction,
  ratio,
  words: inWords,
  magnitude
}: NumberGroups): number {
  if (ratio) {
    const [part = NaN, whole = NaN] = ratio
      .toLowerCase()
      .split(/\s(?:in|out\sof)\s(?:every\s)?/)
      .map((word) => numberWords[word] ?? Number(word));
    return part < whole ? Number((part / whole).toPrecision(12)) : NaN;
  }
  let value = digits
    ? Number(digits.replace(/,/g, '').replace('−', '-'))
    : fraction
      ? valueOfFraction(fraction)
      : valueOfCount(inWords ?? '');
  for (const word of magnitude?.trim().replace(/^-/, '').toLowerCase().split(/\s+/) ?? [])
    value *= magnitudes[word] ?? 1;
  return Number(value.toPrecision(12));
}

/** “a” of “a million”, “half a”, “one hundred and fifty” */
function valueOfCount(inWords: string): number {
  const words = inWords.toLowerCase();
  if (/^an?$/.test(words)) return 1;
  if (/^half[\s-]an?$/.test(words)) return 0.5;
  const [hundreds, rest] = words.split(/\shundred\sand\s/);
  return rest === undefined
    ? valueOfWords(words)
    : valueOfCount(hundreds ?? '') * 100 + valueOfWords(rest);
}

/** A range rises: "won by 52 percent to 39 percent" are two figures. */
export function rangeUpTo(
  before: string,
  last: NumberGroups,
  value: number
): RegExpExecArray | null {
  const range = rangeBefore.exec(before);
  const { share, currency } = range?.groups ?? {};
  // "rose 5% to $20", "fell 2% to 105 million"
  const isOther =
    share !== undefined && (last['share'] === undefined || last['currency'] !== undefined);
  if (isOther || (currency !== undefined && last['share'] !== undefined)) return null;
  return range && firstOf(range, last, value) < value ? range : null;
}

/** Of “1.2 to 1.5 million” the 1.2 million. */
export function firstOf(
  { groups = {} }: RegExpExecArray,
  last: NumberGroups,
  value: number
): number {
  const first = valueOfNumber(groups);
  const scaled = valueOfNumber({ ...groups, magnitude: groups['magnitude'] ?? last['magnitude'] });
  return scaled <= value ? scaled : first;
}

/** "18.40 The river": the time of an entry. */
export function isClock(text: string, from: number, to: number): boolean {
  const starts = text.slice(0, from).trim() === '';
  return (
    starts &&
    /^\d{1,2}[.:]\d{2}$/.test(text.slice(from, to).trim()) &&
    /^\s+["“\p{Lu}]/u.test(text.slice(to))
  );
}
