/** Underlines words that the dictionary does not know, in the part of an editor that is on the screen. */
import { syntaxTree } from '@codemirror/language';
import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from '@codemirror/view';
import type { Checker } from './checker.js';
import { wordsIn, type Word } from './words-in-text.js';

export interface Judge {
  /** `null` while spelling is off, for this text or at all. */
  readonly checker: () => Checker | null;
  /** Words that are right whatever the dictionary says, such as names. */
  readonly accepts: (word: string) => boolean;
}

/** Milliseconds without a change after which words are looked up. */
const pause = 300;
/** Parts of Markdown that are no prose. */
const noProse = /Code|URL|HTML|Comment|LinkLabel|Entity|Mark$/;

const setMisspelt = StateEffect.define<DecorationSet>();
const look = Decoration.mark({ class: 'cm-misspelt' });

const misspelt = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setMisspelt)) next = effect.value;
    return next;
  },
  provide: (field) => EditorView.decorations.from(field)
});

/** The underlined word around a place; `null` when none is. */
export function misspeltAt({ state }: EditorView, at: number): Word | null {
  let word: Word | null = null;
  state.field(misspelt).between(at, at, (from, to) => {
    word = { text: state.sliceDoc(from, to), from, to };
    return false;
  });
  return word;
}

/** Looks again at what is on the screen, as when the person's own words have changed. */
export const lookAgain = StateEffect.define<null>();

export function misspeltMarks(judge: Judge): Extension {
  return [
    misspelt,
    ViewPlugin.define((view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let closed = false;
      const soon = () => {
        clearTimeout(timer);
        timer = setTimeout(() => void judgeWords(), pause);
      };
      async function judgeWords(): Promise<void> {
        const checker = judge.checker();
        const { doc } = view.state;
        const words = checker ? visibleWords(view).filter(({ text }) => !judge.accepts(text)) : [];
        await checker?.check(words.map(({ text }) => text));
        // A text that changed meanwhile is looked at again.
        if (closed || view.state.doc !== doc) return;
        const { head } = view.state.selection.main;
        const wrong = words.filter(
          ({ text, to }) => checker?.isWrong(text) && !(view.hasFocus && to === head)
        );
        const ranges = wrong.map(({ from, to }) => look.range(from, to));
        view.dispatch({ effects: setMisspelt.of(Decoration.set(ranges)) });
      }
      soon();
      return {
        update({ docChanged, viewportChanged, selectionSet, transactions }) {
          const asked = transactions.some(({ effects }) => effects.some((e) => e.is(lookAgain)));
          if (docChanged || viewportChanged || selectionSet || asked) soon();
        },
        destroy() {
          closed = true;
          clearTimeout(timer);
        }
      };
    })
  ];
}

/** Of a line that is longer than the screen only what is drawn of it. */
function visibleWords({ state, visibleRanges }: EditorView): Word[] {
  return visibleRanges.flatMap(({ from, to }) =>
    wordsIn(proseIn(state, from, to)).map((word) => ({
      ...word,
      from: word.from + from,
      to: word.to + from
    }))
  );
}

/** As long as the stretch of the text, with spaces for what is no prose. */
function proseIn(state: EditorState, from: number, to: number): string {
  const text = state.sliceDoc(from, to);
  const pieces: string[] = [];
  let done = from;
  syntaxTree(state).iterate({
    from,
    to,
    enter(node) {
      if (!noProse.test(node.name)) return;
      const start = Math.max(node.from, done);
      const end = Math.min(node.to, to);
      if (end <= start) return;
      pieces.push(text.slice(done - from, start - from), ' '.repeat(end - start));
      done = end;
    }
  });
  return [...pieces, text.slice(done - from)].join('');
}
