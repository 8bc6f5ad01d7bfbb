/** The first thing that an attribution says outright: not what is denied, asked or taken back by its verb. */
import type { FoundAttribution } from '../attributions/find-attributions.js';
import type { Sentence } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import { unsettling } from './stance-limits.js';

interface FirstSaid {
  readonly first: Range;
  /** Its tokens in the sentence, without "that" and the opening mark. */
  readonly at: number;
  readonly max: number;
  readonly source: Range;
  /** With whoever says it. */
  readonly words: Range;
}

/** `null` where nobody says it, or it says nothing by itself. */
export function firstSaid(
  { tokens }: Sentence,
  { content, lemma, negated, link, source, cue }: FoundAttribution
): FirstSaid | null {
  const [first] = content;
  if (!first || !source || negated || link === 'question' || unsettling.test(lemma)) return null;
  let at = tokens.findIndex(({ start }) => start >= first.start);
  const max = tokens.findLastIndex(({ end }) => end <= first.end);
  if (at < 0) return null;
  while (/^(?:that|“|,)$/.test(tokens[at]?.lower ?? '')) at++;
  const start = Math.min(source.start, first.start);
  return { first, at, max, source, words: { start, end: Math.max(first.end, cue?.end ?? 0) } };
}
