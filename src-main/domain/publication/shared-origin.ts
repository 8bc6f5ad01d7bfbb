/** What a list of sources says of those that share an origin. */
import type { Briefing } from '../briefing/briefing.js';
import type { Source } from '../briefing/source.js';
import { isolated } from '../text/direction.js';

/**
 * Such as “Of one origin (AFP) with sources 2 and 4”, by their numbers in the list; empty for a source
 * that stands for itself.
 */
export function sharedOriginInWords(
  { sources, origins }: Pick<Briefing, 'sources' | 'origins'>,
  { id, origin }: Source
): string {
  if (origin === null) return '';
  const numbers = sources.flatMap((other, index) =>
    other.origin === origin && other.id !== id ? String(index + 1) : []
  );
  const last = numbers.pop();
  if (last === undefined) return '';
  const name = origins.find((each) => each.id === origin)?.name ?? '';
  const others =
    numbers.length > 0 ? `sources ${numbers.join(', ')} and ${last}` : `source ${last}`;
  return `Of one origin${name === '' ? '' : ` (${isolated(name)})`} with ${others}`;
}
