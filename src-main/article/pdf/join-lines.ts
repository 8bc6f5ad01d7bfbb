/** Lines of one text → that text. Words that a line's end divided are joined again. */
import type { Line } from './piece.js';

/** The words of a document, in lower case: which of two spellings it uses is told by them. */
export class WordsSeen {
  readonly #words = new Set<string>();

  add(lines: readonly Line[]): void {
    for (const { text } of lines) {
      for (const word of text.toLowerCase().match(/[\p{L}-]+/gu) ?? []) this.#words.add(word);
    }
  }

  join(lines: readonly Line[]): string {
    let text = '';
    for (const line of lines) {
      if (text === '') text = line.text;
      else if (isHyphenated(text) && /^\p{Ll}/u.test(line.text))
        text = this.#joinDivided(text, line.text);
      else if (/\p{L}-$|—$/u.test(text)) text += line.text;
      else text += ` ${line.text}`;
    }
    return text.replaceAll('\u00ad', '');
  }

  /** “agree-ment” is one word; “well-known” keeps its hyphen where the text writes it so elsewhere. */
  #joinDivided(text: string, next: string): string {
    const first = /[\p{L}-]+$/u.exec(text.slice(-101, -1))?.[0].toLowerCase() ?? '';
    const second = /^[\p{L}-]+/u.exec(next)?.[0].toLowerCase() ?? '';
    const hyphened = this.#words.has(`${first}-${second}`) && !this.#words.has(first + second);
    return (hyphened ? text : text.slice(0, -1)) + next;
  }
}

export function isHyphenated(text: string): boolean {
  return /\p{L}[-\u00ad\u2010]$/u.test(text);
}
