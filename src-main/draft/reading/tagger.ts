/** wink-nlp, the one owner: a sentence → its words with parts of speech. */
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Range } from '../../domain/text/range.js';

/** Universal part of speech tags: https://universaldependencies.org/u/pos/ */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Token extends Range {
  /** As in the cleaned text. */
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Between the marks of a quotation; the marks themselves are not. */
  readonly quoted: boolean;
}

export type RawToken = Omit<Token, 'quoted'>;

const nlp = winkNLP(model, ['sbd', 'pos']);
// wink hands its readers out as methods that need no object.
const { pos: readTag, lemma: readLemma } = nlp.its as unknown as Record<'pos' | 'lemma', never>;

/** `clean` as `readQuotations` makes it. White space makes no token. */
export function tag(clean: string, { start, end }: Range): RawToken[] {
  const source = inLatin1(clean.slice(start, end));
  const tokens = nlp.readDoc(source).tokens();
  const texts = tokens.out();
  const tags = tokens.out(readTag) as unknown as (PartOfSpeech | 'SPACE')[];
  const lemmas = tokens.out(readLemma) as unknown as string[];
  const found: RawToken[] = [];
  let at = 0;
  texts.forEach((text, i) => {
    const pos = tags[i] ?? 'X';
    const index = source.indexOf(text, at);
    if (index < 0 || pos === 'SPACE') return;
    at = index + text.length;
    const printed = clean.slice(start + index, start + at);
    const lower = printed.toLowerCase();
    const lemma = lemmas[i] ?? lower;
    found.push({ text: printed, lower, lemma, pos, start: start + index, end: start + at });
  });
  return found;
}

/** Letters that do not fall apart into a plain one and its marks. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  œ: 'o',
  Œ: 'O',
  ŋ: 'n',
  ə: 'e',
  Ə: 'E'
};

/** wink ends a word before a letter beyond Latin-1, as in "Dvořák": its plain letter, for the tagger only. */
function inLatin1(source: string): string {
  return source
    .replace(/[\u0100-\u024f\u0259\u018f\u1e00-\u1eff]/g, (letter) => {
      const plain = plainLetters[letter] ?? letter.normalize('NFD')[0] ?? letter;
      return plain.length === 1 ? plain : letter;
    })
    .replace(/(\p{L})\p{M}+/gu, (letters, plain: string) =>
      plain.repeat(Math.ceil(letters.length / plain.length)).slice(0, letters.length)
    );
}

/** Lexicons are written as prose: words apart by white space. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
