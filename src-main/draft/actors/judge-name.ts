/** What a name names, and which part of it is a title. */
import type { Draft } from '../../domain/draft.js';
import { phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import type { Name } from './find-names.js';
import {
  fullName,
  isOrganisationName,
  isPlaceName,
  isRole,
  isTitle,
  isTitleModifier
} from './name-words.js';
import { isEverydayWord, isKind } from './word-lists.js';

export type ActorType = Draft['actors'][number]['type'];

export interface JudgedName {
  readonly name: Name;
  readonly start: number;
  readonly end: number;
  /** Without its title; empty for a title alone. */
  readonly core: string;
  readonly title: string | null;
  /** `demonym` for "Russian" by itself, `title` for "the Prime Minister". */
  readonly type: ActorType | 'demonym' | 'title';
  /** Whether the type is more than a guess from the look of the name. */
  readonly sure: boolean;
}

export function judgeName(clean: string, name: Name): JudgedName | null {
  const { tokens } = name.sentence;
  const own = tokens.slice(name.first, name.last + 1);
  const opener = own[0];
  const closer = own.at(-1);
  if (!opener || !closer) return null;
  const titled = titleLength(own);
  const rest = own.slice(titled);
  const words = rest.filter(({ text }) => /^\p{L}/u.test(text)).map(({ text }) => text);
  const core = rest[0] ? clean.slice(rest[0].start, closer.end) : '';
  const capitalTitle = titled > 0 ? clean.slice(opener.start, own[titled - 1]?.end) : null;
  const lowerTitle = capitalTitle === null ? titleBefore(clean, tokens, name.first) : null;
  const title = capitalTitle ?? lowerTitle ?? titleBehind(clean, tokens, name.last);
  const base = { name, start: opener.start, end: closer.end, core, title };
  if (core === '') return { ...base, core: '', type: 'title', sure: true };
  const [type, sure] = typeOf(
    tokens,
    name,
    core,
    words,
    capitalTitle !== null || lowerTitle !== null
  );
  const isPerson = type === 'person';
  return {
    ...base,
    title: isPerson ? title : null,
    start: isPerson || capitalTitle === null ? opener.start : (rest[0]?.start ?? opener.start),
    type,
    sure
  };
}

function typeOf(
  tokens: readonly Token[],
  name: Name,
  core: string,
  words: readonly string[],
  titled: boolean
): [JudgedName['type'], boolean] {
  const before = tokens[name.first - 1];
  const next = tokens[name.last + 1];
  const known = fullName(core);
  if (known) return [known[1], true];
  const hasFirstName = isKind(words[0] ?? '', 'FirstName', 'MaleName', 'FemaleName');
  if (
    isOrganisationName(core) &&
    !(titled && words.length <= 2 && !/\b(?:Party|Bank|Council|Court)\b/.test(core))
  )
    return ['organisation', true];
  if (isKind(core, 'Country'))
    return titled && words.length === 1 && !isTitleModifier(tokens[name.first]?.text ?? '')
      ? ['person', true]
      : ['state', true];
  if (titled && words.length <= 4) return ['person', true];
  if (words.length === 1 && isKind(core, 'Demonym')) return ['demonym', true];
  if (isKind(core, 'Organization', 'SportsTeam')) return ['organisation', true];
  if (isPlaceName(core) && !hasFirstName) return ['place', true];
  if (
    isKind(core, 'City', 'Region', 'Place') &&
    !(words.length === 1 && isKind(core, 'MaleName', 'FemaleName', 'LastName'))
  )
    return ['place', true];
  if (
    next &&
    /^(?:region|province|oblast|district|city|county|island|river|peninsula|valley|prefecture|border|coast|airport)$/.test(
      next.lower
    ) &&
    words.length <= 2
  )
    return ['place', true];
  const described = describedAs(tokens, name.last);
  if (described) return [described, true];
  if (hasFirstName && words.length >= 2 && words.length <= 4) return ['person', true];
  if (
    next &&
    /^(?:who|himself|herself|whose)$/.test(
      next.text === ',' ? (tokens[name.last + 2]?.lower ?? '') : next.lower
    )
  )
    return ['person', true];
  if (
    next?.text === ',' &&
    /^\d{2}$/.test(tokens[name.last + 2]?.text ?? '') &&
    /^[,.]$/.test(tokens[name.last + 3]?.text ?? '')
  )
    return ['person', true];
  if (/^\p{Lu}[\p{Lu}&.]{1,6}s?$/u.test(core)) return ['organisation', words.length === 1];
  const definite = before?.lower === 'the';
  if (words.length >= 2 && definite) return ['organisation', false];
  if (
    words.length >= 2 &&
    words.length <= 3 &&
    words.every(looksPersonal) &&
    !words.some(isDemonymOrPlace)
  )
    return ['person', words.every((word) => !isEverydayWord(word))];
  if (words.length >= 2)
    return [words.some(isDemonymOrPlace) || words.length > 3 ? 'organisation' : 'unknown', false];
  return ['unknown', false];
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

/** How many tokens at the start are a title, with the state or body it belongs to: "US Special Envoy". */
function titleLength(own: readonly Token[]): number {
  let length = 0;
  let proper = false;
  for (let i = 0; i < own.length; i++) {
    const token = own[i];
    if (!token) break;
    const isPart =
      isTitle(token.text) ||
      (i > 0 && (token.text === '.' || /^(?:of|for|the|and|-)$/.test(token.lower))) ||
      (own.slice(i + 1, i + 5).some(({ text }) => isTitle(text) && !isTitleModifier(text)) &&
        !isKind(token.text, 'FirstName', 'MaleName', 'FemaleName')) ||
      (i > 1 &&
        own[i - 1]?.lower === 'of' &&
        /^(?:State|Defense|Defence|Commons|Lords|Labor|Energy|Education|Staff|Justice)$/.test(
          token.text
        ));
    if (!isPart) break;
    if (isTitle(token.text) && !isTitleModifier(token.text)) proper = true;
    if (!/^(?:of|for|the|and|-)$/.test(token.lower)) length = i + 1;
  }
  if (length === own.length && own.length === 1 && !proper) return 0;
  return proper ||
    (length < own.length && /^(?:Chief|Deputy|Former|Acting)$/.test(own[0]?.text ?? ''))
    ? length
    : 0;
}

/** "army spokesman Igor Volkov", "the analyst Bob Lee" */
function titleBefore(clean: string, tokens: readonly Token[], first: number): string | null {
  const role = tokens[first - 1];
  if (!role || !isRole(role.text) || /^\p{Lu}/u.test(role.text)) return null;
  let start = first - 1;
  while (
    start > 0 &&
    first - start < 5 &&
    /^(?:NOUN|ADJ|PROPN)$/.test(tokens[start - 1]?.pos ?? '')
  )
    start--;
  return clean.slice(tokens[start]?.start, role.end);
}

/** "Igor Volkov, the finance minister," */
function titleBehind(clean: string, tokens: readonly Token[], last: number): string | null {
  const phrase = appositionBehind(tokens, last);
  const words = phrase && tokens.slice(phrase[0], phrase[1] + 1);
  if (!words?.some(({ text }) => isRole(text) || isTitle(text)) || words.length > 10) return null;
  const bare = /^(?:the|a|an)$/.test(words[0]?.lower ?? '') ? words.slice(1) : words;
  return clean.slice(bare[0]?.start, bare.at(-1)?.end);
}

function appositionBehind(
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
const localities =
  /^(?:town|city|village|port|suburb|island|region|province|district|capital|hamlet|resort|area|neighbourhood|neighborhood|county)$/;

/** By the apposition behind it: a person, a body, a place. */
function describedAs(tokens: readonly Token[], last: number): ActorType | null {
  const phrase = appositionBehind(tokens, last);
  if (!phrase) return null;
  for (let i = phrase[0]; i <= phrase[1]; i++) {
    const token = tokens[i];
    // The head is what stands before "of", "for" or "at".
    const isHead = i === phrase[1] || tokens[i + 1]?.pos === 'ADP';
    if (!token || !isHead) continue;
    if (bodies.test(token.lower)) return 'organisation';
    if (localities.test(token.lower)) return 'place';
    if (isRole(token.text) || isTitle(token.text)) return 'person';
    if (/(?:ist|ian|er|or|man|woman)$/.test(token.lower) && token.pos === 'NOUN') return 'person';
    return null;
  }
  return null;
}
