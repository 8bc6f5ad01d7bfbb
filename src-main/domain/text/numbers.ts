/** Numbers in prose, however they are written: “1,600,000”, “1.6 million”, “eighty per cent”, “2nd”. */

export interface WrittenNumber {
  readonly words: string;
  readonly start: number;
  /** What it can mean: “1.600” is 1.6 or 1,600, as the writer's country has it. */
  readonly values: readonly number[];
  readonly percent: boolean;
  /** Whether it is written in digits. */
  readonly digits: boolean;
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' '
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12
};

/** Words for numbers below a hundred, and “dozen”. */
export const numberWords: Readonly<Record<string, number>> = Object.fromEntries<number>([
  ...units.map((unit, value) => [unit, value] as const),
  ...tens.map((ten, index) => [ten, (index + 2) * 10] as const),
  ['dozen', 12]
]);
/** Words and letters that multiply what stands before them. */
export const magnitudes: Readonly<Record<string, number>> = {
  ...scales,
  b: 1e9,
  lakh: 1e5,
  crore: 1e7,
  dozen: 12
};
/** Words for parts of a whole. */
export const fractions: Readonly<Record<string, number>> = Object.fromEntries<number>(
  Object.entries({
    half: 2,
    third: 3,
    quarter: 4,
    fifth: 5,
    sixth: 6,
    eighth: 8,
    tenth: 10
  }).flatMap(([part, count]) => [
    [part, 1 / count],
    [part === 'half' ? 'halves' : `${part}s`, 1 / count]
  ])
);

const word = [...units, ...tens].join('|');
const scale = Object.keys(scales)
  .sort((a, b) => b.length - a.length)
  .join('|');
const after = `(?<scale>[\\s-]?(?:${scale})(?!\\p{L}))?(?<percent>[\\s-]?(?:%|per\\s?cent(?!\\p{L})|percentage))?`;
const inDigits = new RegExp(
  `(?<![\\p{L}\\p{N}_]|[\\p{L}]-|\\d[.,])(?<number>\\d{1,3}(?:[,.’'\\u00A0\\u2009\\u202F ]\\d{3})+(?:[.,]\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?)(?:st|nd|rd|th)?${after}(?!\\p{L}|-?\\p{L}?\\d*\\p{Lu})`,
  'giu'
);
const inWords = new RegExp(
  `(?<![\\p{L}-]|\\d[\\s-]?)(?<number>(?:${word}|hundred|thousand|million|billion|${ordinals.join('|')})(?:(?:[\\s-]|\\s+and\\s+)(?:${word}|hundred|thousand|million|billion))*)${after}(?![\\p{L}]|-(?:third|quarter|fifth|tenth))`,
  'giu'
);

/** In the order of the text. */
export function readNumbers(text: string): readonly WrittenNumber[] {
  const found = [
    ...[...text.matchAll(inDigits)].map((match) => tell(match, valuesOfDigits, true)),
    ...[...text.matchAll(inWords)].map((match) =>
      tell(match, (number) => [valueOfGroups(number)], false)
    )
  ];
  return found.sort((a, b) => a.start - b.start);
}

function tell(
  match: RegExpMatchArray,
  read: (number: string) => readonly number[],
  digits: boolean
): WrittenNumber {
  const { number = '', scale: times = '', percent } = match.groups ?? {};
  const factor = scales[times.replace(/[\s-]/gu, '').toLowerCase()] ?? 1;
  return {
    words: match[0].trim(),
    start: match.index ?? 0,
    // A factor of a million leaves traces of binary fractions.
    values: read(number).map((value) => Number((value * factor).toPrecision(12))),
    percent: percent !== undefined,
    digits
  };
}

function valuesOfDigits(number: string): readonly number[] {
  const separators = number.match(/[,.]/gu) ?? [];
  const bare = number.replace(/[’'\u00A0\u2009\u202F ]/gu, '');
  const last = separators.at(-1);
  const kinds = new Set(separators).size;
  if (last === undefined) return [Number(bare)];
  const whole = Number(bare.replace(/[,.]/gu, ''));
  const at = bare.lastIndexOf(last);
  const decimal = Number(`${bare.slice(0, at).replace(/[,.]/gu, '')}.${bare.slice(at + 1)}`);
  if (kinds === 2) return [decimal];
  if (separators.length > 1) return [whole];
  return bare.length - at === 4 ? [whole, decimal] : [decimal];
}

function valueOfGroups(number: string): number {
  let total = 0;
  let group = 0;
  for (const part of number.toLowerCase().split(/[\s-]+/u)) {
    const factor = scales[part];
    if (factor === 100) group = Math.max(1, group) * 100;
    else if (factor !== undefined) {
      total += Math.max(1, group) * factor;
      group = 0;
    } else if (part !== 'and') group += numberWords[part] ?? ordinals.indexOf(part) + 1;
  }
  return total + group;
}

/** The word that multiplies it: a million of “1.2 million”. */
export function magnitudeOf({ words }: WrittenNumber): number {
  const word =
    /\p{L}+$/u.exec(words.replace(/[\s-]*(?:%|per\s?cent|percentage)$/iu, ''))?.[0] ?? '';
  return Object.hasOwn(magnitudes, word.toLowerCase()) ? (magnitudes[word.toLowerCase()] ?? 1) : 1;
}

/** “forty-two” → 42, “two dozen” → 14: the sum of its words. */
export function valueOfWords(words: string): number {
  return words
    .toLowerCase()
    .split(/[- ]+/)
    .reduce((sum, part) => sum + (numberWords[part] ?? 0), 0);
}

/** “three-quarters” → 0.75, “a third” → 0.333…, “half” → 0.5; 0 for what is no fraction. */
export function valueOfFraction(words: string): number {
  const [first = '', second] = words.toLowerCase().split(/[- ]+/);
  if (second === undefined) return fractions[first] ?? 0;
  return (numberWords[first] ?? 1) * (fractions[second] ?? 0);
}
