/** Enter in lists and quotations, as it is typed: no mark stays behind that nobody typed. */
import { insertNewlineAndIndent } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { continueMarkup } from './card-editor/format-commands.js';

/** What stands in the editor once these keys were pressed at the end of a text. */
function typed(keys: string, before = ''): string {
  let state = EditorState.create({
    doc: before,
    selection: { anchor: before.length },
    extensions: markdown({ base: markdownLanguage, addKeymap: false })
  });
  const dispatch = (transaction: { readonly state: EditorState }) => (state = transaction.state);
  for (const key of keys) {
    if (key !== '\n') {
      dispatch(state.update(state.replaceSelection(key)));
      continue;
    }
    // As the editor does, so that a busy machine does not decide what is a list.
    ensureSyntaxTree(state, state.doc.length, Infinity);
    dispatch(state.update({}));
    if (!continueMarkup({ state, dispatch })) insertNewlineAndIndent({ state, dispatch });
  }
  return state.doc.toString();
}

test.each([
  ['- one\ntwo', '- one\n- two'],
  ['- one\n\nText', '- one\n\nText'],
  ['- one\ntwo\n\nText', '- one\n- two\n\nText'],
  ['1. one\n\nText', '1. one\n\nText'],
  ['1. one\ntwo\n\nText', '1. one\n2. two\n\nText'],
  ['* a\n\n\nText', '* a\n\n\nText'],
  ['> a\nb', '> a\n> b'],
  ['Intro.\n\n- coal\ngas\n\n\nAfter', 'Intro.\n\n- coal\n- gas\n\n\nAfter']
])('%j becomes %j', (keys, text) => {
  expect(typed(keys)).toBe(text);
});

test('an empty item ends a list of any length, whatever its mark, and what follows is no item', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,2}$/);
  fc.assert(
    fc.property(
      fc.constantFrom('- ', '* ', '+ ', '1. ', '1) '),
      fc.array(word, { minLength: 1, maxLength: 6 }),
      word,
      (mark, items, after) => {
        const lines = typed(`${mark}${items.join('\n')}\n\n${after}`).split('\n');
        expect(lines).toHaveLength(items.length + 2);
        expect(lines.at(-1)).toBe(after);
        // Else it would be read as a part of the last item.
        expect(lines.at(-2)).toBe('');
        const marks = lines.slice(0, -2).map((line, i) => line.replace(items[i]!, ''));
        expect(marks.every((each) => /^([-*+]|\d+[.)]) $/.test(each))).toBe(true);
      }
    )
  );
});
