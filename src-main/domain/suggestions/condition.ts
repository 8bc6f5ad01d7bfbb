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
  const markers = why.flatMap((rule) => named.exec(rule)?.[1] ?? []);
  return conditionFrom(words, markers) || withoutLoneMarks(words);
}

/** As people write conditions, the longest first. */
const markers = ['only if', 'as long as', 'provided that', 'on condition that', 'unless', 'if'];

/** The clause that names a condition in any words; empty where none does. */
export function conditionInWords(words: string): string {
  return conditionFrom(words.replace(/\s+/g, ' '), markers);
}

function conditionFrom(words: string, from: readonly string[]): string {
  for (const marker of from) {
    const at = words.search(new RegExp(`\\b${marker}\\b(?!${setPhrase})`, 'i'));
    if (at < 0) continue;
    const clause = at === 0 ? words.replace(/,.*$/, '') : words.slice(at);
    return withoutEndMark(withoutLoneMarks(withoutEndMark(clause)));
  }
  return '';
}

/** “if necessary” depends on nothing that is said. */
const setPhrase = ' (?:necessary|needed|required|possible|so|not|any)\\b';

function withoutEndMark(words: string): string {
  return words.replace(/[.,;]+$/, '').trim();
}

/** Without quotation marks of which the other stands elsewhere. */
function withoutLoneMarks(words: string): string {
  const count = (mark: RegExp) => words.match(mark)?.length ?? 0;
  const isWhole = count(/"/g) % 2 === 0 && count(/“/g) === count(/”/g);
  return isWhole ? words : words.replace(/["“”]/g, '');
}
