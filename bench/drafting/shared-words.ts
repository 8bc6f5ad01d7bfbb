/** How many words of content two sentences share: what a summary by a machine is usually held against. */
import { wordSet } from '../../src-main/draft/reading/tagger.js';
import type { Count } from './score.js';

const empty = wordSet(`
  a an the and or but nor of in on at by for from to into with without about as is are was were be been being am
  it its he his him she her hers they their them this that these those which who whom whose what when where while
  has have had do does did will would can could may might should must not no than then there here also such so
`);

export function sharedWords(found: string, marked: string): Count {
  const [a, b] = [wordsOf(found), wordsOf(marked)];
  const open = [...b];
  const right = a.filter((word) => {
    const i = open.indexOf(word);
    if (i >= 0) open.splice(i, 1);
    return i >= 0;
  }).length;
  return { right, found: a.length, marked: b.length };
}

function wordsOf(sentence: string): readonly string[] {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !empty.has(word)).map(stemOf);
}

/** Enough to join "studies" with "study" and "declared" with "declares". */
function stemOf(word: string): string {
  return word.length < 5
    ? word
    : word.replace(/(?:ies|ied|y)$/, 'i').replace(/(?:ing|ed|es|s|e)$/, '');
}
