/** What the linter says of a passage, and on whose authority. */
import type { Id } from '../id.js';

interface RuleFacts {
  /** A few words, as a heading. */
  readonly title: string;
  /** The published standard that the rule rests on. */
  readonly standard: string;
}

const icd203 = 'ICD 203, Analytic Standards';

export const lintRules = {
  'mixed-scales': {
    title: 'Words of another yardstick',
    standard: `${icd203}, D.6.e.(2)(a): one set of terms, not mixed`
  },
  'likelihood-with-confidence': {
    title: 'Likelihood and confidence in one sentence',
    standard: `${icd203}, D.6.e.(2)(a): not to be combined in the same sentence`
  },
  certainty: {
    title: 'Certainty',
    standard: `${icd203}, D.6.e.(2)(a): the scale ends at 1 and 99 %`
  },
  'vague-word': {
    title: 'A vague word for a likelihood',
    standard: 'UK Probability Yardstick: “may”, “might” and “could” say no likelihood'
  },
  'judgement-without-evidence': {
    title: 'A judgement without evidence',
    standard: `${icd203}, D.6.e.(1) and (3): sources and reasoning are shown`
  },
  'unsourced-number': {
    title: 'A number that no source holds',
    standard: `ICD 206, Sourcing Requirements: facts are traced to their source`
  },
  'differing-quote': {
    title: 'A quote that differs from its source',
    standard: 'ICD 206, Sourcing Requirements: quotations are exact'
  },
  'overdue-position': {
    title: 'A position past its review date',
    standard: `${icd203}, D.6.e.(7): change in judgements is noticed and told`
  }
} as const satisfies Readonly<Record<string, RuleFacts>>;

export type LintRule = keyof typeof lintRules;

export const findingPlaces = ['card', 'bottom-line', 'outcome', 'position', 'annotation'] as const;

export interface Finding {
  readonly rule: LintRule;
  readonly in: (typeof findingPlaces)[number];
  /** The card, outcome, position or annotation; the briefing for its bottom line. */
  readonly about: Id;
  /** What it rests on, as it stands there. */
  readonly words: string;
  /** A sentence that says what is wrong and what to do. */
  readonly message: string;
}
