/** Where a quote stands, for readers. */
import { joinedByCommas } from '../text/joined-words.js';
import { dateInWords } from '../terms/terms.js';
import { gradeOf, type Source } from '../briefing/source.js';
import type { Place } from './number-notes.js';

/** Such as “After Alaska, The Daily, 16 August 2025, grade B2”. Without a full stop. */
export function placeInWords(place: Place): string {
  if (!place) return 'From a text that is no longer part of this briefing';
  if (place.type === 'card') return `This briefing, “${place.card.heading || place.card.kind}”`;
  const { source } = place;
  return joinedByCommas([
    titleOfSource(source),
    source.publisher,
    source.published ? dateInWords(source.published) : '',
    `grade ${gradeOf(source)}`
  ]);
}

export function titleOfSource(source: Source): string {
  return source.title.trim() || 'Untitled source';
}
