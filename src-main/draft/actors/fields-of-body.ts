/** What a body is for, which its name may join by commas and "and": "Ministry of Education, Culture and Sport". */
import type { Token } from '../reading/tagger.js';
import { isOrganisationName, isOrganisationWord } from '../../domain/text/name-words.js';
import { kindOfNoun } from './word-kinds.js';
import { isEverydayWord, isKind } from './word-lists.js';

/** "Ministry of Health", which may go on with "and Welfare". */
export const fieldsOfBody =
  /\b(?:Department|Ministry|Office|Committee|Bureau|Institute|Secretary|Minister|Centers?|Centre|Academy|College|School|Society|Association|Board|Commission|Council|Agency|Faculty|Directorate|Organi[sz]ation) (?:of|for|on) \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$/u;

/** A matter, which names nobody: "Culture". */
export function isField(token: Token | undefined): boolean {
  if (token?.text === 'Media') return true;
  const kind = kindOfNoun(token?.text ?? '');
  return (
    kind !== null && kind !== 'person' && kind !== 'place' && !isOrganisationWord(token?.text ?? '')
  );
}

/** What a body is for, before "and" something else: "Food", "National Oceanic"; not "White House". */
export function isFieldOfBody(own: readonly Token[], left: string): boolean {
  return (
    own.length < 3 &&
    own.every(
      (token) =>
        isEverydayWord(token.text) || isField(token) || /(?:ic|al|ive|ary)$/.test(token.text)
    ) &&
    (own.length === 1 || !(isOrganisationName(left) || isKind(left, 'Organization', 'Place')))
  );
}

/** Of a body, "Rural" and "Energy" as well. */
function isPartOfField(token: Token | undefined): boolean {
  const text = token?.text ?? '';
  return (
    /^\p{Lu}\p{Ll}/u.test(text) &&
    kindOfNoun(text) !== 'person' &&
    (isField(token) || isEverydayWord(text) || /(?:ics?|al|ive|ary)$/.test(text))
  );
}

/** "Ministry of Education, Culture and Sport": the last token of the row that goes on behind `last`, else `last`. */
export function endOfRow(
  tokens: readonly Token[],
  last: number,
  isName: (i: number) => boolean
): number {
  let end = last;
  for (let items = 0; items < 5; items++) {
    const isLast = tokens[end + 1]?.lower === 'and' || tokens[end + 2]?.lower === 'and';
    const opener = tokens[end + 1]?.text === ',' && tokens[end + 2]?.lower === 'and' ? 3 : 2;
    if (!isLast && tokens[end + 1]?.text !== ',') return last;
    const from = end + opener;
    let to = from - 1;
    while (to < from + 1 && isName(to + 1) && isPartOfField(tokens[to + 1])) to++;
    if (to < from) return last;
    if (isLast && end > last) return to;
    if (isLast) return last;
    end = to;
  }
  return last;
}

/** "Harbour Workers' Union", "Children's Fund"; not "Marbles's", whose owner is one. */
export function isPluralOwner({ text }: Token, mark: Token): boolean {
  return mark.text === "'"
    ? /[a-z]s$/.test(text)
    : mark.text === "'s" && /(?:[Pp]eople|[Ww]omen|[Mm]en|[Cc]hildren)$/.test(text);
}

/** "the Harbour", "the Rail": of a union, before "and". */
export function isWorkplace(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  const kind = kindOfNoun(text);
  return (
    tokens[at - 1]?.lower === 'the' &&
    kind !== null &&
    kind !== 'person' &&
    !isOrganisationName(text) &&
    !isKind(text, 'Country', 'City', 'Region')
  );
}

/** "Allied Workers' Union": the last token of a body of plural owners from `from` on, else -1. */
export function bodyBehind(
  tokens: readonly Token[],
  from: number,
  isName: (i: number) => boolean
): number {
  for (let i = from; i < from + 4 && isName(i); i++) {
    const [owner, mark, next] = tokens.slice(i, i + 3);
    if (!owner || !mark || !next || !isPluralOwner(owner, mark)) continue;
    let end = i + 1;
    while (end < i + 5 && isName(end + 1)) end++;
    return isOrganisationWord(tokens[end]?.text ?? '') ? end : -1;
  }
  return -1;
}
