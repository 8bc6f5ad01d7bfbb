/** The parts of a file that Typst could write and our small template does not make it write. */
import { expect, test } from 'vitest';
import { asDict, PdfFile, pdfText } from './pdf-file.js';

/** A file as Typst writes it, of these objects, the first of which is the catalog. */
function fileOf(...objects: readonly string[]): PdfFile {
  let text = '%PDF-1.7\n%abcd\n\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n\n`;
    return `${String(place).padStart(10, '0')} 00000 n\r\n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f\r\n${places.join('')}`;
  text += `trailer\n<<\n  /Size ${objects.length + 1}\n  /Root 1 0 R\n>>\nstartxref\n${start}\n%%EOF`;
  return new PdfFile(Buffer.from(text, 'latin1'));
}

test('values are read as they stand: strings with brackets, lists of lists, references, numbers', () => {
  const file = fileOf(
    '<<\n  /S (a (b (c (d))) \\) e)\n  /K [1 0 R [2 -.5] <</N null>>]\n  /H <4a4B>\n>>'
  );
  const dict = file.dict('1 0 R');
  expect(dict.get('S')).toBe('(a (b (c (d))) \\) e)');
  expect(dict.get('K')).toEqual(['1 0 R', ['2', '-.5'], new Map([['N', 'null']])]);
  expect(dict.get('H')).toBe('<4a4B>');
  expect(file.trailer.get('Root')).toBe('1 0 R');
});

test('objects are found by what they hold, each once', () => {
  const file = fileOf('<<\n/S /TR\n/T /TR\n>>', '<<\n/S /TD\n>>', '<<\n/S /TR\n>>');
  expect([...file.numbersWith('/S /TR\n')]).toEqual(['1 0 R', '3 0 R']);
  expect([...file.numbersWith('/TR\n')]).toEqual(['1 0 R', '3 0 R']);
});

test('what was changed, added and dropped is so in what is written, and the rest is as it was', () => {
  const stream = '<<\n  /Length 3\n>>\nstream\nabc\nendstream';
  const file = fileOf('<<\n  /A (old)\n>>', '<<\n  /B (kept)\n>>', stream, '<<\n  /C (gone)\n>>');
  file.set(
    '1 0 R',
    new Map([
      ['A', pdfText('é日')],
      ['New', file.add(['1', '2'])]
    ])
  );
  file.drop('4 0 R');
  const written = file.write().toString('latin1');
  expect(written).toContain(`3 0 obj\n${stream}\nendobj`);
  expect(written).not.toContain('(gone)');
  expect(asDict(file.get('1 0 R')).get('A')).toBe('<FEFF00E965E5>');
  expect(file.get('5 0 R')).toEqual(['1', '2']);
});

test('a file of another kind is refused', () => {
  expect(() => new PdfFile(Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'))).toThrow(
    'cross-reference'
  );
});
