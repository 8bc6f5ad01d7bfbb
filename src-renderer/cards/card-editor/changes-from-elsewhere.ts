/** What others changed in the text of an open editor, so that selection, scroll place and composition stay with their words. */
import type { ChangeSet, SelectionRange } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { stretchesOf } from '../../../src-main/domain/anchoring/stretches.js';

interface Changes {
  readonly changes: ChangeSet;
  readonly selection?: Pick<SelectionRange, 'anchor' | 'head'>;
}

/** What makes the text into `next`. */
export function changesFromElsewhere(view: EditorView, next: string): Changes {
  const { doc, selection } = view.state;
  const edits = stretchesOf(doc.toString(), next);
  const changes = view.state.changes(
    edits.map(({ at, until, text: insert }) => ({ from: at, to: until, insert }))
  );
  // A selection that is set would end a composition; the one that is there follows by itself.
  if (view.composing) return { changes };
  // Before what is put in at the cursor, and behind what takes the place of the words at which it stands.
  const follow = (place: number) =>
    changes.mapPos(place, edits.some(({ at, until }) => at < place && place <= until) ? 1 : -1);
  const { anchor, head } = selection.main;
  return { changes, selection: { anchor: follow(anchor), head: follow(head) } };
}
