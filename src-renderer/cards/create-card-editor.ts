/**
 * The Markdown editor of one card: CodeMirror as a thin shell.
 *
 * It keeps no history: undo and redo belong to the whole briefing. What changes outside, as by an
 * undo, comes in through `setText` and leaves the cursor where it was.
 */
import { defaultKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder, type KeyBinding } from '@codemirror/view';
import { findEdit } from '../../src-main/domain/anchoring/splice.js';
import { maxCardLength } from '../../src-main/domain/limits.js';
import { editorLook } from './editor-look.js';
import { toggleMark } from './toggle-mark.js';

export interface EditorEvents {
  readonly onchange: (text: string) => void;
  readonly ondone: () => void;
  readonly onundo: () => void;
  readonly onredo: () => void;
  /** The text would have become too long for a card; the change was not made. */
  readonly onlimit: () => void;
}

export interface CardEditor {
  setText(text: string): void;
  destroy(): void;
}

const fromOutside = Annotation.define<true>();

/** @param cursor UTF-16 offset in `text`. */
export function createCardEditor(
  parent: HTMLElement,
  text: string,
  cursor: number,
  events: EditorEvents
): CardEditor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      selection: { anchor: Math.min(cursor, text.length) },
      extensions: [
        editorLook(styleNonce()),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Text of the card, in Markdown' }),
        EditorState.lineSeparator.of('\n'),
        placeholder('Write in Markdown…'),
        keymap.of([...bindings(events), ...defaultKeymap]),
        markdown({ base: markdownLanguage }),
        limitLength(events.onlimit),
        EditorView.updateListener.of((update) => {
          const own = !update.transactions.some((t) => t.annotation(fromOutside));
          if (update.docChanged && own) events.onchange(update.state.doc.toString());
        })
      ]
    })
  });
  view.focus();
  return {
    setText(next) {
      const edit = findEdit(view.state.doc.toString(), next);
      if (!edit) return;
      const { at, removed, inserted } = edit;
      view.dispatch({
        changes: { from: at, to: at + removed, insert: next.slice(at, at + inserted) },
        annotations: fromOutside.of(true)
      });
    },
    destroy: () => view.destroy()
  };
}

/** Before CodeMirror's own keys, which use some of them for lines. */
function bindings(events: EditorEvents): KeyBinding[] {
  const does = (act: () => void) => () => {
    act();
    return true;
  };
  return [
    { key: 'Escape', run: does(events.ondone) },
    { key: 'Mod-Enter', run: does(events.ondone) },
    { key: 'Mod-z', run: does(events.onundo) },
    { key: 'Mod-Shift-z', run: does(events.onredo) },
    { key: 'Mod-y', run: does(events.onredo) },
    { key: 'Mod-b', run: mark('**') },
    { key: 'Mod-i', run: mark('*') }
  ];
}

function mark(sign: string) {
  return (view: EditorView) => {
    const { from, to } = view.state.selection.main;
    const { changes, selection } = toggleMark(view.state.doc.toString(), from, to, sign);
    view.dispatch({
      changes: [...changes],
      selection: { anchor: selection.from, head: selection.to }
    });
    return true;
  };
}

function limitLength(onlimit: () => void) {
  return EditorState.changeFilter.of((transaction) => {
    if (transaction.newDoc.length <= maxCardLength) return true;
    onlimit();
    return false;
  });
}

/** The page carries the nonce of its load; browsers hide it from attributes, but not from the property. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
