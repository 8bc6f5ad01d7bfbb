/** Key judgements as a page and its form tell them: how likely and how surely stand apart, never in one phrase. */
import type { Briefing } from '../briefing/briefing.js';
import type { KeyJudgement, Outcome, Position } from '../briefing/entries.js';
import type { Id } from '../base/values.js';
import { yardsticks } from '../ledger/judgement.js';
import { positionsAsOf } from '../ledger/ledger.js';
import { en, type PrintedWords } from '../terms/printed/en.js';
import { isolated } from '../text/direction.js';
import { rangeOf, withHorizon } from './claims.js';

interface Judged {
  readonly judgement: KeyJudgement;
  /** That it is about; `null`: it is about a position. */
  readonly outcome: Outcome | null;
  /** The outcome with its horizon, or the position with its actor; empty for an outcome without words. */
  readonly statement: string;
  readonly likelihood: Outcome['likelihood'];
  readonly confidence: Outcome['confidence'];
}

/** In their order. One about what is not in the briefing is left out. */
export function judgedIn(briefing: Briefing, words: PrintedWords = en): readonly Judged[] {
  const outcomes = new Map(briefing.outcomes.map((outcome) => [outcome.id, outcome]));
  const positions = new Map(briefing.positions.map((position) => [position.id, position]));
  return briefing.keyJudgements.flatMap((judgement): readonly Judged[] => {
    const outcome = outcomes.get(judgement.about);
    if (outcome) {
      const { likelihood, confidence } = outcome;
      return [
        { judgement, outcome, statement: withHorizon(outcome, words), likelihood, confidence }
      ];
    }
    const position = positions.get(judgement.about);
    if (!position) return [];
    const { likelihood } = judgement;
    const statement = positionInWords(briefing, position, words);
    return [{ judgement, outcome: null, statement, likelihood, confidence: position.confidence }];
  });
}

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

function positionInWords(
  { actors, issues }: Briefing,
  position: Position,
  { stances, colon }: PrintedWords
): string {
  const actor = actors.find(({ id }) => id === position.actor)?.name ?? '';
  const issue = issues.find(({ id }) => id === position.issue)?.wording ?? '';
  const words = position.statement.trim() || `${stances[position.stance]}${colon} ${issue}`;
  return `${isolated(actor)}${colon} ${isolated(words)}`;
}

export interface PublishedJudgement {
  readonly id: Id;
  readonly statement: string;
  /** `null`: nobody judged it. */
  readonly likelihood: {
    /** Such as “likely”. */
    readonly word: string;
    /** Such as “55–80 %”. */
    readonly range: string;
    /** Bounds of the range in per cent. */
    readonly from: number;
    readonly to: number;
  } | null;
  readonly confidence: Outcome['confidence'];
  readonly because: string;
  readonly against: string;
  readonly indicators: string;
  readonly gaps: string;
}

/** Those with words. */
export function judgementsOf(
  briefing: Briefing,
  words: PrintedWords
): readonly PublishedJudgement[] {
  const { likelihoodScale } = briefing;
  const { steps } = yardsticks[likelihoodScale];
  return judgedIn(briefing, words)
    .filter(({ statement }) => statement.trim() !== '')
    .map(({ judgement, statement, likelihood, confidence }) => ({
      id: judgement.id,
      statement,
      likelihood: likelihood && {
        word: words.likelihoods[likelihoodScale][likelihood],
        range: rangeOf(likelihoodScale, likelihood, words),
        from: steps[likelihood].from,
        to: steps[likelihood].to
      },
      confidence,
      because: judgement.because.trim(),
      against: judgement.against.trim(),
      indicators: judgement.indicators.trim(),
      gaps: judgement.gaps.trim()
    }));
}
