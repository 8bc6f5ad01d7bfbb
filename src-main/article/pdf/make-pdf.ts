/** Makes small PDFs for tests: pages of lines at places, or of a picture. */

export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}
export type MadePage = readonly PlacedLine[] | 'picture' | 'blank';

/** @param info entries of the information dictionary. */
export function makePdf(pages: readonly MadePage[], info: Record<string, string> = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const first = 6;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add(
    stream(
      '\xff',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray'
    )
  );
  const entries = Object.entries(info).map(([key, value]) => `/${key} (${escaped(value)})`);
  add(`<< ${entries.join(' ')} >>`);
  pages.forEach((page, i) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * i + 1} 0 R ` +
        '/Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>'
    );
    add(stream(contentOf(page)));
  });
  return new Uint8Array(Buffer.from(assemble(objects), 'latin1'));
}

/** Lines of one column from `top` downwards. */
export function column(
  lines: readonly string[],
  { x = 72, top = 720, step = 14, size = 11 } = {}
): readonly PlacedLine[] {
  return lines.map((text, i) => ({ text, x, y: top - i * step, size }));
}

function contentOf(page: MadePage): string {
  if (page === 'blank') return '';
  if (page === 'picture') return 'q 500 0 0 700 50 50 cm /I Do Q';
  return page
    .map(({ text, x, y, size = 11 }) => `BT /F ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}

function stream(data: string, entries = ''): string {
  return `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

function assemble(objects: readonly string[]): string {
  let pdf = '%PDF-1.7\n';
  const places = objects.map((body, i) => {
    const place = pdf.length;
    pdf += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>`;
  return `${pdf}${table}${trailer}\nstartxref\n${pdf.length}\n%%EOF\n`;
}
