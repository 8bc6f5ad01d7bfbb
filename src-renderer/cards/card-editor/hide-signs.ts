/**
 * Formatted words look formatted while a card is written: the signs of Markdown are hidden, but in the lines where
 * the cursor or the selection is, and everywhere for whoever wants to see them. The text below stays Markdown.
 */
import { syntaxTree } from '@codemirror/language';
import {
  type EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType
} from '@codemirror/view';

class Bullet extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement('span');
    sign.textContent = '•';
    return sign;
  }
}

const hidden = Decoration.replace({});
const bullet = Decoration.replace({ widget: new Bullet() });
const setSigns = StateEffect.define<boolean>();

/** What hides signs, and whether they are seen from the start. */
export function hideSigns(areShown: boolean): Extension {
  return [shown.init(() => areShown), plugin];
}

/** Whether signs are seen everywhere from now on. */
export function showSigns(view: EditorView, areShown: boolean): void {
  view.dispatch({ effects: setSigns.of(areShown) });
}

const shown = StateField.define<boolean>({
  create: () => false,
  update: (are, { effects }) =>
    effects.reduce((now, effect) => (effect.is(setSigns) ? effect.value : now), are)
});

const plugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = draw(view);
    }

    update({
      view,
      docChanged,
      viewportChanged,
      selectionSet,
      startState,
      state
    }: ViewUpdate): void {
      const read = syntaxTree(startState) !== syntaxTree(state);
      const turned = startState.field(shown) !== state.field(shown);
      if (docChanged || viewportChanged || selectionSet || read || turned) {
        this.decorations = draw(view);
      }
    }
  },
  { decorations: (drawn) => drawn.decorations }
);

function draw({ state, visibleRanges }: EditorView): DecorationSet {
  if (state.field(shown)) return Decoration.none;
  return Decoration.set(
    visibleRanges.flatMap(({ from, to }) => hiddenSigns(state, from, to)),
    true
  );
}

/** What is hidden, or drawn as another sign, between these places. */
export function hiddenSigns(
  state: EditorState,
  from: number,
  to: number
): readonly Range<Decoration>[] {
  const { doc, selection } = state;
  const found: Range<Decoration>[] = [];
  const written = selection.ranges.map((range) => ({
    from: doc.lineAt(range.from).from,
    to: doc.lineAt(range.to).to
  }));
  function hide(start: number, end: number, as = hidden): void {
    const isWritten = written.some((line) => start <= line.to && end >= line.from);
    // What a plugin replaces may hold no line end.
    if (end > start && !isWritten && doc.lineAt(start).to >= end) found.push(as.range(start, end));
  }
  const behindSpace = (end: number) => (doc.sliceString(end, end + 1) === ' ' ? end + 1 : end);
  syntaxTree(state).iterate({
    from,
    to,
    enter({ name, from: start, to: end, node }) {
      const parent = node.parent?.name;
      switch (name) {
        case 'EmphasisMark':
        case 'StrikethroughMark':
          hide(start, end);
          break;
        case 'CodeMark':
          if (parent === 'InlineCode') hide(start, end);
          break;
        case 'HeaderMark':
          if (parent?.startsWith('ATX')) hide(start, behindSpace(end));
          break;
        case 'QuoteMark':
          hide(start, behindSpace(end));
          break;
        case 'ListMark':
          if (node.parent?.parent?.name === 'BulletList') hide(start, end, bullet);
          break;
        case 'Escape':
          hide(start, start + 1);
          break;
        case 'Link': {
          const [first, last] = node.getChildren('LinkMark');
          if (!first || !last || !node.getChild('URL') || last.from <= first.to) break;
          hide(first.from, first.to);
          hide(last.from, end);
          break;
        }
      }
    }
  });
  return found;
}
