/**
 * He and she: whoever the text is about there. The person named or meant lately counts, rather a subject,
 * and of that gender where the name tells. A pronoun that is resolved counts as a mention for the next.
 */
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import { cueLemmaOf } from '../attributions/cues.js';
import type { FoundActor, FoundMention } from './actor.js';
import { genderOf } from './gender.js';
import { isRole } from '../../domain/text/name-words.js';

/** Sentences looked back. */
const reach = 4;
const mostLooked = 60;
/** Two pronouns of a sentence mostly mean one person: "after his talks with Putin he wrote". */
const sameAgain = 9;
/** "Lee notes he favours it" is mostly of Lee, whoever was meant before. */
const sayingSo = 12;
/** "Lee told him" is about somebody else than Lee. */
const notOneself = 14;
/** Whoever is quoted says "I" of himself. */
const notSpeaker = 9;
const speech = /^(?:said|says|say|told|asked|added|wrote|replied|explained|tells|argued|warned)$/;

interface Candidate {
  readonly actor: FoundActor;
  readonly mention: FoundMention;
}

export function resolvePronouns({ sentences }: Reading, actors: readonly FoundActor[]): void {
  const persons = actors.filter(({ type }) => type === 'person');
  const named = persons
    .flatMap((actor) => actor.mentions.map((mention) => ({ actor, mention })))
    .toSorted((a, b) => a.mention.start - b.mention.start);
  const genders = new Map(persons.map((actor) => [actor, genderOf(actor)]));
  /** Names and resolved pronouns so far, in their order. */
  const candidates: Candidate[] = [];
  const found: Candidate[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const here = new Map<string, FoundActor>();
    sentence.tokens.forEach((token, i) => {
      const gender = genderOfPronoun(token);
      if (!gender) return;
      for (let name = named[next]; name && name.mention.start < token.start; name = named[++next])
        candidates.push(name);
      const before = sentences[sentence.index - 1];
      const goesOn = tellsOn(sentence, i);
      if (before && goesOn && isNameless(before, gender, candidates)) return;
      let best: FoundActor | null = null;
      let most = -Infinity;
      const later = opensSentence(sentence, i)
        ? named.slice(next).filter(({ mention }) => isInClause(sentence, i, mention))
        : [];
      const furthest = Math.max(0, candidates.length - mostLooked);
      for (let k = candidates.length - 1; k >= furthest; k--) {
        const candidate = candidates[k];
        if (!candidate) break;
        const back = sentence.index - candidate.mention.sentence.index;
        if (back > reach) break;
        const known = genders.get(candidate.actor);
        if (known && known !== gender) continue;
        if (later.some(({ actor }) => actor === candidate.actor)) continue;
        const score =
          weight(candidate.mention, back, token) +
          Math.min(8, candidate.actor.mentions.length * 0.6) +
          (known ? 2 : 0) -
          (goesOn && isSpokenFor(candidate.mention) ? notSpeaker : 0) +
          (here.get(gender) === candidate.actor ? sameAgain : 0) +
          (isMaker(sentence, i, candidate.mention) ? sameAgain : 0) +
          (isSayingSo(sentence, i, candidate.mention) ? sayingSo : 0) -
          (isOtherThan(sentence, i, candidate.mention) ? notOneself : 0);
        if (score > most) [best, most] = [candidate.actor, score];
      }
      if (!best) return;
      here.set(gender, best);
      const { start, end } = token;
      const isHere = ({ mention }: Candidate) => mention.sentence.paragraph === sentence.paragraph;
      const around = candidates.slice(furthest).filter(isHere);
      const mention = {
        ...{ start, end, sentence, first: i, last: i },
        ...({ kind: 'pronoun', name: '' } as const),
        unsure:
          !around.some(({ actor }) => actor === best) &&
          around.some(({ actor }) => (genders.get(actor) ?? gender) === gender)
      };
      candidates.push({ actor: best, mention });
      found.push({ actor: best, mention });
    });
  }
  for (const { actor, mention } of found) actor.mentions.push(mention);
  for (const actor of persons) actor.mentions.sort((a, b) => a.start - b.start);
}

function genderOfPronoun({ lower }: Token): 'male' | 'female' | null {
  if (/^(?:he|him|his|himself)$/.test(lower)) return 'male';
  return /^(?:she|her|hers|herself)$/.test(lower) ? 'female' : null;
}

function weight(
  { sentence, first, last, start, kind }: FoundMention,
  back: number,
  at: Token
): number {
  const { tokens } = sentence;
  const before = tokens[first - 1];
  const next = tokens[last + 1];
  let score = -10 * back;
  const isSubject = /^(?:VERB|AUX)$/.test(next?.pos ?? '') || next?.text === ',';
  if (isSubject) score += next?.text === ',' ? 2 : 5;
  const speaks = speech.test(before?.lower ?? '') || speech.test(next?.lower ?? '');
  if (speech.test(before?.lower ?? '')) score += 5;
  if (next?.lower === "'s") score += 2;
  if (first <= 1) score += 3;
  if (before?.pos === 'ADP') score -= 2;
  if (kind === 'pronoun') score += 1;
  if (back === 0) score += (start - at.start) / 200;
  const quoted = tokens[first]?.quoted ?? false;
  if (at.quoted && !quoted && speaks && back < 2) score -= notSpeaker;
  if (!at.quoted && quoted) score -= 4;
  return score;
}

/** "Lee's lawyer", "his lawyer", "a lawyer for Lee": not Lee goes on, but the lawyer. */
function isSpokenFor({ sentence: { tokens }, first, last }: FoundMention): boolean {
  const isOwner = tokens[last + 1]?.lower === "'s";
  const isPossessive = first === last && /^(?:his|her)$/.test(tokens[first]?.lower ?? '');
  const behind = isOwner ? last + 2 : last + 1;
  if (isOwner || isPossessive)
    return tokens.slice(behind, behind + 3).some(({ lower }) => isRole(lower));
  return (
    /^(?:for|to)$/.test(tokens[first - 1]?.lower ?? '') && isRole(tokens[first - 2]?.lower ?? '')
  );
}

/** "He added", at the start of a sentence: whoever spoke before goes on. */
function tellsOn({ tokens }: Sentence, at: number): boolean {
  const next = tokens[at + 1];
  const verb = next?.pos === 'ADV' ? tokens[at + 2] : next;
  return at <= 1 && speech.test(verb?.lower ?? '');
}

/** "The lawyer said", "said a lawyer for Lee": the speaker of the sentence has no name, and may be meant. */
function isNameless(
  { tokens, index }: Sentence,
  gender: 'male' | 'female',
  candidates: readonly Candidate[]
): boolean {
  return tokens.some(({ lower, quoted }, i) => {
    if (quoted || !isRole(lower)) return false;
    const titled = genderOf({ name: '', titles: new Set([lower]) });
    if (titled !== null && titled !== gender) return false;
    const next = tokens[i + 1];
    let last = i;
    if (/^(?:for|to|of)$/.test(next?.lower ?? ''))
      while (last < i + 6 && /^(?:ADP|DET|ADJ|NOUN|PROPN)$/.test(tokens[last + 1]?.pos ?? ''))
        last++;
    const isBefore = speech.test(tokens[last + 1]?.lower ?? '');
    const isBehind = tokens.slice(Math.max(0, i - 3), i).some((token) => speech.test(token.lower));
    if ((!isBefore && !isBehind) || next?.text === ',' || next?.pos === 'PROPN') return false;
    return !candidates.some(
      ({ mention }) => mention.sentence.index === index && mention.first <= i && i <= mention.last
    );
  });
}

/** "In an opinion by Lee, he": whoever made what is spoken of. */
function isMaker({ tokens, index }: Sentence, at: number, mention: FoundMention): boolean {
  return (
    mention.sentence.index === index &&
    tokens[mention.first - 1]?.lower === 'by' &&
    tokens[mention.last + 1]?.text === ',' &&
    mention.last + 2 === at
  );
}

/** "Lee notes he", "Lee claimed that he": the pronoun begins what that one says. */
function isSayingSo({ tokens, index }: Sentence, at: number, mention: FoundMention): boolean {
  const verb = tokens[at - 1]?.lower === 'that' ? at - 2 : at - 1;
  return (
    mention.sentence.index === index &&
    /^s?he$/.test(tokens[at]?.lower ?? '') &&
    mention.last + 1 === verb &&
    cueLemmaOf(tokens[verb]?.lower ?? '') !== undefined
  );
}

/** "He had refused; Lee said so": behind the semicolon he may be named. */
function isInClause({ tokens, index }: Sentence, at: number, { sentence, first }: FoundMention) {
  return sentence.index === index && !tokens.slice(at, first).some(({ text }) => text === ';');
}

/** "He denied that Lee left", "But she said so": nobody whom such a sentence names later is meant. */
function opensSentence({ tokens }: Sentence, at: number): boolean {
  const before = tokens.slice(0, at);
  return (
    /^s?he$/.test(tokens[at]?.lower ?? '') &&
    before.every(({ pos }) => /^(?:CCONJ|ADV|PUNCT)$/.test(pos))
  );
}

/** Whether an object pronoun stands in one clause with its would-be subject: "Lee told him", "Lee's lawyer told him" apart. */
function isOtherThan({ tokens, index }: Sentence, at: number, mention: FoundMention): boolean {
  if (mention.sentence.index !== index) return false;
  const token = tokens[at];
  const isObject =
    token?.lower === 'him' ||
    (token?.lower === 'her' && !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[at + 1]?.pos ?? ''));
  if (!isObject || !/^(?:VERB|AUX)$/.test(tokens[mention.last + 1]?.pos ?? '')) return false;
  return tokens
    .slice(mention.last + 1, at)
    .every(
      ({ pos, lower, text }) =>
        !/^(?:SCONJ|CCONJ|PUNCT)$/.test(pos) &&
        text !== ',' &&
        !/^(?:who|which|that|to|he|she|they)$/.test(lower)
    );
}
