/** Underlines words that the dictionary does not know, in the part of an editor that is on the screen; finds the words. */
import { syntaxTree } from '@codemirror/language';
import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from '@codemirror/view';
import type { Checker } from './checker.js';

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
    spellableWords(proseIn(state, from, to)).map((word) => ({
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

/** The words of a text that a dictionary can judge. Knows no editor. */

export interface Word {
  readonly text: string;
  /** UTF-16 units, end-exclusive. */
  readonly from: number;
  readonly to: number;
}

const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:['’][\p{Script=Latin}\p{M}]+)*/gu;
/** No word is longer; whatever is would be looked up in vain. */
const longest = 100;

/**
 * Latin words of more than one letter. Left out are addresses, names of files, what has digits in it,
 * and abbreviations: capitals throughout.
 */
export function spellableWords(text: string): Word[] {
  const prose = text.replace(/\S+/g, withoutSigns);
  return [...prose.matchAll(latinWord)].flatMap(({ 0: word, index: from }) =>
    word.length > 1 && word.length <= longest && word !== word.toUpperCase()
      ? [{ text: word, from, to: from + word.length }]
      : []
  );
}

/**
 * What stands between white space, with addresses blanked, and whatever has signs or digits in it that
 * no word has. Piece by piece: a pattern that reads on to the end for each sign would take a text
 * without a space in time by its square.
 */
function withoutSigns(piece: string): string {
  const at = piece.indexOf('@', 1);
  if (at > 0 && piece.lastIndexOf('.', piece.length - 2) > at + 1) return blank(piece);
  return piece
    .replace(/(?:https?:\/\/|www\.).+/s, blank)
    .replace(/[\w./\\-]+/g, (run) => (/[_\d/\\]/.test(run) ? blank(run) : run));
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** Function words, of which English prose is full whatever it is about. */
const functionWords = new Set(
  'the of and to in a is that for on with as was by are be at from it this not or have has an which but will their its they he she his her were been had would who said says after before no than if'.split(
    ' '
  )
);
/** Words below which nothing can be told. */
const fewWords = 12;

/** Whether the text reads as English; `true` while there is too little of it to tell. */
export function readsAsEnglish(text: string): boolean {
  const words = spellableWords(text);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 20 && latin < letters / 2) return false;
  if (words.length < fewWords) return true;
  const known = words.filter(({ text: word }) => functionWords.has(word.toLowerCase())).length;
  return known / words.length > 0.12;
}
