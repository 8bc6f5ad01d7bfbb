/** What two changes of one text make together, where they lie apart. Pure. Offsets are UTF-16 units. */
import { stretchesOf } from '../../../src-main/domain/anchoring/stretches.js';
import { editsByWords, type WordEdit } from '../../../src-main/domain/text/word-diff.js';

/**
 * Does to `onto` what leads from `from` to `to`. What both put at one place stands there one after the
 * other; `null` where both changed the same words.
 */
export function rebaseWords(onto: string, from: string, to: string): string | null {
  if (onto === to || from === to) return onto;
  if (onto === from) return to;
  return (
    merged(from, stretchesOf(from, to), stretchesOf(from, onto)) ??
    // Letters that are alike can hide where words were put in.
    merged(from, editsByWords(from, to), editsByWords(from, onto))
  );
}

function merged(
  base: string,
  theirs: readonly WordEdit[],
  ours: readonly WordEdit[]
): string | null {
  const edits = [...theirs, ...ours.filter((own) => !theirs.some((one) => isSame(one, own)))];
  // In the order of the text, and at one place theirs first: the sort is stable.
  edits.sort((a, b) => a.at - b.at || a.until - b.until);
  let text = '';
  let done = 0;
  for (const { at, until, text: put } of edits) {
    if (at < done) return null;
    text += base.slice(done, at) + put;
    done = until;
  }
  return text + base.slice(done);
}

function isSame(one: WordEdit, other: WordEdit): boolean {
  return one.at === other.at && one.until === other.until && one.text === other.text;
}
