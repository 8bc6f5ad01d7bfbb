/** How alike two pieces of text are, from 0 to 1. */
import search from 'approx-string-match';

const words = /[\p{L}\p{M}\p{N}]+/gu;

export function countWords(text: string): number {
  return text.match(words)?.length ?? 0;
}

/** How well `text` holds `pattern` somewhere: 1 for verbatim, less by each character that differs. */
export function containment(pattern: string, text: string): number {
  if (text.includes(pattern)) return 1;
  if (text.length === 0) return 0;
  const errors = search(text, pattern, pattern.length).map((match) => match.errors);
  return 1 - Math.min(pattern.length, ...errors) / pattern.length;
}

/**
 * Shared words, by the Dice coefficient. Words of up to three letters count a quarter: articles and
 * prepositions are shared by any two sentences.
 */
export function sharedWords(a: string, b: string): number {
  const inA = weighWords(a);
  const inB = weighWords(b);
  let shared = 0;
  for (const [word, weight] of inA) shared += Math.min(weight, inB.get(word) ?? 0);
  const total = sum(inA) + sum(inB);
  return total === 0 ? 0 : (2 * shared) / total;
}

function weighWords(text: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(words)) {
    weights.set(word, (weights.get(word) ?? 0) + (word.length > 3 ? 1 : 0.25));
  }
  return weights;
}

function sum(weights: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}
