/** The words of the yardsticks, as they occur in prose. */
import { yardsticks } from '../ledger/judgement.js';
import { likelihoodScales, type Likelihood, type LikelihoodScale } from '../briefing/entries.js';

/** Words that are as often no judgement (“a remote region”, “likely voters” are caught by others). */
const ambiguous = new Set(['remote', 'remote chance']);

function wordsOf(scale: LikelihoodScale): readonly string[] {
  return Object.values(yardsticks[scale].steps).flatMap(({ word, also }) => [word, ...also]);
}

/** The words of the scale that no other scale has. */
export function ownTerms(scale: LikelihoodScale): readonly string[] {
  const others = new Set(likelihoodScales.filter((each) => each !== scale).flatMap(wordsOf));
  return wordsOf(scale).filter((word) => !others.has(word) && !ambiguous.has(word));
}

/** Matches any of the terms as whole words; longer ones first, adverbs too. */
export function termPattern(terms: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}-])${sourceOf(terms)}(?!\\p{L})`, 'giu');
}

function sourceOf(terms: readonly string[]): string {
  const sorted = terms.toSorted((a, b) => b.length - a.length);
  return `(?:${sorted.map((term) => term.replaceAll(' ', '\\s+')).join('|')})(?:ly)?`;
}

/** Words of plain English for a step. */
const plain: Readonly<Record<string, Likelihood>> = {
  'remote chance': 'remote',
  probably: 'likely',
  'even chance': 'even',
  'even odds': 'even'
};

const steps: ReadonlyMap<string, Likelihood> = new Map([
  ...likelihoodScales.flatMap((scale) =>
    Object.entries(yardsticks[scale].steps).flatMap(([step, { word, also }]) =>
      [word, ...also].map((each) => [each, step as Likelihood] as const)
    )
  ),
  ...Object.entries(plain)
]);

const anyTerm = [
  ...likelihoodScales.flatMap(wordsOf).filter((word) => !ambiguous.has(word)),
  ...Object.keys(plain)
];

/** Any word of likelihood, of either yardstick or of plain English. */
export const anyLikelihood = termPattern(anyTerm);

/** The same as a part of a pattern, without the borders of words. */
export const likelihoodSource = sourceOf(anyTerm);

interface SaidLikelihood {
  /** As they stand there. */
  readonly words: string;
  readonly step: Likelihood;
}

/** The judgements that a text holds, each step once, in the order of the text. */
export function likelihoodsIn(text: string): readonly SaidLikelihood[] {
  const found = new Map<Likelihood, SaidLikelihood>();
  for (const [words] of text.matchAll(anyLikelihood)) {
    const term = words.toLowerCase().replace(/\s+/gu, ' ');
    const step = steps.get(term) ?? steps.get(term.replace(/ly$/u, ''));
    if (step && !found.has(step)) found.set(step, { words, step });
  }
  return [...found.values()];
}
