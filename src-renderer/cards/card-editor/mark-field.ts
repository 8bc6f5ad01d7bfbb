/**
 * The annotations inside an open editor: ranges that follow every transaction. A start goes with the
 * text after it and an end with the text before it, so that what is typed at a border stays outside.
 *
 * CodeMirror's own range sets would drop a range that is cut and not give it back when it is pasted.
 */
import type { Marked } from './toggle-mark.js';
import {
  EditorState,
  StateEffect,
  StateField,
  type Extension,
  type Transaction
} from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from '@codemirror/view';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { CardMark, SourcePlaces } from '../card-marks.js';
import { marksOfCut, type CutWords } from '../cut-words.js';

const setMarks = StateEffect.define<readonly CardMark[]>();
const setActive = StateEffect.define<Id | null>();

interface Marks {
  readonly all: readonly CardMark[];
  readonly active: Id | null;
}

/** In offsets of the document; in no order. */
export function marksIn(state: EditorState): readonly CardMark[] {
  return state.field(markField).all;
}

export function placesIn(state: EditorState): SourcePlaces {
  return new Map(marksIn(state).map(({ id, from, to }) => [id, { start: from, end: to }]));
}

export function showMarks(marks: readonly CardMark[]): StateEffect<readonly CardMark[]> {
  return setMarks.of(marks);
}

export function showActive(id: Id | null): StateEffect<Id | null> {
  return setActive.of(id);
}

const markField = StateField.define<Marks>({
  create: () => ({ all: [], active: null }),
  update(value, transaction) {
    let { all, active } = value;
    if (transaction.docChanged) all = all.flatMap((mark) => follow(mark, transaction));
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) all = effect.value;
      else if (effect.is(setActive)) active = effect.value;
    }
    return all === value.all && active === value.active ? value : { all, active };
  }
});

function follow(mark: CardMark, { changes }: Transaction): readonly CardMark[] {
  const from = changes.mapPos(mark.from, 1);
  const to = changes.mapPos(mark.to, -1);
  return from < to ? [{ ...mark, from, to }] : [];
}

/** @param cuts shared by all editors of a briefing. */
export function annotationMarks(marks: readonly CardMark[], cuts: CutWords): Extension {
  return [
    markField.init(() => ({ all: marks, active: null })),
    painter,
    EditorView.updateListener.of(({ transactions }) => {
      for (const transaction of transactions) rememberCuts(transaction, cuts);
    }),
    bringBack(cuts)
  ];
}

/** Pasted and moved words bring their annotations along, in the same transaction. */
function bringBack(cuts: CutWords): Extension {
  return EditorState.transactionExtender.of((transaction) => {
    const brings = transaction.isUserEvent('input.paste') || transaction.isUserEvent('input.drop');
    const moves = transaction.isUserEvent('move');
    if (!transaction.docChanged || !(brings || moves)) return null;
    const stay = marksIn(transaction.startState).flatMap((mark) => follow(mark, transaction));
    const placed = new Set(stay.map(({ id }) => id));
    const back: CardMark[] = [];
    const cutNow = cutsOf(transaction);
    transaction.changes.iterChanges((_fromA, _toA, fromB, _toB, inserted) => {
      const text = inserted.toString();
      if (text === '') return;
      const found = [
        ...cutNow.flatMap((cut) => marksOfCut(cut, text)),
        ...(brings ? cuts.marksIn(text) : [])
      ];
      for (const mark of found) {
        if (placed.has(mark.id)) continue;
        placed.add(mark.id);
        back.push({ ...mark, from: mark.from + fromB, to: mark.to + fromB });
      }
    });
    return back.length > 0 ? { effects: setMarks.of([...stay, ...back]) } : null;
  });
}

/** To be told of every transaction that was carried out. */
export function rememberCuts(transaction: Transaction, cuts: CutWords): void {
  const isCut = transaction.isUserEvent('delete.cut') || transaction.isUserEvent('delete.drop');
  if (!transaction.docChanged || !isCut) return;
  for (const { text, marks } of cutsOf(transaction)) cuts.remember(text, marks);
}

/** What the transaction takes away together with whole annotations. */
function cutsOf({ changes, startState }: Transaction) {
  const found: { text: string; marks: CardMark[] }[] = [];
  changes.iterChanges((from, to) => {
    const marks = marksIn(startState)
      .filter((mark) => from <= mark.from && mark.to <= to)
      .map((mark) => ({ ...mark, from: mark.from - from, to: mark.to - from }));
    if (marks.length > 0) found.push({ text: startState.sliceDoc(from, to), marks });
  });
  return found;
}

const decorations = new Map<string, Decoration>();

function decorationFor({ id, kind }: CardMark, active: Id | null): Decoration {
  const name = `cm-note cm-note-${kind}${id === active ? ' cm-note-active' : ''}`;
  const known = decorations.get(name) ?? Decoration.mark({ class: name });
  decorations.set(name, known);
  return known;
}

/** Only what is on the screen is painted. */
const painter = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = paint(view);
    }

    update(update: { view: EditorView; startState: EditorState; viewportChanged: boolean }): void {
      const changed = update.startState.field(markField) !== update.view.state.field(markField);
      if (changed || update.viewportChanged) this.decorations = paint(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations }
);

function paint(view: EditorView): DecorationSet {
  const { all, active } = view.state.field(markField);
  const { from, to } = view.viewport;
  return Decoration.set(
    all
      .filter((mark) => mark.to > from && mark.from < to)
      .map((mark) => decorationFor(mark, active).range(mark.from, mark.to)),
    true
  );
}

export function dispatchMarked(view: EditorView, { changes, selection }: Marked): void {
  view.dispatch({
    changes: [...changes],
    selection: { anchor: selection.from, head: selection.to },
    userEvent: 'input.format',
    scrollIntoView: true
  });
}
