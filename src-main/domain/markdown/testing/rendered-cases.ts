/**
 * What Markdown renders to, case by case: read by the unit test, and by the test in a real browser
 * that proves `text` equal to the document's text nodes.
 */

interface RenderedCase {
  readonly name: string;
  readonly source: string;
  readonly html: string;
  readonly text: string;
}

export const renderedCases: readonly RenderedCase[] = [
  {
    name: 'paragraphs apart',
    source: 'One.\n\nTwo.',
    html: '<p>One.</p>\n<p>Two.</p>',
    text: 'One.\nTwo.'
  },
  {
    name: 'blocks from right to left, and what stands in a list runs as the list does',
    source: '# تقرير\n\nنص\n\n- أولا\n- two\n\n> English',
    html: '<h3 dir="rtl">تقرير</h3>\n<p dir="rtl">نص</p>\n<ul dir="rtl"><li>أولا</li>\n<li>two</li></ul>\n<blockquote><p>English</p></blockquote>',
    text: 'تقرير\nنص\nأولا\ntwo\nEnglish'
  },
  {
    name: 'a soft line break',
    source: 'one\ntwo',
    html: '<p>one\ntwo</p>',
    text: 'one\ntwo'
  },
  {
    name: 'hard line breaks',
    source: 'one  \ntwo\\\nthree<br>four',
    html: '<p>one<br>\ntwo<br>\nthree<br>\nfour</p>',
    text: 'one\ntwo\nthree\nfour'
  },
  {
    name: 'headings from h3 on, no level left out',
    source: '# A\n\n## B\n\nC\n---\n\n###### D\n\n### E\n\n# F',
    html: '<h3>A</h3>\n<h4>B</h4>\n<h4>C</h4>\n<h5>D</h5>\n<h5>E</h5>\n<h3>F</h3>',
    text: 'A\nB\nC\nD\nE\nF'
  },
  {
    name: 'headings that begin further down',
    source: '### A\n\n##### B',
    html: '<h3>A</h3>\n<h4>B</h4>',
    text: 'A\nB'
  },
  {
    name: 'emphasis inside emphasis',
    source: '**bold *both* bold** ~~gone~~ `a<b`',
    html: '<p><strong>bold <em>both</em> bold</strong> <del>gone</del> <code>a&lt;b</code></p>',
    text: 'bold both bold gone a<b'
  },
  {
    name: 'a tight list with a list inside',
    source: '- one\n  - two\n- three',
    html: '<ul><li>one\n<ul><li>two</li></ul></li>\n<li>three</li></ul>',
    text: 'one\ntwo\nthree'
  },
  {
    name: 'a loose list that starts at 3',
    source: '3. one\n\n4. two',
    html: '<ol start="3"><li><p>one</p></li>\n<li><p>two</p></li></ol>',
    text: 'one\ntwo'
  },
  {
    name: 'a task list',
    source: '- [x] done\n- [ ] *open*',
    html: '<ul><li>☑ done</li>\n<li>☐ <em>open</em></li></ul>',
    text: '☑ done\n☐ open'
  },
  {
    name: 'a quote with a list',
    source: '> said\n>\n> - a\n> - b',
    html: '<blockquote><p>said</p>\n<ul><li>a</li>\n<li>b</li></ul></blockquote>',
    text: 'said\na\nb'
  },
  {
    name: 'a table',
    source: '| A | B |\n|:--|--:|\n| 1<br>2 | `x\\|y` |\n| 3 |',
    html: '<table><thead><tr><th align="left">A</th>\t<th align="right">B</th></tr></thead>\n<tbody><tr><td align="left">1<br>\n2</td>\t<td align="right"><code>x|y</code></td></tr>\n<tr><td align="left">3</td>\t<td align="right"></td></tr></tbody></table>',
    text: 'A\tB\n1\n2\tx|y\n3\t'
  },
  {
    name: 'code, its blank lines kept',
    source: '```js\n\nif (a < b) {}\n\n```\n\n    indented &amp;',
    html: '<pre><code>\nif (a &lt; b) {}\n\n</code></pre>\n<pre><code>indented &amp;amp;</code></pre>',
    text: '\nif (a < b) {}\n\n\nindented &amp;'
  },
  {
    name: 'character references',
    source: '&amp; &copy; &#x41; &notathing; &lt;b&gt; &copy',
    html: '<p>&amp; © A &amp;notathing; &lt;b&gt; &amp;copy</p>',
    text: '& © A &notathing; <b> &copy'
  },
  {
    name: 'a code span keeps references',
    source: '`&amp;`',
    html: '<p><code>&amp;amp;</code></p>',
    text: '&amp;'
  },
  {
    name: 'escapes',
    source: '\\*not emphasis\\* \\&amp;',
    html: '<p>*not emphasis* &amp;amp;</p>',
    text: '*not emphasis* &amp;'
  },
  {
    name: 'links',
    source:
      '[label *here*](https://a.example/?a=1&b=2 "t") <https://b.example/> www.c.example m@d.example',
    html: '<p><a href="https://a.example/?a=1&amp;b=2">label <em>here</em></a> <a href="https://b.example/">https://b.example/</a> <a href="http://www.c.example">www.c.example</a> <a href="mailto:m@d.example">m@d.example</a></p>',
    text: 'label here https://b.example/ www.c.example m@d.example'
  },
  {
    name: 'a link by reference',
    source: '[x][1]\n\n[1]: https://a.example/',
    html: '<p><a href="https://a.example/">x</a></p>',
    text: 'x'
  },
  {
    name: 'a reference to nothing',
    source: '[x][1] [y]',
    html: '<p>[x][1] [y]</p>',
    text: '[x][1] [y]'
  },
  {
    name: 'raw HTML as text',
    source:
      'a <b onclick="x">b</b> <!-- c -->\n\n<div>\n*d*\n</div>\n\n<br>\n\n<script>alert(1)</script>',
    html: '<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt; &lt;!-- c --&gt;</p>\n<p>&lt;div&gt;\n*d*\n&lt;/div&gt;</p>\n<br>\n\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    text: 'a <b onclick="x">b</b> <!-- c -->\n<div>\n*d*\n</div>\n\n\n<script>alert(1)</script>'
  },
  {
    name: 'an image that carries its pixels',
    source: '![dot](data:image/png;base64,iVBORw0KGgo=)',
    html: '<p><img src="data:image/png;base64,iVBORw0KGgo=" alt="dot"></p>',
    text: ''
  },
  {
    name: 'footnotes in the order of mention',
    source:
      'A[^b] and B[^a], A again[^b], none[^c].\n\n[^a]: Second.\n\n    More.\n[^b]: First.\n[^z]: Never cited.',
    html: '<p>A<sup>[1]</sup> and B<sup>[2]</sup>, A again<sup>[1]</sup>, none[^c].</p>\n<ol><li><p>First.</p></li>\n<li><p>Second.</p>\n<p>More.</p></li>\n<li><p>Never cited.</p></li></ol>',
    text: 'A[1] and B[2], A again[1], none[^c].\nFirst.\nSecond.\nMore.\nNever cited.'
  },
  {
    name: 'a rule',
    source: 'a\n\n***\n\nb',
    html: '<p>a</p>\n<hr>\n<p>b</p>',
    text: 'a\n\nb'
  },
  {
    name: 'emoji, combining marks and other scripts',
    source: '👩‍👩‍👧 e\u0301 **שלום** עולם مرحبا **بك** 漢字*漢*字',
    html: '<p>👩‍👩‍👧 e\u0301 <strong>שלום</strong> עולם مرحبا <strong>بك</strong> 漢字<em>漢</em>字</p>',
    text: '👩‍👩‍👧 e\u0301 שלום עולם مرحبا بك 漢字漢字'
  },
  {
    name: 'direction controls left out',
    source: 'a\u202Eb\u2066c\u2069',
    html: '<p>abc</p>',
    text: 'abc'
  },
  {
    name: 'carriage returns',
    source: 'a\r\nb\rc&#13;d',
    html: '<p>a\nb\nc&#13;d</p>',
    text: 'a\nb\nc\rd'
  },
  {
    name: 'nothing',
    source: '',
    html: '',
    text: ''
  },
  {
    name: 'a definition alone',
    source: '[1]: https://a.example/',
    html: '',
    text: ''
  }
];
