/** Formatting by key and by command: what each does in an editor. */
import type { Command, EditorView, KeyBinding } from '@codemirror/view';
import { dispatchMarked } from './dispatch-marked.js';
import { linkWords } from './link-words.js';
import { indentItems } from './list-edit.js';
import { addColumn, addRow, goToCell, insertTable } from './table-edit.js';
import { toggleMark, type Marked } from './toggle-mark.js';

/** What the person can ask of the words in an open editor. */
export type Format = 'bold' | 'italic' | 'link' | 'table' | 'table-row' | 'table-column';

/** False where it cannot be done, as a row outside of a table. */
export function format(view: EditorView, what: Format): boolean {
  const { from, to } = view.state.selection.main;
  const marked = formatted(view.state.doc.toString(), from, to, what);
  if (marked) dispatchMarked(view, marked);
  return marked !== null;
}

function formatted(text: string, from: number, to: number, what: Format): Marked | null {
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

/** Tab moves in tables and indents items; anywhere else it leads out of the editor, as in every field. */
export const formatKeys: readonly KeyBinding[] = [
  { key: 'Mod-b', run: (view) => format(view, 'bold') },
  { key: 'Mod-i', run: (view) => format(view, 'italic') },
  { key: 'Mod-Shift-k', run: (view) => format(view, 'link') },
  { key: 'Tab', run: tab(1), shift: tab(-1) }
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
