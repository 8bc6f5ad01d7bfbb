/** Protects what a reader sees: the formatting, the refusal of raw HTML, and text that equals the document's. */
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { renderedCases } from './testing/rendered-cases.js';
import { renderMarkdown } from './render-markdown.js';

type Node = DefaultTreeAdapterTypes.Node;

/** The concatenated text nodes of the document that an HTML parser builds. */
function textNodes(html: string): string {
  const collect = (node: Node): string => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
    return 'childNodes' in node ? node.childNodes.map(collect).join('') : '';
  };
  return collect(parseFragment(html));
}

function elements(html: string): string[] {
  const collect = (node: Node): string[] => [
    ...('tagName' in node ? [node.tagName] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(collect) : [])
  ];
  return collect(parseFragment(html));
}

const allowed = new Set(
  'a blockquote br code del em h3 h4 h5 h6 hr img li ol p pre strong sup table tbody td th thead tr ul'.split(
    ' '
  )
);

describe('renderMarkdown', () => {
  it.each(renderedCases)('$name', ({ source, html, text }) => {
    const rendered = renderMarkdown(source);
    expect(rendered).toEqual({ html, text, plainBecause: null });
    expect(textNodes(html)).toBe(text);
  });

  it('says the same in its text as the document does, whatever the source', () => {
    const pieces = fc.constantFrom(
      ...'* ** _ ` ``` ~~ [ ] ( ) ![ < > <b> </b> <!-- --> <br> # - 1. + > | |-| \n \n\n \\ & &amp; &#13; &#0; &lt;script&gt; [^1] [^1]: http://a.example/ a@b.example [x] [ ]'.split(
        ' '
      ),
      ' ',
      '    ',
      '\t',
      '\r\n',
      '\r',
      '\0',
      '\u202E',
      '\uD83D',
      '😀',
      'é',
      'שלום',
      'word'
    );
    const sources = fc.array(fc.oneof(pieces, pieces, fc.string({ unit: 'binary' })), {
      maxLength: 60
    });
    fc.assert(
      fc.property(sources, (parts) => {
        const { html, text } = renderMarkdown(parts.join(''));
        expect(textNodes(html)).toBe(text);
        for (const name of elements(html)) expect(allowed).toContain(name);
      }),
      { numRuns: bySize({ usual: 600, full: 6_000 }) }
    );
  });

  it.each([
    ['a javascript address', '[x](javascript:alert(1))'],
    ['one disguised by references', '[x](java&#115;cript&colon;alert(1))'],
    ['one disguised by a control character', '[x](<java\u0001script:alert(1)>)'],
    ['a data address', '[x](data:text/html,x)'],
    ['a relative address', '[x](../secret)'],
    ['a file', '[x](file:///etc/passwd)'],
    ['an address that reads backwards', '[x](https://a.example/\u202Egpj)']
  ])('makes no link of %s', (_, source) => {
    expect(renderMarkdown(source).html).toBe('<p>x</p>');
  });

  it.each([
    ['from the network', '![the port](https://a.example/p.png)', 'the port'],
    ['without a description', '![](https://a.example/p.png)', 'https://a.example/p.png'],
    ['that is SVG', '![s](data:image/svg+xml;base64,PHN2Zz4=)', 's']
  ])('shows no image %s', (_, source, text) => {
    const rendered = renderMarkdown(source);
    expect(rendered.text).toBe(text);
    expect(elements(rendered.html)).not.toContain('img');
  });

  it.each([
    ['a table of 65 columns', `${'a|'.repeat(65)}\n${'-|'.repeat(65)}\n`, '65 columns'],
    ['65 quotes in one another', `${'>'.repeat(65)} a`, '64 levels'],
    ['10,000 quotes in one another', `${'>'.repeat(10_000)} a`, '64 levels'],
    ['a million characters and one', 'a'.repeat(1_000_001), '1 million'],
    ['signs that never close', '_a_'.repeat(30_000), 'too many signs'],
    ['letters that are no address', 'a_b_'.repeat(30_000), 'too many signs'],
    ['an address without end', 'http://a.b/('.repeat(10_000), 'too many signs'],
    ['signs without an end', '['.repeat(80_000), 'too many signs'],
    ['tables that never begin', '|a\n-|-\n'.repeat(10_000), 'too many signs'],
    [
      '10,000 cells of a letter',
      `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(5_000)}`,
      'more than 8,750 paragraphs'
    ],
    ['15,000 paragraphs of a letter', 'a\n\n'.repeat(15_000), 'more than 9,125 paragraphs'],
    ['HTML beyond 2 MB', `${'&'.repeat(100)}\n\n`.repeat(6_000), '2 MB']
  ])('shows %s as plain text and says why', (_, source, reason) => {
    const rendered = renderMarkdown(source);
    expect(rendered.plainBecause).toContain(reason);
    expect(rendered.text).toBe(source);
    expect(textNodes(rendered.html)).toBe(source);
  });

  it('formats what lies just within the limits', () => {
    expect(renderMarkdown(`${'a|'.repeat(64)}\n${'-|'.repeat(64)}\n`).plainBecause).toBeNull();
    expect(renderMarkdown(`${'>'.repeat(64)} a`).plainBecause).toBeNull();
  });
});
