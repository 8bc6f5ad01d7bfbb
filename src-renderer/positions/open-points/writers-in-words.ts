/** Who wrote a side, as a person reads it. */
import type { Writer } from '../../../src-main/domain/briefing/author.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';

/** Such as “Anna, 29 November 2026, 15:03”; empty where nobody is known. */
export function writersInWords(writers: readonly Writer[]): string {
  return writers
    .map(({ name, at }) => `${name.trim() || 'Somebody'}, ${personsDates.moment(at)}`)
    .join('; ');
}
