/** The judgement linter: where a briefing departs from the standards of analytic writing. */
import type { Briefing } from '../briefing.js';
import type { Dismissal } from '../dismissal.js';
import { newId, type Id } from '../id.js';
import { maxLengths } from '../limits.js';
import type { PartialDate } from '../partial-date.js';
import type { TextHash } from '../source.js';
import type { Finding } from './finding.js';
import { passagesOf, type Passage } from './passages.js';
import { certainty } from './rules/certainty.js';
import { differingEvidence, differingQuote } from './rules/differing-quote.js';
import { judgementWithoutEvidence } from './rules/judgement-without-evidence.js';
import { likelihoodWithConfidence } from './rules/likelihood-with-confidence.js';
import { mixedScales } from './rules/mixed-scales.js';
import { overduePosition } from './rules/overdue-position.js';
import { knownNumbers, unsourcedNumber } from './rules/unsourced-number.js';
import { vagueWord } from './rules/vague-word.js';
import { indexSources } from './sources.js';

const wording = [mixedScales, likelihoodWithConfidence, certainty, vagueWord] as const;
const known = new WeakMap<Passage, readonly Finding[]>();

/**
 * Every finding, also dismissed ones, in the order of the briefing: bottom line, cards, outcomes,
 * positions, annotations. Beside rules for words it asks of every number and quotation whether a
 * source holds it; `texts` are those of the sources, by hash. `today` decides what is overdue.
 */
export function lintBriefing(
  briefing: Briefing,
  texts: Readonly<Record<TextHash, string>>,
  today: PartialDate
): readonly Finding[] {
  const sources = indexSources(briefing, texts);
  const numbers = knownNumbers(briefing);
  return [
    ...passagesOf(briefing).flatMap((passage) => [
      ...findInWords(passage),
      ...unsourcedNumber(passage, sources, numbers),
      ...differingQuote(passage, sources)
    ]),
    ...judgementWithoutEvidence(briefing),
    ...overduePosition(briefing, today),
    ...differingEvidence(briefing, sources)
  ];
}

/** The same passage has the same findings: an edit of one card asks nothing of the others. */
function findInWords(passage: Passage): readonly Finding[] {
  const found = known.get(passage) ?? wording.flatMap((rule) => rule(passage));
  known.set(passage, found);
  return found;
}

/** Those that were not set aside: the same words by the same rule at the same place stay away. */
export function withoutDismissed(
  findings: readonly Finding[],
  dismissals: readonly Dismissal[]
): readonly Finding[] {
  const set = new Set(dismissals.filter(({ of }) => of === 'finding').map((each) => keyOf(each)));
  return findings.filter((finding) => !set.has(keyOf(finding)));
}

/** By what they are about. */
export function byPlaceOf(findings: readonly Finding[]): ReadonlyMap<Id, readonly Finding[]> {
  const places = new Map<Id, Finding[]>();
  for (const finding of findings) {
    places.set(finding.about, [...(places.get(finding.about) ?? []), finding]);
  }
  return places;
}

export function dismissalOf(finding: Finding, now: Date): Dismissal {
  return {
    id: newId(),
    of: 'finding',
    about: finding.about,
    rule: finding.rule,
    words: finding.words.slice(0, maxLengths.statement),
    dismissedAt: now.toISOString()
  };
}

function keyOf({ about, rule, words }: Pick<Dismissal, 'about' | 'rule' | 'words'>): string {
  return [about, rule, words.slice(0, maxLengths.statement)].join('\n');
}
