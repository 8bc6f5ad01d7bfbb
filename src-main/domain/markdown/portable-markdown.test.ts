import fc from 'fast-check';
import { Marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { portableMarkdown } from './portable-markdown.js';
import { renderMarkdown } from './render-markdown.js';

const other = new Marked();
/** What a program without any care makes of it. */
const carelessly = (source: string) => other.parse(source) as string;
const dangerous =
  /<(?!\/?(?:p|em|strong|code|pre|h[1-6]|ul|ol|li|a|br|hr|blockquote|table|thead|tbody|tr|th|td|del|input)\b)[a-z!/?]|<[^>]*\son\w+=|href="\s*(?:javascript|data|file|vbscript):/i;

describe('Markdown for other programs', () => {
  test.each([
    '# Plain *words*, [a link](https://a.example/ "title") and `<b>` in code',
    '- a\n- b\n\n> quoted\n\n| a | b |\n| - | - |\n| c \\| d | e<br>f |',
    '```html\n<script>x</script>\n```',
    '![dot](data:image/png;base64,eA==)',
    'See www.a.example, <https://a.example/> and [b].\n\n[b]: https://b.example/',
    'a < b & c > d'.replace('< ', '&lt; ')
  ])('is what was written, where that is the same everywhere: %j', (source) => {
    expect(portableMarkdown(source)).toBe(source);
  });

  test.each([
    ['<script>ran()</script>', '&lt;script\\>ran()&lt;/script\\>'],
    ['a <img src=x onerror=ran()> b', 'a &lt;img src=x onerror=ran()\\> b'],
    ['![a](http://a.example/b.png)', '\\![a](http://a.example/b.png)'],
    ['![a](file:///b.png)', '\\!\\[a\\](file:///b.png)'],
    ['[a](javascript:ran())', '\\[a\\](javascript:ran())'],
    ['[a]\n\n[a]: javascript:ran()', '\\[a\\]\n\n\\[a\\]: javascript:ran()'],
    ['<javascript:ran()>', '&lt;javascript:ran()\\>'],
    ['[a](<b onclick=ran()>)', '\\[a\\](&lt;b onclick=ran()\\>)'],
    ['![a ![b](http://b.example)](http://a.example)', null],
    ['> - <b>\n>   <i>', '> - &lt;b\\>\n>   &lt;i\\>'],
    ['|a|\n|-|\n|<b>|', '|a|\n|-|\n|&lt;b\\>|'],
    ['a\r\n<b>\r\n', 'a\r\n&lt;b\\>\r\n'],
    ['<div>\n![a](http://a.example)\n</div>', null],
    ['a[^b]\n\n[^b]: <script>ran()</script>', 'a[^b]\n\n[^b]: &lt;script\\>ran()&lt;/script\\>'],
    ['<!-- left open', '&lt;\\!-- left open']
  ])('keeps from meaning more elsewhere: %j', (source, expected) => {
    const written = portableMarkdown(source) ?? '';
    if (expected !== null) expect(written).toBe(expected);
    expect(carelessly(written)).not.toMatch(dangerous);
  });

  test('holds nothing dangerous, whatever signs it is made of', () => {
    const piece = fc.constantFrom(
      ...'<b>|<script>|</b>|<!--|-->|<![CDATA[|[|]|(|)|![|](javascript:x)|](http://a.example)|`|```\n|~~~\n|*|_|\\|&lt;|&|\n|\n\n|> |- |    |a|word |<https://a.example>|<img src=x onerror=y>|[a]: data:x\n|[a]'.split(
        '|'
      ),
      '|',
      '|-|\n'
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const written = portableMarkdown(pieces.join(''));
        expect(carelessly(written ?? '')).not.toMatch(dangerous);
      }),
      { numRuns: bySize({ usual: 1_500, full: 30_000 }) }
    );
  });

  test('closes a fence that was left open', () => {
    expect(portableMarkdown('```\na')).toBe('```\na\n```');
    expect(portableMarkdown('~~~~\na\n~~~')).toBe('~~~~\na\n~~~\n~~~~');
    expect(portableMarkdown('```\na\n```')).toBe('```\na\n```');
  });

  test('leaves a text alone that is shown plain', () => {
    const deep = '> '.repeat(100);
    expect(renderMarkdown(deep).plainBecause).not.toBeNull();
    expect(portableMarkdown(deep)).toBeNull();
  });
});
