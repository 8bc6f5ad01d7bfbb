/** What a list of sources says of those that share an origin. */
import type { Briefing } from '../briefing/briefing.js';
import type { Source } from '../briefing/source.js';
import type { PrintedWords } from '../terms/printed/en.js';

/**
 * Such as “Of one origin (AFP) with sources 2 and 4”, by their numbers in the list; empty for a source
 * that stands for itself.
 */
export function sharedOriginInWords(
  { sources, origins }: Pick<Briefing, 'sources' | 'origins'>,
  { id, origin }: Source,
  words: PrintedWords
): string {
  if (origin === null) return '';
  const numbers = sources.flatMap((other, index) =>
    other.origin === origin && other.id !== id ? words.number(index + 1) : []
  );
  if (numbers.length === 0) return '';
  const name = origins.find((each) => each.id === origin)?.name ?? '';
  return words.sharedOrigin(name, numbers);
}
