/** Figures of a text in another language than English, by its rules: “1,2 Mio. Euro”, “4 500 conducteurs”. */
import { deniesNext } from '../../domain/text/denied-numbers.js';
import type { Range } from '../../domain/text/range.js';
import type { FoundDate } from '../facts/find-dates.js';
import type { FoundFigure } from '../facts/find-figures.js';
import type { LanguageRules } from './language-rules.js';

/** UTF-16 units of a sentence that says what a figure is of. */
const longestContext = 280;

/** Without the numbers in `dates`. In order, without overlap. */
export function findLocalFigures(
  clean: string,
  sentences: readonly Range[],
  rules: LanguageRules,
  dates: readonly FoundDate[]
): FoundFigure[] {
  let d = 0;
  return sentences.flatMap((sentence) => {
    while (d < dates.length && (dates[d]?.end ?? 0) <= sentence.start) d += 1;
    const here: FoundDate[] = [];
    for (let i = d; (dates[i]?.start ?? Infinity) < sentence.end; i += 1) {
      const date = dates[i];
      if (date) here.push(date);
    }
    const text = clean.slice(sentence.start, sentence.end).replace(/[\n\r\t]/g, ' ');
    return [...text.matchAll(rules.figures.number)].flatMap((match) => {
      const figure = toFigure(text, sentence, match, rules, here);
      return figure ? [figure] : [];
    });
  });
}

function toFigure(
  text: string,
  sentence: Range,
  match: RegExpMatchArray,
  { figures }: LanguageRules,
  dates: readonly FoundDate[]
): FoundFigure | null {
  const { approx, first, digits, firstWords, words, fraction, magnitude, share, currency, unit } =
    match.groups ?? {};
  const start = sentence.start + (match.index ?? 0);
  if (deniesNext(text.slice(0, match.index))) return null;
  const isMeasured = share !== undefined || currency !== undefined;
  const last = unit?.split(' ').at(-1)?.toLowerCase() ?? '';
  const isUnit = !isMeasured && unit !== undefined && !figures.noUnits.has(last);
  const counted = isUnit ? unit : '';
  const isPlain = !isMeasured && magnitude === undefined && fraction === undefined;
  if (isPlain && counted === '') return null;
  // A year, and not the number of anything.
  if (isPlain && /^(?:1[5-9]|20)\d{2}$/.test(digits ?? '')) return null;
  const length = match[0].length - (unit !== undefined && !isUnit ? unit.length + 1 : 0);
  const end = start + match[0].slice(0, length).trimEnd().length;
  if (dates.some((date) => date.start < end && start < date.end)) return null;
  const number =
    fraction !== undefined
      ? figures.fraction(fraction)
      : words !== undefined
        ? (figures.words[(firstWords ?? words).toLowerCase()] ?? NaN)
        : valueOf(first ?? digits ?? '');
  const scale = magnitude === undefined ? 1 : figures.magnitude(magnitude.trim());
  const value = Number((number * scale).toPrecision(12));
  if (!Number.isFinite(value)) return null;
  return {
    start,
    end,
    value,
    unit: share ? (/point/i.test(share) ? 'percentage points' : '%') : (currency ?? counted),
    approx: approx?.toLowerCase() ?? null,
    measures: text.slice(0, longestContext).replace(/\s+/g, ' ').trim(),
    date: null,
    confidence: isMeasured || magnitude !== undefined ? 0.9 : 0.75
  };
}

/** “4.500” and “4 500” are thousands, “1,2” has a decimal. */
function valueOf(digits: string): number {
  return Number(digits.replace(/[. ](?=\d{3})/g, '').replace(',', '.'));
}
