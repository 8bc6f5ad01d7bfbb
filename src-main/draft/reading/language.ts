/** The language gate: English prose is read whole, German and French in part, others not at all. */
import { eld } from 'eld/small';
import type { Draft } from '../../domain/suggestions/draft.js';
import type { Range } from '../../domain/text/range.js';
import { wordSet } from './tagger.js';

/** Enough to tell a language by; more only costs time. */
const looked = 6_000;
/** Of all words: English news has about 0.35, its headlines and lists still more than this. */
const englishShare = 0.2;
/** Of all letters in paragraphs: below it the text is lists, tables or code. */
const proseShare = 0.25;

/** By rules of their own, in draft/languages. */
const languagesReadInPart: ReadonlySet<string> = new Set(['de', 'fr']);

const functionWords = wordSet(`
  the of and to in a is that for on was with as at by it from are be has have an this which or but
  not were had will his their they he she we who been would its there than after more also said
`);

/** `paragraphs` are the body's. `asEnglish` is the person's word against the detector's. */
export function judgeLanguage(
  text: string,
  paragraphs: readonly Range[],
  asEnglish: boolean
): Draft['language'] {
  const sample = sampleOf(text, paragraphs);
  const words = sample.toLowerCase().match(/[\p{L}\p{M}']+/gu) ?? [];
  if (words.length < 3) {
    const reason = 'There are too few words to suggest anything.';
    return { code: 'und', confidence: 0, suggestions: false, reason };
  }
  const share = words.filter((word) => functionWords.has(word)).length / words.length;
  const detected = eld.detect(sample);
  const isEnglish = detected.language === 'en' || share >= englishShare;
  const code = isEnglish ? 'en' : detected.language || 'und';
  const score = detected.getScores()[detected.language] ?? 0;
  const confidence = round(isEnglish ? Math.max(score, Math.min(1, share * 2.5)) : score);
  if (asEnglish) return { code, confidence, suggestions: true };
  const isReadInPart = languagesReadInPart.has(code);
  if (!isEnglish && !isReadInPart) {
    const reason = `${languageName(code)}, and suggestions are made for English, and in part for German and French.`;
    return { code, confidence, suggestions: false, reason };
  }
  if (proseIn(text, paragraphs) < proseShare) {
    const reason = 'This is a list, a table or code rather than prose, so nothing is suggested.';
    return { code, confidence, suggestions: false, reason };
  }
  if (isReadInPart) {
    const reason = `${languageName(code)}. Direct quotations with their speakers, names, dates and figures are read in it. Other speech, positions and events are not.`;
    return { code, confidence, suggestions: true, reason };
  }
  return { code, confidence, suggestions: true };
}

function sampleOf(text: string, paragraphs: readonly Range[]): string {
  let sample = '';
  for (const { start, end } of paragraphs) {
    sample += `${text.slice(start, Math.min(end, start + looked))}\n`;
    if (sample.length >= looked) break;
  }
  return sample.slice(0, looked).replace(/\p{Surrogate}/gu, ' ');
}

function languageName(code: string): string {
  if (code === 'und') return 'The language was not recognised';
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(code);
  return `The text reads as ${name ?? code}`;
}

/** Share of the characters that stand in lines with something like a sentence. */
function proseIn(text: string, paragraphs: readonly Range[]): number {
  let all = 0;
  let prose = 0;
  for (const { start, end } of paragraphs.slice(0, 200)) {
    for (const line of text.slice(start, Math.min(end, start + 2_000)).split(/[\n\r]+/)) {
      all += line.length;
      if (isProse(line)) prose += line.length;
    }
  }
  return all === 0 ? 0 : prose / all;
}

function isProse(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const isTable = /\S(?:\t| {3,})\S|^\s*\||[{}<>;=]\s*$/.test(line);
  return words.length >= 5 && letters > 0.6 * line.length && !isTable;
}

function round(n: number): number {
  return Math.round(Math.max(0, Math.min(1, n)) * 100) / 100;
}
