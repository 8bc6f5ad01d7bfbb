/** Outcomes as a reader meets them: the likeliest first, in the words of one yardstick. */
import type { Briefing } from '../briefing/briefing.js';
import {
  legendOf,
  likelihoodRange,
  likelihoodWord,
  yardsticks,
  type LegendRow
} from '../ledger/judgement.js';
import { withAddition } from '../text/joined-words.js';
import { likelihoods, type Outcome } from '../briefing/outcome.js';
import { dateInWords } from '../terms/terms.js';

export interface PublishedOutcome {
  readonly outcome: Outcome;
  /** With its horizon: “The war continues, by 31 December 2025.” */
  readonly statement: string;
  /** Such as “very likely”; empty while it is not judged. */
  readonly word: string;
  /** Such as “80–95 %”; empty while it is not judged. */
  readonly range: string;
  readonly evidence: readonly number[];
}

export interface PublishedOutcomes {
  readonly outcomes: readonly PublishedOutcome[];
  /** Whose words they are. */
  readonly standard: string;
  readonly legend: readonly LegendRow[];
}

export function outcomesOf(
  { outcomes, likelihoodScale }: Briefing,
  numbers: ReadonlyMap<string, number>
): PublishedOutcomes | null {
  if (outcomes.length === 0) return null;
  const rank = ({ likelihood }: Outcome) => (likelihood ? likelihoods.indexOf(likelihood) : -1);
  return {
    outcomes: outcomes
      .toSorted((a, b) => rank(b) - rank(a))
      .map((outcome) => ({
        outcome,
        statement: withAddition(
          outcome.statement,
          outcome.horizon ? `by ${dateInWords(outcome.horizon)}` : ''
        ),
        word: outcome.likelihood ? likelihoodWord(likelihoodScale, outcome.likelihood) : '',
        range: outcome.likelihood ? likelihoodRange(likelihoodScale, outcome.likelihood) : '',
        evidence: numbersOf(outcome, numbers)
      })),
    standard: yardsticks[likelihoodScale].standard,
    legend: legendOf(likelihoodScale)
  };
}

/** The numbers of the quotes that a claim rests on, in their order. */
export function numbersOf(
  { evidence }: { readonly evidence: readonly string[] },
  numbers: ReadonlyMap<string, number>
): readonly number[] {
  return evidence.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
}
