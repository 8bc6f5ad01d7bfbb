/**
 * An article as the suggesting steps see it: paragraphs, sentences, tagged words, quotations.
 *
 * Work is bounded here for all later steps: so much text, so long a sentence.
 */
import { bodyOffset, type Outline } from '../outline/outline.js';
import { sentencesIn } from '../../domain/text/sentences.js';
import { splitLines, splitParagraphs } from '../outline/paragraphs.js';
import { type Range, trimRange } from '../../domain/text/range.js';
import { mendTags } from './mend-tags.js';
import { type Quotation, readQuotations } from './quotations.js';
import { newTagger, type Token } from './tagger.js';

export interface Sentence extends Range {
  readonly index: number;
  /** Of `Reading.paragraphs`. */
  readonly paragraph: number;
  /** In the title or the dek. */
  readonly headline: boolean;
  readonly tokens: readonly Token[];
}

export interface Reading {
  /** Verbatim, cut after `furthest`. */
  readonly text: string;
  /** Same length, plain typography; see `readQuotations`. */
  readonly clean: string;
  readonly paragraphs: readonly Range[];
  readonly quotations: readonly Quotation[];
  readonly sentences: readonly Sentence[];
}

/** UTF-16 units, about 50,000 words: nothing is suggested beyond. */
export const furthest = 300_000;
const longestSentence = 1_200;
/** Ten times as many as a text of that length has when it is prose. */
const mostSentences = 30_000;
/** A word that is longer is none, and taggers take their time over it. */
const longestWord = 100;

export interface ProseOptions {
  /** Where the text after front matter starts. */
  readonly bodyStart: number;
  /** Without tags, sentences have no tokens: enough for figures in other languages. */
  readonly tagged: boolean;
  /** Told how far it is, from 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

export function readProse(
  whole: string,
  outline: Outline,
  { bodyStart, tagged, onProgress }: ProseOptions
): Reading {
  const text = whole.slice(0, furthest);
  const paragraphs = paragraphsOfAll(text, outline, bodyStart);
  const { clean, quotations } = readQuotations(text, paragraphs);
  const sentences: Sentence[] = [];
  const lookUp = quotedAt(quotations);
  const tag = tagged ? newTagger() : null;
  const isHeadline = (paragraph: Range) =>
    within(paragraph, outline.title) || within(paragraph, outline.dek);
  const story = paragraphs.findIndex((paragraph) => !isHeadline(paragraph));
  paragraphs.forEach((paragraph, index) => {
    if (sentences.length >= mostSentences) return;
    const headline = isHeadline(paragraph);
    const { start, end } = paragraph;
    // Nobody says the dateline.
    const filed = headline ? 0 : bodyOffset(text.slice(start, end), index === story);
    for (const whole of sentencesIn(clean, { start: start + filed, end })) {
      for (const range of pieces(clean, whole)) {
        const words = tag ? mendTags(tag(clean, range), headline) : [];
        if (tag && !words.length) continue;
        const tokens = words.map((token) => ({ ...token, quoted: lookUp(token) }));
        sentences.push({ ...range, index: sentences.length, paragraph: index, headline, tokens });
        onProgress?.(range.end / text.length);
      }
    }
  });
  return { text, clean, paragraphs, quotations, sentences };
}

/** Title and subtitle apart from what follows, and the points of a list one by one. */
function paragraphsOfAll(
  text: string,
  { title, dek, sections }: Outline,
  bodyStart: number
): Range[] {
  const ends = [title?.end, dek?.end, sections[0]?.body.start].map((end) =>
    Math.min(end ?? bodyStart, text.length)
  );
  const bounds = [...new Set([bodyStart, ...ends, text.length])].toSorted((a, b) => a - b);
  return bounds.slice(1).flatMap((end, i) => {
    const part = { start: bounds[i] ?? 0, end };
    if (part.start < bodyStart) return [];
    return splitParagraphs(text, part).flatMap((paragraph) => pointsOf(text, paragraph));
  });
}

function pointsOf(text: string, paragraph: Range): Range[] {
  const lines = splitLines(text, paragraph).map((line) => trimRange(text, line));
  const isPoint = ({ start }: Range) =>
    /^(?:[-*•–—]|\d{1,2}[.)]|\d{1,2}[.:]\d{2})\s/.test(text.slice(start, start + 7));
  if (lines.filter(isPoint).length < 2) return [paragraph];
  return lines.filter(({ start, end }) => end > start);
}

/** A sentence beyond the limit is read in pieces; words beyond theirs are left out. */
function* pieces(clean: string, { start, end }: Range): Generator<Range> {
  let from = start;
  while (from < end) {
    let to = Math.min(end, from + longestSentence);
    if (to < end) {
      const space = clean.lastIndexOf(' ', to);
      if (space > from) to = space;
    }
    if (!/\S{100}/.test(clean.slice(from, to))) yield { start: from, end: to };
    else yield* shortWords(clean, { start: from, end: to });
    from = to;
    while (from < end && /\s/.test(clean[from] ?? '')) from++;
  }
}

function* shortWords(clean: string, { start, end }: Range): Generator<Range> {
  const long = new RegExp(`\\S{${longestWord},}`, 'g');
  let from = start;
  for (const m of clean.slice(start, end).matchAll(long)) {
    const to = start + m.index;
    if (clean.slice(from, to).trim()) yield { start: from, end: to };
    from = to + m[0].length;
  }
  if (clean.slice(from, end).trim()) yield { start: from, end };
}

function within(inner: Range, outer: Range | null): boolean {
  return outer !== null && inner.start >= outer.start && inner.end <= outer.end;
}

/** For tokens in rising order. */
function quotedAt(quotations: readonly Quotation[]) {
  let i = 0;
  return ({ start, end }: Range): boolean => {
    while (i < quotations.length && (quotations[i]?.end ?? 0) <= start) i++;
    const quotation = quotations[i];
    if (!quotation) return false;
    const last = quotation.closed ? quotation.end - 1 : quotation.end;
    return start > quotation.start && end <= last;
  };
}
