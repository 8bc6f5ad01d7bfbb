/** Where texts name an actor: by its name or an alias, in whole words. Pure. */
import type { Actor } from '../briefing/entries.js';
import type { Range } from '../text/range.js';
import type { Id } from '../base/values.js';

/** Scripts that put no space between words: there every place where a name stands is a mention. */
const unspaced =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const endsUnspaced = new RegExp(`[${unspaced}]\\p{M}*$`, 'u');
const inWord = '[\\p{L}\\p{N}\\p{M}_]';
/** A shorter name is named only as it is written: “IT” is not “it”. */
const leastOfAnyCase = 4;

/**
 * The places of the names in the text, in its order, none inside another: where one name begins with
 * another, the longer one counts. Case does not, but in names of three letters or fewer and in those
 * all in capitals, since “US” is not “us”. Any amount of space separates the words of a name, also a
 * line end.
 *
 * @param type of whom the names are. A person's are in capitals at least at their start, as written:
 * “Bush” is not “bush”.
 */
export function findMentions(
  text: string,
  names: readonly string[],
  type: Actor['type'] | null = null
): readonly Range[] {
  const sought = soughtFor(names, type === 'person');
  const lower = text.toLowerCase();
  if (!sought.runs.some((run) => lower.includes(run))) return [];
  sought.pattern ??= makePattern(names, type === 'person');
  return [...text.matchAll(sought.pattern)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length
  }));
}

interface Sought {
  /** One of these stands in any text that holds one of the names, in small letters; none for no names. */
  readonly runs: readonly string[];
  pattern: RegExp | null;
}

/** Of the names asked for last: a page asks for those of all actors in each of its quotes, and few stand there. */
const soughtBefore = new Map<string, Sought>();
const mostSought = 1_000;

function soughtFor(names: readonly string[], ofPerson: boolean): Sought {
  const key = JSON.stringify([ofPerson, ...names]);
  let sought = soughtBefore.get(key);
  if (sought === undefined) {
    if (soughtBefore.size >= mostSought) soughtBefore.clear();
    soughtBefore.set(key, (sought = { runs: normalised(names).map(longestRun), pattern: null }));
  }
  return sought;
}

/** Letters that have no other forms than their capitals; empty where there are none. */
function longestRun(name: string): string {
  const runs = name.toLowerCase().match(/[a-z]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

function normalised(names: readonly string[]): readonly string[] {
  return names.map((name) => name.normalize('NFC').trim()).filter((name) => name !== '');
}

function makePattern(names: readonly string[], ofPerson: boolean): RegExp {
  const shouted = ofPerson ? names.filter(isLong).map((name) => name.toUpperCase()) : [];
  const all = [...new Set(normalised([...names, ...shouted]))].sort((a, b) => b.length - a.length);
  return new RegExp(all.map((name) => alternative(name, ofPerson)).join('|'), 'gu');
}

function alternative(name: string, ofPerson: boolean): string {
  const isOfAnyCase = !ofPerson && isLong(name) && !isShouted(name);
  const words = name
    .split(/\s+/u)
    .map((word) => [...word].map((sign) => (isOfAnyCase ? anyCase(sign) : asIs(sign))).join(''))
    .join('\\s+');
  // A sign at the edge, as in “Yahoo!”, borders on anything.
  const before = startsInWord.test(name) && !startsUnspaced.test(name) ? `(?<!${inWord})` : '';
  const after = endsInWord.test(name) && !endsUnspaced.test(name) ? `(?!${inWord})` : '';
  return before + words + after;
}

function isLong(name: string): boolean {
  return (name.match(/\p{L}/gu)?.length ?? 0) >= leastOfAnyCase;
}

/** All in capitals, of a script that has them. */
function isShouted(name: string): boolean {
  return name === name.toUpperCase() && name !== name.toLowerCase();
}

function anyCase(sign: string): string {
  const forms = new Set([sign, sign.toLowerCase(), sign.toUpperCase()]);
  return forms.size === 1 ? asIs(sign) : `(?:${[...forms].map(asIs).join('|')})`;
}

function asIs(signs: string): string {
  return signs.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/['’]/gu, "['’]");
}

const startsInWord = new RegExp(`^${inWord}`, 'u');
const endsInWord = new RegExp(`${inWord}$`, 'u');

/** One place where a text names an actor. */
export interface Mention {
  /** The card or source. */
  readonly target: Id;
  /** In its rendered text. */
  readonly range: Range;
  /** What stands around it, on one line: words before, the name, words after. */
  readonly snippet: readonly [before: string, name: string, after: string];
}

export interface Mentions {
  /** Of all texts, also beyond `first`. */
  readonly count: number;
  readonly first: readonly Mention[];
}

/** UTF-16 units to each side of a name that a snippet shows. */
const around = 60;

/** `most`: how many places are told of in full. */
export function mentionsOf(
  actor: Pick<Actor, 'name' | 'aliases' | 'type'>,
  texts: readonly { readonly id: Id; readonly text: string }[],
  most: number
): Mentions {
  const names = [actor.name, ...actor.aliases];
  const found = texts.flatMap(({ id, text }) =>
    findMentions(text, names, actor.type).map((range) => ({ id, text, range }))
  );
  return {
    count: found.length,
    first: found.slice(0, most).map(({ id, text, range }) => ({
      target: id,
      range,
      snippet: snippetOf(text, range)
    }))
  };
}

function snippetOf(text: string, { start, end }: Range): Mention['snippet'] {
  const line = (words: string) => words.replace(/\s+/gu, ' ');
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  // A word that is cut is left out, as is half of a surrogate pair.
  const before = text
    .slice(from, start)
    .replace(from > 0 ? /^\S*?(?:\s|$)|^[\uDC00-\uDFFF]/u : /^/u, '');
  const after = text
    .slice(end, to)
    .replace(to < text.length ? /\s\S*$|[\uD800-\uDBFF]$/u : /$/u, '');
  return [
    `${from > 0 ? '… ' : ''}${line(before).trimStart()}`,
    line(text.slice(start, end)),
    `${line(after).trimEnd()}${to < text.length ? ' …' : ''}`
  ];
}
