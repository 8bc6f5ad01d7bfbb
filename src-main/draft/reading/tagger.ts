/** wink-nlp, the one owner: a sentence → its words with parts of speech. */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';
import type { Range } from '../../domain/text/range.js';

export { wordSet } from '../../domain/text/name-words.js';

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

/** `clean` as `readQuotations` makes it. White space makes no token. */
export type Tag = (clean: string, range: Range) => RawToken[];

/** The words, shapes and endings that wink knows, each with its index. Reading adds to them. */
interface Vocabulary {
  readonly list: readonly string[];
  readonly hash?: Readonly<Words>;
}
type Words = Record<string, number>;

// Read once: it takes twenty times as long as all else of a tagger.
const core = (model as unknown as { core: () => { features: Record<string, Vocabulary> } }).core();
// wink writes into this one whenever it is read, though we use none of it.
const custom = (model as unknown as { metaCER: () => unknown }).metaCER();

/**
 * A tagger for one text, by which a sentence is read alike whatever was read before. wink adds every unknown
 * word to its vocabulary, and next time takes it whole: after "than Trump's." it no longer parts "Trump's"
 * into two words. So each tagger has a vocabulary of its own, which forgets such words after each sentence.
 */
export function newTagger(): Tag {
  const words = inheriting(core.features['lexeme']?.hash ?? {});
  const features: Record<string, Vocabulary> = {};
  for (const [name, known] of Object.entries(core.features)) {
    const hash = name === 'lexeme' ? words : known.hash && inheriting(known.hash);
    features[name] = hash ? { ...known, list: [...known.list], hash } : known;
  }
  const own = { ...core, features };
  const nlp = winkNLP({ ...model, core: () => own, metaCER: () => custom }, ['sbd', 'pos']);
  return (clean, range) => {
    try {
      return readSentence(nlp, clean, range);
    } finally {
      for (const word of Object.keys(words)) delete words[word];
    }
  };
}

/** Has what `known` has, which stays as it is when something is added. */
function inheriting(known: Readonly<Words>): Words {
  return Object.create(known) as Words;
}

function readSentence(nlp: WinkMethods, clean: string, { start, end }: Range): RawToken[] {
  // wink hands its readers out as methods that need no object.
  const { pos: readTag, lemma: readLemma } = nlp.its as unknown as Record<'pos' | 'lemma', never>;
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
    const token = { text: printed, lower, lemma, pos, start: start + index, end: start + at };
    found.push(...withoutGenitive(token));
  });
  return found;
}

/** wink leaves the genitive of a name whole before a full stop: "than Trump's." */
function withoutGenitive(token: RawToken): RawToken[] {
  const cut = token.text.length - 2;
  if (cut < 1 || !token.lower.endsWith("'s")) return [token];
  const [text, ending] = [token.text.slice(0, cut), token.text.slice(cut)];
  const lower = text.toLowerCase();
  const at = token.start + cut;
  return [
    { ...token, text, lower, lemma: lower, end: at },
    { ...token, text: ending, lower: ending.toLowerCase(), lemma: "'s", pos: 'PART', start: at }
  ];
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
