/** Protects annotations in the editor: every rendered character leads to its own sign in the source, and back. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { mapMarkdown, renderMarkdown } from './render-markdown.js';
import { renderedCases } from './testing/rendered-cases.js';

/** What a stretch of source says, were it the only text of a card. */
function says(source: string, start: number, end: number): string {
  return source.slice(start, end).replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
}

/** Whether `shown` is what that stretch stands for. */
function standsFor(origin: string, shown: string): boolean {
  const isReference = /^&.*;$/s.test(origin);
  return (
    origin === shown ||
    (/^\s+$/.test(origin) && /^\s$/.test(shown)) ||
    (origin === '\\|' && shown === '|') ||
    isReference ||
    // An unpaired half of a character is shown as a sign of its own.
    shown === '\uFFFD' ||
    /^\[[ xX]\]|^\[\^|^!\[/.test(origin)
  );
}

/** The share of the characters with a place; throws for one whose place says something else. */
function checkMap(source: string): number {
  const { text, map } = mapMarkdown(source);
  let known = 0;
  let words = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (/\s/.test(text[i] ?? '')) continue;
    words += 1;
    const place = map.toSource({ start: i, end: i + 1 });
    if (!place) continue;
    known += 1;
    const origin = says(source, place.start, place.end);
    if (!standsFor(origin, text[i] ?? '')) {
      throw new Error(`${JSON.stringify(text[i])} at ${i} comes from ${JSON.stringify(origin)}`);
    }
    const back = map.toRendered(place);
    if (!back || back.start > i || back.end <= i) throw new Error(`No way back to ${i}`);
  }
  return words === 0 ? 1 : known / words;
}

describe('the source map', () => {
  it.each(renderedCases)('knows every character of $name', ({ source }) => {
    expect(checkMap(source)).toBe(1);
  });

  test.each([
    ['a word in emphasis', 'a **bold word** b', 'bold word', 'bold word'],
    ['across a mark', 'a **bold** b', 'bold b', 'bold** b'],
    ['a number after its own mark', '1. 1', '1', '1'],
    ['a quote in a quote', '> > deep\n> > words', 'deep\nwords', 'deep\n> > words'],
    ['an item in an item', '- a\n  - b c\n  - d', 'b c', 'b c'],
    ['a paragraph of an item', '1. a\n\n   more **text**\n', 'more text', 'more **text'],
    ['a cell', '| A | B |\n|---|---|\n| 1 | two \\| three |', 'two | three', 'two \\| three'],
    ['a cell like its neighbour', '| x | x |\n|---|---|\n| x | y |', 'y', 'y'],
    ['an item behind a tab', '-\tone two', 'one two', 'one two'],
    ['code', '```js\njs js\n```', 'js js', 'js js'],
    ['a link label', '[b](https://b.example) b', 'b b', 'b](https://b.example) b'],
    ['a reference', 'A &amp; B', '& B', '&amp; B'],
    ['a task', '- [ ] do this', 'do this', 'do this'],
    ['a heading like its mark', '# # a', '# a', '# a'],
    ['a lazy line', '> one\ntwo', 'one\ntwo', 'one\ntwo']
  ])('finds %s', (_, source, words, origin) => {
    const { text, map } = mapMarkdown(source);
    const start = text.lastIndexOf(words);
    const place = map.toSource({ start, end: start + words.length });
    expect(place && source.slice(place.start, place.end)).toBe(origin);
    expect(place && map.toRendered(place)).toEqual({ start, end: start + words.length });
  });

  it('says the same text as the plain rendering', () => {
    for (const { source } of renderedCases) {
      expect(mapMarkdown(source).text).toBe(renderMarkdown(source).text);
    }
  });

  const word = fc.constantFrom(
    'peace',
    'war',
    '1',
    '-',
    'a',
    'coal',
    'שלום',
    '😀',
    'x|y',
    '*',
    '&'
  );
  const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
  const inline = fc.oneof(
    words,
    words.map((w) => `**${w}**`),
    words.map((w) => `*${w}*`),
    words.map((w) => `\`${w}\``),
    words.map((w) => `[${w}](https://a.example)`),
    words.map((w) => `${w} &amp; \\* <b>`)
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
  const block = fc.oneof(
    line,
    line.map((l) => `## ${l}`),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((all) => all.map((l) => `- ${l}`).join('\n')),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((all) => all.map((l) => `> ${l}`).join('\n')),
    fc.tuple(words, words).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |`),
    words.map((w) => `\`\`\`\n${w}\n\`\`\``),
    fc.tuple(line, line).map(([a, b]) => `1. ${a}\n\n   ${b}\n   - ${a}`)
  );

  it('leads every character to its own sign, whatever the source', () => {
    const pieces = fc.constantFrom(
      ...'* ** _ ` ``` ~~ [ ] ( ) ![ < > <b> </b> <!-- --> <br> # - 1. + > | |-| \n \n\n \\ & &amp; &#13; &lt; [^1] [^1]: http://a.example/ a@b.example [x] [ ]'.split(
        ' '
      ),
      ...[' ', '    ', '\t', '\r\n', '\r', '\0', '\u202E', '😀', 'é', 'שלום', 'word', '\n']
    );
    const sources = fc.array(fc.oneof(pieces, pieces, block), { maxLength: 40 });
    fc.assert(
      fc.property(sources, (parts) => {
        checkMap(parts.join(''));
      }),
      { numRuns: bySize({ usual: 400, full: 4_000 }) }
    );
  });

  it('knows every character of what people write', () => {
    let sum = 0;
    let count = 0;
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        sum += checkMap(blocks.join('\n\n'));
        count += 1;
      }),
      { numRuns: bySize({ usual: 300, full: 3_000 }) }
    );
    expect(sum / count).toBe(1);
  });
});
