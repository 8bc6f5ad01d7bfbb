/**
 * Parts of a Word document that are made when it is written, one block after the other, and kept as
 * text: docx holds ten kilobytes of objects for every paragraph and every cell.
 */
import {
  FileChild,
  type IContext,
  type IParagraphOptions,
  type ITableOptions,
  type IXmlableObject,
  Paragraph,
  type ParagraphChild,
  Table,
  type TableRow
} from 'docx';
import { escapedForXml } from '../escape.js';

/** A table that is written row by row. Nothing where there are no rows. */
export class RowByRow {
  constructor(
    readonly options: Omit<ITableOptions, 'rows'>,
    readonly rows: Iterable<TableRow>
  ) {}
}

/** A paragraph that is written run by run. */
export class RunByRun {
  constructor(
    readonly options: Omit<IParagraphOptions, 'children'>,
    readonly children: Iterable<ParagraphChild>
  ) {}
}

/** What stands between two others in the body of a document. */
export type DocxPiece = Paragraph | Table | RowByRow | RunByRun;

/** Stands in a section for what `make` makes, which is asked once, as late as can be. */
export class WrittenPieces extends FileChild {
  readonly #make: () => Iterable<DocxPiece>;

  constructor(make: () => Iterable<DocxPiece>) {
    super('w:p');
    this.#make = make;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const parts: string[] = [];
    for (const piece of this.#make()) parts.push(...write(piece, context));
    return asWritten(parts.join(''));
  }
}

const tableEnd = '</w:tbl>';
const paragraphStart = '<w:p>';
const paragraphEnd = '</w:p>';

function* write(piece: DocxPiece, context: IContext): Generator<string, void> {
  if (piece instanceof RowByRow) yield* writeRows(piece, context);
  else if (piece instanceof RunByRun) yield* writeRuns(piece, context);
  else yield xmlOf(piece.prepForXml(context));
}

function* writeRows({ options, rows }: RowByRow, context: IContext): Generator<string, void> {
  let open = false;
  for (const row of rows) {
    if (open) yield xmlOf(row.prepForXml(context));
    else {
      // The first row decides on the columns of all.
      const whole = xmlOf(new Table({ ...options, rows: [row] }).prepForXml(context));
      yield whole.slice(0, -tableEnd.length);
    }
    open = true;
  }
  if (open) yield tableEnd;
}

function* writeRuns({ options, children }: RunByRun, context: IContext): Generator<string, void> {
  // Within a paragraph of its own, since that is what makes a link of docx one of the document.
  const inner = (paragraph: Paragraph) => {
    const xml = xmlOf(paragraph.prepForXml(context));
    return xml.startsWith(paragraphStart)
      ? xml.slice(paragraphStart.length, -paragraphEnd.length)
      : '';
  };
  yield paragraphStart + inner(new Paragraph(options));
  for (const child of children) yield inner(new Paragraph({ children: [child] }));
  yield paragraphEnd;
}

/** docx writes what is neither text nor an object as `String` makes it, and nothing around it without a name. */
function asWritten(xml: string): IXmlableObject {
  return { '': Object.assign(() => xml, { toString: () => xml }) };
}

/** As docx writes it: an element is an object of one key, whose value is its content, attributes under `_attr`. */
function xmlOf(element: IXmlableObject | undefined): string {
  const [entry] = Object.entries(element ?? {});
  if (!entry) return '';
  const [name, value] = entry as [string, unknown];
  const content: readonly unknown[] = Array.isArray(value) ? value : [value];
  let [attributes, inner] = ['', ''];
  for (const part of content) {
    if (typeof part !== 'object') inner += escapedForXml(part);
    else if (part !== null && '_attr' in part) attributes += attributesOf(part._attr as object);
    else if (part !== null) inner += xmlOf(part);
  }
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
}

function attributesOf(attributes: object): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapedForXml(value)}"`)
    .join('');
}
