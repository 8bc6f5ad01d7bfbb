/**
 * Cuts text into the units that a person edits: words, numbers, spaces, single signs. Scripts that
 * write without spaces are cut by character, else a whole clause would be one word.
 */

/** Numbers the distinct tokens of the texts that are compared, so that comparing is comparing numbers. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  numberOf(token: string): number {
    const known = this.#numbers.get(token);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(token, number);
    return number;
  }
}

export interface Tokens {
  /** By the vocabulary that they were cut with. */
  readonly numbers: Int32Array;
  /** Where each token begins in the text; one more for where the last one ends. */
  readonly starts: readonly number[];
}

/** @param endOf where the token ends that begins at `start`: `endOfWord` or `endOfLine` */
export function cutTokens(
  endOf: (text: string, start: number, to: number) => number,
  text: string,
  from: number,
  to: number,
  vocabulary: Vocabulary
): Tokens {
  const numbers: number[] = [];
  const starts = [from];
  for (let start = from; start < to;) {
    const end = endOf(text, start, to);
    numbers.push(vocabulary.numberOf(text.slice(start, end)));
    starts.push(end);
    start = end;
  }
  return { numbers: Int32Array.from(numbers), starts };
}

export function endOfWord(text: string, start: number, to: number): number {
  const kind = kindOf(text, start);
  let end = start + (kind === pair ? 2 : 1);
  if (kind < single) while (end < to && kindOf(text, end) === kind) end++;
  return end;
}

/** A line holds its line feed. */
export function endOfLine(text: string, start: number, to: number): number {
  const feed = text.indexOf('\n', start);
  return feed < 0 || feed >= to ? to : feed + 1;
}

/** Kinds below `single` join with their neighbours of the same kind. */
const word = 1;
const digit = 2;
const space = 3;
const single = 4;
const pair = 5;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Filled as characters are met: asking a regular expression each time would dominate the cost. */
const kinds = new Uint8Array(0x10000);

function kindOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if ((code & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) return pair;
  return (kinds[code] ||= findKind(String.fromCharCode(code)));
}

function findKind(character: string): number {
  if (unspaced.test(character)) return single;
  if (/[\p{L}\p{M}]/u.test(character)) return word;
  if (/\p{N}/u.test(character)) return digit;
  return character !== '\n' && /\s/.test(character) ? space : single;
}
