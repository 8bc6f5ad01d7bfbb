/** Finds who said nearly these words before, by the pairs of neighbouring words that texts share. Pure. */
import { hashesOfPairs } from '../text/hash-word.js';
import { tellsDenial } from '../suggestions/denials.js';
import { searchWords } from '../search/words.js';

/** Of the pairs of both texts, how many both have (Dice's coefficient): less is another utterance. */
const alike = 0.65;
/** Of the pairs of the shorter, where one quotes more than the other. */
const contained = 0.85;
/** Of the pairs of the shorter, without which neither can be reached. */
const leastShared = Math.min(alike, contained);
/** Fewer words are a phrase that anybody may use; they must be the same. */
const fewestWords = 5;

interface ReadText {
  /** The words, folded. */
  readonly whole: string;
  /** Of each pair of neighbouring words one number, in order, each once. */
  readonly pairs: Uint32Array;
  /** As they stand in it: who says 150 does not repeat who said 180. */
  readonly numbers: readonly string[];
  /** What somebody denied is not what was said in the same words. */
  readonly isDenial: boolean;
}

/** Entries keep their identity while they stay as they are, so each is read once for all states. */
const readBefore = new WeakMap<object, ReadText>();

/** Texts of one speaker, each with what it was said in. */
export class SaidBefore<Said> {
  readonly #texts: { readonly text: string; readonly owner: object; readonly said: Said }[] = [];
  /** Of each text, from when somebody first asks. */
  #read: readonly ReadText[] | null = null;

  /** @param owner the entry whose text it is, or the target of an annotation; it has no other. */
  add(text: string, owner: object, said: Said): void {
    this.#texts.push({ text, owner, said });
    this.#read = null;
  }

  /** What was said in nearly these words, each once, in the order in which it was added. */
  alike(text: string): readonly Said[] {
    const wanted = readText(text);
    if (wanted.whole === '') return [];
    const read = (this.#read ??= this.#texts.map(readOwned));
    const found = this.#texts.filter((_, i) => {
      const other = read[i];
      return other !== undefined && areNearlyTheSame(other, wanted);
    });
    return [...new Set(found.map(({ said }) => said))];
  }
}

function areNearlyTheSame(one: ReadText, other: ReadText): boolean {
  if (one.whole === other.whole) return true;
  if (one.isDenial !== other.isDenial || tellDifferentNumbers(one, other)) return false;
  const [a, b] = [one.pairs.length, other.pairs.length];
  const fewer = Math.min(a, b);
  if (fewer + 1 < fewestWords) return false;
  const shared = sharedBy(one.pairs, other.pairs);
  return (2 * shared) / (a + b) >= alike || shared / fewer >= contained;
}

/** Whether each has a number that the other has not. */
function tellDifferentNumbers({ numbers: one }: ReadText, { numbers: other }: ReadText): boolean {
  return (
    one.some((number) => !other.includes(number)) && other.some((number) => !one.includes(number))
  );
}

/** Gives up, with too few, as soon as not enough of the shorter can be shared any more. */
function sharedBy(one: Uint32Array, other: Uint32Array): number {
  let i = 0;
  let j = 0;
  let shared = 0;
  let misses = (1 - leastShared) * Math.min(one.length, other.length);
  const isShorter = one.length <= other.length;
  while (i < one.length && j < other.length && misses >= 0) {
    const a = one[i] ?? 0;
    const b = other[j] ?? 0;
    if (a === b) {
      shared += 1;
      i += 1;
      j += 1;
    } else if (a < b) {
      i += 1;
      if (isShorter) misses -= 1;
    } else {
      j += 1;
      if (!isShorter) misses -= 1;
    }
  }
  return shared;
}

function readOwned({ text, owner }: { readonly text: string; readonly owner: object }): ReadText {
  const known = readBefore.get(owner);
  if (known) return known;
  const read = readText(text);
  readBefore.set(owner, read);
  return read;
}

function readText(text: string): ReadText {
  const words = searchWords(text);
  return {
    whole: words.join(' '),
    pairs: Uint32Array.from(hashesOfPairs(words)).sort(),
    numbers: words.filter((word) => /\d/u.test(word)),
    isDenial: tellsDenial(text)
  };
}
