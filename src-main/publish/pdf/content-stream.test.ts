import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent, writeContent } from './content-stream.js';
import { readGlyphs } from './page-content.js';

/** As Chromium writes a page: a white ground, a running head, a rule, a word with a ligature. */
const page = [
  '.24 0 0 -.24 0 841 cm',
  'q',
  '1 1 1 RG 1 1 1 rg',
  '0 0 658 964 re',
  'f',
  'BT',
  '/F4 10 Tf',
  '<0001> Tj',
  'ET',
  '0 0 10 10 re',
  'W* n',
  '/Table <</MCID 0 >>BDC',
  '0 0 1 27 re',
  'f',
  'EMC',
  '/P <</MCID 1 >>BDC',
  'BT',
  '/F4 10 Tf',
  '<0001> Tj',
  '/Span<</ActualText <feff00660069> >> BDC',
  '5.5 0 Td <0003> Tj',
  'EMC',
  '5.5 0 Td <0002> Tj',
  'ET',
  'EMC',
  'q',
  '/X5 Do',
  'Q',
  'Q',
  ''
].join('\n');
const glyphs = new Map([
  ['0001', 'a'],
  ['0002', 'b'],
  ['0003', '?']
]);
const read = (text: string) => readContent(text, () => glyphs);

describe('a page’s operations', () => {
  test('tell which words and which ornaments an element owns', () => {
    expect(read(page).sequences).toEqual([
      expect.objectContaining({
        mcid: 0,
        begin: 11,
        end: 14,
        text: '',
        onlyShapes: true,
        glyphs: []
      }),
      expect.objectContaining({ mcid: 1, text: 'afib', onlyShapes: false })
    ]);
    expect(read(page).sequences[1]?.glyphs.map(({ code }) => code)).toEqual([
      '0001',
      '0003',
      '0002'
    ]);
  });

  test('that no element owns become artifacts, clipping stays, and what is disowned follows', () => {
    const written = writeContent(read(page), new Set([0]), new Map([[18, '<0002> Tj']]));
    expect(written.split('\n').filter((line) => /BMC|BDC|EMC/.test(line))).toEqual([
      ...['/Artifact BMC', 'EMC', '/Artifact BMC', 'EMC', '/Artifact BMC', 'EMC'],
      ...['/P <</MCID 1 >>BDC', '/Span<</ActualText <feff00660069> >> BDC', 'EMC', 'EMC'],
      ...['/Artifact BMC', 'EMC']
    ]);
    expect(read(written).unowned).toEqual([]);
    expect(read(written).sequences[0]?.text).toBe('bfib');
  });

  test('stay as they are but for the marks around them, whatever they are', () => {
    const line = fc.constantFrom(...page.split('\n').filter((each) => !/BMC|BDC|EMC/.test(each)));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const written = writeContent(read(lines.join('\n')), new Set(), new Map()).split('\n');
        const marks = written.filter((each) => /^\/Artifact BMC$|^EMC$/.test(each));
        expect(written.filter((each) => !marks.includes(each)).join('\n')).toBe(lines.join('\n'));
        marks.forEach((mark, index) => expect(mark).toBe(index % 2 ? 'EMC' : '/Artifact BMC'));
      })
    );
  });
});

test('a font’s map is read by single glyphs and by spans', () => {
  const map = `2 beginbfchar
<0001> <0020>
<0005> <D83CDF0D>
endbfchar
1 beginbfrange
<000a> <000c> <0041>
endbfrange`;
  expect([...readGlyphs(map)]).toEqual([
    ['0001', ' '],
    ['0005', '\u{1F30D}'],
    ['000A', 'A'],
    ['000B', 'B'],
    ['000C', 'C']
  ]);
});
