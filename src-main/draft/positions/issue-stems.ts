/** What two wordings of an issue have in common: stems of the words that tell something. */
import { wordSet } from '../reading/tagger.js';
import { lawNouns } from './stance-cues.js';

const empty = wordSet(`
  a an the this that these those any all some its their his her our your my no not of on to for in with from against
  at by over before after under between into about without through during and or as than be is are was were would
  will new proposed planned more further controversial s
`);
/** One word for a deed and its noun. */
const same: Readonly<Record<string, string>> = {
  reduction: 'cut',
  reduce: 'cut',
  reducing: 'cut',
  decrease: 'cut',
  closure: 'clos',
  shutdown: 'clos',
  agreement: 'deal',
  accord: 'deal',
  pact: 'deal',
  takeover: 'merger',
  acquisition: 'merger',
  merging: 'merger',
  withdrawal: 'withdraw',
  extension: 'extend',
  extending: 'extend',
  expansion: 'expand',
  expanding: 'expand',
  sale: 'sell',
  selling: 'sell',
  construction: 'build',
  building: 'build',
  removal: 'remov',
  decision: 'ruling',
  ruling: 'ruling',
  verdict: 'ruling',
  judgment: 'ruling',
  judgement: 'ruling',
  lawsuit: 'suit',
  legislation: 'law',
  bill: 'law',
  act: 'law'
};

export function singularNoun(word: string): string {
  return word.length > 3 ? word.replace(/ies$/, 'y').replace(/([^su])s$/, '$1') : word;
}

/** @param word in lower case. */
export function stemOf(word: string): string {
  if (Object.hasOwn(same, word)) return same[word] ?? word;
  const one = singularNoun(word);
  if (Object.hasOwn(same, one)) return same[one] ?? one;
  if (one.length < 5) return one;
  return one
    .replace(/(?:isation|ization)$/, 'is')
    .replace(/iz(?:e|ing|ed)?$/, 'is')
    .replace(/(?:ing|ed|ment|ation|e)$/, '')
    .replace(/([bdgmnpt])\1$/, '$1');
}

/** A wording as it is held against others. */
export interface ReadWording {
  readonly stems: ReadonlySet<string>;
  readonly head: string;
}

/** Each wording is read once. */
export function wordingReader(): (wording: string) => ReadWording {
  const known = new Map<string, ReadWording>();
  return (wording) => {
    const before = known.get(wording);
    if (before) return before;
    const read = { stems: stemsOf(wording), head: headStemOf(wording) };
    known.set(wording, read);
    return read;
  };
}

export function stemsOf(wording: string): ReadonlySet<string> {
  const words = wording.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !empty.has(word)).map(stemOf));
}

/** What it is about: its last word before a preposition, or the verb that it begins with. */
function headStemOf(wording: string): string {
  const words = wording.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = ''] = words;
  if (/..ing$/.test(first) && words.length > 1) return stemOf(first);
  const end = words.findIndex(
    (word, i) =>
      i > 0 &&
      /^(?:of|on|to|for|in|with|from|against|at|by|over|under|between|into|about|without|through|that|which)$/.test(
        word
      )
  );
  return stemOf((end > 0 ? words.slice(0, end) : words).at(-1) ?? '');
}

/** Of which laws are made: "the fishing bill" may be on what others call "fishing limits". */
export function isLawStem(stem: string): boolean {
  return stem === 'law' || lawStems.has(stem);
}

const lawStems = new Set([...lawNouns].map(stemOf));
