/** In which stretches two wordings of one text differ: what an editor is told, and what two changes of one text are merged by. */
import { editsByWords, type WordEdit } from '../text/word-diff.js';
import { findEdit } from './splice.js';

/**
 * The stretches in which `after` differs, in the order of the text: to the letter where something was only
 * put in or taken out at one place, else whole words.
 */
export function stretchesOf(before: string, after: string): readonly WordEdit[] {
  const edit = findEdit(before, after);
  if (!edit) return [];
  const { at, removed, inserted } = edit;
  if (removed > 0 && inserted > 0) return editsByWords(before, after);
  return [{ at, until: at + removed, text: after.slice(at, at + inserted) }];
}
