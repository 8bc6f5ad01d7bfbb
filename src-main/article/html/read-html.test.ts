import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import { readClipboardHtml, readHtml } from './read-html.js';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const sentence =
  'The government said on Monday, after long talks in the capital, that it rejects any deal which gives up land, and that it will publish a plan of its own within days.';
const news = `<!doctype html><html lang="en"><head>
<title>Talks stall | The Gazette</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":"NewsArticle","headline":"Talks stall","datePublished":"2025-08-16T23:30:00-04:00",
"author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Person","name":"Bo Ray"}],"publisher":{"name":"The Gazette"}}]}</script>
<link rel="canonical" href="https://gazette.example/talks">
<script>document.write('tracked')</script><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Talks stall</h1>${`<p>${sentence}</p>`.repeat(4)}
<h2>What comes next</h2><ul><li>One round</li><li>Another round</li></ul>
<p>${sentence} <a href="https://a.example/b?utm_source=x&amp;id=7">More</a> <a href="javascript:alert(1)">here</a></p>
<img src="https://tracker.example/pixel.gif" width="1" height="1"><iframe src="https://tracker.example"></iframe>
</article><footer>We use cookies</footer></body></html>`;

describe('a news page', () => {
  const { text, facts, format } = readHtml('talks.html', bytesOf(news));

  test('becomes Markdown of its main text, under its title', () => {
    expect(format).toBe('markdown');
    expect(text).toMatch(/^# Talks stall\n\nThe government/);
    expect(text).toContain('## What comes next\n\n- One round\n- Another round');
    expect(text.match(/Talks stall/g)).toHaveLength(1);
  });

  test('loses menus, scripts, pictures and what follows its reader', () => {
    expect(text).not.toMatch(/Home|cookies|tracked|tracker|utm_|javascript|color/);
    expect(text).toContain('[More](https://a.example/b?id=7)');
  });

  test('says who published it, when and where', () => {
    expect(facts).toEqual({
      title: 'Talks stall',
      publisher: 'The Gazette',
      author: 'Ann Lee, Bo Ray',
      published: '2025-08-16',
      made: null,
      url: 'https://gazette.example/talks'
    });
  });
});

test.each([
  ['<meta property="og:site_name" content="Daily">', { publisher: 'Daily' }],
  ['<meta name="author" content="By Ann Lee">', { author: 'Ann Lee' }],
  ['<meta property="article:author" content="https://a.example/ann">', { author: '' }],
  [
    '<meta property="article:published_time" content="2025-03-02T10:00Z">',
    { published: '2025-03-02' }
  ],
  ['<meta name="pubdate" content="August 16, 2025">', { published: '2025-08-16' }],
  ['<meta property="og:url" content="https://a.example/x">', { url: 'https://a.example/x' }],
  [
    '<title>Talks in the old town stall again | The Gazette</title>',
    { title: 'Talks in the old town stall again' }
  ],
  ['<link rel="canonical" href="/relative">', { url: '' }],
  ['<script type="application/ld+json">{ broken</script>', { publisher: '' }]
])('reads %s', (head, expected) => {
  const page = `<html><head>${head}</head><body><p>${sentence}</p></body></html>`;
  expect(readHtml('a.html', bytesOf(page)).facts).toMatchObject(expected);
});

test('reads a date from the page itself, and the address from a saved page’s comment', () => {
  const page = `<!-- saved from url=(0024)https://a.example/article --><html><body><article>
    <time datetime="2024-02-29T08:00">29 Feb</time><p>${sentence}</p></article></body></html>`;
  expect(readHtml('a.html', bytesOf(page)).facts).toMatchObject({
    published: '2024-02-29',
    url: 'https://a.example/article'
  });
});

describe('encodings', () => {
  const inLatin = (head: string) =>
    Uint8Array.from(
      Buffer.from(`<html><head>${head}</head><body><p>Caf\xe9 talks ${sentence}</p>`, 'latin1')
    );

  test.each([
    '<meta charset=iso-8859-1>',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
  ])('an old page is read in the encoding that it names: %s', (head) => {
    expect(readHtml('old.html', inLatin(head)).text).toContain('Café talks');
  });

  test('a page that names no encoding is read as Western European, and said so', () => {
    const read = readHtml('old.html', inLatin('\x80 \x93'));
    expect(read.text).toContain('Café talks');
    expect(read.missing).toEqual([expect.stringContaining('Western European')]);
    expect(readHtml('old.html', inLatin('<meta charset=latin1>')).missing).toEqual([]);
  });

  test('quotation marks and the euro sign of an old page stay', () => {
    const page = `<meta charset=iso-8859-1><p>\x93Caf\xe9\x94 costs 20 \x80. ${sentence}</p>`;
    expect(readHtml('old.html', Buffer.from(page, 'latin1')).text).toContain('“Café” costs 20 €.');
  });

  test('reads UTF-16 by its byte order mark', () => {
    const bytes = Buffer.from(`\ufeff<p>Café talks ${sentence}</p>`, 'utf16le');
    expect(readHtml('old.html', bytes).text).toContain('Café talks');
  });

  test.each([
    ['<meta charset=klingon>', 'unknown-encoding', /“klingon”/],
    ['<meta charset=utf-8>', 'wrong-encoding', /“utf-8”, but is not/],
    ['<meta charset=shift_jis>', 'wrong-encoding', /“shift_jis”, but is not/]
  ])('%j with bytes that do not fit is refused as %s', (head, code, sentenceOf) => {
    const bytes = Uint8Array.from([...inLatin(head), 0xff, 0xff]);
    expect(() => readHtml('old.html', bytes)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(sentenceOf) as string })
    );
  });
});

test.each(['<html><body></body></html>', '<script>all()</script>', '<img src=a>'])(
  'refuses a page without words: %s',
  (page) => {
    expect(() => readHtml('a.html', bytesOf(page))).toThrow(/holds no words of an article/);
  }
);

describe('formatted words from the clipboard', () => {
  test.each([
    ['<p>1. one</p>', '1\\. one'],
    ['<p>:- x</p>', '\\:- x'],
    ['<p><span>1</span>. x</p>', '1\\. x'],
    ['<p>= a<br>+ b<br>- c<br># d</p>', '\\= a  \n\\+ b  \n\\- c  \n\\# d'],
    ['<p>hi!<a href="https://a.example">x</a></p>', 'hi\\![x](https://a.example)'],
    ['<b id="docs-internal-guid-1"><p>plain</p></b>', 'plain'],
    ['<p>x<b>foo:</b>bar</p>', 'xfoo:bar'],
    ['<ol start="3"><li>a<ul><li>b</li></ul></li></ol>', '3. a\n   - b'],
    [
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2|3</td></tr></table>',
      '| A   | B   |\n| --- | --- |\n| 1   | 2\\|3 |'
    ],
    [
      '<table><tr><td><ul><li>menu</li></ul></td><td><p>a</p><p>b</p></td></tr></table>',
      '- menu\n\na\n\nb'
    ],
    ['<p onclick="x()">a<script>b</script><style>c</style></p>', 'a'],
    ['', '']
  ])('%s', (html, markdown) => {
    expect(readClipboardHtml(html)).toBe(markdown);
  });

  test('text never turns into markup, whatever signs are in it', () => {
    const signs = fc.constantFrom(
      ...'#*_-+=:|>~`[]()!&;.1\\<$a b'.split(''),
      ' ',
      '1.',
      '&amp;',
      '---',
      'https://a.example/b_c*d',
      '[^1]',
      'a_b@c.example',
      '**',
      'www.a.b'
    );
    const words = fc.array(signs, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (lines) => {
        const html = lines
          .map((line) => `<span>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</span>`)
          .join('<br>');
        const seen = renderMarkdown(readClipboardHtml(`<p>x${html}</p>`)).text;
        const meant = `x${lines.join('\n')}`;
        expect(folded(seen)).toBe(folded(meant));
      })
    );
  });
});

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
