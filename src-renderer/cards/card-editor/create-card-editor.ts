/**
 * The Markdown editor of one card: CodeMirror as a thin shell.
 *
 * It keeps no history: that is the briefing's, which undoes in the card what was done in the card.
 * What changes outside, as by an undo, comes in through `sync` as a diff. The card's annotations
 * follow every key inside of it. Over 300 lines because all that the editor is made of is put together here.
 */
import { defaultKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { Annotation as TransactionMark, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder, type KeyBinding } from '@codemirror/view';
import { findEdit } from '../../../src-main/domain/anchoring/splice.js';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { maxCardLength } from '../../../src-main/domain/base/limits.js';
import { cardMarks, mergeMarks, type SourcePlaces } from '../card-marks.js';
import { type CutWords, kindOfStep, type StepKind, placeBlocks } from '../cut-words.js';
import { boundedMarkdown } from './bounded-markdown.js';
import { changesFromElsewhere } from './changes-from-elsewhere.js';
import { editorLook } from './editor-look.js';
import {
  format,
  formatInstead,
  formatKeys,
  formatsAt,
  type TextFormat
} from './format-commands.js';
import { hideSigns, showSigns } from './hide-signs.js';
import { misspeltMarks, type Judge } from '../../spelling/misspelt-marks.js';
import {
  annotationMarks,
  marksIn,
  placesIn,
  showActive,
  showMarks,
  dispatchMarked
} from './mark-field.js';
import { sanitisePasted } from '../../ui/sanitise.js';
import { slashAt, slashMenu, type Slash } from './slash-state.js';
import { rowsOfMarkdown, rowsOfText, tableOfRows } from './paste-table.js';
import { isWithinBounds } from './pasted-bounds.js';
import { pasteRows, tableLook } from './table-look.js';
import { isAddress, linkWords } from './toggle-mark.js';
import { isFormatted, toMarkdown } from './rich-text.js';

interface EditorEvents {
  /** @param places where the annotations stand in the text, worked out when it is asked for. */
  readonly onchange: (text: string, step: StepKind, places: () => SourcePlaces) => void;
  readonly ondone: () => void;
  /** The next card is wanted. */
  readonly onadd: () => void;
  /** The cursor was moved: what is typed next is another step for undo. */
  readonly onmove: () => void;
  /** Annotated words were clicked. */
  readonly onmark: (id: Id | null) => void;
  /** Spelling was asked for at a place; whether there was anything to offer. */
  readonly onspelling: (at: number) => boolean;
  /** The text would have become too long for a card; the change was not made. */
  readonly onlimit: () => void;
  /** What was pasted has too much formatting to be read; whether its words were pasted without. */
  readonly onplain: (hasWords: boolean) => void;
  /** What the words at the cursor are, whenever that may have changed. */
  readonly onformats: (formats: ReadonlySet<TextFormat>) => void;
  /** The bar of formats was asked for by key. */
  readonly onbar: () => void;
  /** A slash was typed to choose something by, or is so no longer. */
  readonly onslash: (slash: Slash | null) => void;
  /** Something was chosen by it. */
  readonly onchoose: (id: string) => void;
}

/** What the desk can ask of the open editor. Offsets are in the Markdown, in UTF-16 units. */
export interface CardEditor {
  /**
   * Brings text and annotations in line with the briefing; what is the same already stays. The cursor goes
   * to what changed, unless that comes from elsewhere: then selection and composition stay with their words.
   */
  sync(text: string, annotations: readonly Annotation[], isFromElsewhere?: boolean): void;
  activate(id: Id | null): void;
  /** Brings an annotation's words into sight. */
  reveal(id: Id): void;
  /** The top of an annotation's words in the window, in pixels; `null` when they are not in the text. */
  topOf(id: Id): number | null;
  /** For the spelling beside it. */
  readonly view: EditorView;
  readonly selection: { readonly from: number; readonly to: number };
  /** False where it cannot be done, as a row outside of a table. */
  format(what: TextFormat): boolean;
  /** Puts that in place of the slash by which it was chosen; only takes the slash away for `null`. */
  replaceSlash(what: TextFormat | null): void;
  showSigns(areShown: boolean): void;
  /** False when nothing is wrong with the word at the cursor. */
  suggestSpelling(): boolean;
  focus(): void;
  destroy(): void;
}

interface EditorStart {
  readonly text: string;
  readonly annotations: readonly Annotation[];
  /** Where the cursor stands. */
  readonly cursor: number;
  /** Whether the signs of Markdown are seen everywhere. */
  readonly signs: boolean;
  readonly cuts: CutWords;
  /** Of the spelling. */
  readonly judge: Judge;
  /** The ids of what a slash with these letters offers, the best first. */
  readonly offered: (letters: string) => readonly string[];
}

/** Pixels at the top of the scrolled area that the bar of formats may take. */
const barHeight = 44;

const fromOutside = TransactionMark.define<true>();

export function createCardEditor(
  parent: HTMLElement,
  { text, annotations, cursor, signs, cuts, judge, offered }: EditorStart,
  events: EditorEvents
): CardEditor {
  let synced = annotations;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        editorLook(styleNonce()),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Text of the card, in Markdown' }),
        EditorState.lineSeparator.of('\n'),
        placeholder('Write in Markdown…'),
        slashMenu(offered, events.onchoose, events.onslash),
        keymap.of([...bindings(events), ...formatKeys, ...defaultKeymap]),
        // Its keys are among those of the formats.
        markdown({ base: markdownLanguage, addKeymap: false, extensions: boundedMarkdown }),
        annotationMarks([], cuts),
        pasteAsMarkdown(events.onplain),
        limitLength(events.onlimit),
        tellChanges(events),
        tableLook,
        hideSigns(signs),
        tellFormats(events),
        tellClicks(events),
        EditorView.scrollMargins.of(() => ({ top: barHeight })),
        misspeltMarks(judge),
        offerSpelling(events)
      ]
    })
  });
  // A text that is there from the start is drawn as if its lines were not wrapped: of a line of
  // 200,000 characters all are laid out, which can take many seconds.
  view.dispatch({
    changes: { from: 0, insert: text },
    selection: { anchor: Math.min(cursor, text.length) },
    effects: showMarks(cardMarks(annotations, text)),
    annotations: fromOutside.of(true)
  });
  view.focus();
  const markOf = (id: Id) => marksIn(view.state).find((mark) => mark.id === id) ?? null;
  return {
    sync(next, now, isFromElsewhere = false) {
      const edit = findEdit(view.state.doc.toString(), next);
      if (!edit && now === synced) return;
      synced = now;
      if (!edit) {
        const marks = marksIn(view.state);
        const merged = mergeMarks(marks, now, next);
        if (merged !== marks) view.dispatch({ effects: showMarks(merged) });
        return;
      }
      if (isFromElsewhere) {
        view.dispatch({
          ...changesFromElsewhere(view, next),
          effects: showMarks(cardMarks(now, next)),
          annotations: fromOutside.of(true)
        });
        return;
      }
      const { at, removed, inserted } = edit;
      view.dispatch({
        changes: { from: at, to: at + removed, insert: next.slice(at, at + inserted) },
        selection: { anchor: at + inserted },
        effects: showMarks(cardMarks(now, next)),
        annotations: fromOutside.of(true),
        scrollIntoView: view.hasFocus
      });
    },
    activate: (id) => view.dispatch({ effects: showActive(id) }),
    reveal(id) {
      const mark = markOf(id);
      if (mark) view.dispatch({ effects: EditorView.scrollIntoView(mark.from, { y: 'nearest' }) });
    },
    topOf(id) {
      const mark = markOf(id);
      return mark ? (view.coordsAtPos(mark.from)?.top ?? null) : null;
    },
    get selection() {
      const { from, to } = view.state.selection.main;
      return { from, to };
    },
    format(what) {
      const done = format(view, what);
      view.focus();
      return done;
    },
    replaceSlash(what) {
      const slash = slashAt(view.state);
      view.focus();
      if (!slash) return;
      const { from, to } = slash;
      if (what) formatInstead(view, from, to, what);
      else view.dispatch({ changes: { from, to }, userEvent: 'input.format' });
    },
    showSigns: (areShown) => showSigns(view, areShown),
    suggestSpelling: () => events.onspelling(view.state.selection.main.head),
    focus: () => view.focus(),
    view,
    destroy: () => view.destroy()
  };
}

function tellChanges({ onchange, onmove }: EditorEvents): Extension {
  return EditorView.updateListener.of(({ docChanged, selectionSet, state, transactions }) => {
    if (transactions.some((transaction) => transaction.annotation(fromOutside))) return;
    if (docChanged) {
      onchange(state.doc.toString(), kindOfStep(transactions), () => placesIn(state));
    } else if (selectionSet) onmove();
  });
}

function tellFormats({ onformats }: EditorEvents): Extension {
  return EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
    if (docChanged || selectionSet) onformats(formatsAt(state));
  });
}

function tellClicks({ onmark }: EditorEvents): Extension {
  return EditorView.domEventHandlers({
    click({ clientX, clientY }, view) {
      const at = view.posAtCoords({ x: clientX, y: clientY });
      const around = marksIn(view.state)
        .filter(({ from, to }) => at !== null && from <= at && at < to)
        .sort((a, b) => a.to - a.from - (b.to - b.from));
      onmark(around[0]?.id ?? null);
      return false;
    }
  });
}

/** A right click on a misspelt word offers what it could mean; on any other, what browsers offer. */
function offerSpelling({ onspelling }: EditorEvents): Extension {
  return EditorView.domEventHandlers({
    contextmenu(event, view) {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (at === null || !onspelling(at)) return false;
      event.preventDefault();
      return true;
    }
  });
}

/** Before CodeMirror's own keys, which use some of them for lines. */
function bindings(events: EditorEvents): KeyBinding[] {
  const does = (act: () => void) => () => {
    act();
    return true;
  };
  return [
    { key: 'Escape', run: does(events.ondone) },
    { key: 'Mod-Enter', run: does(events.onadd) },
    { key: 'Alt-F10', run: does(events.onbar) }
  ];
}

function limitLength(onlimit: () => void) {
  return EditorState.changeFilter.of((transaction) => {
    if (transaction.newDoc.length <= maxCardLength || transaction.annotation(fromOutside)) {
      return true;
    }
    onlimit();
    return false;
  });
}

/** The page carries the nonce of its load; browsers hide it from attributes, but not from the property. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** What is pasted into an editor: rich text as Markdown, an address over words as their link. */
const pasteAsMarkdown = (onplain: EditorEvents['onplain']) =>
  EditorView.domEventHandlers({
    paste(event, view) {
      const { clipboardData } = event;
      if (!clipboardData) return false;
      const { from, to, empty } = view.state.selection.main;
      const plain = clipboardData.getData('text/plain');
      if (!empty && isAddress(plain.trim())) {
        dispatchMarked(view, linkWords(view.state.doc.toString(), from, to, plain.trim()));
        event.preventDefault();
        return true;
      }
      const html = clipboardData.getData('text/html');
      const isRead = isWithinBounds(html);
      if (!isRead) onplain(plain !== '');
      const markdown = isRead ? markdownOf(html) : null;
      const rows = (markdown === null ? null : rowsOfMarkdown(markdown)) ?? rowsOfText(plain);
      if (rows && pasteRows(view, rows)) {
        event.preventDefault();
        return true;
      }
      const formatted = markdown ?? (rows && rows.length > 1 ? tableOfRows(rows) : null);
      if (formatted === null) return false;
      const placed = placeBlocks(view.state.doc.toString(), from, to, formatted);
      const how = { userEvent: 'input.paste', scrollIntoView: true };
      view.dispatch(view.state.replaceSelection(placed), how);
      event.preventDefault();
      return true;
    }
  });

/** `null` where plain text loses nothing. */
function markdownOf(html: string): string | null {
  if (html === '') return null;
  const nodes = sanitisePasted(html);
  return isFormatted(nodes) ? toMarkdown(nodes) : null;
}
