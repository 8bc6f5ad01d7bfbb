/** On what a conditional stance depends, as far as the words say it. */
import type { DraftPosition } from './suggestion.js';

const named = /^condition: (.+)$/;

/** From the word that names the condition to the end of the clause; empty when there is none. */
export function conditionIn({ stance, why, evidence }: DraftPosition): string {
  if (stance !== 'conditional') return '';
  const words = evidence.text.replace(/\s+/g, ' ');
  for (const rule of why) {
    const marker = named.exec(rule)?.[1];
    const at = marker === undefined ? -1 : words.search(new RegExp(`\\b${marker}\\b`, 'i'));
    if (at >= 0)
      return (at === 0 ? words.replace(/,.*$/, '') : words.slice(at))
        .replace(/[.;”"]+$/, '')
        .trim();
  }
  return words;
}
