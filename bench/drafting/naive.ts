/** The baseline to beat: what stands between quotation marks, and "said" with the words around it. */
import type { Range } from '../../src-main/domain/text/range.js';
import type { Relation } from './articles.js';

/** Sentence by sentence: a quotation goes to the name nearest to "said", else the words before it do. */
export function naiveRelations(text: string): Relation[] {
  const found: Relation[] = [];
  for (const m of text.matchAll(/[^.!?\n]*(?:["“][^"”\n]*["”][^.!?\n]*)*(?:[.!?]["”]?|\n|$)/g)) {
    const said = /\b(?:said|says)\b/.exec(m[0]);
    if (!said) continue;
    const cue = rangeAt(m.index + said.index, said[0]);
    const before = m[0].slice(0, said.index);
    const after = m[0].slice(said.index + said[0].length);
    const quote = /["“][^"”\n]*["”]/.exec(m[0]);
    const name =
      /(?:\p{Lu}[\p{L}'’.-]+ ?)+$/u.exec(before.trimEnd()) ??
      /^\s(?:\p{Lu}[\p{L}'’.-]+ ?)+/u.exec(after);
    const nameAt =
      name &&
      (before.includes(name[0]) ? before.lastIndexOf(name[0]) : said.index + said[0].length);
    const content = quote
      ? rangeAt(m.index + quote.index, quote[0])
      : rangeAt(cue.end + 1, after.trim());
    found.push({
      cue,
      content: [content],
      source: name && nameAt !== null ? rangeAt(m.index + nameAt, name[0].trimEnd()) : null
    });
  }
  return found;
}

/** Runs of capitalised words, two or more: persons, as far as the baseline knows. */
export function naiveNames(text: string): string[] {
  return [...new Set(text.match(/\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu) ?? [])];
}

function rangeAt(start: number, words: string): Range {
  return { start, end: start + words.length };
}
