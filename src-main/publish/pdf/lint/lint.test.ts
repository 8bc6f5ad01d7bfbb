/**
 * Each rule is broken by a small file of its own, and a good file breaks none.
 * Over 300 lines because the files of all rules stand in one table.
 */
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFObject,
  type PDFRef
} from '@cantoo/pdf-lib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintDocument, pdfRules } from './lint.js';
import { LookedAt } from './looked-at.js';

/** One page with one of every kind of thing that a rule is about. */
const good = readFileSync(join(import.meta.dirname, '../testing/every-rule.pdf'));

class Made {
  constructor(readonly document: PDFDocument) {}

  get catalog(): PDFDict {
    return this.document.catalog;
  }

  /** The first with this type, subtype, or type of an element of the structure. */
  of(name: string, skip = 0): PDFDict {
    const found = this.document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const dict = object instanceof PDFDict ? object : (object as { dict?: PDFDict }).dict;
      const isIt = ['Type', 'Subtype', 'S'].some(
        (key) => dict?.get(PDFName.of(key)) === PDFName.of(name)
      );
      return dict && isIt ? [dict] : [];
    })[skip];
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  }

  refOf(dict: PDFDict): PDFRef {
    const ref = this.document.context.getObjectRef(dict);
    if (!ref) throw new Error('It stands in another object');
    return ref;
  }

  set(dict: PDFDict, key: string, value: unknown): void {
    const object = this.document.context.obj(value as never) as PDFObject | undefined;
    if (object) dict.set(PDFName.of(key), object);
    else dict.delete(PDFName.of(key));
  }

  inside(dict: PDFDict, ...keys: readonly string[]): PDFDict {
    return keys.reduce((from, key) => from.lookup(PDFName.of(key), PDFDict), dict);
  }

  stream(entries: Record<string, unknown> = {}, contents = ''): PDFRef {
    const { context } = this.document;
    return context.register(context.stream(contents, entries as never));
  }

  packet(change: (text: string) => string): void {
    const text = new TextDecoder().decode(
      new LookedAt(this.document, good).contents(this.catalog.get(PDFName.of('Metadata')))
    );
    this.set(
      this.catalog,
      'Metadata',
      this.document.context.register(
        this.document.context.stream(new TextEncoder().encode(change(text)), { Subtype: 'XML' })
      )
    );
  }

  /** The page’s operations, one a line. */
  draw(change: (text: string) => string): void {
    const page = this.document.getPage(0);
    const looked = new LookedAt(this.document, good);
    const text = Buffer.from(looked.contents(page.node.get(PDFName.of('Contents'))));
    page.node.set(
      PDFName.of('Contents'),
      this.document.context.register(
        this.document.context.flateStream(change(text.toString('latin1')))
      )
    );
  }

  /** A new element at the end of one with this type. */
  put(type: string, into: string, entries: Record<string, unknown> = {}): void {
    const { context } = this.document;
    const parent = this.of(into);
    const ref = context.register(
      context.obj({ Type: 'StructElem', S: type, P: this.refOf(parent), ...entries } as never)
    );
    const kids = parent.lookup(PDFName.of('K'));
    this.set(parent, 'K', [...(kids instanceof PDFDict ? [] : listOf(kids)), ref]);
  }
}

function listOf(object: PDFObject | undefined): readonly PDFObject[] {
  const list = object as { asArray?: () => PDFObject[] } | undefined;
  return list?.asArray ? list.asArray() : object ? [object] : [];
}

type Break = (made: Made) => void;

/** By what the rule says. */
const breaks: Readonly<Record<string, Break>> = {
  'Its metadata say that it is PDF/UA-1': (made) =>
    made.packet((text) => text.replace('<pdfuaid:part>1', '<pdfuaid:part>2')),
  'Its metadata say that it is PDF/A-3u': (made) =>
    made.packet((text) => text.replace('<pdfaid:conformance>U', '<pdfaid:conformance>X')),
  'It has an identifier': ({ document }) => {
    document.context.trailerInfo.ID = document.context.obj([]);
  },
  'It is not encrypted': ({ document }) => {
    document.context.trailerInfo.Encrypt = document.context.obj({ Filter: 'Standard' });
  },
  'It is marked as tagged': (made) => made.set(made.catalog, 'MarkInfo', { Marked: false }),
  'Its tags are not said to be suspect': (made) =>
    made.set(made.catalog, 'MarkInfo', { Marked: true, Suspects: true }),
  'Its title is shown in place of its file name': (made) =>
    made.set(made.catalog, 'ViewerPreferences', {}),
  'It has metadata': (made) => made.set(made.catalog, 'Metadata', undefined),
  'Its metadata have a title': (made) =>
    made.packet((text) => text.replace(/(<dc:title>.*">)[^<]*/, '$1')),
  'The packet of its metadata names neither its length nor its encoding': (made) =>
    made.packet((text) => text.replace('<?xpacket ', '<?xpacket begin="" encoding="UTF-8" ')),
  'Every property of its metadata is of a known schema, or of one described beside it': (made) =>
    made.packet((text) => text.replace('<dc:format>', '<dc:mood>calm</dc:mood><dc:format>')),
  'Layers have names, and nothing switches them': (made) =>
    made.set(made.catalog, 'OCProperties', { OCGs: [], D: {} }),
  'An attached file has a name, twice': (made) => made.set(made.of('Filespec'), 'UF', undefined),
  'An attached file tells how it belongs to the document, which names it among its own': (made) =>
    made.set(made.catalog, 'AF', undefined),
  'An attached file tells its kind, and when it was changed': (made) =>
    made.set(made.of('EmbeddedFile'), 'Subtype', undefined),
  'It has no form that builds itself (XFA)': (made) =>
    made.set(made.catalog, 'AcroForm', { XFA: [] }),
  'It leaves no field to be drawn by a viewer': (made) =>
    made.set(made.catalog, 'AcroForm', { NeedAppearances: true }),
  'Its actions lead somewhere, and do nothing else': (made) =>
    made.set(made.of('Highlight'), 'A', { S: 'JavaScript', JS: PDFString.of('1') }),
  'Nothing happens by itself': (made) => made.set(made.catalog, 'AA', {}),
  'It gives nobody leave to change it': (made) => made.set(made.catalog, 'Perms', {}),
  'It has no other order of its pages': (made) =>
    made.set(made.inside(made.catalog, 'Names'), 'AlternatePresentations', {}),
  'It requires nothing of a viewer': (made) => made.set(made.catalog, 'Requirements', []),
  'Its streams are in the file itself': (made) =>
    void made.stream({ F: PDFString.of('elsewhere.bin') }),
  'Its streams are packed in ways that are free, and not locked': (made) =>
    void made.stream({ Filter: 'LZWDecode' }),
  'No string, name or number is larger than viewers must read': (made) =>
    made.set(made.of('Highlight'), 'Contents', PDFHexString.fromText('a'.repeat(20_000))),
  'A page is at least 3 and at most 14,400 units wide and tall': ({ document }) =>
    document.getPage(0).setMediaBox(0, 0, 595, 20_000),

  'It has a structure': (made) => made.set(made.of('StructTreeRoot'), 'K', undefined),
  'Every element has a standard type, or one mapped to it': (made) =>
    made.set(made.of('H1'), 'S', 'Heading'),
  'No standard type is mapped to another, and no mapping leads back to itself': (made) =>
    made.set(made.of('StructTreeRoot'), 'RoleMap', { P: 'Span' }),
  'It names its language': (made) => made.set(made.catalog, 'Lang', PDFString.of('')),
  'The language of an element is a language tag': (made) =>
    made.set(made.of('P'), 'Lang', PDFString.of('in French')),
  'Tables, lists and contents hold what belongs in them': (made) => made.put('P', 'TR'),
  'Rows, cells and items stand where they belong': (made) => made.put('LI', 'Document'),
  'A table has one head and one foot at most, and with either a body': (made) =>
    made.put('THead', 'Table'),
  'A caption stands first, in a table first or last, and is the only one': (made) =>
    made.put('Caption', 'Table'),
  'Each row of a table has a cell for each of its columns, and none overlaps another': (made) =>
    // What Chromium makes of an empty cell.
    made.set(made.of('TR', 1), 'K', [made.refOf(made.of('TD', 1))]),
  'A figure has words': (made) => made.set(made.of('Figure'), 'Alt', PDFString.of(' ')),
  'Headings begin with the first level, and descend by one': (made) => made.put('H3', 'Document'),
  'Beside headings with a level none stands without': (made) => made.put('H', 'Document'),
  'A head tells what it heads': (made) => made.set(made.of('TH'), 'A', undefined),
  'The heads that a cell names are heads of its own table': (made) =>
    made.set(made.of('TD'), 'A', { O: 'Table', Headers: [PDFString.of('nowhere')] }),
  'A formula has words': (made) => made.put('Formula', 'Document'),
  'A note has an identifier': (made) => made.set(made.of('Note'), 'ID', undefined),
  'No identifier is that of two elements, and the tree of identifiers knows each': (made) =>
    made.set(made.of('Note', 1), 'ID', made.of('Note').get(PDFName.of('ID'))),

  'An annotation stands in the structure, where its kind belongs': (made) =>
    made.set(made.of('Highlight'), 'Subtype', 'Link'),
  'From an annotation its element is found': (made) =>
    made.set(made.of('Highlight'), 'StructParent', 77),
  'An annotation has words': (made) => made.set(made.of('Highlight'), 'Contents', PDFString.of('')),
  'A link says where it leads': (made) => made.set(linkIn(made), 'Contents', undefined),
  'It has no annotation for trapping': (made) =>
    made.set(made.of('Highlight'), 'Subtype', 'TrapNet'),
  'The annotations of a page are passed in the order of its structure': ({ document }) =>
    void document.getPage(0).node.delete(PDFName.of('Tabs')),
  'Every annotation is of a kind that will be known': (made) =>
    made.set(made.of('Highlight'), 'Subtype', 'Movie'),
  'Every annotation is printed and nowhere hidden': (made) =>
    made.set(linkIn(made), 'F', undefined),
  'Every annotation but a link brings its own look, and no other': (made) =>
    made.set(made.of('Highlight'), 'AP', undefined),

  'Every font is in the file': (made) =>
    made.set(made.of('FontDescriptor'), 'FontFile2', undefined),
  'A font’s characters are counted as its encoding counts them': (made) =>
    made.set(made.of('CIDFontType2'), 'CIDSystemInfo', {}),
  'A TrueType font says which glyph each number is': (made) =>
    made.set(made.of('CIDFontType2'), 'CIDToGIDMap', undefined),
  'A font that lists its glyphs lists them all, so ours list none': (made) =>
    made.set(made.of('FontDescriptor'), 'CIDSet', made.stream()),
  'The glyphs that are drawn are as wide as the font’s own program says': (made) =>
    made.set(made.of('CIDFontType2'), 'DW', 600),
  'Fonts are of the kinds whose encoding leaves no doubt': (made) =>
    void made.document.context.register(
      made.document.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' })
    ),
  'Every glyph that is drawn names its character': (made) =>
    made.set(made.of('Type0'), 'ToUnicode', undefined),
  'No character stands as an empty box for want of a glyph': (made) =>
    made.draw((text) => text.replace(/<[0-9A-F]{4}/, '<0000')),

  'All that is drawn is said by an element or marked as an artifact': (made) =>
    made.draw((text) => `${text}0 0 10 10 re\nf\n`),
  'No artifact stands in what is said, and nothing said in an artifact': (made) =>
    made.draw((text) => text.replace('BDC\n', 'BDC\n/Artifact BMC\nEMC\n')),
  'Each sequence of a page has a number of its own, and an element that says it': (made) =>
    made.draw((text) => text.replace('/MCID 0 ', '/MCID 99 ')),
  'No drawing comes from another file, or is a program': (made) =>
    void made.stream({ Type: 'XObject', Subtype: 'PS' }),
  'A page names its own fonts and pictures, and is drawn by known operations': (made) =>
    made.draw((text) => `${text}1 2 wobble\n`),
  'Its colours are those of one profile, which it holds': (made) =>
    made.set(made.catalog, 'OutputIntents', undefined),
  'All colours are of a screen, as its profile is': (made) =>
    void made.stream({ Type: 'XObject', Subtype: 'Image', ColorSpace: 'DeviceCMYK' }),
  'Nothing depends on how a press makes its dots': (made) =>
    void made.document.context.register(made.document.context.obj({ CA: 1, TR: 'Identity' })),
  'Rendering intents are those that are known': (made) =>
    void made.stream({ Subtype: 'Image', Intent: 'AsYouLike' }),
  'A picture is one picture, drawn as it is': (made) =>
    void made.stream({ Subtype: 'Image', Interpolate: true }),
  'Colours are mixed in ways that are known': (made) =>
    void made.document.context.register(made.document.context.obj({ BM: 'Stir' })),
  'At most 28 states of drawing are open at a time': (made) =>
    made.draw((text) => `${'q\n'.repeat(29)}${text}${'Q\n'.repeat(29)}`)
};

/** Of the written bytes themselves. */
const damages: Readonly<Record<string, (file: Buffer) => Buffer>> = {
  'It begins as a PDF of a version below 2, and says that it is no text': (file) =>
    Buffer.concat([Buffer.from('%PDF-2.0'), file.subarray(8)]),
  'Nothing stands behind its end': (file) => Buffer.concat([file, Buffer.from('more\n')])
};

function linkIn(made: Made): PDFDict {
  const annotations = made.document.getPage(0).node.Annots()?.asArray() ?? [];
  const found = annotations
    .map((ref) => made.document.context.lookup(ref, PDFDict))
    .find((each) => each.get(PDFName.of('Subtype')) === PDFName.of('Link'));
  if (!found) throw new Error('There is no link');
  return found;
}

async function faultsOf(file: Uint8Array, breakIt: Break = () => undefined) {
  const document = await PDFDocument.load(file, { updateMetadata: false });
  breakIt(new Made(document));
  return lintDocument(new LookedAt(document, file), ['ua', 'archive']);
}

test('a good file breaks no rule', async () => {
  expect(await faultsOf(good)).toEqual([]);
});

test('every rule has its own words, its clause, and a file that breaks it', () => {
  const said = pdfRules.map(({ says }) => says);
  expect(new Set(said).size).toBe(said.length);
  expect([...Object.keys(breaks), ...Object.keys(damages)].sort()).toEqual(said.toSorted());
  for (const { ua, archive } of pdfRules) expect(`${ua ?? archive}`).toMatch(/^\d+(?:\.\d+)*$/);
});

test.each(Object.entries(breaks))('broken is found: %s', async (says, breakIt) => {
  const faults = await faultsOf(good, breakIt);
  expect(faults.filter((fault) => fault.includes(says))).toHaveLength(1);
});

test.each(Object.entries(damages))('damaged is found: %s', async (says, damage) => {
  const faults = await faultsOf(damage(Buffer.from(good)));
  expect(faults.filter((fault) => fault.includes(says))).toHaveLength(1);
});

test('a fault names its clauses and its first places', async () => {
  const faults = await faultsOf(good, (made) => made.set(made.of('Filespec'), 'F', undefined));
  expect(faults).toEqual([
    expect.stringMatching(/^7\.11, 6\.8 An attached file has a name, twice\. Broken by: /)
  ]);
});
