/** Where texts name an actor: by its name or an alias, in whole words. Pure. */
import type { Actor } from './actor.js';
import type { Range } from './anchoring/range.js';
import type { Id } from './id.js';

/** Scripts that put no space between words: there every place where a name stands is a mention. */
const unspaced =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const endsUnspaced = new RegExp(`[${unspaced}]\\p{M}*$`, 'u');
const inWord = '[\\p{L}\\p{N}\\p{M}_]';
/** From so many letters on, a name in capitals alone is the same name: “UKRAINE”, but not “IT” for “it”. */
const leastShouted = 4;

/**
 * The places of the names in the text, in its order, none inside another: where one name begins with
 * another, the longer one counts. Case counts, since “US” is not “us”; a longer name may also stand
 * in capitals. Any amount of space separates the words of a name, also a line end.
 */
export function findMentions(text: string, names: readonly string[]): readonly Range[] {
  const pattern = patternOf(names);
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length
  }));
}

/** `null` for no names. */
function patternOf(names: readonly string[]): RegExp | null {
  const shouted = names.filter((name) => name.length >= leastShouted).map((n) => n.toUpperCase());
  const all = [...new Set([...names, ...shouted].map((name) => name.normalize('NFC').trim()))]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
  if (all.length === 0) return null;
  return new RegExp(all.map(alternative).join('|'), 'gu');
}

function alternative(name: string): string {
  const words = name
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&').replace(/['’]/gu, "['’]"))
    .join('\\s+');
  // A sign at the edge, as in “Yahoo!”, borders on anything.
  const before = startsInWord.test(name) && !startsUnspaced.test(name) ? `(?<!${inWord})` : '';
  const after = endsInWord.test(name) && !endsUnspaced.test(name) ? `(?!${inWord})` : '';
  return before + words + after;
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
  actor: Pick<Actor, 'name' | 'aliases'>,
  texts: readonly { readonly id: Id; readonly text: string }[],
  most: number
): Mentions {
  const names = [actor.name, ...actor.aliases];
  const found = texts.flatMap(({ id, text }) =>
    findMentions(text, names).map((range) => ({ id, text, range }))
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
