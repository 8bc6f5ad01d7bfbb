/**
 * Noun phrases by tags, found from one of their ends: enough grammar to say whose words are reported.
 *
 * Indices are of a sentence's tokens, inclusive at both ends.
 */
import { type Token, wordSet } from './tagger.js';

export type Phrase = readonly [first: number, last: number];

const temporal = wordSet(`
  january february march april june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday today yesterday tomorrow tonight week weeks month months
  year years day days morning night afternoon evening weekend hours minutes moment time jan feb mar
  apr jun jul aug sept sep oct nov dec earlier later recently
`);
const quantifiers = wordSet(
  'some others many most both several few another those all none one more'
);
const possessives = wordSet('his her their its our my your');
/** Prepositions that hang a phrase on a noun: "a spokesman for the army", "sources close to the talks". */
const attaching = wordSet(
  'of for at with to from in on near behind against between among within under'
);

export function isTemporal(token: Token): boolean {
  return temporal.has(token.lower);
}

export function isNominal(token: Token | undefined): token is Token {
  return token !== undefined && /^(?:NOUN|PROPN|PRON|NUM)$/.test(token.pos);
}

export function isPossessiveMark(token: Token | undefined): boolean {
  return token?.lower === "'s" || (token?.text === "'" && token.pos !== 'NOUN');
}

/** The longest noun phrase that ends at `last`, not reaching left of `min`. */
export function phraseEndingAt(tokens: readonly Token[], last: number, min = 0): Phrase {
  const head = tokens[last];
  if (head?.pos === 'PRON' && !quantifiers.has(head.lower)) return [last, last];
  let first = last;
  while (first > min) {
    const step = stepLeft(tokens, first, last, min);
    if (step === 0) break;
    first -= step;
    if (possessives.has(tokens[first]?.lower ?? '')) break;
  }
  while (first < last && /^(?:PUNCT|CCONJ|ADP)$/.test(tokens[first]?.pos ?? '')) first++;
  return [first, last];
}

/** How many tokens left of `first` belong to the phrase as well. */
function stepLeft(tokens: readonly Token[], first: number, last: number, min: number): number {
  const here = tokens[first];
  const token = tokens[first - 1];
  const before = first - 2 >= min ? tokens[first - 2] : undefined;
  if (!here || !token) return 0;
  if (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(token.pos)) {
    if (token.lower === 'that' || token.lower === 'there') return 0;
    // "On Monday the minister", "last week officials"
    if (
      isTemporal(token) &&
      first <= last &&
      !isPossessiveMark(here) &&
      /^(?:DET|PRON|NOUN|PROPN)$/.test(here.pos)
    )
      return 0;
    return 1;
  }
  if (isPossessiveMark(token) && isNominal(before)) return 1;
  // "the planned Harbour tunnel"
  if (token.pos === 'VERB' && before?.pos === 'DET' && /ed$/.test(token.lower)) return 1;
  if (token.pos === 'PRON') return possessives.has(token.lower) ? 1 : 0;
  if (token.text === '%' && before?.pos === 'NUM') return 2;
  if (/^[-–/]$/.test(token.text))
    return before?.end === token.start && token.end === here.start ? 2 : 0;
  if (token.text === '.' && before?.end === token.start && /^\p{Lu}\p{Ll}*$/u.test(before.text))
    return 2;
  if (/^["“”'‘’]$/.test(token.text) && here.quoted !== token.quoted) return 0;
  if (
    token.pos === 'ADV' &&
    before &&
    /^(?:DET|ADJ|ADP)$/.test(before.pos) &&
    /^(?:ADJ|NOUN|NUM)$/.test(here.pos)
  )
    return 1;
  if (token.lower === 'and' || token.lower === '&') {
    const joins = before?.pos === 'PROPN' && here.pos === 'PROPN';
    return joins || (before?.pos === 'NOUN' && here.pos === 'NOUN' && first === last) ? 2 : 0;
  }
  if (token.pos === 'ADP' && attaching.has(token.lower) && isNominal(before)) {
    return before.pos !== 'PRON' && !isTemporal(here) ? 2 : 0;
  }
  if (before && isFamiliar(before, token)) return 2;
  return 0;
}

/** "people familiar with", "sources close to" */
function isFamiliar(adjective: Token, preposition: Token): boolean {
  return (
    (adjective.lower === 'familiar' && preposition.lower === 'with') ||
    (adjective.lower === 'close' && preposition.lower === 'to')
  );
}

/** The noun phrase that starts at `first`, or `null`; not reaching right of `max`. */
export function phraseStartingAt(
  tokens: readonly Token[],
  first: number,
  max: number
): Phrase | null {
  const opener = tokens[first];
  if (!opener) return null;
  if (opener.pos === 'PRON' && !possessives.has(opener.lower) && !quantifiers.has(opener.lower))
    return [first, first];
  let last = -1;
  let i = first;
  while (i <= max) {
    const step = stepRight(tokens, i, last);
    if (step === 0) break;
    if (isNominal(tokens[i + step - 1])) last = i + step - 1;
    i += step;
  }
  return last >= first ? [first, last] : null;
}

function stepRight(tokens: readonly Token[], i: number, last: number): number {
  const token = tokens[i];
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (!token) return 0;
  const seen = last >= 0;
  if (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(token.pos)) {
    // "said Smith on Monday", "said the minister last week"
    return seen && (isTemporal(token) || isTemporalPair(token, after))
      ? 0
      : token.pos === 'DET' && seen && last === i - 1
        ? 0
        : 1;
  }
  if (token.pos === 'PRON')
    return !seen && (possessives.has(token.lower) || quantifiers.has(token.lower)) ? 1 : 0;
  if (isPossessiveMark(token) && seen) return 1;
  if (/^[-–/]$/.test(token.text))
    return before?.end === token.start && after?.start === token.end ? 1 : 0;
  if (
    token.text === '.' &&
    before?.end === token.start &&
    /^\p{Lu}\p{Ll}*$/u.test(before.text) &&
    after?.pos === 'PROPN'
  )
    return 1;
  if (!seen) return token.pos === 'ADV' && after && /^(?:ADJ|NUM)$/.test(after.pos) ? 1 : 0;
  if (token.pos === 'ADP' && after && /^(?:of|for|at|with|from|in|on|to)$/.test(token.lower)) {
    if (isTemporal(after) || !/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(after.pos)) return 0;
    if (token.lower === 'of') return 1;
    // A place or body goes with its office; "in an interview" goes with the verb.
    if (/^(?:a|an|his|her|their|its|this|that)$/.test(after.lower))
      return token.lower === 'for' || token.lower === 'at' ? 1 : 0;
    if (token.lower === 'on' || token.lower === 'to') return 0;
    return /^(?:PROPN|DET)$/.test(after.pos) || token.lower === 'for' || token.lower === 'at'
      ? 1
      : 0;
  }
  if (after && isFamiliar(token, after)) return 2;
  if (/^(?:and|&)$/.test(token.lower))
    return before?.pos === 'PROPN' && after?.pos === 'PROPN' ? 1 : 0;
  return 0;
}

/** "last week", "this morning" */
function isTemporalPair(token: Token, after: Token | undefined): boolean {
  return (
    /^(?:last|next|this|late|early|earlier)$/.test(token.lower) &&
    after !== undefined &&
    isTemporal(after)
  );
}
