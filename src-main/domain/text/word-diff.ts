/** What changed between two wordings, word by word, to be read by people. Owner of jsdiff. */
import { diffArrays, diffWordsWithSpace } from 'diff';
import { stretchBetween } from './stretch.js';

export interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words that may come and go before a text counts as written anew, so that no text takes long. */
const maxEdits = 1_500;

/**
 * The pieces in reading order, what was removed before what replaced it, none empty. The same and
 * the removed ones join to `before`, the same and the added ones to `after`. Texts with hardly a
 * word in common come back as their common ends and one replacement.
 */
export function diffWords(before: string, after: string): readonly DiffPiece[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: maxEdits });
  if (!parts) return replaced(before, after);
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value
  }));
}

function replaced(before: string, after: string): readonly DiffPiece[] {
  const [at, cut, add] = stretchBetween(before, after);
  const pieces: DiffPiece[] = [
    { kind: 'same', text: before.slice(0, at) },
    { kind: 'removed', text: before.slice(at, at + cut) },
    { kind: 'added', text: add },
    { kind: 'same', text: before.slice(at + cut) }
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** What stands from `at` to before `until` was replaced by `text`. UTF-16 units. */
export interface WordEdit {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

/** Letters of any script that follow one another are one word. */
const wordsAndSigns = /[\p{L}\p{M}\p{N}_]+|\s+|[^]/gu;

/** What makes `after` of `before`, whole words at a time, in the order of the text. Texts with hardly a word in common are one edit. */
export function editsByWords(before: string, after: string): readonly WordEdit[] {
  const words = (text: string): string[] => text.match(wordsAndSigns) ?? [];
  const parts = diffArrays(words(before), words(after), { maxEditLength: maxEdits });
  if (!parts) return [{ at: 0, until: before.length, text: after }];
  const edits: WordEdit[] = [];
  let at = 0;
  let open: WordEdit | null = null;
  for (const { added, removed, value } of parts) {
    const text = value.join('');
    if (!added && !removed) {
      if (open) edits.push(open);
      open = null;
      at += text.length;
      continue;
    }
    open ??= { at, until: at, text: '' };
    if (added) open = { ...open, text: open.text + text };
    else open = { ...open, until: (at += text.length) };
  }
  return open ? [...edits, open] : edits;
}
