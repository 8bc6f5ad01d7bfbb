/** The judgement linter: where a briefing departs from the standards of analytic writing. */
import type { Briefing } from '../briefing/briefing.js';
import type { PartialDate } from '../base/values.js';
import type { TextHash } from '../briefing/source.js';
import type { LintFinding } from './finding.js';
import { passagesOf, type Passage } from './passages.js';
import {
  certainty,
  hedgedLikelihood,
  likelihoodWithConfidence,
  mixedScales,
  vagueWord
} from './rules/wording.js';
import {
  differingEvidence,
  differingQuote,
  knownNumbers,
  passedWeekday,
  undatedSource,
  unsourcedNumber,
  type KnownNumbers
} from './rules/sourcing.js';
import {
  judgementWithoutEvidence,
  overduePosition,
  twoLikelihoods,
  unjudgedOutcome
} from './rules/entries.js';
import { indexSources, type SourceIndex } from './sources.js';

const wording = [
  mixedScales,
  likelihoodWithConfidence,
  hedgedLikelihood,
  certainty,
  vagueWord
] as const;
const known = new WeakMap<Passage, readonly LintFinding[]>();

/**
 * Every finding, also dismissed ones, in the order of the briefing: bottom line, cards, outcomes,
 * positions, annotations, sources. Beside rules for words it asks of every number and quotation whether a
 * source holds it; `texts` are those of the sources, by hash. `today` decides what is overdue.
 */
export function lintBriefing(
  briefing: Briefing,
  texts: Readonly<Record<TextHash, string>>,
  today: PartialDate
): readonly LintFinding[] {
  const sources = indexSources(briefing, texts);
  const numbers = knownNumbers(briefing);
  const passages = passagesOf(briefing);
  return [
    ...passages.flatMap((passage) => [
      ...findInWords(passage),
      ...measureAgainst(passage, sources, numbers)
    ]),
    ...passages.flatMap((passage) =>
      passage.in === 'card' ? [] : passedWeekday(passage, sources, briefing.date)
    ),
    ...twoLikelihoods(briefing, passages),
    ...unjudgedOutcome(briefing),
    ...judgementWithoutEvidence(briefing),
    ...overduePosition(briefing, today),
    ...differingEvidence(briefing, sources),
    ...undatedSource(briefing)
  ];
}

/** The same passage has the same findings: an edit of one card asks nothing of the others. */
function findInWords(passage: Passage): readonly LintFinding[] {
  const found = known.get(passage) ?? wording.flatMap((rule) => rule(passage));
  known.set(passage, found);
  return found;
}

interface Measured {
  readonly sources: SourceIndex;
  readonly numbers: string;
  readonly findings: readonly LintFinding[];
}
const measured = new WeakMap<Passage, Measured>();

/** Again only where the passage, the sources or the known numbers are others. */
function measureAgainst(
  passage: Passage,
  sources: SourceIndex,
  numbers: KnownNumbers
): readonly LintFinding[] {
  const before = measured.get(passage);
  if (before?.sources === sources && before.numbers === numbers.key) return before.findings;
  const findings = [
    ...unsourcedNumber(passage, sources, numbers),
    ...differingQuote(passage, sources)
  ];
  measured.set(passage, { sources, numbers: numbers.key, findings });
  return findings;
}
