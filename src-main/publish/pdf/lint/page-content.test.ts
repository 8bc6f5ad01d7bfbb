import { expect, test } from 'vitest';
import { readGlyphs } from './page-content.js';

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
