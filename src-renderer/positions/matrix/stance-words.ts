/** How stances, confidence and grades are said. A stance is always a sign and a word, never colour alone. */
import {
  confidences,
  type LikelihoodScale,
  type Outcome,
  type Position
} from '../../../src-main/domain/briefing/entries.js';
import { legendOf } from '../../../src-main/domain/ledger/judgement.js';
import { datesOf } from '../../../src-main/domain/terms/days-of-position.js';
import { en } from '../../../src-main/domain/terms/printed/en.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';

export { stanceSigns, stanceWords } from '../../../src-main/domain/terms/terms.js';

export const statusWords: Readonly<Record<Position['status'], string>> = {
  stated: 'In the actor’s own words',
  reported: 'As reported',
  inferred: 'Inferred from conduct',
  denied: 'Denied by the actor'
};

export const confidenceChoices: readonly (readonly [Position['confidence'], string])[] = [
  [null, 'Not judged'],
  ...confidences.map((confidence) => [confidence, confidence] as const)
];

export function likelihoodChoices(
  scale: LikelihoodScale
): readonly (readonly [Outcome['likelihood'], string])[] {
  const steps = legendOf(scale).map(
    ({ likelihood, word, range }) => [likelihood, `${word} (${range})`] as const
  );
  return [[null, 'Not judged'], ...steps];
}

/** Of the Admiralty scale: "B · usually reliable". */
export function gradeChoices<Grade extends string>(words: Readonly<Record<Grade, string>>) {
  const entries = Object.entries(words) as [Grade, string][];
  return entries.map(([grade, said]) => [grade, `${grade} · ${said}`] as const);
}

/** "from Sept 2025, said 16 Aug 2025, reported 17 Aug 2025"; "undated" when no date is known. */
export function datesInLine(position: Position): string {
  return datesOf(position, en, (date) => personsDates.inShort(date)).join(', ') || 'undated';
}
