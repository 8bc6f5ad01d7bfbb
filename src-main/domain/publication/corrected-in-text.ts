/** Where a text tells a figure that a later one corrected, and what is said of it there. Pure. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Figure } from '../briefing/entries.js';
import { firstPublished } from '../briefing/evidence.js';
import { correctedFigures, isAmong } from '../contradictions/corrected-figures.js';
import { tellsMeasureOf } from '../contradictions/same-measure.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { amountInWords } from '../terms/terms.js';
import { deniedNumbers } from '../text/denied-numbers.js';
import { directSpeech } from '../text/direct-speech.js';
import { joinedByCommas } from '../text/joined-words.js';
import { sentencesOfLines } from '../text/sentences.js';

/** What is put into a text. */
export interface Remark {
  /** Behind this offset of it, in UTF-16 units. */
  readonly at: number;
  /** Without brackets. */
  readonly told: string;
}

export interface CorrectionsInText {
  /** Of each figure that was corrected, such as “corrected, 14 March 2024: 26 million crowns”. */
  readonly byFigure: ReadonlyMap<Id, string>;
  in(text: string): readonly Remark[];
}

export function correctionsInText(briefing: Briefing, words: PrintedWords): CorrectionsInText {
  const corrected = correctedFigures(briefing).map(({ older, newer }) => {
    const day = firstPublished(briefing, newer.evidence);
    const is = joinedByCommas([words.corrected.is, day ? words.date(day) : ''], words.comma);
    return { older, newer, told: `${is}${words.colon} ${amountInWords(newer)}` };
  });
  return {
    byFigure: new Map(corrected.map(({ older, told }) => [older.id, told])),
    in: (text) =>
      corrected.flatMap(({ older, newer, told }) =>
        placesOf(older, newer, text).map((at) => ({ at: outsideSpeech(text, at), told }))
      )
  };
}

/** Behind its words in sentences of what it measures, but not in those that deny it or tell the newer one too. */
function placesOf(older: Figure, newer: Figure, text: string): readonly number[] {
  const [wording, unit] = [older.wording, older.unit].map((each) =>
    each.trim().replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
  );
  if (!wording) return [];
  const written = new RegExp(
    String.raw`(?<![\p{L}\p{N}]|\d[.,])${wording}(?![\p{L}\p{N}])(?:\s${unit}(?!\p{L}))?`,
    'iu'
  );
  return sentencesOfLines(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const found = written.exec(sentence);
    if (!found || isAmong(deniedNumbers(sentence), older)) return [];
    if (sentence.includes(newer.wording) || !tellsMeasureOf(sentence, older)) return [];
    return [start + found.index + found[0].length];
  });
}

/** That place, or the end of the words in quotation marks in which it stands: what somebody said stays as it is. */
export function outsideSpeech(text: string, at: number): number {
  const speech = [...text.matchAll(directSpeech)].find(
    ({ index, 0: said }) => index < at && at < index + said.length
  );
  return speech ? speech.index + speech[0].length : at;
}
