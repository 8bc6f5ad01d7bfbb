/** Finds a quote in a text that may have changed, when nothing but its selectors is known. */
import type { Selectors } from '../briefing/annotation.js';
import { findExact, findSimilar, pickClear } from './candidates.js';
import type { Range } from '../text/range.js';
import { countWords } from './similarity.js';

/** Units below which too much is similar to a quote by chance. */
const shortestSimilar = 16;

/**
 * Where the quote stands in `text` now; `null` when no place is certain: the annotation is then an
 * orphan, shown as such and kept. Ambiguity counts as uncertain.
 */
export function locate(text: string, { quote, position }: Selectors): Range | null {
  const exact = findExact(quote, text);
  const unmoved = exact.find((candidate) => candidate.start === position?.start);
  // Ahead of a better context elsewhere: nothing but the surroundings changed.
  if (unmoved && unmoved.context >= 0.8) return rangeOf(unmoved);
  const words = countWords(quote.exact);
  const best = pickClear(exact);
  if (best && best.context >= neededContext(words)) return rangeOf(best);
  if (exact.length > 0 || quote.exact.length < shortestSimilar) return null;
  const similar = pickClear(findSimilar(quote, text));
  if (!similar) return null;
  const speaksForItself = words >= 10 && similar.errors <= 0.15;
  return similar.context >= 0.5 || speaksForItself ? rangeOf(similar) : null;
}

/** Without the old text more is asked of the context than when carrying. */
function neededContext(words: number): number {
  if (words >= 8) return 0;
  return words >= 4 ? 0.4 : 0.65;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
