/**
 * Writes a document as a file: small objects packed into object streams, found by a
 * cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). pdf-lib's own writer takes time by the
 * square of the number of objects. Equal documents give equal bytes.
 */
import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFStream,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib';

/** More in one stream compress better; a reader unpacks all of it to get at one. */
const objectsPerStream = 200;
/** Bytes of each field of a cross-reference: what kind, where, and which of several there. */
const widths = [1, 4, 2] as const;

/** An object's place: in the file, or in an object stream. */
type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** The document must not be encrypted. What is attached to it must be embedded already. */
export function writePdf({ context }: PDFDocument): Uint8Array {
  const parts: Buffer[] = [];
  const places: Place[] = [];
  let length = 0;
  const put = (...written: readonly Buffer[]) => {
    parts.push(...written);
    length += written.reduce((sum, part) => sum + part.length, 0);
  };
  const putStream = (number: number, dict: string, contents: Uint8Array) => {
    places[number] = { offset: length };
    const head = `${number} 0 obj\n<<${dict}/Length ${contents.length}>>stream\n`;
    put(latin1(head), Buffer.from(contents), latin1('\nendstream\nendobj\n'));
  };

  // Four bytes above 127 say that the file is not text (7.5.2).
  put(latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'));
  const small: (readonly [number, PDFObject])[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream)) small.push([ref.objectNumber, object]);
    else putStream(ref.objectNumber, entriesOf(object.dict, 'Length'), object.getContents());
  }
  let next = context.largestObjectNumber + 1;
  for (let from = 0; from < small.length; from += objectsPerStream) {
    const chunk = small.slice(from, from + objectsPerStream);
    const stream = next++;
    const { index, body } = packed(chunk);
    chunk.forEach(([number], index) => (places[number] = { stream, index }));
    const dict = `/Type/ObjStm/N ${chunk.length}/First ${index.length}/Filter/FlateDecode`;
    putStream(stream, dict, deflateSync(latin1(index + body)));
  }
  const start = length;
  // It finds itself, too.
  places[next] = { offset: start };
  const { Root, Info, ID } = context.trailerInfo;
  const trailer = context.obj({ Root, Info, ID });
  const dict = `/Type/XRef/Size ${next + 1}/W[${widths.join(' ')}]/Filter/FlateDecode`;
  putStream(next, dict + entriesOf(trailer), deflateSync(crossReferences(places)));
  put(latin1(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** The objects of an object stream, behind the list that finds them. */
function packed(objects: readonly (readonly [number, PDFObject])[]) {
  let [index, body] = ['', ''];
  for (const [number, object] of objects) {
    index += `${number} ${body.length} `;
    body += `${textOf(object)}\n`;
  }
  return { index, body };
}

/** Numbers without an object are listed as free. */
function crossReferences(places: readonly (Place | undefined)[]): Buffer {
  const width = widths.reduce((sum, each) => sum + each, 0);
  const table = Buffer.alloc(places.length * width);
  for (let number = 0; number < places.length; number += 1) {
    const place = places[number];
    const fields = !place
      ? [0, 0, number === 0 ? 0xffff : 0]
      : 'offset' in place
        ? [1, place.offset, 0]
        : [2, place.stream, place.index];
    let at = number * width;
    fields.forEach((field, column) => {
      const bytes = widths[column] ?? 0;
      table.writeUIntBE(field, at, bytes);
      at += bytes;
    });
  }
  return table;
}

/** Without the space that nothing needs. */
function textOf(object: PDFObject): string {
  if (object instanceof PDFDict) return `<<${entriesOf(object)}>>`;
  if (!(object instanceof PDFArray)) return object.toString();
  let text = '';
  for (const element of object.asArray()) text += spaced(text, textOf(element));
  return `[${text}]`;
}

function entriesOf(dict: PDFDict, without?: string): string {
  let text = '';
  for (const [key, value] of dict.entries()) {
    if (without !== undefined && key === PDFName.of(without)) continue;
    const name = key.toString();
    text += name + spaced(name, textOf(value));
  }
  return text;
}

/** `next`, behind a space where it would run together with what stands before it (7.2.2). */
function spaced(before: string, next: string): string {
  return before === '' || /^[[(<>/]/.test(next) || /[\])>]$/.test(before) ? next : ` ${next}`;
}

/** Every text of a PDF object is a string of bytes. */
function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
