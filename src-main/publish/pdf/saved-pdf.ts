/**
 * Single objects of a file that `writePdf` has written, found as a viewer finds them: by the
 * cross-reference stream that its end points to (ISO 32000-1, 7.5.8). Reading all of a long
 * document to look at one attachment would take as long as making it.
 */
import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
  type PDFObject
} from '@cantoo/pdf-lib';

/** The document's catalog, with every object that `wanted` names among its entries, and theirs. */
export function readCatalog(file: Uint8Array, wanted: readonly string[]): PDFDict {
  const context = PDFContext.create();
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const table = readTable(bytes, context);
  const pull = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      if (context.lookup(object)) return;
      const found = readObject(bytes, table, context, object);
      context.assign(object, found);
      pull(found);
    } else if (object instanceof PDFArray) object.asArray().forEach(pull);
    else if (object instanceof PDFDict) object.values().forEach(pull);
  };
  const root = table.dict.get(PDFName.of('Root'));
  const catalog = root instanceof PDFRef ? readObject(bytes, table, context, root) : null;
  if (!(catalog instanceof PDFDict)) throw new Error('The file has no catalog');
  for (const name of wanted) pull(catalog.get(PDFName.of(name)));
  return catalog;
}

interface Table {
  readonly dict: PDFDict;
  readonly widths: readonly number[];
  readonly rows: Buffer;
}

function readTable(bytes: Buffer, context: PDFContext): Table {
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.subarray(-64).toString('latin1'))?.[1];
  const stream = start === undefined ? null : parseAt(bytes, +start, null, context);
  if (!(stream instanceof PDFRawStream)) throw new Error('The file has no cross-reference stream');
  const widths = stream.dict.lookup(PDFName.of('W'), PDFArray).asArray();
  return {
    dict: stream.dict,
    widths: widths.map((width) => (width instanceof PDFNumber ? width.asNumber() : 0)),
    rows: inflateSync(stream.contents)
  };
}

function readObject(bytes: Buffer, table: Table, context: PDFContext, ref: PDFRef): PDFObject {
  const [kind = 0, place = 0, index = 0] = fieldsOf(table, ref.objectNumber);
  if (kind === 1) return parseAt(bytes, place, ref, context);
  const [holds, offset] = kind === 2 ? fieldsOf(table, place) : [0, 0];
  const stream = holds === 1 ? parseAt(bytes, offset ?? 0, null, context) : null;
  if (!(stream instanceof PDFRawStream)) throw new Error(`The file has no object ${ref.tag}`);
  const packed = inflateSync(stream.contents);
  const first = stream.dict.lookup(PDFName.of('First'), PDFNumber).asNumber();
  const list = packed.subarray(0, first).toString('latin1').trim().split(/\s+/).map(Number);
  if (list[2 * index] !== ref.objectNumber) throw new Error(`Another object stands for ${ref.tag}`);
  return parse(packed.subarray(first + (list[2 * index + 1] ?? 0)), context);
}

function fieldsOf({ widths, rows }: Table, number: number): readonly number[] {
  let at = number * widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => rows.readUIntBE((at += width) - width, width));
}

/** `ref`: which object must stand there, or `null` for any. */
function parseAt(bytes: Buffer, at: number, ref: PDFRef | null, context: PDFContext): PDFObject {
  const head = /^(\d+) (\d+) obj\s/.exec(bytes.subarray(at, at + 32).toString('latin1'));
  if (!head || (ref && +head[1]! !== ref.objectNumber)) {
    throw new Error(`No object, or another one, stands at byte ${at} of the file`);
  }
  return parse(bytes.subarray(at + head[0].length), context);
}

function parse(bytes: Uint8Array, context: PDFContext): PDFObject {
  return PDFObjectParser.forBytes(bytes, context).parseObject();
}
