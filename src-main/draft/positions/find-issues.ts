/** Key phrases: what the article is about, to name the issue of a position by. */
import type { Reading } from '../reading/reading.js';
import { wordSet } from '../reading/tagger.js';

export interface KeyPhrase {
  readonly label: string;
  readonly stems: readonly string[];
  readonly score: number;
}

const stopWords = wordSet(`
  the a an of in on at to for from with by and or but that this these those is are was were be been has
  have had will would could should may might must can not no as it its they their he his she her who
  which what when where how than then here there also more most some any all other such very just only
  over under about into after before between during while if because since until per said say says
  year years people time day days week weeks month months new first last one two three many much way
  number part part lot thing things percent friday monday tuesday wednesday thursday saturday sunday
  january february march april june july august september october november december yesterday today
  statement interview remarks question questions officials official leader leaders spokesman
  spokeswoman minister president
`);
const longestPhrase = 4;
const mostPhrases = 80;

/** The best first. */
export function keyPhrases({ sentences, clean }: Reading): KeyPhrase[] {
  const found = new Map<
    string,
    { label: string; stems: string[]; count: number; sentences: Set<number> }
  >();
  for (const { tokens, index } of sentences) {
    for (let i = 0; i < tokens.length; i++) {
      if (!isContent(tokens[i])) continue;
      let last = i;
      while (
        last - i + 1 < longestPhrase &&
        isContent(tokens[last + 1]) &&
        (tokens[last + 1]?.start ?? 0) - (tokens[last]?.end ?? 0) === 1
      )
        last++;
      while (last > i && tokens[last]?.pos === 'ADJ') last--;
      const head = tokens[last];
      if (!head || head.pos === 'ADJ') continue;
      const stems = tokens.slice(i, last + 1).map(({ text }) => stem(text));
      const key = stems.join(' ');
      const entry = found.get(key) ?? {
        label: clean.slice(tokens[i]?.start, head.end),
        stems,
        count: 0,
        sentences: new Set()
      };
      entry.count++;
      entry.sentences.add(index);
      found.set(key, entry);
      i = last;
    }
  }
  const single = new Map<string, number>();
  for (const { stems, count } of found.values())
    for (const word of stems) single.set(word, (single.get(word) ?? 0) + count);
  return [...found.values()]
    .map(({ label, stems, sentences: spread }) => {
      const weight = stems.reduce((sum, word) => sum + (single.get(word) ?? 0), 0);
      return {
        label: label.replace(/\s+/g, ' '),
        stems,
        score: (weight * (stems.length > 1 ? 1.2 : 0.8)) / Math.sqrt(stems.length) + spread.size
      };
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostPhrases);
}

function isContent(token: Reading['sentences'][number]['tokens'][number] | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:NOUN|PROPN|ADJ)$/.test(token.pos) &&
    token.text.length > 2 &&
    !stopWords.has(token.lower) &&
    /^\p{L}/u.test(token.text)
  );
}

/** Enough to tell "negotiations" from "territory", and to join "concession" with "concessions". */
export function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=[a-z]{3})(?:es|s)$/, '')
    .replace(/(?<=[a-z]{4})(?:ing|ed|ments?|ions?|al)$/, '');
}

export function stemsOf(text: string): ReadonlySet<string> {
  const words = text.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return new Set(
    words.filter((word) => word.length > 2 && !stopWords.has(word.toLowerCase())).map(stem)
  );
}
