/** Formatting by key and by command: what each does in an editor. */
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkupCommand
} from '@codemirror/lang-markdown';
import { forceParsing } from '@codemirror/language';
import type { StateCommand } from '@codemirror/state';
import type { Command, EditorView, KeyBinding } from '@codemirror/view';
import { dispatchMarked } from './mark-field.js';
import { linkWords, indentItems, toggleMark, type Marked } from './toggle-mark.js';
import { addColumn, addRow, goToCell, insertTable } from './table-edit.js';

/** What the person can ask of the words in an open editor. */
export type TextFormat = 'bold' | 'italic' | 'link' | 'table' | 'table-row' | 'table-column';

/** False where it cannot be done, as a row outside of a table. */
export function format(view: EditorView, what: TextFormat): boolean {
  const { from, to } = view.state.selection.main;
  const marked = formatted(view.state.doc.toString(), from, to, what);
  if (marked) dispatchMarked(view, marked);
  return marked !== null;
}

function formatted(text: string, from: number, to: number, what: TextFormat): Marked | null {
  switch (what) {
    case 'bold':
      return toggleMark(text, from, to, '**');
    case 'italic':
      return toggleMark(text, from, to, '*');
    case 'link':
      return linkWords(text, from, to);
    case 'table':
      return insertTable(text, to);
    case 'table-row':
      return addRow(text, to);
    case 'table-column':
      return addColumn(text, to);
  }
}

/**
 * Enter goes on with a list or a quotation, and ends it on an empty item. By itself CodeMirror would
 * keep the mark of an empty second item, and move it down by a blank line: whatever is typed next
 * would then stand in the list.
 */
export const continueMarkup: StateCommand = insertNewlineContinueMarkupCommand({
  nonTightLists: false
});

/** Milliseconds that Enter may wait for the text to be read up to the cursor. */
const readingTime = 100;

const enter: Command = (view) => {
  // Behind fast typing the tree may lag: then it would not know that the cursor is in a list.
  forceParsing(view, view.state.selection.main.head, readingTime);
  return continueMarkup(view);
};

/** Tab moves in tables and indents items; anywhere else it leads out of the editor, as in every field. */
export const formatKeys: readonly KeyBinding[] = [
  { key: 'Mod-b', run: (view) => format(view, 'bold') },
  { key: 'Mod-i', run: (view) => format(view, 'italic') },
  { key: 'Mod-Shift-k', run: (view) => format(view, 'link') },
  { key: 'Tab', run: tab(1), shift: tab(-1) },
  { key: 'Enter', run: enter },
  { key: 'Backspace', run: deleteMarkupBackward }
];

function tab(step: 1 | -1): Command {
  return (view) => {
    const text = view.state.doc.toString();
    const { from, to } = view.state.selection.main;
    const moved = goToCell(text, to, step);
    if (moved) {
      dispatchMarked(view, moved);
      return true;
    }
    const changes = indentItems(text, from, to, step);
    if (changes) view.dispatch({ changes: [...changes], userEvent: 'input.format' });
    return changes !== null;
  };
}
