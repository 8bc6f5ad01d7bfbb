/** Key judgements as a page and its form tell them: how likely and how surely stand apart, never in one phrase. */
import type { Briefing } from '../briefing/briefing.js';
import type { Outcome } from '../briefing/entries.js';
import type { Id } from '../base/values.js';
import { positionsAsOf } from '../ledger/ledger.js';
import { judgedIn, positionInWords, withLikelihood } from '../terms/judged-in-words.js';
import { en, type PrintedWords } from '../terms/printed/en.js';
import { likelihoodIn, numbersOf, type PrintedLikelihood } from './claims.js';

/** Outcomes, and positions in force, that no key judgement is about yet. */
export function judgeable(
  briefing: Briefing
): readonly { readonly about: Id; readonly words: string }[] {
  const taken = new Set(briefing.keyJudgements.map(({ about }) => about));
  return [
    ...briefing.outcomes.map(({ id, statement }) => ({ about: id, words: statement.trim() })),
    ...positionsAsOf(briefing.positions, null).map((position) => ({
      about: position.id,
      words: positionInWords(briefing, position, en)
    }))
  ].filter(({ about, words }) => !taken.has(about) && words !== '');
}

export interface PublishedJudgement {
  readonly id: Id;
  /** How likely it is and what, such as “Unlikely: The review ends before 8 November.”, since it is printed bold and read alone. */
  readonly statement: string;
  /** `null`: nobody judged it. */
  readonly likelihood: PrintedLikelihood | null;
  readonly confidence: Outcome['confidence'];
  /** Numbers of the quotes that what it judges rests on. */
  readonly evidence: readonly number[];
  readonly because: string;
  readonly against: string;
  readonly indicators: string;
  readonly gaps: string;
}

/** Those with words. */
export function judgementsOf(
  briefing: Briefing,
  numbers: ReadonlyMap<string, number>,
  words: PrintedWords
): readonly PublishedJudgement[] {
  const { likelihoodScale } = briefing;
  return judgedIn(briefing, words)
    .filter(({ statement }) => statement.trim() !== '')
    .map(({ judgement, outcome, of, statement, likelihood, confidence }) => ({
      id: judgement.id,
      // What an actor holds is a fact, until somebody judges how likely it is.
      statement:
        likelihood || outcome
          ? withLikelihood(statement, likelihood, likelihoodScale, words)
          : statement,
      likelihood: likelihood && likelihoodIn(likelihoodScale, likelihood, words),
      confidence,
      evidence: numbersOf(of, numbers),
      because: judgement.because.trim(),
      against: judgement.against.trim(),
      indicators: judgement.indicators.trim(),
      gaps: judgement.gaps.trim()
    }));
}
