/** Protects the promise that offsets in the shown source are offsets in the verbatim source. */
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { maxElements } from '../base/limits.js';
import { renderPlainText } from './plain-text.js';

function textNodes(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textNodes).join('') : '';
}

describe('renderPlainText', () => {
  it('splits paragraphs at blank lines and keeps every character', () => {
    const source = '\uFEFFOne <b>\r\nmore.\r\n \t\r\n\n Two & three.\n';
    expect(renderPlainText(source)).toEqual({
      html: '<p>\uFEFFOne &lt;b&gt;&#13;\nmore.</p>&#13;\n \t&#13;\n\n<p> Two &amp; three.\n</p>',
      text: source,
      plainBecause: null
    });
  });

  it('takes every line for a paragraph where one is longer than anybody wraps', () => {
    const long = 'word '.repeat(30).trim();
    const source = `Title\n${long}\r\nEnd.\n\nWrapped\nlines.`;
    expect(renderPlainText(source)).toEqual({
      html: `<p>Title</p>\n<p>${long}</p>&#13;\n<p>End.</p>\n\n<p>Wrapped\nlines.</p>`,
      text: source,
      plainBecause: null
    });
  });

  it.each([
    ['lines below one that nobody wraps', `${'|h'.repeat(64)}|\n${'|a\n'.repeat(60_000)}`],
    ['paragraphs of one sign', 'a\n\n'.repeat(60_000)]
  ])('has no more paragraphs than a browser can lay out: %s', (_what, source) => {
    const { html, text } = renderPlainText(source);
    expect(html.match(/<p>/g)?.length).toBeLessThanOrEqual(maxElements(source.length));
    expect(text).toBe(source);
    expect(textNodes(parseFragment(html))).toBe(source);
  });

  it('parts a long text of ordinary lines into all its paragraphs', () => {
    const source = `${'word '.repeat(30)}\n`.repeat(6_000);
    expect(renderPlainText(source).html.match(/<p>/g)).toHaveLength(6_000);
  });

  it('shows what cannot be shown, or would mislead, as one unit for one', () => {
    const { html, text } = renderPlainText('a\0b\uD800c\u202Ed');
    expect(textNodes(parseFragment(html))).toBe('a\uFFFDb\uFFFDc\u2060d');
    expect(text).toBe('a\0b\uD800c\u202Ed');
  });

  it('gives the document the same text as the source', () => {
    const words = fc.constantFrom(
      ...['\n', '\r', '\r\n', ' ', '<p>', '&lt;', '😀', 'word', '\f', '', 'long'.repeat(28)]
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' }))), (parts) => {
        const source = parts.join('').replace(/[\0\u202A-\u202E\u2066-\u2069]/g, '');
        const { html, text } = renderPlainText(source);
        expect(text).toBe(source);
        expect(textNodes(parseFragment(html))).toBe(source);
      }),
      { numRuns: bySize({ usual: 1_000, full: 10_000 }) }
    );
  });
});
