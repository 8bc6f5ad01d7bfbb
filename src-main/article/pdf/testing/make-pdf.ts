/** Makes small PDFs for tests: pages of lines at places, of rules, of a picture; with a structure or without. */

export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** The marked content that it is, from 0 on its page, or `artifact` for what is beside the text. */
  readonly content?: number | 'artifact';
}
/** From one point to another. */
export interface PlacedRule {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}
export type MadePage = readonly (PlacedLine | PlacedRule)[] | 'picture' | 'blank';

/** An element of a structure tree: its kids are elements, or marked contents of a page. */
export interface MadeElement {
  readonly role: string;
  readonly kids: readonly (MadeElement | { readonly page: number; readonly content: number })[];
}

const fixed = 7;

/** @param info entries of the information dictionary. */
export function makePdf(
  pages: readonly MadePage[],
  info: Record<string, string> = {},
  structure: MadeElement | null = null
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const pageNumber = (i: number) => fixed + 2 * i;
  const firstElement = fixed + 2 * pages.length;
  const tags = structure ? `/MarkInfo << /Marked true >> /StructTreeRoot ${firstElement} 0 R` : '';
  add(`<< /Type /Catalog /Pages 2 0 R ${tags} >>`);
  const kids = pages.map((_, i) => `${pageNumber(i)} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const name of ['Helvetica', 'Helvetica-Bold']) {
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
  }
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
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${pageNumber(i) + 1} 0 R ` +
        `/StructParents ${i} ` +
        '/Resources << /Font << /F 3 0 R /B 4 0 R >> /XObject << /I 5 0 R >> >> >>'
    );
    add(stream(contentOf(page)));
  });
  if (structure) objects.push(...structureObjects(structure, firstElement, pages, pageNumber));
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
  return page.map((placed) => ('from' in placed ? rule(placed) : line(placed))).join('\n');
}

function rule({ from, to }: PlacedRule): string {
  return `0.5 w ${from.join(' ')} m ${to.join(' ')} l S`;
}

function line({ text, x, y, size = 11, bold = false, content }: PlacedLine): string {
  const shown = `BT /${bold ? 'B' : 'F'} ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`;
  if (content === undefined) return shown;
  const mark = content === 'artifact' ? '/Artifact BMC' : `/Span << /MCID ${content} >> BDC`;
  return `${mark} ${shown} EMC`;
}

/** The root, the parent tree by which a page finds the elements of its contents, and the elements. */
function structureObjects(
  root: MadeElement,
  first: number,
  pages: readonly MadePage[],
  pageNumber: (i: number) => number
): readonly string[] {
  const bodies: string[] = ['', ''];
  const owners = pages.map((): string[] => []);
  const add = (element: MadeElement, parent: number): number => {
    const number = first + bodies.push('') - 1;
    const kids = element.kids.map((kid) => {
      if ('role' in kid) return `${add(kid, number)} 0 R`;
      (owners[kid.page] ?? [])[kid.content] = `${number} 0 R`;
      return `<< /Type /MCR /Pg ${pageNumber(kid.page)} 0 R /MCID ${kid.content} >>`;
    });
    bodies[number - first] =
      `<< /Type /StructElem /S /${element.role} /P ${parent} 0 R /K [${kids.join(' ')}] >>`;
    return number;
  };
  const top = add(root, first);
  const numbers = owners.map(
    (refs, i) => `${i} [${Array.from(refs, (ref) => ref ?? 'null').join(' ')}]`
  );
  bodies[0] = `<< /Type /StructTreeRoot /K [${top} 0 R] /ParentTree ${first + 1} 0 R >>`;
  bodies[1] = `<< /Nums [${numbers.join(' ')}] >>`;
  return bodies;
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
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>`;
  return `${pdf}${table}${trailer}\nstartxref\n${pdf.length}\n%%EOF\n`;
}
