/** What a body is for, which its name may join by "and": "Ministry of Education and Sport". */
import type { Token } from '../reading/tagger.js';
import { isOrganisationName, isOrganisationWord } from '../../domain/text/name-words.js';
import { kindOfNoun } from './word-kinds.js';
import { isEverydayWord, isKind } from './word-lists.js';

/** "Ministry of Health", which may go on with "and Welfare". */
export const fieldsOfBody =
  /\b(?:Department|Ministry|Office|Committee|Bureau|Institute|Secretary|Minister|Centers?|Centre|Academy|College|School|Society|Association|Board|Commission|Council|Agency|Faculty|Directorate|Organi[sz]ation) (?:of|for|on) \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$/u;

/** A matter, which names nobody: "Culture". */
function isField(token: Token | undefined): boolean {
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

/** "Harbour Workers' Union", "Children's Fund"; not "Marbles's", whose owner is one. */
export function isPluralOwner({ text }: Token, mark: Token): boolean {
  return mark.text === "'"
    ? /[a-z]s$/.test(text)
    : mark.text === "'s" && /(?:[Pp]eople|[Ww]omen|[Mm]en|[Cc]hildren)$/.test(text);
}
