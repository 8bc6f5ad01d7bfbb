/** The words for whoever speaks, read without parts of speech: “die Ministerin Anna Weber”, “le maire”. */
import type { Range } from '../../domain/text/range.js';
import { isListed } from '../actors/name-lists.js';
import type { LanguageRules } from './language-rules.js';

/** Words of a source; what is longer is none. */
const mostWords = 12;
/** UTF-16 units of what is put behind a source: “, président de la région”. */
const longestApposition = 60;
const word = /\s*([\p{L}\p{N}][\p{L}\p{M}\p{N}'.-]*|[^\s])/uy;

/** A phrase that begins at `at`, which ends at `limit` at the latest; `null` where none begins. */
export function phraseFrom(
  clean: string,
  at: number,
  limit: number,
  rules: LanguageRules
): Range | null {
  const words = wordsFrom(clean, at, limit);
  const { phrase } = rules;
  const [first] = words;
  if (!first) return null;
  if (phrase.pronouns.has(first.lower)) {
    const isAlone = !/^\p{Lu}/u.test(words[1]?.text ?? '');
    return isAlone ? first : null;
  }
  let last = -1;
  for (const [i, each] of words.entries()) {
    if (!isPartOfPhrase(words, i, rules)) break;
    if (/^\p{L}/u.test(each.text) && !isLoose(each, rules)) last = i;
    // A full stop that ends the sentence is written to its last word.
    if (each.endsSentence) break;
  }
  const end = words[last]?.end;
  if (end === undefined || last < 0) return null;
  const range = { start: first.start, end };
  if (!isSource(clean.slice(range.start, end), rules)) return null;
  return withApposition(clean, range, limit, rules);
}

interface Word extends Range {
  readonly text: string;
  readonly lower: string;
  readonly endsSentence: boolean;
}

function wordsFrom(clean: string, at: number, limit: number): Word[] {
  const words: Word[] = [];
  word.lastIndex = at;
  for (let m = word.exec(clean); m && word.lastIndex <= limit; m = word.exec(clean)) {
    const whole = m[1] ?? '';
    const isAbbreviation = /^(?:M|Mme|Dr|Prof|St|\p{Lu})\.$/u.test(whole);
    const text = isAbbreviation ? whole : whole.replace(/[.'-]+$/, '');
    const start = m.index + m[0].length - whole.length;
    words.push({
      start,
      end: start + text.length,
      text,
      lower: text.toLowerCase(),
      endsSentence: text !== whole
    });
    if (words.length >= mostWords || text === '') break;
  }
  return words;
}

function isPartOfPhrase(words: readonly Word[], i: number, { phrase }: LanguageRules): boolean {
  const each = words[i];
  if (!each || !/^\p{L}/u.test(each.text) || phrase.stops.has(each.lower)) return false;
  const isCapital = /^\p{Lu}/u.test(each.text) || /^[ld]'\p{Lu}/u.test(each.text);
  const before = words.slice(0, i);
  // “der Norder Zeitung”: to whom a person says it.
  if (phrase.nounsAreCapital && /^(?:der|dem|den|des)$/.test(each.lower) && endsWithPerson(before))
    return false;
  if (isCapital) return true;
  if (i === 0) return phrase.determiners.has(each.lower) || !phrase.nounsAreCapital;
  if (phrase.connectors.has(each.lower)) return goesOn(words, i + 1, phrase.nounsAreCapital);
  // In French a noun is small, and so is its adjective; in German only the adjective before it.
  if (!phrase.nounsAreCapital) return !endsWithPerson(before);
  const isBehindNoun =
    /^\p{Lu}/u.test(words[i - 1]?.text ?? '') && !phrase.determiners.has(words[i - 1]?.lower ?? '');
  return !isBehindNoun && /(?:e|er|en|es|em)$/.test(each.lower) && goesOn(words, i + 1, true);
}

function goesOn(words: readonly Word[], i: number, nounsAreCapital: boolean): boolean {
  const next = words.slice(i, i + 3).map(({ text }) => text);
  return nounsAreCapital ? next.some((text) => /^\p{Lu}/u.test(text)) : next.length > 0;
}

/** “le” at the end of what was read so far joins nothing. */
function isLoose({ lower }: Word, { phrase }: LanguageRules): boolean {
  return phrase.connectors.has(lower) || phrase.determiners.has(lower);
}

function endsWithPerson(words: readonly Word[]): boolean {
  const [first, last] = words.slice(-2);
  return (
    first !== undefined &&
    last !== undefined &&
    /^\p{Lu}/u.test(first.text) &&
    /^\p{Lu}/u.test(last.text) &&
    isListed(first.text, 'firstNames')
  );
}

/** Whether words by themselves can be whoever speaks: a name, or a noun with its article. */
export function isSource(words: string, { phrase }: LanguageRules): boolean {
  const [first = '', second = ''] = words.split(/\s+/);
  const lower = first.toLowerCase();
  if (phrase.pronouns.has(lower)) return second === '';
  if (phrase.determiners.has(lower)) return second !== '';
  return /^\p{Lu}/u.test(first) || /^[ld]'\p{L}/u.test(first);
}

function withApposition(clean: string, range: Range, limit: number, rules: LanguageRules): Range {
  const behind = clean.slice(range.end, Math.min(limit, range.end + longestApposition));
  const [whole, words] = /^, ([^,.;:!?“”()]+)(?=[,.;:!?]|$)/u.exec(behind) ?? [];
  if (whole === undefined || words === undefined) return range;
  const [first = '', second = ''] = words.split(' ');
  const { phrase } = rules;
  const isName = /^\p{Lu}/u.test(second) && isListed(first, 'firstNames');
  const isRole = [first, second].some((each) => phrase.role.test(each));
  return isName || isRole ? { start: range.start, end: range.end + whole.length } : range;
}
