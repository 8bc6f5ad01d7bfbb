/** Where a text tells a figure that a later one corrected, and what is said of it there. Pure. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Figure } from '../briefing/entries.js';
import { firstPublished } from '../briefing/evidence.js';
import { correctedFigures, isAmong } from '../contradictions/corrected-figures.js';
import { haveWordsInCommon, tellsMeasureOf } from '../contradictions/same-measure.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { amountInWords } from '../terms/terms.js';
import { deniedNumbers } from '../text/denied-numbers.js';
import { directSpeech } from '../text/direct-speech.js';
import { inOneLine } from '../text/in-one-line.js';
import { joinedByCommas } from '../text/joined-words.js';
import { readNumbers } from '../text/numbers.js';
import type { Range } from '../text/range.js';
import { sentencesOfLines } from '../text/sentences.js';

/** What is put into a text. */
export interface Remark {
  /** Behind this offset of it, in UTF-16 units. */
  readonly at: number;
  /** Without brackets. */
  readonly told: string;
}

export interface CorrectionsInText {
  /** Of each figure that was corrected, such as “corrected, 14 March 2024: 26 million crowns”, or is another since: “since 14 March 2024: …”. */
  readonly byFigure: ReadonlyMap<Id, string>;
  in(text: string): readonly Remark[];
}

export function correctionsInText(briefing: Briefing, words: PrintedWords): CorrectionsInText {
  const quotesOf = ({ evidence }: Figure) =>
    briefing.annotations.flatMap(({ id, target }) =>
      evidence.includes(id) ? [inOneLine(target.selectors.quote.exact)] : []
    );
  const corrected = correctedFigures(briefing).map(({ older, newer, rule }) => {
    const day = firstPublished(briefing, newer.evidence) ?? (rule === 'change' ? newer.date : null);
    const is = joinedByCommas([words.corrected.is, day ? words.date(day) : ''], words.comma);
    const amount = amountInWords(newer);
    const told =
      rule === 'change' && day
        ? words.since(words.date(day), amount)
        : `${rule === 'change' ? words.superseded : is}${words.colon} ${amount}`;
    return { older, told, placesIn: placesOf(older, newer, quotesOf(older)) };
  });
  return {
    byFigure: new Map(corrected.map(({ older, told }) => [older.id, told])),
    in: (text) =>
      corrected.flatMap(({ told, placesIn }) =>
        placesIn(text).map((at) => ({ at: outsideSpeech(text, at), told }))
      )
  };
}

/** Behind its number in sentences on the same thing, but not in those that deny it or tell the newer one too. */
function placesOf(
  older: Figure,
  newer: Figure,
  said: readonly string[]
): (text: string) => readonly number[] {
  const [findOlder, findNewer] = [finderOf(older), finderOf(newer)];
  return (text) =>
    sentencesOfLines(text).flatMap(({ start, end }) => {
      const sentence = text.slice(start, end);
      const found = findOlder(sentence);
      if (!found || isAmong(deniedNumbers(sentence), older) || findNewer(sentence)) return [];
      return isOf(sentence, found, older, said) ? [start + found.end] : [];
    });
}

/** Finds it in its own words, else as another way to write the same amount: “£214m”. With the unit behind it. */
function finderOf({ wording, unit, value }: Figure): (sentence: string) => Range | null {
  const [own, behind] = [wording, unit].map((each) =>
    each.trim().replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
  );
  const inWords = new RegExp(
    String.raw`(?<![\p{L}\p{N}]|\d[.,])${own}(?![\p{L}\p{N}])(?:\s${behind}(?!\p{L}))?`,
    'iu'
  );
  const unitBehind = new RegExp(String.raw`^\s${behind}(?!\p{L})`, 'iu');
  const sign = /\p{Sc}/u.exec(unit)?.[0] ?? '';
  const isShare = /^(?:%|per\s?cent)/iu.test(unit);
  return (sentence) => {
    const found = own ? inWords.exec(sentence) : null;
    if (found) return { start: found.index, end: found.index + found[0].length };
    const number = readNumbers(sentence).find(
      ({ start, values, percent }) =>
        values.includes(value) && sentence.slice(0, start).endsWith(sign) && percent === isShare
    );
    if (!number) return null;
    const end = number.start + number.words.length;
    const [follows = ''] = unitBehind.exec(sentence.slice(end)) ?? [];
    return { start: number.start, end: end + follows.length };
  };
}

/** Of other measures seldom by chance: 214 million, not 62 million. */
const leastDigits = 3;

/**
 * Whether the number in a sentence is that of the figure: it tells all that this measures, or has the words around it
 * that stand in what this rests on, or the number is seldom another's and one more word is of the same.
 */
function isOf(
  sentence: string,
  { start, end }: Range,
  figure: Figure,
  said: readonly string[]
): boolean {
  if (tellsMeasureOf(sentence, figure)) return true;
  const before = /(?:\S+\s+){0,2}\S*$/u.exec(sentence.slice(0, start))?.[0] ?? '';
  const behind = /^\S*(?:\s+\S+){0,2}/u.exec(sentence.slice(end))?.[0] ?? '';
  const around = `${before}${sentence.slice(start, end)}${behind.replace(/\P{L}+$/u, '')}`;
  const digits = String(figure.value).replace(/\D|0+$/gu, '').length;
  const about = (measures: string) => ({ ...figure, measures: measures.toLowerCase() });
  // “Million” alone says nothing of the thing.
  const rest = about(sentence.slice(0, start) + sentence.slice(end));
  return [figure.measures, ...said].some(
    (words) =>
      words.includes(inOneLine(around)) ||
      (digits >= leastDigits && haveWordsInCommon(about(words), rest, 2))
  );
}

/** That place, or the end of the words in quotation marks in which it stands: what somebody said stays as it is. */
export function outsideSpeech(text: string, at: number): number {
  const speech = [...text.matchAll(directSpeech)].find(
    ({ index, 0: said }) => index < at && at < index + said.length
  );
  return speech ? speech.index + speech[0].length : at;
}
