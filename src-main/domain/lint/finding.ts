/** What the linter says of a passage, and on whose authority. */
import type { Id } from '../base/values.js';
import { type Dismissal, newDismissal } from '../briefing/entries.js';
import { maxLengths } from '../base/limits.js';

interface RuleFacts {
  /** A few words, as a heading. */
  readonly title: string;
  /** The published standard that the rule rests on. */
  readonly standard: string;
}

/** Clauses of the directive of 2 January 2015. */
const icd203 = 'ICD 203, Analytic Standards';
const icd206 = 'ICD 206, Sourcing Requirements for Disseminated Analytic Products';

export const lintRules = {
  'mixed-scales': {
    title: 'Words of another yardstick',
    standard: `${icd203}, D.6.e.(2)(a): one set of terms; mixing them is strongly discouraged`
  },
  'likelihood-with-confidence': {
    title: 'Likelihood and confidence in one sentence',
    standard: `${icd203}, D.6.e.(2)(b): not to be combined in the same sentence`
  },
  certainty: {
    title: 'Certainty',
    standard: `${icd203}, D.6.e.(2)(a): its terms reach from 1 to 99 %`
  },
  'vague-word': {
    title: 'A vague word for a likelihood',
    standard:
      'UK Probability Yardstick (PHIA): terms such as “might” imply a judgement without saying what it is'
  },
  'hedged-likelihood': {
    title: 'A likelihood with a hedge',
    standard: `${icd203}, D.6.e.(8): judgements as clear and precise as possible`
  },
  'two-likelihoods': {
    title: 'Two likelihoods in one outcome',
    standard: `${icd203}, D.6.e.(8): judgements as clear and precise as possible`
  },
  'unjudged-outcome': {
    title: 'An outcome without a likelihood',
    standard: `${icd203}, D.6.e.(2): the likelihood of a development is indicated`
  },
  'judgement-without-evidence': {
    title: 'A judgement without evidence',
    standard: `${icd203}, D.6.e.(6): judgements are supported by evidence and reasoning`
  },
  'unsourced-number': {
    title: 'A number that no source holds',
    standard: `${icd206}: what the analysis depends on names its source`
  },
  'differing-quote': {
    title: 'A quote that differs from its source',
    standard: `${icd206}: a source that is cited directly is named`
  },
  'undated-source': {
    title: 'A source without a day',
    standard: `${icd206}: a source is cited with its date`
  },
  'passed-weekday': {
    title: 'A weekday that has passed since',
    standard: `${icd203}, D.6.e.(8): judgements as clear and precise as possible`
  },
  'overdue-position': {
    title: 'A position past its review date',
    standard: `${icd203}, D.6.e.(7): change of judgements is explained`
  }
} as const satisfies Readonly<Record<string, RuleFacts>>;

export type LintRule = keyof typeof lintRules;

export const findingPlaces = [
  'card',
  'bottom-line',
  'outcome',
  'position',
  'annotation',
  'source'
] as const;

export interface LintFinding {
  readonly rule: LintRule;
  readonly in: (typeof findingPlaces)[number];
  /** The card, outcome, position, annotation or source; the briefing for its bottom line. */
  readonly about: Id;
  /** What it rests on, as it stands there. */
  readonly words: string;
  /** A sentence that says what is wrong and what to do. */
  readonly message: string;
}

/** Findings after they were found: by place, and without those that were set aside. */

/** Those that were not set aside: the same words by the same rule at the same place stay away. */
export function withoutDismissed(
  findings: readonly LintFinding[],
  dismissals: readonly Dismissal[]
): readonly LintFinding[] {
  const set = new Set(dismissals.filter(({ of }) => of === 'finding').map((each) => keyOf(each)));
  return findings.filter((finding) => !set.has(keyOf(finding)));
}

/** By what they are about. */
export function byPlaceOf(
  findings: readonly LintFinding[]
): ReadonlyMap<Id, readonly LintFinding[]> {
  const places = new Map<Id, LintFinding[]>();
  for (const finding of findings) {
    places.set(finding.about, [...(places.get(finding.about) ?? []), finding]);
  }
  return places;
}

/** Each with a key by what it says, so that a list that is drawn anew knows it again. */
export function keyedFindings(
  findings: readonly LintFinding[]
): readonly { readonly finding: LintFinding; readonly key: string }[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const said = keyOf(finding);
    const times = seen.get(said) ?? 0;
    seen.set(said, times + 1);
    return { finding, key: `${said}\n${times}` };
  });
}

export function dismissalOf(finding: LintFinding, now: Date): Dismissal {
  return newDismissal('finding', finding, now);
}

function keyOf({ about, rule, words }: Pick<Dismissal, 'about' | 'rule' | 'words'>): string {
  return [about, rule, words.slice(0, maxLengths.statement)].join('\n');
}
