/** Two changes of one text that lie apart. Pure. */
import { stretchBetween, withStretch } from '../text/stretch.js';

/**
 * The text with both changes, where a line ends between them; `null` where they may touch. Merging by words
 * tells the same, and takes a hundred times as long on a long text.
 */
export function mergeApart(was: string, now: string, current: string): string | null {
  const [at, cut, add] = stretchBetween(was, now);
  const [from, gone, put] = stretchBetween(was, current);
  const isBefore = at + cut <= from;
  const between = isBefore ? was.slice(at + cut, from) : was.slice(from + gone, at);
  if (!isBefore && from + gone > at) return null;
  if (!between.includes('\n')) return null;
  return withStretch(current, [isBefore ? at : at - gone + put.length, cut, add]);
}
