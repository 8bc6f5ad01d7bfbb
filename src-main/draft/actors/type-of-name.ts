/** Which kind of actor a name is of: the rules in the order of what they can be trusted with. */
import type { Draft } from '../../domain/suggestions/draft.js';
import { phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import type { FoundName } from './find-names.js';
import {
  fullName,
  isKnownPerson,
  isOrganisationName,
  isPlaceName,
  isTitleModifier
} from '../../domain/text/name-words.js';
import { seats } from './name-words.js';
import { isListed } from './name-lists.js';
import { kindOfNoun } from './word-kinds.js';
import { isEverydayWord, isKind } from './word-lists.js';

export type ActorType = Draft['actors'][number]['type'];
/** `demonym` for "Russian" by itself. */
export type NameType = ActorType | 'demonym';

interface Core {
  readonly tokens: readonly Token[];
  readonly name: FoundName;
  /** The name without its title, and its words. */
  readonly core: string;
  readonly words: readonly string[];
  readonly titled: boolean;
}

/** And whether that is more than a guess from the look of the name. */
export function typeOfName(core: Core): readonly [type: NameType, sure: boolean] {
  return known(core) ?? placed(core) ?? inCompany(core) ?? fromLook(core);
}

type Judgement = readonly [NameType, boolean] | null;

/** By the words of the name itself. */
function known({ tokens, name, core, words, titled }: Core): Judgement {
  const listed = fullName(core);
  if (listed) return [listed[1], true];
  if (isKnownPerson(core)) return ['person', true];
  if (Object.hasOwn(seats, core) && !isOrganisationName(core)) return ['place', true];
  if (core.includes('&')) return ['organisation', true];
  if (isOrganisationName(core)) {
    const isSurname = titled && words.length <= 2 && !/\b(?:Party|Bank|Council|Court)\b/.test(core);
    if (!isSurname) return ['organisation', true];
  }
  if (isKind(core, 'Country')) {
    const isSurname =
      titled && words.length === 1 && !isTitleModifier(tokens[name.first]?.text ?? '');
    return [isSurname ? 'person' : 'state', true];
  }
  if (titled && words.length <= 4) return ['person', true];
  const isAdjective =
    /^(?:Indigenous|Aboriginal|Republican|Democratic|Democrat|Conservative|Liberal|Western|Eastern|Northern|Southern)$/.test(
      core
    );
  const isOfPeople =
    isKind(core, 'Demonym') ||
    (isListed(core, 'peoples') &&
      !isListed(core, 'places', 'towns', 'persons', 'firstNames', 'lastNames', 'organisations'));
  if (words.length === 1 && (isAdjective || isOfPeople)) return ['demonym', true];
  return isKind(core, 'Organization', 'SportsTeam') ? ['organisation', true] : null;
}

const landscape =
  /^(?:region|province|oblast|district|city|county|island|river|peninsula|valley|prefecture|border|coast|airport|mine|pipeline|glacier|bridge|dam|reservoir|basin|quarter|copper|wetlands?|marsh|moor|lagoon|neighbou?rhood|suburb|crossing)$/;

function placed({ tokens, name, core, words }: Core): Judgement {
  const next = tokens[name.last + 1];
  // "KALLO, 4 March": where it was written.
  const isShouted = /^\p{Lu}{4,}(?: \p{Lu}{2,})*$/u.test(core);
  if (name.first === 0 && isShouted && /^[,–—(-]/.test(next?.text ?? '')) return ['place', true];
  if (isPlaceName(core) && !hasFirstName(words)) return ['place', true];
  const mayBePerson = words.length === 1 && isKind(core, 'MaleName', 'FemaleName', 'LastName');
  if (isKind(core, 'City', 'Region', 'Place') && !mayBePerson) return ['place', true];
  return next && landscape.test(next.lower) && words.length <= 2 ? ['place', true] : null;
}

/** By the words around it. */
function inCompany({ tokens, name, words }: Core): Judgement {
  const before = tokens[name.first - 1];
  const next = tokens[name.last + 1];
  const behindComma = next?.text === ',' ? tokens[name.last + 2] : undefined;
  if (before && bodies.test(before.lower) && /^\p{Ll}/u.test(before.text))
    return ['organisation', true];
  if (hasFirstName(words) && words.length >= 2 && words.length <= 4) return ['person', true];
  // Never of a place: "Tell of Vessia, who had".
  const isWho = /^(?:who|himself|herself|whose)$/.test((behindComma ?? next)?.lower ?? '');
  return isWho && before?.pos !== 'ADP' ? ['person', true] : null;
}

function fromLook({ tokens, name, core, words }: Core): readonly [NameType, boolean] {
  if (/^\p{Lu}[\p{Lu}&.]{1,6}s?$/u.test(core)) {
    const isThing = isListed(core, 'others') && !isListed(core, 'organisations');
    return ['organisation', words.length === 1 && !isThing];
  }
  if (words.length < 2) return ['unknown', false];
  if (isWithInitials(words)) return ['person', true];
  if (tokens[name.first - 1]?.lower === 'the') return ['organisation', false];
  // "Willem van der Berg"
  const isOfPlace =
    isListed(words.at(-1) ?? '', 'places') && !isListed(words[0] ?? '', 'firstNames');
  if (
    !isOfPlace &&
    words.some((word) => /^(?:von|van|de|der|den|bin|al|di|da|del|dos|ibn)$/.test(word))
  )
    return ['person', true];
  // "Calder Minerals", "Northgate Terminals"
  const [opener = ''] = words;
  const isBrand =
    words.length === 2 && !isInDictionary(opener) && !isListed(opener, 'places', 'peoples');
  if (isEverydayWord(words.at(-1) ?? '') || endsInWord(words))
    return ['organisation', isBrand && /s$/.test(words.at(-1) ?? '')];
  const own = words.filter((word) => /^\p{Lu}/u.test(word));
  // "Clear Air Harrowmouth"
  if (words.length === 3 && words.slice(0, 2).every(isEverydayWord)) return ['organisation', true];
  // "Aung San Suu Kyi"
  const most = words.some((word) => isEverydayWord(word) || kindOfNoun(word) !== null) ? 3 : 4;
  if (own.length <= most && words.every(looksPersonal) && !words.some(isDemonymOrPlace)) {
    return ['person', words.every((word) => !isEverydayWord(word))];
  }
  return [words.some(isDemonymOrPlace) || words.length > 3 ? 'organisation' : 'unknown', false];
}

/** "Case Grammar", "Calder Minerals": the last word is in the dictionary, and nobody is known to bear it. */
export function endsInWord(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  if (isListed(last, 'lastNames', 'firstNames', 'persons')) return false;
  if (words.length > 1 && isListed(words[0] ?? '', 'firstNames')) return false;
  return isEverydayWord(last.replace(/s$/, '')) || kindOfNoun(last) !== null;
}

export function isInDictionary(word: string): boolean {
  return isEverydayWord(word) || kindOfNoun(word) !== null;
}

/** In the dictionary or in a list of names; "Calder" of "Calder Minerals" is in neither. */
export function isKnownWord(word: string): boolean {
  return (
    isInDictionary(word) ||
    isKind(word, 'Demonym') ||
    isListed(word, 'places', 'towns', 'persons', 'peoples', 'firstNames', 'lastNames', 'others')
  );
}

/** "A.B. Hart", and no "U.S. Steel" */
function isWithInitials([first = '', last = '', ...more]: readonly string[]): boolean {
  const isInitials =
    /^(?:\p{Lu}\.){2,3}$/u.test(first) && !/^(?:U\.?[SNK]|E\.U|D\.C)\./.test(first);
  return isInitials && more.length === 0 && looksPersonal(last) && !isInDictionary(last);
}

function hasFirstName(words: readonly string[]): boolean {
  return isKind(words[0] ?? '', 'FirstName', 'MaleName', 'FemaleName');
}

function looksPersonal(word: string): boolean {
  return /^(?:\p{Lu}\.?|\p{Lu}['’]?\p{Ll}[\p{L}'’-]*|Mc\p{Lu}\p{Ll}+|al-\p{Lu}\p{Ll}+|(?:von|van|de|der|bin|al|el|di|da|la|del|dos))$/u.test(
    word
  );
}

function isDemonymOrPlace(word: string): boolean {
  return (
    isKind(word, 'Demonym', 'Country', 'City', 'Region', 'Place') &&
    !isKind(word, 'FirstName', 'MaleName', 'FemaleName', 'LastName')
  );
}

/** The noun phrase that a comma hangs on the name: the range of its tokens. */
export function appositionBehind(
  tokens: readonly Token[],
  last: number
): readonly [number, number] | null {
  if (
    tokens[last + 1]?.text !== ',' ||
    !/^(?:DET|NOUN|ADJ|PROPN|PRON)$/.test(tokens[last + 2]?.pos ?? '')
  )
    return null;
  const opener = tokens[last + 2];
  if (opener?.pos === 'PRON' && !/^(?:his|her|their|its)$/.test(opener.lower)) return null;
  const phrase = phraseStartingAt(tokens, last + 2, Math.min(tokens.length - 1, last + 14));
  const after = phrase && tokens[phrase[1] + 1];
  return phrase &&
    (!after || /^[,.;—–)”]$/.test(after.text) || /^(?:who|which|in|at)$/.test(after.lower))
    ? phrase
    : null;
}

const bodies =
  /^(?:company|firm|group|agency|charity|party|union|bank|maker|manufacturer|network|organisation|organization|watchdog|regulator|association|newspaper|publisher|retailer|operator|airline|institute|university|think-tank|tank|body|club|coalition|movement|militia|producer|developer|carrier|start-up|startup|broadcaster|nonprofit|foundation|insurer|lender|utility|supplier|platform|subsidiary|collective|consultancy|brokerage)s?$/;
