/** Carries out in an editor what the pure edits decided. */
import type { EditorView } from '@codemirror/view';
import type { Marked } from './toggle-mark.js';

export function dispatchMarked(view: EditorView, { changes, selection }: Marked): void {
  view.dispatch({
    changes: [...changes],
    selection: { anchor: selection.from, head: selection.to },
    userEvent: 'input.format',
    scrollIntoView: true
  });
}
