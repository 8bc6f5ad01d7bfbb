/**
 * A table is edited as one: its bars are hidden, its cells stand in columns, the cursor goes from cell to
 * cell, and nothing that is typed or deleted takes a bar or a row away. The text below stays Markdown,
 * so that annotations, undo and spelling work in it as anywhere.
 * Over 300 lines because what is drawn, typed, deleted and pasted keeps to one grid.
 */
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import {
  Annotation as TransactionMark,
  EditorSelection,
  EditorState,
  Prec,
  type Extension,
  type Range,
  type Transaction
} from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate
} from '@codemirror/view';
import { inOneCell, putRows, type PastedRows } from './paste-table.js';
import {
  isHalfWritten,
  standsIn,
  tableAt,
  typeBar,
  wordsOfCell,
  type Cell,
  type Place,
  type Row
} from './table-edit.js';

/** How many widths columns have, and letters for each. */
const widths = { most: 8, letters: 6 };
/** Rows by which the widths of the columns are judged. */
const sampled = 100;
/** On what puts rows into a table, bars and line ends among them. */
const laysRows = TransactionMark.define<true>();
/** Milliseconds that a key may wait for the text to be read up to a table. */
const readingTime = 50;

const hidden = Decoration.replace({});
const headRow = Decoration.line({ class: 'cm-row cm-row-head' });
const bodyRow = Decoration.line({ class: 'cm-row' });
const dashesRow = Decoration.line({ class: 'cm-dashes' });
const cellMarks = Array.from({ length: widths.most }, (_, i) =>
  Decoration.mark({ class: `cm-cell cm-width-${i + 1}` })
);

export const tableTheme = EditorView.theme({
  '.cm-row': {
    display: 'flex',
    border: '1px solid var(--line)',
    borderBlockStartWidth: '0'
  },
  '.cm-row-head': {
    borderBlockStartWidth: '1px',
    backgroundColor: 'var(--surface-sunken)',
    fontWeight: '600'
  },
  '.cm-dashes': { minHeight: '0', height: '1px', lineHeight: '1px', overflow: 'hidden' },
  '.cm-cell': {
    boxSizing: 'border-box',
    minWidth: '0',
    padding: '2px var(--space-2)',
    overflowWrap: 'anywhere'
  },
  '.cm-cell ~ .cm-cell': { borderInlineStart: '1px solid var(--line)' },
  ...Object.fromEntries(cellMarks.map((_, i) => [`.cm-width-${i + 1}`, { flex: `${i + 1} 1 0` }]))
});

export const tableLook: Extension = [
  tableTheme,
  // Around all other marks, so that each cell is one box.
  Prec.lowest(
    ViewPlugin.fromClass(
      class {
        decorations: DecorationSet;
        atoms: DecorationSet;

        constructor(view: EditorView) {
          [this.decorations, this.atoms] = draw(view);
        }

        update(update: ViewUpdate): void {
          const read = syntaxTree(update.startState) !== syntaxTree(update.state);
          if (update.docChanged || update.viewportChanged || update.selectionSet || read) {
            [this.decorations, this.atoms] = draw(update.view);
          }
        }
      },
      {
        decorations: (plugin) => plugin.decorations,
        provide: (plugin) =>
          EditorView.atomicRanges.of((view) => view.plugin(plugin)?.atoms ?? Decoration.none)
      }
    )
  ),
  EditorState.changeFilter.of(keepBars),
  EditorState.transactionFilter.of(keepInCells),
  EditorState.transactionFilter.of(keepGrid),
  EditorView.inputHandler.of((view, from, to, text) => {
    if (text !== '|' || !tableIn(view.state, from)) return false;
    const typed = typeBar(view.state.doc.toString(), from, to);
    if (!typed) return false;
    view.dispatch({
      changes: [...typed.changes],
      selection: { anchor: typed.selection.to },
      userEvent: 'input.type',
      // An empty row becomes one to write by hand.
      ...(from === to && { annotations: laysRows.of(true) })
    });
    return true;
  })
];

/** What is drawn in the lines that are seen, and what of it the cursor passes over. */
export function draw({
  state,
  visibleRanges
}: Pick<EditorView, 'state' | 'visibleRanges'>): [DecorationSet, DecorationSet] {
  const text = state.doc.toString();
  const { head } = state.selection.main;
  const marks: Range<Decoration>[] = [];
  const gaps: Range<Decoration>[] = [];
  const hide = (from: number, to: number) => from < to && gaps.push(hidden.range(from, to));
  for (const { from, to } of visibleRanges) {
    const isSeen = (row: Row) => from <= row.to && row.from <= to;
    syntaxTree(state).iterate({
      from,
      to,
      enter({ name, from: start }) {
        const table = name === 'Table' ? tableAt(text, start) : null;
        if (!table) return;
        const columns = widthsOf(text, table);
        table.rows.forEach((row, i) => {
          if (!isSeen(row)) return;
          // As it is while it is written, as the dashes below.
          if (standsIn(row, head) && isHalfWritten(text, table, row)) return;
          marks.push((i === 0 ? headRow : bodyRow).range(row.from));
          let at = row.from;
          row.cells.forEach((cell, column) => {
            const seen = seenOf(text, cell, head);
            hide(at, seen.from);
            const mark = cellMarks[columns[column] ?? 0];
            if (mark && seen.from < seen.to) marks.push(mark.range(seen.from, seen.to));
            at = seen.to;
          });
          hide(at, row.to);
        });
        const { dashes } = table;
        if (standsIn(dashes, head) || !isSeen(dashes)) return;
        marks.push(dashesRow.range(dashes.from));
        hide(dashes.from, dashes.to);
      }
    });
  }
  return [Decoration.set([...marks, ...gaps], true), Decoration.set(gaps, true)];
}

/** By column, from 0. */
function widthsOf(text: string, { rows }: Place): readonly number[] {
  const longest: number[] = [];
  for (const { cells } of rows.slice(0, sampled)) {
    cells.forEach((cell, column) => {
      const { from, to } = wordsOfCell(text, cell);
      longest[column] = Math.max(longest[column] ?? 0, to - from);
    });
  }
  return longest.map((length) => Math.min(widths.most - 1, Math.floor(length / widths.letters)));
}

/** What is shown of a cell: its words, and the space behind them; all of that, where the cursor is. */
function seenOf(text: string, cell: Cell, head: number): { from: number; to: number } {
  const { from, to } = wordsOfCell(text, cell);
  const start = from < to ? from : Math.max(cell.from, Math.min(from, cell.to - 1));
  if (to <= head && head <= cell.to) return { from: start, to: cell.to };
  return { from: start, to: Math.min(cell.to, Math.max(to, start) + 1) };
}

/** The table around a place, which is none in a block of code. */
function tableIn(state: EditorState, at: number): Place | null {
  const table = tableAt(state.doc.toString(), at);
  const start = table?.rows[0]?.from;
  if (!table || start === undefined) return null;
  const tree = ensureSyntaxTree(state, table.dashes.to, readingTime) ?? syntaxTree(state);
  let node: ReturnType<typeof tree.resolve> | null = tree.resolveInner(start, 1);
  while (node && node.name !== 'Table') node = node.parent;
  return node && table;
}

/** Of what a person types and deletes, all but what would take bars or rows away. */
function keepBars(transaction: Transaction): boolean | readonly number[] {
  const byHand = ['delete', 'input.type', 'input.paste', 'input.drop'].some((event) =>
    transaction.isUserEvent(event)
  );
  if (transaction.annotation(laysRows)) return true;
  if (!transaction.docChanged || !byHand) return true;
  const { startState: state } = transaction;
  const kept: number[] = [];
  transaction.changes.iterChangedRanges((from, to) => {
    if (from === to) return;
    for (const at of [from, to]) {
      const table = tableIn(state, at);
      if (!table || standsIn(table.dashes, state.selection.main.head)) continue;
      const own = table.rows[table.row];
      const isOwn = own && isHalfWritten(state.doc.toString(), table, own);
      if (isOwn && own.from < from && to <= own.to) continue;
      const last = table.rows.at(-1) ?? table.dashes;
      const start = table.rows[0]?.from ?? table.dashes.from;
      if (from <= start && last.to <= to) continue;
      if (kept.length === 0 || (kept.at(-1) ?? 0) < start) kept.push(...barsOf(state, table));
    }
  });
  return kept.length > 0 ? kept : true;
}

/** Pastes rows over the table in which the cursor stands; false where none does, or it would be too wide. */
export function pasteRows(view: EditorView, rows: PastedRows): boolean {
  const { state } = view;
  const { from } = state.selection.main;
  if (!tableIn(state, from)) return false;
  const put = putRows(state.doc.toString(), from, rows);
  if (!put) return false;
  view.dispatch({
    changes: [...put.changes],
    selection: EditorSelection.cursor(put.selection.to),
    userEvent: 'input.paste',
    annotations: laysRows.of(true),
    scrollIntoView: true
  });
  return true;
}

/** What is pasted or dropped into a cell stands in that cell: a line end or a bar would break the grid. */
function keepGrid(transaction: Transaction) {
  const { startState: state, docChanged, changes, scrollIntoView } = transaction;
  const event = ['input.paste', 'input.drop'].find((each) => transaction.isUserEvent(each));
  if (!docChanged || event === undefined || transaction.annotation(laysRows)) return transaction;
  const kept: { from: number; to: number; insert: string }[] = [];
  let isMended = false;
  changes.iterChanges((from, to, _from, _to, inserted) => {
    const insert = inserted.toString();
    const table = insert === '' ? null : tableIn(state, from);
    const isWhole =
      table !== null &&
      from <= (table.rows[0]?.from ?? from) &&
      (table.rows.at(-1) ?? table.dashes).to <= to;
    if (!table || isWhole) return void kept.push({ from, to, insert });
    const words = inOneCell(insert);
    // Beside the bars nothing may stand.
    const cell = table.rows[table.row]?.cells[table.column];
    const own = cell ? wordsOfCell(state.doc.toString(), cell) : { from, to: from };
    const at = Math.max(own.from, Math.min(from, own.to));
    isMended ||= words !== insert || at !== from;
    kept.push({ from: at, to: Math.max(at, to), insert: words });
  });
  const [only] = kept;
  if (!isMended || !only) return transaction;
  return {
    changes: kept,
    ...(kept.length === 1 ? { selection: { anchor: only.from + only.insert.length } } : {}),
    userEvent: event,
    scrollIntoView
  };
}

/** All that is around and between what is written in the cells, as pairs of places in their order. */
function barsOf(state: EditorState, { rows, dashes }: Place): readonly number[] {
  const pairs: number[] = [];
  // With the line ends, or what is before and behind would become a part of the table.
  let at = Math.max(0, (rows[0]?.from ?? dashes.from) - 1);
  for (const { cells } of rows) {
    for (const { from, to } of cells) {
      const isSpaced = from < to && state.sliceDoc(from, from + 1) === ' ';
      pairs.push(at, from + (isSpaced ? 1 : 0));
      at = to;
    }
  }
  const end = Math.max((rows.at(-1) ?? dashes).to, dashes.to);
  return [...pairs, at, Math.min(state.doc.length, end + 1)];
}

/** The cursor stands in a cell, never beside the bars at the ends of a row. */
function keepInCells(transaction: Transaction) {
  const { selection, docChanged, startState } = transaction;
  if (!selection || docChanged) return transaction;
  // Nothing of what was to be deleted may go: then the cursor stays, too.
  if (transaction.isUserEvent('delete')) return [];
  if (!selection.main.empty) return transaction;
  const { head } = selection.main;
  const before = startState.selection.main.head;
  const table = tableIn(startState, head);
  if (!table) return transaction;
  const to = placeInCell(startState.doc.toString(), table, head, before);
  return to === head
    ? transaction
    : [transaction, { selection: EditorSelection.cursor(to), sequential: true }];
}

function placeInCell(text: string, table: Place, head: number, before: number): number {
  const { rows, dashes } = table;
  const firstOf = (row: Row | undefined) => {
    const [cell] = row?.cells ?? [];
    return cell ? wordsOfCell(text, cell).from : head;
  };
  const lastOf = (row: Row | undefined) => {
    const cell = row?.cells.at(-1);
    return cell ? wordsOfCell(text, cell).to : head;
  };
  if (standsIn(dashes, head)) {
    if (rows.length < 2 || standsIn(dashes, before)) return head;
    return before < head ? firstOf(rows[1]) : lastOf(rows[0]);
  }
  const index = rows.findIndex((row) => standsIn(row, head));
  const row = rows[index];
  if (!row) return head;
  if (head < firstOf(row)) {
    // Back from the first cell leads to the end of the row before, or out of the table.
    if (before !== firstOf(row)) return firstOf(row);
    return index > 0 ? lastOf(rows[index - 1]) : row.from > 0 ? row.from - 1 : before;
  }
  if (head > lastOf(row) + 1 || (head === row.to && head > lastOf(row))) {
    if (before < lastOf(row) || before > lastOf(row) + 1) return lastOf(row);
    const next = rows[index + 1];
    return next ? firstOf(next) : row.to < text.length ? row.to + 1 : before;
  }
  return head;
}
