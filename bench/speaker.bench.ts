/**
 * Who is filled in as the speaker of words that a person selects, against what people have annotated in
 * texts and sentences that `--corpus PATH` brings along (docs/open-texts.md).
 */
import { basename } from 'node:path';
import { citingSentencesIn } from './drafting/citing-sentences.js';
import { filledInAtSentences, filledInAtTexts } from './drafting/filled-in.js';
import { filesOf, isOfSentences, openTextsOf } from './drafting/open-texts.js';
import type { Count } from './drafting/score.js';

export const title = 'the right actor at selected words, in per cent of those with a named source';

export function measure(_runs?: number, { corpus }: { readonly corpus?: string | undefined } = {}) {
  if (corpus === undefined) {
    console.log('Without --corpus PATH nothing is measured: it needs texts that people annotated.');
    return [];
  }
  return filesOf(corpus).flatMap((file) => {
    const name = basename(file);
    if (isOfSentences(file)) {
      return [rowOf(name, 'sentences', filledInAtSentences(citingSentencesIn(file)))];
    }
    const texts = openTextsOf(file);
    const genres = [...new Set(texts.map(({ genre }) => genre))].toSorted();
    return genres.map((genre) =>
      rowOf(name, genre, filledInAtTexts(texts.filter((text) => text.genre === genre)))
    );
  });
}

function rowOf(file: string, of: string, { right, found, marked }: Count) {
  if (marked === 0) return { file, of, selections: 0 };
  const share = (part: number) => Math.round((1_000 * part) / marked) / 10;
  return { file, of, selections: marked, filled: share(found), right: share(right) };
}
