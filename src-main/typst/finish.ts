/**
 * What Typst cannot say, put into the PDF that it wrote: heads of rows, PDF/A-3u beside PDF/UA-1, metadata of
 * ours, attached files, and highlights with their notes. Equal input gives equal bytes.
 */
import { createHash } from 'node:crypto';
import { type Highlight, makeHighlights } from './highlights.js';
import {
  asArray,
  asDict,
  pdfDate,
  PdfFile,
  pdfText,
  type PdfDict,
  type PdfValue
} from './pdf-file.js';
import { srgbProfile } from './srgb-profile.js';

export interface Finish {
  /** Whether it is to keep the rules of PDF/UA-1; else signs without a font print as boxes. */
  readonly isAccessible: boolean;
  /** The metadata as XMP. It says which standards are kept. */
  readonly packet: string;
  /** The same as PDF has it, for programs that read no XMP: Title, Subject, Keywords, Creator, Producer. */
  readonly info: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly modifiedAt: string;
  /** Whether it is to be PDF/A-3u: with the profile of its colours. */
  readonly archive: boolean;
  /** What a link to each place is called aloud, by the name of the place; Typst says only “Section, page 4”. */
  readonly places: Readonly<Record<string, string>>;
  /** In the order of their names. */
  readonly attachments: readonly Attachment[];
  /** By the ids that links to `markAddress` name; the words stand under such links. */
  readonly highlights: Readonly<Record<string, Highlight>>;
}

/** What the pages were made from (PDF 2.0, 14.13, `AFRelationship` Source). */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly description: string;
  /** Such as `application/json`. */
  readonly mimeType: string;
  readonly modifiedAt: string;
}

export function finishPages(written: Buffer, finish: Finish): Buffer {
  const file = new PdfFile(written);
  nameRowHeads(file);
  tagNotes(file);
  dropGlyphLists(file);
  nameLinks(file, finish.places);
  makeHighlights(file, finish.highlights);
  const root = file.trailer.get('Root');
  const catalog = file.dict(root);
  file.drop(catalog.get('Metadata'));
  const packet = Buffer.from(finish.packet);
  catalog.set('Metadata', file.addPlainStream({ Type: '/Metadata', Subtype: '/XML' }, packet));
  catalog.set('ViewerPreferences', shownByTitle(catalog.get('ViewerPreferences')));
  catalog.set('MarkInfo', withoutSuspects(catalog.get('MarkInfo')));
  if (finish.attachments.length > 0) attachFiles(file, catalog, finish.attachments);
  if (finish.archive) catalog.set('OutputIntents', [outputIntent(file)]);
  file.set(root, catalog);
  const info = Object.entries(finish.info).map(([key, text]) => [key, pdfText(text)] as const);
  file.set(
    file.trailer.get('Info'),
    new Map<string, PdfValue>([
      ...info,
      ['CreationDate', pdfDate(finish.createdAt)],
      ['ModDate', pdfDate(finish.modifiedAt)]
    ])
  );
  // By what Typst drew, which its own identifier stands for, and by what the metadata say.
  const drawn = JSON.stringify(file.trailer.get('ID'));
  const id = createHash('sha256').update(drawn).update(packet).digest('hex').slice(0, 32);
  file.trailer.set('ID', [`<${id}>`, `<${id}>`]);
  return file.write();
}

/** The title is shown in place of the file's name. */
function shownByTitle(preferences: PdfValue | undefined): PdfDict {
  return new Map(preferences ? asDict(preferences) : []).set('DisplayDocTitle', 'true');
}

/** That no tag is suspect is so where nothing is said, and Poppler calls `false` an error of syntax. */
function withoutSuspects(markInfo: PdfValue | undefined): PdfDict {
  const marks = new Map(asDict(markInfo));
  marks.delete('Suspects');
  return marks;
}

/**
 * A cell that begins a row and holds bold words alone is the head of that row. Which heads a cell has
 * follows from their scopes then, so lists that know only heads of columns go.
 */
function nameRowHeads(file: PdfFile): void {
  for (const row of file.numbersWith('/S /TR\n')) {
    const cells = asArray(file.dict(row).get('K'));
    const first = cells[0];
    if (cells.length < 2 || !isBoldCell(file, first)) continue;
    for (const ref of cells) {
      const cell = file.dict(ref);
      const attributes = asArray(cell.get('A')).map((each) => new Map(asDict(each)));
      for (const each of attributes) each.delete('Headers');
      if (ref === first) {
        cell.set('S', '/TH');
        attributes.push(
          new Map([
            ['O', '/Table'],
            ['Scope', '/Row']
          ])
        );
      }
      const kept = attributes.filter((each) => each.size > 1);
      if (kept.length > 0) cell.set('A', kept);
      else cell.delete('A');
      file.set(ref, cell);
    }
  }
}

function isBoldCell(file: PdfFile, ref: PdfValue | undefined): boolean {
  const cell = file.dict(ref);
  const kids = asArray(cell.get('K'));
  return (
    cell.get('S') === '/TD' &&
    kids.length > 0 &&
    kids.every(
      (kid) =>
        typeof kid === 'string' && kid.endsWith(' R') && file.dict(kid).get('S') === '/Strong'
    )
  );
}

/** What the template names a note, where Typst knows figures alone (ISO 32000-1, 14.8.4.4.1). */
function tagNotes(file: PdfFile): void {
  const tree = file.dict(file.trailer.get('Root')).get('StructTreeRoot');
  const root = file.dict(tree);
  const names: PdfValue[] = [];
  for (const ref of file.numbersWith('(urn:standpoint:note)')) {
    const id = `(note-${String(names.length / 2 + 1).padStart(6, '0')})`;
    const note = file.dict(ref).set('S', '/Note').set('ID', id);
    note.delete('Alt');
    note.delete('A');
    file.set(ref, note);
    names.push(id, ref);
  }
  if (names.length === 0) return;
  // In the order of their bytes: those of Typst begin with a capital.
  const ids = new Map(root.has('IDTree') ? file.dict(root.get('IDTree')) : []);
  file.set(tree, root.set('IDTree', ids.set('Names', [...asArray(ids.get('Names')), ...names])));
}

/** A list of a font's glyphs has to be whole (ISO 14289-1, 7.21.4.2), and nothing needs one. */
function dropGlyphLists(file: PdfFile): void {
  for (const font of file.numbersWith('/CIDSet ')) {
    const descriptor = file.dict(font);
    file.drop(descriptor.get('CIDSet'));
    descriptor.delete('CIDSet');
    file.set(font, descriptor);
  }
}

function nameLinks(file: PdfFile, places: Finish['places']): void {
  for (const ref of file.numbersWith('/Dest (')) {
    const link = file.dict(ref);
    const dest = link.get('Dest');
    const place = typeof dest === 'string' ? dest.slice(1, -1) : '';
    const words = Object.hasOwn(places, place) ? places[place] : undefined;
    if (words) file.set(ref, link.set('Contents', pdfText(words)));
  }
}

function attachFiles(file: PdfFile, catalog: PdfDict, attachments: readonly Attachment[]): void {
  const refs = attachments.map((each) => attach(file, each));
  const names = new Map(catalog.has('Names') ? file.dict(catalog.get('Names')) : []);
  const pairs = attachments.flatMap(({ name }, index) => [pdfText(name), refs[index] ?? 'null']);
  names.set('EmbeddedFiles', new Map([['Names', pairs]]));
  catalog.set('Names', names);
  catalog.set('AF', refs);
}

function attach(file: PdfFile, attachment: Attachment): string {
  const { name, bytes, description, mimeType, modifiedAt } = attachment;
  const date = pdfDate(modifiedAt);
  // The standard asks for MD5 here.
  const sum = createHash('md5').update(bytes).digest('hex');
  const params: PdfDict = new Map([
    ['Size', String(bytes.length)],
    ['CreationDate', date],
    ['ModDate', date],
    ['CheckSum', `<${sum}>`]
  ]);
  const subtype = `/${mimeType.replace(/[^\w.+-]/g, (sign) => `#${sign.charCodeAt(0).toString(16)}`)}`;
  const data = file.addStream({ Type: '/EmbeddedFile', Subtype: subtype, Params: params }, bytes);
  return file.add(
    new Map<string, PdfValue>([
      ['Type', '/Filespec'],
      ['F', pdfText(name)],
      ['UF', pdfText(name)],
      [
        'EF',
        new Map([
          ['F', data],
          ['UF', data]
        ])
      ],
      ['Desc', pdfText(description)],
      ['AFRelationship', '/Source']
    ])
  );
}

/** In which colours it is meant to be seen (ISO 19005-3, 6.2.3): those of a screen. */
function outputIntent(file: PdfFile): string {
  const name = '(sRGB IEC61966-2.1)';
  return file.add(
    new Map([
      ['Type', '/OutputIntent'],
      ['S', '/GTS_PDFA1'],
      ['OutputConditionIdentifier', name],
      ['Info', name],
      ['DestOutputProfile', file.addStream({ N: '3' }, srgbProfile())]
    ])
  );
}
