/**
 * Learns the kinds of names from open texts that people annotated: multinomial logistic regression over
 * `nameEvidence`, by AdaGrad. Deterministic: the same texts give the same weights.
 */
import type { JudgedName } from '../../src-main/draft/actors/judge-name.js';
import {
  type LearnedType,
  learnedTypes,
  typeChances,
  type TypeWeights
} from '../../src-main/draft/actors/learned-types.js';
import { LongerNames, nameEvidence } from '../../src-main/draft/actors/name-evidence.js';
import { judgedNames } from '../../src-main/draft/actors/typed-names.js';
import { readingOf } from '../../src-main/draft/reading/testing/reading.js';
import { nearestName } from './layers.js';
import { isSetAside, type OpenText, openTextsOf } from './open-texts.js';

interface Example {
  readonly text: string;
  readonly wording: string;
  readonly evidence: readonly string[];
  readonly type: LearnedType;
  /** As the rules have it. */
  readonly rule: string;
}

const rounds = 20;
const rate = 0.3;
/** Keeps small the weights of what was seen seldom. */
const decay = 0.04;
/** Seen in fewer examples it is left out. */
const seldom = 6;

/** Of the four fifths that are not set aside. */
export function examplesOf(corpus: string): readonly Example[] {
  return openTextsOf(corpus)
    .filter((text) => !isSetAside(text) && text.entities)
    .flatMap(examplesIn);
}

function examplesIn({ id, text, entities }: OpenText): Example[] {
  const marked = (entities ?? []).filter(({ form }) => form === 'name');
  const groups = [...judgedNames(readingOf(text)).values()];
  const longer = new LongerNames(groups);
  return groups
    .filter(([name]) => name && !/^(?:title|demonym)$/.test(name.type))
    .map((names) => {
      const votes = new Map<LearnedType, number>();
      for (const name of names) {
        const type = typeOf(nearestName(text, name, marked)?.type);
        votes.set(type, (votes.get(type) ?? 0) + 1);
      }
      const [type] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? ['thing' as const];
      const [name] = names as [JudgedName];
      const rule = name.type;
      return { text: id, wording: name.core, evidence: nameEvidence(names, longer), type, rule };
    });
}

function typeOf(type: 'person' | 'organization' | 'place' | undefined): LearnedType {
  return type === undefined ? 'thing' : type === 'organization' ? 'organisation' : type;
}

export function learn(examples: readonly Example[]): TypeWeights {
  const counts = new Map<string, number>();
  for (const { evidence } of examples)
    for (const seen of new Set(evidence)) counts.set(seen, (counts.get(seen) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= seldom).map(([seen]) => seen);
  const weights = Object.fromEntries(
    ['always', ...kept.sort()].map((seen) => [seen, learnedTypes.map(() => 0)])
  );
  const squares = Object.fromEntries(
    Object.keys(weights).map((seen) => [seen, learnedTypes.map(() => 1e-3)])
  );
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < examples.length; i++) {
      // A stride that has no divisor in common with the count mixes the texts.
      const example = examples[(i * 7919) % examples.length];
      if (example) step(weights, squares, example);
    }
  }
  return Object.fromEntries(
    Object.entries(weights).map(([seen, own]) => [seen, own.map((w) => Math.round(w * 1e3) / 1e3)])
  );
}

function step(
  weights: Readonly<Record<string, number[]>>,
  squares: Readonly<Record<string, number[]>>,
  { evidence, type }: Example
): void {
  const chances = typeChances(evidence, weights);
  for (const seen of ['always', ...evidence]) {
    const own = weights[seen];
    const square = squares[seen];
    if (!own || !square) continue;
    learnedTypes.forEach((each, t) => {
      const slope = (chances[t] ?? 0) - (each === type ? 1 : 0) + decay * (own[t] ?? 0);
      square[t] = (square[t] ?? 0) + slope * slope;
      own[t] = (own[t] ?? 0) - (rate * slope) / Math.sqrt(square[t] ?? 1);
    });
  }
}

/** What each example is taken for by weights that were learned without its text. */
function crossValidated(examples: readonly Example[], parts = 5) {
  const texts = [...new Set(examples.map(({ text }) => text))].sort();
  return Array.from({ length: parts }, (_, part) => {
    const own = new Set(texts.filter((_text, i) => i % parts === part));
    const weights = learn(examples.filter(({ text }) => !own.has(text)));
    return examples
      .filter(({ text }) => own.has(text))
      .map((example) => ({ example, chances: typeChances(example.evidence, weights) }));
  }).flat();
}

/** How good they are, in per cent: what the rules say, and what was learned, each on texts that it was not learned from. */
export function reportOn(examples: readonly Example[]) {
  const judged = crossValidated(examples);
  const right = judged.filter(
    ({ example, chances }) => learnedTypes[chances.indexOf(Math.max(...chances))] === example.type
  );
  const byRule = examples.filter(({ rule, type }) => ruled[rule] === type);
  const percent = (count: number) => Math.round((1000 * count) / examples.length) / 10;
  return {
    names: examples.length,
    'right by rules': percent(byRule.length),
    'right as learned': percent(right.length)
  };
}

const ruled: Readonly<Record<string, LearnedType>> = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  state: 'place',
  unknown: 'thing'
};
