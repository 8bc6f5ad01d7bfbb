/** Stretches of a text that a person selects by key or pointer. UTF-16 units, end-exclusive. Knows no DOM. */

import { splitsPair } from '../../../src-main/domain/anchoring/splits-pair.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span without white space at its ends; `null` when nothing else is in it. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: from + trimmed.length };
}

/** UTF-16 units that a sentence has at most: longer ones are of signs, and to select one would stop the page for seconds. */
const longestSentence = 5_000;

/**
 * Sentences after Unicode's rules, each without white space at its ends; a line break ends one as well,
 * and so does its greatest length.
 */
export function sentencesOf(text: string, locale?: string): Span[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const spans: Span[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    let start = index;
    for (const line of segment.split('\n')) {
      const end = start + line.length;
      while (start < end) {
        const cut = Math.min(start + longestSentence, end);
        const piece = { start, end: cut < end && splitsPair(text, cut) ? cut - 1 : cut };
        const span = trimSpan(text, piece);
        if (span) spans.push(span);
        start = piece.end;
      }
      start += 1;
    }
  }
  return spans;
}

/** Words after Unicode's rules, without signs and white space between them. */
export function wordsOf(text: string, locale?: string): Span[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ start: index, end: index + segment.length }));
}

/** Lines that hold something: in rendered text a paragraph, heading or list item each. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const span = trimSpan(text, { start, end: start + line.length });
    if (span) spans.push(span);
    start += line.length + 1;
  }
  return spans;
}

/** The first unit (word, sentence, paragraph) that begins at or after `from`, else the first of all; `null` for a text without any. */
export function nextUnit(units: readonly Span[], from: number): Span | null {
  return units.find(({ start }) => start >= from) ?? units[0] ?? null;
}

/** The span, made longer to the end of the unit after the one in which it ends. */
export function extendByUnit(units: readonly Span[], span: Span): Span {
  const next = units.find(({ end }) => end > span.end);
  return next ? { start: span.start, end: next.end } : span;
}

/**
 * Of the spans around `offset` the shortest, which is what a person means who clicks into several;
 * clicked again, the next longer one, and after the longest the first. `null` for none.
 */
export function chooseAt<T extends Span>(
  spans: readonly T[],
  offset: number,
  isChosen: (span: T) => boolean
): { readonly chosen: T; readonly number: number; readonly of: number } | null {
  const around = spans
    .filter(({ start, end }) => start <= offset && offset < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const index = (around.findIndex(isChosen) + 1) % (around.length || 1);
  const chosen = around[index];
  return chosen ? { chosen, number: index + 1, of: around.length } : null;
}
