/** Answers from one dictionary, in a worker. The only user of nspell. */
import NSpell from 'nspell';
import type { SpellingAnswer, SpellingRequest } from './checker.js';

/** Suggestions beyond this many help nobody. */
const mostSuggestions = 7;

/** @param affixes,words the two files of a Hunspell dictionary. */
export function serveSpelling(affixes: string, words: string): void {
  const dictionary = NSpell(affixes, words);
  addEventListener('message', ({ data }: MessageEvent<SpellingRequest>) => {
    const found =
      data.kind === 'check'
        ? data.words.filter((word) => !dictionary.correct(plain(word)))
        : dictionary.suggest(plain(data.word)).slice(0, mostSuggestions);
    postMessage({ id: data.id, words: found } satisfies SpellingAnswer);
  });
}

function plain(word: string): string {
  return word.replaceAll('’', "'");
}
