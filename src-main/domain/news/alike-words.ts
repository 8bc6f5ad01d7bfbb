/** Finds who said nearly these words before, by the pairs of neighbouring words that texts share. Pure. */
import { searchWords } from '../search/words.js';

/** Of the pairs of either text, how many both have (Dice's coefficient): less is another utterance. */
const alike = 0.65;
/** Of the pairs of the shorter, where one quotes more than the other. */
const contained = 0.85;
/** Fewer words are a phrase that anybody may use; they must be the same. */
const fewestWords = 5;

interface ReadText<Said> {
  readonly said: Said;
  readonly pairs: ReadonlySet<string>;
  readonly whole: string;
}

/** Texts of one speaker, each with what it was said in. They are read when first asked about. */
export class SaidBefore<Said> {
  readonly #byPair = new Map<string, ReadText<Said>[]>();
  readonly #byWhole = new Map<string, ReadText<Said>[]>();
  #unread: (readonly [text: string, said: Said])[] = [];

  add(text: string, said: Said): void {
    this.#unread.push([text, said]);
  }

  /** What was said in nearly these words, in the order in which it was added, perhaps several times. */
  alike(text: string): readonly Said[] {
    this.#readAll();
    const { pairs, whole } = readText(text);
    if (whole === '') return [];
    const found = new Set(this.#byWhole.get(whole));
    const shared = new Map<ReadText<Said>, number>();
    for (const pair of pairs) {
      for (const other of this.#byPair.get(pair) ?? []) {
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    for (const [other, count] of shared) {
      const [fewer, sum] = [Math.min(pairs.size, other.pairs.size), pairs.size + other.pairs.size];
      if (fewer + 1 < fewestWords) continue;
      if ((2 * count) / sum >= alike || count / fewer >= contained) found.add(other);
    }
    return [...found].map(({ said }) => said);
  }

  #readAll(): void {
    for (const [text, said] of this.#unread) {
      const read = { said, ...readText(text) };
      if (read.whole === '') continue;
      push(this.#byWhole, read.whole, read);
      for (const pair of read.pairs) push(this.#byPair, pair, read);
    }
    this.#unread = [];
  }
}

function readText(text: string): { readonly pairs: ReadonlySet<string>; readonly whole: string } {
  const words = searchWords(text);
  const pairs = new Set(words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`));
  return { pairs, whole: words.join(' ') };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
