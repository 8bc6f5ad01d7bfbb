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
  const source = clean.slice(start, end);
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
    const lower = text.toLowerCase();
    const lemma = lemmas[i] ?? lower;
    found.push({ text, lower, lemma, pos, start: start + index, end: start + at });
  });
  return found;
}

/** Lexicons are written as prose: words apart by white space. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
