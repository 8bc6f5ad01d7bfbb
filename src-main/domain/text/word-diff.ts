/** What changed between two wordings, word by word, to be read by people. Owner of jsdiff. */
import { diffWordsWithSpace } from 'diff';

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
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const pieces: DiffPiece[] = [
    { kind: 'same', text: before.slice(0, start) },
    { kind: 'removed', text: before.slice(start, before.length - end) },
    { kind: 'added', text: after.slice(start, after.length - end) },
    { kind: 'same', text: before.slice(before.length - end) }
  ];
  return pieces.filter(({ text }) => text !== '');
}
