/** For tests: a tagged page as Chromium prints one, of a structure that the test tells. */
import { PDFDocument, PDFName, type PDFDict, PDFString, type PDFRef } from '@cantoo/pdf-lib';

/** An element by its type; words that it draws itself; what else it says. */
export interface Shape {
  readonly type: string;
  readonly words?: string;
  readonly kids?: readonly Shape[];
  readonly entries?: (document: PDFDocument) => Readonly<Record<string, unknown>>;
  /** The words of its annotation: a link where its type is `Link`, else a highlight. */
  readonly note?: string;
}

export function element(type: string, ...kids: readonly (Shape | string)[]): Shape {
  return {
    type,
    kids: kids.map((kid) => (typeof kid === 'string' ? { type: 'NonStruct', words: kid } : kid))
  };
}

export function cell(type: 'TH' | 'TD', words: string, attributes: object = {}): Shape {
  const scope = type === 'TH' ? { Scope: 'Column' } : {};
  return {
    ...element(type, ...(words ? [words] : [])),
    entries: () => ({ A: { O: 'Table', ...scope, ...attributes } })
  };
}

/** One page, with one font whose glyphs have the numbers of their characters and are half as wide as tall. */
export async function taggedPdf(...shapes: readonly Shape[]): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context, catalog } = document;
  const page = document.addPage([595, 842]);
  const lines: string[] = ['1 1 1 rg', '0 0 595 842 re', 'f'];
  const owners: PDFRef[] = [];
  const held: PDFRef[] = [];
  const root = context.obj({ Type: 'StructTreeRoot', RoleMap: {} });
  const rootRef = context.register(root);

  const add = (shape: Shape, parent: PDFRef): PDFRef => {
    const { type, words, kids = [], entries, note } = shape;
    const dict = context.obj({ Type: 'StructElem', S: type, P: parent, Pg: page.ref });
    const ref = context.register(dict);
    for (const [key, value] of Object.entries(entries?.(document) ?? {})) {
      dict.set(PDFName.of(key), context.obj(value as never));
    }
    const own: unknown[] = kids.map((kid) => add(kid, ref));
    if (words !== undefined) {
      own.unshift(owners.length);
      lines.push(`/${type} <</MCID ${owners.length} >>BDC`, 'BT', '/F4 10 Tf');
      for (const letter of words) lines.push(`${glyph(letter)} Tj`);
      lines.push('ET', 'EMC');
      owners.push(ref);
    }
    if (note !== undefined) {
      const annotation = annotationOf(document, type, note, held.length + 1);
      held.push(ref);
      page.node.set(
        PDFName.of('Annots'),
        context.obj([...(page.node.Annots()?.asArray() ?? []), annotation])
      );
      own.push(context.obj({ Type: 'OBJR', Obj: annotation, Pg: page.ref }));
    }
    if (own.length > 0) dict.set(PDFName.of('K'), context.obj(own as never));
    return ref;
  };
  const whole = add({ ...element('Document', ...shapes) }, rootRef);
  root.set(PDFName.of('K'), whole);
  const parents = [0, context.register(context.obj(owners))];
  held.forEach((ref, index) => parents.push(index + 1, ref));
  root.set(PDFName.of('ParentTree'), context.register(context.obj({ Nums: parents })));
  root.set(PDFName.of('ParentTreeNextKey'), context.obj(held.length + 1));

  catalog.set(PDFName.of('StructTreeRoot'), rootRef);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Type: 'MarkInfo', Marked: true }));
  catalog.set(PDFName.of('Lang'), PDFString.of('en'));
  page.node.set(PDFName.of('StructParents'), context.obj(0));
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  page.node.set(
    PDFName.of('Contents'),
    context.register(context.flateStream(`${lines.join('\n')}\n`))
  );
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { F4: font(document) } }));
  return document;
}

function glyph(letter: string): string {
  return `<${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

function annotationOf(
  { context }: PDFDocument,
  type: string,
  words: string,
  StructParent: number
): PDFRef {
  const Rect = [100, 700, 200, 712];
  const Contents = PDFString.of(words);
  const both = { Type: 'Annot', Rect, F: 4, StructParent, Contents };
  if (type === 'Link') {
    const action = { S: 'URI', URI: PDFString.of('https://example.org/') };
    return context.register(context.obj({ ...both, Subtype: 'Link', A: action }));
  }
  const look = { Type: 'XObject', Subtype: 'Form', BBox: Rect, Resources: {} };
  return context.register(
    context.obj({
      ...both,
      Subtype: 'Highlight',
      QuadPoints: [100, 712, 200, 712, 100, 700, 200, 700],
      AP: { N: context.register(context.stream('', look)) }
    })
  );
}

function font({ context }: PDFDocument): PDFRef {
  const map =
    'begincmap\n1 beginbfchar\n<0008> <0000>\nendbfchar\n1 beginbfrange\n<0020> <007E> <0020>\nendbfrange\nendcmap';
  const descriptor = context.obj({
    ...{ Type: 'FontDescriptor', FontName: 'AAAAAA+Made', Flags: 4, ItalicAngle: 0 },
    ...{ Ascent: 800, Descent: -200, CapHeight: 700, StemV: 80, FontBBox: [0, -200, 500, 800] },
    FontFile2: context.register(context.flateStream(fontProgram()))
  });
  const descendant: PDFDict = context.obj({
    ...{ Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'AAAAAA+Made', DW: 500 },
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity') },
    CIDToGIDMap: 'Identity',
    FontDescriptor: context.register(descriptor)
  });
  return context.register(
    context.obj({
      ...{ Type: 'Font', Subtype: 'Type0', BaseFont: 'AAAAAA+Made', Encoding: 'Identity-H' },
      DescendantFonts: [context.register(descendant)],
      ToUnicode: context.register(context.flateStream(map))
    })
  );
}

/** Of a TrueType font only the tables that tell how wide its glyphs are: 1000 units an em, each glyph 500. */
function fontProgram(): Uint8Array {
  const glyphs = 127;
  const head = Buffer.alloc(54);
  head.writeUInt16BE(1000, 18);
  const hhea = Buffer.alloc(36);
  hhea.writeUInt16BE(1, 34);
  const maxp = Buffer.alloc(6);
  maxp.writeUInt16BE(glyphs, 4);
  const hmtx = Buffer.alloc(4 + 2 * (glyphs - 1));
  hmtx.writeUInt16BE(500, 0);
  const tables = Object.entries({ head, hhea, hmtx, maxp });
  const index = Buffer.alloc(12 + 16 * tables.length);
  index.writeUInt32BE(0x00010000, 0);
  index.writeUInt16BE(tables.length, 4);
  let offset = index.length;
  tables.forEach(([name, table], number) => {
    const at = 12 + 16 * number;
    index.write(name, at, 'latin1');
    index.writeUInt32BE(offset, at + 8);
    index.writeUInt32BE(table.length, at + 12);
    offset += table.length;
  });
  return Buffer.concat([index, ...tables.map(([, table]) => table)]);
}
