/**
 * A slash typed into an empty paragraph, and the letters behind it that narrow down what it offers. It
 * is over when the cursor leaves it, when it is escaped, or when nothing is offered any more; what was
 * typed stays.
 */
import type { EditorState } from '@codemirror/state';
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

export interface Slash {
  /** Of the slash and the letters, in UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
  /** The letters. */
  readonly query: string;
  /** Which of what is offered Enter takes. */
  readonly index: number;
}

export const slashList = 'slash-menu';

/** The id of one that is offered. */
export function slashChoice(index: number): string {
  return `${slashList}-${index}`;
}

/** Letters that a name can have. */
const letters = /^\/([\p{L} ]*)$/u;

const over = StateEffect.define<null>();
const choose = StateEffect.define<number>();

const slashField = StateField.define<Slash | null>({
  create: () => null,
  update(value, transaction) {
    const { state, effects, docChanged, selection } = transaction;
    if (effects.some((effect) => effect.is(over))) return null;
    const chosen = effects.find((effect) => effect.is(choose));
    if (value && chosen) return { ...value, index: chosen.value };
    if (!docChanged && !selection) return value;
    const now = slashIn(state);
    const isNew = transaction.isUserEvent('input.type') && now?.query === '';
    if (value) return docChanged || now === null ? now : { ...now, index: value.index };
    return isNew ? now : null;
  }
});

/** What stands in the line of the cursor, if that is nothing but a slash and letters. */
function slashIn(state: EditorState): Slash | null {
  const { head, empty } = state.selection.main;
  const { from, to, text } = state.doc.lineAt(head);
  const query = letters.exec(text)?.[1];
  return !empty || head !== to || query === undefined ? null : { from, to, query, index: 0 };
}

/** `null` while there is none. */
export function slashAt(state: EditorState): Slash | null {
  return state.field(slashField);
}

/**
 * @param offered the ids of what is offered for the letters, the best first.
 * @param ontake takes one of them in place of the slash and the letters.
 * @param onslash is told of every change of what it is.
 */
export function slashMenu(
  offered: (query: string) => readonly string[],
  ontake: (id: string) => void,
  onslash: (slash: Slash | null) => void
): Extension {
  const choices = (state: EditorState) => {
    const slash = slashAt(state);
    return slash ? offered(slash.query) : [];
  };
  const step = (by: 1 | -1) => (view: EditorView) => {
    const { length } = choices(view.state);
    const index = slashAt(view.state)?.index ?? 0;
    if (length > 0) view.dispatch({ effects: choose.of((index + by + length) % length) });
    return length > 0;
  };
  const take = (view: EditorView) => {
    const id = choices(view.state)[slashAt(view.state)?.index ?? 0];
    if (id !== undefined) ontake(id);
    return id !== undefined;
  };
  const leave = (view: EditorView) => {
    const isOpen = choices(view.state).length > 0;
    if (isOpen) view.dispatch({ effects: over.of(null) });
    return isOpen;
  };
  return [
    slashField,
    keymap.of([
      { key: 'ArrowDown', run: step(1) },
      { key: 'ArrowUp', run: step(-1) },
      { key: 'Enter', run: take },
      { key: 'Tab', run: take },
      { key: 'Escape', run: leave }
    ]),
    EditorView.contentAttributes.of((view): Record<string, string> => {
      if (choices(view.state).length === 0) return {};
      const active = slashChoice(slashAt(view.state)?.index ?? 0);
      return { 'aria-controls': slashList, 'aria-activedescendant': active };
    }),
    EditorView.domEventHandlers({
      blur: (_event, view) => {
        leave(view);
      }
    }),
    EditorView.updateListener.of(({ state, startState }) => {
      if (slashAt(state) !== slashAt(startState)) onslash(slashAt(state));
    })
  ];
}
