/** Formatting by key and by command: what each does in an editor, and what the words there are already. */
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkupCommand
} from '@codemirror/lang-markdown';
import { ensureSyntaxTree, forceParsing, syntaxTree } from '@codemirror/language';
import { ChangeSet, type EditorState, type StateCommand } from '@codemirror/state';
import type { Command, EditorView, KeyBinding } from '@codemirror/view';
import { blockAt, toggleBlock, type BlockFormat } from './block-format.js';
import { dispatchMarked } from './mark-field.js';
import { leaveMark, linkWords, indentItems, toggleMark, type Marked } from './toggle-mark.js';
import {
  addColumn,
  addRow,
  goBelowTable,
  goToCell,
  goToRowBelow,
  insertTable,
  isInTable,
  removeColumn,
  removeRow
} from './table-edit.js';

/** Milliseconds that a key may wait for the text to be read up to the cursor. */
const readingTime = 100;

/** What the person can ask of the words in an open editor. */
export type TextFormat =
  | InlineFormat
  | BlockFormat
  | 'table'
  | 'table-row'
  | 'table-column'
  | 'table-remove-row'
  | 'table-remove-column';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolve']>;
type InlineFormat = 'bold' | 'italic' | 'code' | 'link';

/** What each is called in the tree of the text, and the sign at its ends. */
const inline: Readonly<Record<InlineFormat, { readonly node: string; readonly sign: string }>> = {
  bold: { node: 'StrongEmphasis', sign: '**' },
  italic: { node: 'Emphasis', sign: '*' },
  code: { node: 'InlineCode', sign: '`' },
  link: { node: 'Link', sign: '' }
};

/** False where it cannot be done, as a row outside of a table, or a table in one. */
export function format(view: EditorView, what: TextFormat): boolean {
  const marked = formatted(view.state, what);
  if (marked) dispatchMarked(view, marked);
  return marked !== null;
}

/** The same in place of the words from `from` to `to`, as one step: of a slash and its letters, say. */
export function formatInstead(view: EditorView, from: number, to: number, what: TextFormat): void {
  const { state } = view;
  const without = state.update({ changes: { from, to }, selection: { anchor: from } });
  const marked = formatted(without.state, what);
  const then = ChangeSet.of([...(marked?.changes ?? [])], without.newDoc.length);
  const { from: anchor, to: head } = marked?.selection ?? { from, to: from };
  view.dispatch({
    changes: without.changes.compose(then),
    selection: { anchor, head },
    userEvent: 'input.format',
    scrollIntoView: true
  });
}

/** What the selected words, or those around the cursor, are already; `table` inside of one. */
export function formatsAt(state: EditorState): ReadonlySet<TextFormat> {
  const text = state.doc.toString();
  const { from, to } = state.selection.main;
  const found = (Object.keys(inline) as InlineFormat[]).filter((one) => nodeAround(state, one));
  const block = blockAt(text, from, to);
  return new Set([
    ...found,
    ...(block ? [block] : []),
    ...(isInTable(text, to) ? (['table'] as const) : [])
  ]);
}

function formatted(state: EditorState, what: TextFormat): Marked | null {
  const text = state.doc.toString();
  const { from, to } = state.selection.main;
  switch (what) {
    case 'bold':
    case 'italic':
    case 'code':
      return (
        (from === to ? leaveMark(text, to, inline[what].sign) : null) ??
        withoutMarks(state, what) ??
        toggleMark(text, from, to, inline[what].sign)
      );
    case 'link':
      return withoutMarks(state, what) ?? linkWords(text, from, to);
    case 'heading':
    case 'subheading':
    case 'bullets':
    case 'numbers':
    case 'quote':
      return toggleBlock(text, from, to, what);
    case 'table':
      return isInTable(text, to) ? null : insertTable(text, to);
    case 'table-row':
      return addRow(text, to);
    case 'table-column':
      return addColumn(text, to);
    case 'table-remove-row':
      return removeRow(text, to);
    case 'table-remove-column':
      return removeColumn(text, to);
  }
}

/** The bold words and the like that the selection is in; `null` for none. */
function nodeAround(state: EditorState, what: InlineFormat): SyntaxNode | null {
  const { from, to, empty } = state.selection.main;
  const tree = ensureSyntaxTree(state, to, readingTime) ?? syntaxTree(state);
  let node: SyntaxNode | null = tree.resolveInner(from, 1);
  // What is typed at either end stands outside of it.
  const holds = ({ from: start, to: end }: SyntaxNode) =>
    empty ? start < from && to < end : start <= from && to <= end;
  while (node && !(node.name === inline[what].node && holds(node))) node = node.parent;
  return node;
}

/** The words without the signs that make them so; of a link its label. `null` where they are not so. */
function withoutMarks(state: EditorState, what: InlineFormat): Marked | null {
  const node = nodeAround(state, what);
  if (!node) return null;
  const signs: { from: number; to: number }[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (/^(?:Emphasis|Code|Link)Mark$/.test(child.name)) signs.push(child);
  }
  // A link is [label](address): behind the label all goes.
  const [open, close] = signs;
  const closing = what === 'link' ? { from: close?.from ?? node.to, to: node.to } : signs.at(-1);
  if (!open || !closing || open === closing) return null;
  const width = open.to - open.from;
  const inside = (at: number) => Math.max(open.to, Math.min(at, closing.from)) - width;
  const { from, to } = state.selection.main;
  return {
    changes: [
      { from: open.from, to: open.to, insert: '' },
      { from: closing.from, to: closing.to, insert: '' }
    ],
    selection: { from: inside(from), to: inside(to) }
  };
}

/**
 * By itself CodeMirror would keep the mark of an empty second item, and move it down by a blank line:
 * whatever is typed next would then stand in the list.
 */
const continueTight = insertNewlineContinueMarkupCommand({ nonTightLists: false });
const emptyItem = /^\s*(?:[-*+]|\d+[.)]|>)\s*$/u;

/**
 * Enter goes on with a list or a quotation, and ends it on an empty item. A blank line then parts it from
 * what is typed next, which would else be read as a part of the last item.
 */
export const continueMarkup: StateCommand = ({ state, dispatch }) => {
  const isEmpty = emptyItem.test(state.doc.lineAt(state.selection.main.head).text);
  return continueTight({
    state,
    dispatch(transaction) {
      const { newDoc, newSelection, changes } = transaction;
      const line = newDoc.lineAt(newSelection.main.head);
      const before = line.number > 1 ? newDoc.line(line.number - 1).text.trim() : '';
      if (!isEmpty || line.text.trim() !== '' || before === '') return dispatch(transaction);
      const blank = ChangeSet.of({ from: line.from, insert: '\n' }, newDoc.length);
      dispatch(
        state.update({
          changes: changes.compose(blank),
          selection: { anchor: line.to + 1 },
          scrollIntoView: true,
          userEvent: 'input'
        })
      );
    }
  });
};

const enter: Command = (view) => {
  const { state } = view;
  const moved = goToRowBelow(state.doc.toString(), state.selection.main.head);
  if (moved) {
    dispatchMarked(view, moved);
    return true;
  }
  // Behind fast typing the tree may lag: then it would not know that the cursor is in a list.
  forceParsing(view, view.state.selection.main.head, readingTime);
  return continueMarkup(view);
};

/** At the end of a card, where nothing below a table could be reached. */
const downFromTable: Command = (view) => {
  const text = view.state.doc.toString();
  const { main } = view.state.selection;
  const moved = main.empty ? goBelowTable(text, main.head) : null;
  if (!moved) return false;
  // In a cell of several lines first through those. From the last one it goes to the end of the text.
  const { head } = view.moveVertically(main, true);
  if (head < text.length && isInTable(text, head)) return false;
  dispatchMarked(view, moved);
  return true;
};

const toEndBelowTable: Command = (view) => {
  const text = view.state.doc.toString();
  const moved = goBelowTable(text, text.trimEnd().length);
  if (moved) dispatchMarked(view, moved);
  return moved !== null;
};

/** Tab moves in tables and indents items; anywhere else it leads out of the editor, as in every field. */
export const formatKeys: readonly KeyBinding[] = [
  { key: 'Mod-b', run: (view) => format(view, 'bold') },
  { key: 'Mod-i', run: (view) => format(view, 'italic') },
  { key: 'Mod-Shift-k', run: (view) => format(view, 'link') },
  { key: 'Tab', run: tab(1), shift: tab(-1) },
  { key: 'Enter', run: enter },
  { key: 'ArrowDown', run: downFromTable },
  { key: 'Mod-End', run: toEndBelowTable },
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
