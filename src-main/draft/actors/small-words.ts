/** Words in small letters that are part of a person's name. */
import type { Token } from '../reading/tagger.js';

/** Small words that a last name may begin with: "de Groot", "von der Leyen", "bin Salman". */
export const particles =
  /^(?:de|la|le|al|el|bin|von|van|der|den|del|della|di|da|das|dos|du|ibn|ben|abu|ten|ter|zu)$/;

/** Of these at most the whole name tells that they are no words of another kind: "ten Hag". */
const doubtfulParticles = /^(?:la|le|al|el|den|ben|ten|ter|da|das|du|zu|di|abu)$/;

/** A last name by itself: "Van der Berg". */
export function opensWithParticle(name: string): boolean {
  return particles.test(name.split(' ')[0]?.toLowerCase() ?? '') && name.includes(' ');
}

/** "Groot" of "de Groot", "Sisi" of "al-Sisi" */
export function withoutParticles(surname: string): string {
  const words = surname.replace(/^(?:al|el)-(?=\p{Lu})/iu, '').split(' ');
  const own = words.findIndex((word) => !particles.test(word.toLowerCase()));
  return words.slice(Math.max(0, own)).join(' ');
}

/** "de Groot", from its small words up to its first word with a capital; empty where none is. */
export function tailAt(tokens: readonly Token[], at: number): string {
  let end = at;
  while (end < at + 3 && particles.test(tokens[end]?.text ?? '')) end++;
  const words = tokens.slice(at, end + 1).map(({ text }) => text);
  return end > at && /^\p{Lu}/u.test(words.at(-1) ?? '') ? words.join(' ') : '';
}

/**
 * "de Groot said": a last name by itself whose small words stand before it.
 *
 * @param tails of those that the text has behind first names, as `tailAt` gives them
 */
export function opensSurname(
  tokens: readonly Token[],
  i: number,
  tails: ReadonlySet<string>
): boolean {
  const opener = tokens[i];
  const before = tokens[i - 1];
  if (!opener || !particles.test(opener.text)) return false;
  const tail = tailAt(tokens, i);
  if (tail === '') return false;
  if (tails.has(tail)) return true;
  // "a van Smith drove", "the de Havilland"
  return before?.pos !== 'DET' && !doubtfulParticles.test(opener.text);
}

/** The small second half of a Korean or Taiwanese given name, behind its last name and its first half. */
export function isGivenName(tokens: readonly Token[], first: number, at: number): boolean {
  const small = tokens[at];
  return (
    small?.start === tokens[at - 1]?.end &&
    /^\p{Ll}{2,6}$/u.test(small?.text ?? '') &&
    !/^(?:based|born|led|era|style|backed|run|like|area|owned|held)$/.test(small?.text ?? '') &&
    tokens.slice(first, at - 2).some(({ text }) => givenNamesBehind.test(text))
  );
}
const givenNamesBehind =
  /^(?:Kim|Park|Pak|Ban|Lee|Rhee|Ri|Moon|Cho|Choi|Choe|Jung|Jeong|Jang|Kang|Yoon|Yun|Hwang|Han|Chung|Shin|Song|Roh|Ahn|An|Lim|Rim|Oh|Seo|So|Kwon|Ryu|Yoo|Hong|Tsai|Ma|Chen|Wang|Lin|Chang|Hsieh|Liu|Su|Lai|Ko|Hou|Chiang|Wu|Chu|Yang)$/;
