/**
 * The kind of a name by its evidence, with weights that were learned on open texts which people annotated.
 *
 * `node scripts/learn-name-types.mjs --corpus DIR` writes name-types.json anew; docs/open-texts.md names the data.
 */
import weights from './name-types.json' with { type: 'json' };

/** `thing`: a law, an award, a work, a language; it acts for nobody. */
export const learnedTypes = ['person', 'organisation', 'place', 'thing'] as const;
export type LearnedType = (typeof learnedTypes)[number];
/** Of each piece of evidence, how far it speaks for each type, in their order. */
export type TypeWeights = Readonly<Record<string, readonly number[]>>;

/** The likeliest type and how likely it is, from 0 to 1; no person where `persons` is false. */
export function likeliestType(
  evidence: readonly string[],
  { by = weights, persons = true }: { by?: TypeWeights; persons?: boolean } = {}
): readonly [type: LearnedType, probability: number] {
  const all = typeChances(evidence, by);
  const [person = 0] = persons ? [] : all;
  const chances = persons ? all : [0, ...all.slice(1).map((chance) => chance / (1 - person))];
  const best = chances.indexOf(Math.max(...chances));
  return [learnedTypes[best] ?? 'thing', chances[best] ?? 0];
}

/** They add up to 1. */
export function typeChances(evidence: readonly string[], by: TypeWeights): readonly number[] {
  const sums = learnedTypes.map((_, type) =>
    evidence.reduce((sum, seen) => sum + (by[seen]?.[type] ?? 0), by['always']?.[type] ?? 0)
  );
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}
