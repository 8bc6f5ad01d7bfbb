/** Ranges of the article's text: UTF-16 units, end-exclusive. */
import type { Span } from '../../domain/suggestions/draft.js';

export interface Range {
  readonly start: number;
  readonly end: number;
}

export function toSpan(text: string, { start, end }: Range): Span {
  return { start, end, text: text.slice(start, end) };
}

/** The range without white space (and byte order marks) at its ends; empty when it holds nothing else. */
export function trimRange(text: string, { start, end }: Range): Range {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  if (lead === part.length) return { start: end, end };
  return { start: start + lead, end: start + part.trimEnd().length };
}
