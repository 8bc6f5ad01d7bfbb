/** What kind of actor a person means whose name she typed, as far as its words tell. Pure. */
import type { Actor } from '../briefing/entries.js';
import {
  fullName,
  isFirmWord,
  isGroupWord,
  isKnownPerson,
  isOrganisationName,
  isPlaceName,
  isTitle
} from '../text/name-words.js';

/** Small words within the names of people. */
const particles = /^(?:von|van|de|der|den|bin|al|di|da|del|dos|ibn|la|le|el|ter)$/u;
/** An initial, or letters that are not all capital: “J.”, “Lee”, “O’Neil”, “al-Assad”. */
const nameWord = /^(?:\p{Lu}\.?|(?:al-|el-)?\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*)$/u;

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
let states: ReadonlySet<string> | null = null;

/** `otherwise` where the words tell of nothing. Whoever typed the name can choose another kind. */
export function actorTypeOf(name: string, otherwise: Actor['type'] = 'group'): Actor['type'] {
  const full = fullName(name);
  if (full) return full[1];
  if (isState(name)) return 'state';
  if (isKnownPerson(name)) return 'person';
  if (isOrganisationName(name) || name.includes('&')) return 'organisation';
  return isPersonsName(name) ? 'person' : otherwise;
}

function isState(name: string): boolean {
  states ??= new Set(
    letters.flatMap((one) => letters.flatMap((other) => regions.of(one + other) ?? []))
  );
  return states.has(name);
}
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** “Anna Lee”, “President Anna van der Lee”; one word alone may be anything. */
function isPersonsName(name: string): boolean {
  const words = name.split(/\s+/u);
  const begin = words.findIndex((word) => !isTitle(word));
  const own = begin < 0 ? [] : words.slice(begin);
  const capital = own.filter((word) => !particles.test(word));
  if (capital.length < (begin > 0 ? 1 : 2) || capital.length > 4) return false;
  const last = own.at(-1) ?? '';
  if (isGroupWord(last) || isFirmWord(last) || isPlaceName(name)) return false;
  return capital.every((word) => nameWord.test(word)) && !particles.test(last);
}
