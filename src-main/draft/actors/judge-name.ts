/** What a name names, and which part of it is a title. */
import type { Token } from '../reading/tagger.js';
import type { FoundName } from './find-names.js';
import {
  fullName,
  isOrganisationName,
  isRole,
  isTitle,
  isTitleModifier
} from '../../domain/text/name-words.js';
import { isGroupNoun, isPeople } from './name-words.js';
import { appositionBehind, type NameType, typeOfName } from './type-of-name.js';
import { isKind } from './word-lists.js';

export interface JudgedName {
  readonly name: FoundName;
  readonly start: number;
  readonly end: number;
  /** Without its title; empty for a title alone. */
  readonly core: string;
  readonly title: string | null;
  /** `title` for "the Prime Minister". */
  readonly type: NameType | 'title';
  /** Whether the type is more than a guess from the look of the name. */
  readonly sure: boolean;
}

export function judgeName(clean: string, name: FoundName): JudgedName | null {
  const { tokens } = name.sentence;
  const own = tokens.slice(name.first, name.last + 1);
  const opener = own[0];
  const closer = own.at(-1);
  if (!opener || !closer) return null;
  const titles = titleLength(own);
  // "Duke University" is no duke.
  const named = own[titles];
  const isBody =
    titles > 0 && named !== undefined && isOrganisationName(clean.slice(named.start, closer.end));
  const titled = isBody ? 0 : titles;
  // "Opposition MPs", "Republicans": people without a name, found as groups. "United States" is a name.
  const whole = clean.slice(opener.start, closer.end);
  if (own.length === 1 && (isPeople(whole) || noName.test(whole))) return null;
  if (isGroupNoun(closer.text) && !isOrganisationName(whole) && !fullName(whole)) return null;
  const rest = withoutHonours(own.slice(titled));
  const words = rest.filter(({ text }) => /^\p{L}/u.test(text)).map(({ text }) => text);
  // "Governor of Virginia" names a place, and no person by it.
  if (titled > 0 && /^(?:of|for|the|and|in|at)$/.test(rest[0]?.text ?? '')) {
    const behind = own.findIndex(({ text }, i) => i > titled && /^\p{Lu}/u.test(text));
    return behind < 0 ? null : judgeName(clean, { ...name, first: name.first + behind });
  }
  const core = rest[0] ? clean.slice(rest[0].start, rest.at(-1)?.end).replace(/\s+/g, ' ') : '';
  const capitalTitle = titled > 0 ? clean.slice(opener.start, own[titled - 1]?.end) : null;
  const lowerTitle = capitalTitle === null ? titleBefore(clean, tokens, name.first) : null;
  const title = capitalTitle ?? lowerTitle ?? titleBehind(clean, tokens, name.last);
  const base = { name, start: opener.start, end: closer.end, core, title };
  if (core === '') return { ...base, core: '', type: 'title', sure: true };
  const [type, sure] = typeOfName({
    tokens,
    name,
    core,
    words,
    titled: capitalTitle !== null || lowerTitle !== null
  });
  const isPerson = type === 'person';
  return {
    ...base,
    title: isPerson ? title : null,
    start: isPerson || capitalTitle === null ? opener.start : (rest[0]?.start ?? opener.start),
    type,
    sure
  };
}

/** Degrees, single letters and what is written in capitals but bears no name. */
const noName =
  /^(?:\p{L}\.?|Ph\.?|M\.?Sc|B\.?Sc|PhDs?|MBAs?|MPs?|CEOs?|CFO|COO|AD|BC|BCE|CE|D\.?C\.?|Jr|Sr|Esq|R&D|Q&A|B&B|S&M|M&A|R&B|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.|[AP]\.?M|TV|TVs|CDs?|DVDs?|PCs?|IDs?|OK|VIPs?|FAQ|ATMs?|SUVs?|DNA|RNA|HIV|AIDS|IQ|GDP|GNP|IPO|UFOs?|POV|PDF|HTML|XML|URLs?|SMS|GPS|LGBTQ?|LGBTQIA|BST|GMT|UTC|EST|EDT|PST|PDT|CET|CEST)$/iu;

/** "Susan Aldous KC" */
function withoutHonours(words: readonly Token[]): readonly Token[] {
  const last = words.at(-1);
  const isHonour =
    /^(?:KC|QC|MP|MEP|MSP|TD|OBE|MBE|CBE|DBE|KBE|MD|PhD|DSO|FRS|FBA|RA|AM|AO|AC)$/.test(
      last?.text ?? ''
    );
  return words.length > 2 && isHonour ? withoutHonours(words.slice(0, -1)) : words;
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
      (isRole(token.text) && own.length > i + 2) ||
      (i > 0 && (token.text === '.' || /^(?:of|for|the|and|-)$/.test(token.lower))) ||
      (own.slice(i + 1, i + 5).some(({ text }) => isTitle(text) && !isTitleModifier(text)) &&
        !isKind(token.text, 'FirstName', 'MaleName', 'FemaleName')) ||
      (i > 1 &&
        own[i - 1]?.lower === 'of' &&
        /^(?:State|Defense|Defence|Commons|Lords|Labor|Energy|Education|Staff|Justice)$/.test(
          token.text
        ));
    if (!isPart) break;
    if ((isTitle(token.text) || isRole(token.text)) && !isTitleModifier(token.text)) proper = true;
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
