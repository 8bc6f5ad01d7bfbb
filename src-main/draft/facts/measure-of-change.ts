/** What rises or falls, where the figure stands apart from the verb that says so. */
import { isNominal, phraseEndingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import { fallingVerbs, risingVerbs } from './measure-words.js';

/** A sentence up to the figure that the token `first` begins. */
interface UpToFigure {
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  readonly first: number;
  readonly words: (from: number, to: number) => string;
}

/** Opens the measure of what was so before. */
export const earlier = 'earlier';
/** Tokens of what is raised or lowered; more are no thing. */
const longestObject = 9;
const raising = /^(?:rais|increas|boost|lift|doubl|expand)/;
const lowering = /^(?:cut|reduc|lower|shrink|halv|trim|slash)/;

/**
 * “has risen to £231 million, it is said, from the £214 million put to them” → “earlier cost of the plant”,
 * “would raise fares in the city by 7 %” → “rise in fares in the city”.
 */
export function ofChange({ tokens, groups, first, words }: UpToFigure): string | null {
  const at = tokens[first - 1]?.pos === 'DET' ? first - 2 : first - 1;
  const link = tokens[at]?.lower;
  const [isFrom, isBy] = [link === 'from', link === 'by'];
  const moves = ({ lower }: Token) => risingVerbs.has(lower) || fallingVerbs.has(lower);
  const group = groups.findLast(({ main }) => main < at && (isBy || moves(tokens[main]!)));
  const verb = tokens[group?.main ?? -1];
  if (!group || !verb || group.negated || !(isFrom || isBy)) return null;
  if (isFrom) {
    if (!isNominal(tokens[group.first - 1]) || tokens[group.main + 1]?.lower !== 'to') return null;
    const [from, to] = phraseEndingAt(tokens, group.first - 1, 0);
    return joinedBySpaces(earlier, bare(words(from, to + 1)));
  }
  const isFar = at - group.main > longestObject;
  if (isFar || group.passive || !isNominal(tokens[at - 1])) return null;
  if (tokens.slice(group.main + 1, at).some(({ pos }) => /^(?:PUNCT|NUM|CCONJ)$/.test(pos)))
    return null;
  const way = raising.test(verb.lower) ? 'rise in' : lowering.test(verb.lower) ? 'fall in' : '';
  return way === '' ? null : joinedBySpaces(way, bare(words(group.main + 1, at)));
}

/** Without the article before it. */
export function bare(noun: string): string {
  return noun.replace(/^(?:the|an?|this|that|its|their|his|her)\s/i, '');
}

export function joinedBySpaces(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
