/** English numbers in words and how they combine. */
export const numberWords: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12
};
export const magnitudes: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
  dozen: 12
};
export const fractions: Readonly<Record<string, number>> = {
  half: 1 / 2,
  halves: 1 / 2,
  third: 1 / 3,
  thirds: 1 / 3,
  quarter: 1 / 4,
  quarters: 1 / 4,
  fifth: 1 / 5,
  fifths: 1 / 5,
  sixth: 1 / 6,
  sixths: 1 / 6,
  eighth: 1 / 8,
  eighths: 1 / 8,
  tenth: 1 / 10,
  tenths: 1 / 10
};

/** "forty-two" → 42, "two and a half" → 2.5 */
export function valueOfWords(words: string): number {
  return words
    .toLowerCase()
    .split(/[- ]+/)
    .reduce((sum, word) => sum + (numberWords[word] ?? 0), 0);
}

/** "three-quarters" → 0.75, "half" → 0.5 */
export function valueOfFraction(words: string): number {
  const [first = '', second] = words.toLowerCase().split(/[- ]+/);
  if (second === undefined) return fractions[first] ?? 0;
  const count = first === 'a' ? 1 : (numberWords[first] ?? 1);
  return count * (fractions[second] ?? 0);
}
