/**
 * When two wordings may name one issue: a cautious guess, which a person confirms. Pure.
 *
 * Every word of the shorter that carries meaning must stand in the longer, and both must be about the
 * same thing: “the toll” and “toll on the ferry” may be one issue, “schools” and “cut to schools” are not.
 */
import { searchWords } from '../search/words.js';
import { foldName } from '../text/fold-name.js';

export interface ReadIssue {
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  /** What a noun phrase is about; `null` of a question or a sentence. */
  readonly head: string | null;
}

/** Words that tell nothing of what is spoken about. */
export const emptyWords: ReadonlySet<string> = new Set(
  (
    'a an the this that these those any some all its their his her our your my no not ' +
    'of on to for in with from against by at over before after under between into about without through ' +
    'during and or as than is are be been was were should shall will would can could may might must do does ' +
    'did has have had whether there it they he she we you i s proposed planned new'
  ).split(' ')
);
export const prepositions: ReadonlySet<string> = new Set(
  (
    'of on to for in with from against by at over before after under between into about without ' +
    'through during'
  ).split(' ')
);
const question =
  /\?\s*$|^\s*(?:should|shall|will|would|can|could|may|must|do|does|did|is|are|whether|who|what|when|how)\b/i;

export function readIssue(wording: string): ReadIssue {
  const all = searchWords(wording).map(singular);
  const words = new Set(all.filter((word) => !emptyWords.has(word)));
  return { folded: foldName(wording), words, head: question.test(wording) ? null : headOf(all) };
}

export function areAlike(one: ReadIssue, other: ReadIssue): boolean {
  if (one.folded === other.folded) return true;
  const [shorter, longer] = one.words.size <= other.words.size ? [one, other] : [other, one];
  if (shorter.words.size === 0) return false;
  for (const word of shorter.words) if (!longer.words.has(word)) return false;
  if (one.head !== null && other.head !== null) return one.head === other.head;
  // Of a question nobody knows what it is about, so one word is too little.
  return shorter.words.size > 1;
}

/** The last word before the first preposition; the first of all where that is a verb in “-ing”. */
function headOf(words: readonly string[]): string | null {
  const content = words.filter((word) => prepositions.has(word) || !emptyWords.has(word));
  const [first] = content;
  if (first?.endsWith('ing') === true && content.length > 1) return first;
  const end = content.findIndex((word) => prepositions.has(word));
  return (end > 0 ? content.slice(0, end) : content).at(-1) ?? null;
}

/** Without the “s” of a plural. */
export function singular(word: string): string {
  if (emptyWords.has(word)) return word;
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
