/** The names of a text with their kinds: what the rules say of each, and what all of one wording say together. */
import type { Reading } from '../reading/reading.js';
import { bylinesIn, isWithin } from './filed-by.js';
import { findNames } from './find-names.js';
import { type JudgedName, judgeName } from './judge-name.js';
import { likeliestType } from './learned-types.js';
import { isShortForSmallLetters } from './name-company.js';
import { isOrganisationName } from '../../domain/text/name-words.js';
import { endsInWord } from './type-of-name.js';
import { isThing, LongerNames, nameEvidence } from './name-evidence.js';

/**
 * Chances from which the learned kind is taken instead of what the rules say. A rule that is sure is
 * seldom overruled, since the news has much that the texts which were learned from have not.
 */
const taken = { unknown: 0.5, unknownPlace: 0.45, unsure: 0.5, sure: 0.92 };
/** From here a name of which the rules knew the kind is a thing, and no actor. */
const takenForThing = 0.6;
/** From here the learned kind is more than a guess. */
const certain = 0.75;

/** Names of things, such as a law or an award, are left out. */
export function typedNames(reading: Reading): readonly JudgedName[] {
  const judged = [...judgedNames(reading).values()];
  const longer = new LongerNames(judged);
  const bylines = bylinesIn(reading);
  return judged
    .flatMap((names) => withLearnedType(names, longer))
    .flatMap((name) => (isWithin(bylines, name.start) ? writerIn(name) : [name]));
}

/** Of a byline only its people: "By Anna Lee, Northern Press". */
function writerIn(name: JudgedName): JudgedName[] {
  const { sentence, first } = name.name;
  const isBehind = /^(?:by|and|&|von|par|por)$/.test(sentence.tokens[first - 1]?.lower ?? '');
  if (name.type === 'person') return [name];
  const isWriter = isBehind && name.core.includes(' ') && !isOrganisationName(name.core);
  return isWriter ? [{ ...name, type: 'person' }] : [];
}

/** As the rules judge each of them, by their wording; titles without a name together. */
export function judgedNames(reading: Reading): ReadonlyMap<string, readonly JudgedName[]> {
  const byWording = new Map<string, JudgedName[]>();
  for (const name of findNames(reading)) {
    const judged = judgeName(reading.clean, name);
    if (!judged) continue;
    const same = byWording.get(judged.core);
    if (same) same.push(judged);
    else byWording.set(judged.core, [judged]);
  }
  return byWording;
}

function withLearnedType(names: readonly JudgedName[], longer: LongerNames): readonly JudgedName[] {
  const [first] = names;
  if (!first || /^(?:title|demonym)$/.test(first.type)) return names;
  if (isThing(first.core) || names.some(isShortForSmallLetters)) return [];
  const persons = first.title !== null || !endsInWord(first.core.split(/\s+/));
  const [type, chance] = likeliestType(nameEvidence(names, longer), { persons });
  const least = leastFor(first, type === 'place');
  if (type === 'thing') {
    if (longer.isPersons(first.core)) return names;
    const gone = first.type === 'unknown' ? least : Math.max(least, takenForThing);
    return chance >= gone ? [] : names;
  }
  if (chance < least) return names;
  return names.map((name) =>
    type === name.type || (type === 'place' && name.type === 'state')
      ? name
      : { ...name, type, sure: chance >= certain, title: type === 'person' ? name.title : null }
  );
}

function leastFor({ type, sure }: JudgedName, isPlace: boolean): number {
  if (type === 'unknown') return isPlace ? taken.unknownPlace : taken.unknown;
  return sure ? taken.sure : taken.unsure;
}
