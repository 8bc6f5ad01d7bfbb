/** How judgements are worded: likelihood by one of two yardsticks, and confidence apart from it. */
import { likelihoods, type Likelihood, type LikelihoodScale } from '../briefing/entries.js';

/** One step of a yardstick. Bounds are in per cent. */
export interface Step {
  /** The word that Standpoint writes. */
  readonly word: string;
  /** Other words that the standard allows for the same step. */
  readonly also: readonly string[];
  readonly from: number;
  readonly to: number;
}

export interface Yardstick {
  readonly name: string;
  readonly standard: string;
  /** What stands before a bound that the standard gives as approximate; else empty. */
  readonly about: string;
  readonly steps: Readonly<Record<Likelihood, Step>>;
}

function step(word: string, from: number, to: number, ...also: readonly string[]): Step {
  return { word, also, from, to };
}

export const yardsticks: Readonly<Record<LikelihoodScale, Yardstick>> = {
  icd203: {
    name: 'ICD 203',
    standard: 'US Intelligence Community Directive 203, Analytic Standards',
    about: '',
    steps: {
      remote: step('almost no chance', 1, 5, 'remote'),
      'very-unlikely': step('very unlikely', 5, 20, 'highly improbable'),
      unlikely: step('unlikely', 20, 45, 'improbable'),
      even: step('roughly even chance', 45, 55, 'roughly even odds'),
      likely: step('likely', 55, 80, 'probable'),
      'very-likely': step('very likely', 80, 95, 'highly probable'),
      'almost-certain': step('almost certain', 95, 99, 'nearly certain')
    }
  },
  uk: {
    name: 'UK yardstick',
    standard: 'UK Professional Head of Intelligence Assessment, Probability Yardstick',
    about: '≈',
    steps: {
      remote: step('remote chance', 0, 5),
      'very-unlikely': step('highly unlikely', 10, 20),
      unlikely: step('unlikely', 25, 35),
      even: step('realistic possibility', 40, 50),
      likely: step('likely', 55, 75, 'probable'),
      'very-likely': step('highly likely', 80, 90),
      'almost-certain': step('almost certain', 95, 100)
    }
  }
};

/** Such as “very likely”; `null` is “not judged”. */
export function likelihoodWord(scale: LikelihoodScale, likelihood: Likelihood | null): string {
  return likelihood ? yardsticks[scale].steps[likelihood].word : 'not judged';
}

/** Such as “80–95 %”; where the standard gives bounds as approximate, “≈80–90 %”. */
export function likelihoodRange(scale: LikelihoodScale, likelihood: Likelihood): string {
  const { about, steps } = yardsticks[scale];
  const { from, to } = steps[likelihood];
  return `${about}${from}–${to} %`;
}

export interface LegendRow {
  readonly likelihood: Likelihood;
  readonly word: string;
  readonly also: readonly string[];
  readonly range: string;
}

/** Every step of the yardstick, from the least likely. */
export function legendOf(scale: LikelihoodScale): readonly LegendRow[] {
  return likelihoods.map((likelihood) => {
    const { word, also } = yardsticks[scale].steps[likelihood];
    return { likelihood, word, also, range: likelihoodRange(scale, likelihood) };
  });
}
