import { describe, expect, test } from 'vitest';
import { maxPageElements } from '../../domain/base/limits.js';
import { parsePage } from './parse-page.js';

interface TestNode {
  innerHTML: string;
  readonly childNodes: Iterable<TestNode>;
  toString(): string;
}

/** The nodes' types are declared for the main process alone, which knows no DOM. */
function parsed(html: string) {
  return parsePage('a.html', html) as unknown as { body: TestNode; documentElement: TestNode };
}

const bodyOf = (html: string) => parsed(html).body.toString();

describe('what no article needs never comes in', () => {
  test.each([
    ['<p data-track="x" onclick="y" class="z">a</p>', '<body><p class="z">a</p></body>'],
    ['<p>a<!-- b --></p>', '<body><p>a</p></body>'],
    ['<svg><path d="M0"/></svg><style>p{}</style><p>a', '<body><p>a</p></body>'],
    ['<script>x()</script><template><p>b</p></template>a', '<body>a</body>'],
    ['<table><p>a</p><tr><td>b</table>', /<p>a<\/p><table>/],
    [`<p class="${'x '.repeat(3_000)}" id="b">a</p>`, '<body><p id="b">a</p></body>']
  ])('%s', (html, body) => {
    expect(bodyOf(html)).toMatch(body);
  });

  test('the description of an article does', () => {
    const script = '<script type="application/ld+json">{}</script>';
    expect(parsed(`<head>${script}`).documentElement.toString()).toContain(script);
  });
});

test('entities are text of one piece', () => {
  const [paragraph] = parsed('<p>a&amp;b&lt;c</p>').body.childNodes;
  expect([...paragraph!.childNodes]).toHaveLength(1);
});

test('a page that is set to HTML again holds the words of that', () => {
  const { body } = parsed('<p>a</p>');
  body.innerHTML = `${body.innerHTML}<p>b&amp;c</p>`;
  expect(body.innerHTML).toBe('<p>a</p><p>b&amp;c</p>');
});

describe('limits', () => {
  const most = maxPageElements.toLocaleString('en');

  test.each([
    ['elements', '<p>a'.repeat(maxPageElements + 1)],
    ['attributes', '<p id=a class=b title=c lang=d>'.repeat(maxPageElements / 5 + 1)],
    ['attributes that its body is given again and again', '<body id=a>'.repeat(maxPageElements / 2)]
  ])('too many %s get a sentence', (_, html) => {
    expect(() => parsed(html)).toThrow(
      `a.html is made of more than ${most} elements and attributes, which is more than can be read. Nothing of it was taken in.`
    );
  });

  test('attributes that are not read do not count, however many there are', () => {
    const names = Array.from({ length: maxPageElements + 1 }, (_, i) => `a${i}`).join(' ');
    expect(bodyOf(`<p ${names}>a`)).toBe('<body><p>a</p></body>');
  });

  test('nesting is refused by what it costs to read', () => {
    const many = '<p>a'.repeat(10_000);
    expect(() => parsed('<div>'.repeat(2_000) + many)).toThrow(RangeError);
    expect(bodyOf('<div>'.repeat(50) + many)).toContain('<p>a</p>');
  });

  test('a long run of blanks is cut', () => {
    expect(bodyOf(`<pre>a${' '.repeat(100_000)}b</pre>`).length).toBeLessThan(500);
  });
});
