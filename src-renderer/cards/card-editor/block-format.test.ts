/** Lines become headings, items and quotations, and plain lines again; the selection stays on its words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockAt, toggleBlock, type BlockFormat } from './block-format.js';
import { apply, parse } from './testing/marked-text.js';

test.each([
  ['a [word] b', 'heading', '## a [word] b'],
  ['## a [word] b', 'heading', 'a [word] b'],
  ['## a[]', 'subheading', '### a[]'],
  ['- a[]', 'numbers', '1. a[]'],
  ['[a\n\nb]', 'numbers', '1. [a\n\n2. b]'],
  ['[- a\n- b]', 'bullets', '[a\nb]'],
  ['[- a\nb]', 'bullets', '- [a\n- b]'],
  ['a[]\nb', 'bullets', '- a[]\n\nb'],
  ['a[]\n- b', 'bullets', '- a[]\n- b'],
  ['a[]\nb', 'heading', '## a[]\nb'],
  ['> a[]', 'quote', 'a[]'],
  ['[]', 'quote', '> []'],
  ['[a\n]b', 'quote', '> [a\n\n]b']
] as const)('%j by %s', (before, format, after) => {
  const { text, from, to } = parse(before);
  expect(apply(text, toggleBlock(text, from, to, format))).toBe(after);
});

test('what is made of lines is what they are then, and made again leaves their words', () => {
  const formats: BlockFormat[] = ['heading', 'subheading', 'bullets', 'numbers', 'quote'];
  const line = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6})?$/);
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...formats),
      (lines, format) => {
        const text = lines.join('\n');
        const change = (before: string) => {
          const { changes } = toggleBlock(before, 0, before.length, format);
          return apply(before, { changes, selection: { from: 0, to: 0 } }).slice(2);
        };
        const made = change(text);
        expect(blockAt(made, 0, made.length)).toBe(format);
        expect(change(made)).toBe(text);
      }
    )
  );
});
