/** What the words at the cursor are, and how formats are taken off again and put in place of a slash. */
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { format, formatInstead, formatsAt, type TextFormat } from './format-commands.js';

/** The selection stands between two bars. */
function editorWith(marked: string) {
  const from = marked.indexOf('¦');
  const to = Math.max(from, marked.lastIndexOf('¦') - 1);
  let state = EditorState.create({
    doc: marked.replaceAll('¦', ''),
    selection: { anchor: from, head: to },
    extensions: markdown({ base: markdownLanguage, addKeymap: false })
  });
  const view = {
    get state() {
      return state;
    },
    dispatch: (spec: TransactionSpec) => (state = state.update(spec).state)
  } as unknown as EditorView;
  const shown = () => {
    const text = state.doc.toString();
    const { from: a, to: b, empty } = state.selection.main;
    return `${text.slice(0, a)}¦${text.slice(a, b)}${empty ? '' : '¦'}${text.slice(b)}`;
  };
  return { view, shown };
}

test.each<[string, TextFormat[]]>([
  ['a **wo¦rd** b', ['bold']],
  ['a **word**¦ b', []],
  ['a ***wo¦rd***', ['bold', 'italic']],
  ['a `co¦de`', ['code']],
  ['a [la¦bel](https://a.example)', ['link']],
  ['- one ¦two', ['bullets']],
  ['2. one¦', ['numbers']],
  ['> said **so¦**', ['bold', 'quote']],
  ['## head¦', ['heading']],
  ['¦## head\n\ntext¦', []],
  ['| A¦ | B |\n|---|---|', ['table']]
])('%j is %j', (marked, formats) => {
  expect([...formatsAt(editorWith(marked).view.state)].sort()).toEqual(formats.toSorted());
});

test.each<[string, TextFormat, string]>([
  ['a **wo¦rd** b', 'bold', 'a wo¦rd b'],
  ['a ¦**word**¦ b', 'bold', 'a ¦word¦ b'],
  ['a ***wo¦rd***', 'italic', 'a **wo¦rd**'],
  ['a `¦code¦`', 'code', 'a ¦code¦'],
  ['a **two¦**', 'bold', 'a **two**¦'],
  ['* a *two¦*', 'italic', '* a *two*¦'],
  ['a `two¦`', 'code', 'a `two`¦'],
  ['**one** **two ¦** b', 'bold', '**one** **two** ¦ b'],
  ['***both¦***', 'bold', '***both**¦*'],
  ['***both**¦*', 'italic', '***both***¦'],
  ['**¦**', 'bold', '¦'],
  ['**a** ¦**b**', 'bold', '**a** **¦****b**'],
  ['a [la¦bel](https://a.example) b', 'link', 'a la¦bel b'],
  ['a ¦word¦ b', 'code', 'a `¦word¦` b']
])('%j by %s becomes %j', (marked, what, after) => {
  const { view, shown } = editorWith(marked);
  expect(format(view, what)).toBe(true);
  expect(shown()).toBe(after);
});

test.each<[TextFormat, string]>([
  ['heading', 'Before\n\n## ¦\n\nAfter'],
  ['numbers', 'Before\n\n1. ¦\n\nAfter'],
  ['table', 'Before\n\n| ¦Column¦ | Column |\n| --- | --- |\n|  |  |\n\nAfter']
])('%s takes the place of a slash in one change', (what, after) => {
  const { view, shown } = editorWith('Before\n\n/hea¦\n\nAfter');
  formatInstead(view, 8, 12, what);
  expect(shown()).toBe(after);
});
