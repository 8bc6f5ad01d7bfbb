/** Stretches of a text that a person selects by key or pointer. UTF-16 units, end-exclusive. Knows no DOM. */

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

/** Sentences after Unicode's rules, each without white space at its ends; a line break ends one as well. */
export function sentencesOf(text: string, locale?: string): Span[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const spans: Span[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    let start = index;
    for (const line of segment.split('\n')) {
      const span = trimSpan(text, { start, end: start + line.length });
      if (span) spans.push(span);
      start += line.length + 1;
    }
  }
  return spans;
}

/** The first sentence that begins at or after `from`, else the first of all; `null` for a text without any. */
export function nextSentence(sentences: readonly Span[], from: number): Span | null {
  return sentences.find(({ start }) => start >= from) ?? sentences[0] ?? null;
}

/** The span, made longer to the end of the sentence after the one in which it ends. */
export function extendBySentence(sentences: readonly Span[], span: Span): Span {
  const next = sentences.find(({ end }) => end > span.end);
  return next ? { start: span.start, end: next.end } : span;
}

/** Of the spans around `offset` the shortest, which is what a person means who clicks into several. */
export function innermostAt<T extends Span>(spans: readonly T[], offset: number): T | null {
  const around = spans.filter(({ start, end }) => start <= offset && offset < end);
  return around.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}
