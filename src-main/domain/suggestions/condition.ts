/** On what a conditional stance depends, as far as the words say it. */
import type { DraftPosition } from './suggestion.js';

const named = /^condition: (.+)$/;

/** From the word that names the condition to the end of the clause; empty when there is none. */
export function conditionIn({
  stance,
  why,
  evidence
}: Pick<DraftPosition, 'stance' | 'why' | 'evidence'>): string {
  if (stance !== 'conditional') return '';
  const words = evidence.text.replace(/\s+/g, ' ');
  for (const rule of why) {
    const marker = named.exec(rule)?.[1];
    const at = marker === undefined ? -1 : words.search(new RegExp(`\\b${marker}\\b`, 'i'));
    if (at >= 0) return clauseFrom(words, at);
  }
  return words;
}

function clauseFrom(words: string, at: number): string {
  return (at === 0 ? words.replace(/,.*$/, '') : words.slice(at)).replace(/[.,;”"]+$/, '').trim();
}

/** As people write conditions, the longest first. */
const markers = ['only if', 'as long as', 'provided that', 'on condition that', 'unless', 'if'];

/** The clause that names a condition in any words; empty where none does. */
export function conditionInWords(words: string): string {
  const marker = markers.find((each) => new RegExp(`\\b${each}\\b`, 'i').test(words));
  if (marker === undefined) return '';
  const text = words.replace(/\s+/g, ' ');
  return clauseFrom(text, text.search(new RegExp(`\\b${marker}\\b`, 'i')));
}
