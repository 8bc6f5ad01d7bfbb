import { expect, test } from 'vitest';
import { contentLines } from './content-lines.js';

test('one operation a line, dictionaries on theirs, strings in hexadecimal digits', () => {
  const typst =
    '/Span <<\n  /MCID 0\n  /ActualText (a \\(b\\) (c))\n>> BDC\nq\n1 0 0 -1 5.5 .5 cm\n/f0 8.5 Tf\n[(\\000\\r\\000\n) 18 (\\000)] TJ\n0 0 m 1 1 l\nS\nEMC\n';
  expect(contentLines(typst).split('\n')).toEqual([
    '/Span <</MCID 0 /ActualText <612028622920286329>>> BDC',
    'q',
    '1 0 0 -1 5.5 .5 cm',
    '/f0 8.5 Tf',
    '[ <000D000A> 18 <00> ] TJ',
    '0 0 m',
    '1 1 l',
    'S',
    'EMC'
  ]);
});

test('what Chromium writes stays as it is', () => {
  const chromium = '/P <</MCID 0 >>BDC\nBT\n/F4 10 Tf\n<0003> Tj\nET\nEMC';
  expect(contentLines(chromium)).toBe(chromium);
});
