/**
 * A PDF that Typst wrote, as numbered objects that can be looked at, changed and written again. Only what is
 * asked for is taken apart; the rest is copied as it stands. Reads what Typst writes and no other file: one
 * plain cross-reference table, no object streams, every object of generation 0.
 */
import { deflateSync } from 'node:zlib';

/** As in the file, such as `/Name`, `12 0 R`, `(text)` or `0.5`; or made of such. Bytes are Latin-1. */
export type PdfValue = string | PdfValue[] | PdfDict;
export type PdfDict = Map<string, PdfValue>;

/** More in one stream pack better, but a viewer unpacks all of it to get at one. */
const objectsPerStream = 200;
/** Bytes of each field of a cross-reference: what kind, where, and which of several there. */
const widths = [1, 4, 2] as const;

export class PdfFile {
  readonly #bytes: Buffer;
  /** By their numbers; from 1. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #changed = new Map<number, PdfValue>();
  readonly #streams = new Map<number, readonly [PdfDict, Buffer]>();
  readonly trailer: PdfDict;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const tail = bytes.toString('latin1', bytes.length - 64);
    const table = Number(/startxref\s+(\d+)/.exec(tail)?.[1]);
    const text = bytes.toString('latin1', table);
    const count = Number(/^xref\s+0 (\d+)\s/.exec(text)?.[1]);
    if (!(count > 1)) throw new Error('Typst wrote a file without a plain cross-reference table');
    const rows = text.slice(text.indexOf('\n', 5) + 1, text.indexOf('trailer'));
    for (let number = 1; number < count; number += 1) {
      this.#starts[number] = Number(rows.slice(20 * number, 20 * number + 10));
    }
    const places = [...this.#starts.slice(1), table].sort((a, b) => a - b);
    const next = new Map(places.map((place, index) => [place, places[index + 1] ?? table]));
    for (const [number, start] of this.#starts.entries()) {
      if (number > 0) this.#ends[number] = next.get(start) ?? table;
    }
    this.trailer = asDict(parse(text.slice(text.indexOf('trailer') + 7)));
  }

  /** How many numbers are taken, that of the nothing at 0 among them. */
  get size(): number {
    return this.#starts.length;
  }

  /** The value of an object, taken apart; of a stream its dictionary. Changes of it are kept only by `set`. */
  get(ref: PdfValue | undefined): PdfValue {
    const number = numberOf(ref);
    return this.#changed.get(number) ?? parse(this.#textOf(number));
  }

  dict(ref: PdfValue | undefined): PdfDict {
    return asDict(typeof ref === 'string' ? this.get(ref) : ref);
  }

  set(ref: PdfValue | undefined, value: PdfValue): void {
    this.#changed.set(numberOf(ref), value);
  }

  /** Returns how it is referred to. */
  add(value: PdfValue): string {
    const number = this.#starts.push(0) - 1;
    this.#changed.set(number, value);
    return `${number} 0 R`;
  }

  /** Returns how it is referred to. */
  addStream(entries: Readonly<Record<string, PdfValue>>, contents: Uint8Array): string {
    const dict: PdfDict = new Map([...Object.entries(entries), ['Filter', '/FlateDecode']]);
    return this.#addStream(dict, deflateSync(contents));
  }

  /** The same of one that is to be found in the file by programs that know no PDF. */
  addPlainStream(entries: Readonly<Record<string, PdfValue>>, contents: Buffer): string {
    return this.#addStream(new Map(Object.entries(entries)), contents);
  }

  #addStream(dict: PdfDict, contents: Buffer): string {
    const number = this.#starts.push(0) - 1;
    this.#streams.set(number, [dict, contents]);
    return `${number} 0 R`;
  }

  /** The numbers of objects that hold this text, such as `/S /TR\n`, in the file as Typst wrote it. */
  *numbersWith(text: string): Generator<string> {
    const order = [...this.#ends.keys()]
      .filter((number) => number > 0)
      .sort((a, b) => (this.#starts[a] ?? 0) - (this.#starts[b] ?? 0));
    let index = 0;
    for (let at = this.#bytes.indexOf(text, 0, 'latin1'); at >= 0;) {
      while ((this.#ends[order[index] ?? 0] ?? Infinity) <= at) index += 1;
      const number = order[index];
      if (number === undefined) return;
      yield `${number} 0 R`;
      at = this.#bytes.indexOf(text, this.#ends[number], 'latin1');
    }
  }

  /**
   * Writes all of it, small objects packed into streams and found by a cross-reference stream (ISO 32000-1,
   * 7.5.7 and 7.5.8): a file of a third of the size. What was left behind by `drop` is not in it.
   */
  write(): Buffer {
    const parts: Buffer[] = [];
    const rows = Buffer.alloc((this.size + Math.ceil(this.size / objectsPerStream) + 1) * 7);
    let [length, next] = [0, this.size];
    const put = (part: Buffer) => {
      parts.push(part);
      length += part.length;
    };
    const place = (number: number, kind: number, where: number, index: number) => {
      const at = number * 7;
      rows.writeUInt8(kind, at);
      rows.writeUInt32BE(where, at + 1);
      rows.writeUInt16BE(index, at + 5);
    };
    const putStream = (number: number, dict: string, contents: Buffer) => {
      place(number, 1, length, 0);
      put(latin1(`${number} 0 obj\n<<${dict}/Length ${contents.length}>>stream\n`));
      put(contents);
      put(latin1('\nendstream\nendobj\n'));
    };
    // Four bytes above 127 say that the file is not text (7.5.2).
    put(latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'));
    const small: (readonly [number, string])[] = [];
    for (let number = 1; number < this.#starts.length; number += 1) {
      const changed = this.#changed.get(number);
      const stream = this.#streams.get(number);
      if (changed !== undefined) small.push([number, textOf(changed)]);
      else if (stream) putStream(number, entriesOf(stream[0]), stream[1]);
      else if (this.#starts[number] === 0) continue;
      else if (this.#isStream(number)) {
        place(number, 1, length, 0);
        put(this.#bytes.subarray(this.#starts[number], this.#ends[number]));
      } else small.push([number, this.#textOf(number)]);
    }
    for (let from = 0; from < small.length; from += objectsPerStream) {
      const chunk = small.slice(from, from + objectsPerStream);
      let [index, body] = ['', ''];
      chunk.forEach(([number, text], order) => {
        place(number, 2, next, order);
        index += `${number} ${body.length} `;
        body += `${text}\n`;
      });
      const dict = `/Type/ObjStm/N ${chunk.length}/First ${index.length}/Filter/FlateDecode`;
      putStream(next, dict, deflateSync(latin1(index + body)));
      next += 1;
    }
    const start = length;
    rows.writeUInt16BE(0xffff, 5);
    place(next, 1, start, 0);
    const entries = ['Root', 'Info', 'ID'].map(
      (key) => [key, this.trailer.get(key) ?? 'null'] as const
    );
    const dict = `/Type/XRef/Size ${next + 1}/W[${widths.join(' ')}]/Filter/FlateDecode`;
    putStream(
      next,
      dict + entriesOf(new Map(entries)),
      deflateSync(rows.subarray(0, 7 * (next + 1)))
    );
    put(latin1(`startxref\n${start}\n%%EOF\n`));
    return Buffer.concat(parts);
  }

  /** Leaves an object out of what is written; nothing may refer to it. */
  drop(ref: PdfValue | undefined): void {
    const number = numberOf(ref);
    this.#starts[number] = 0;
    this.#changed.delete(number);
  }

  #isStream(number: number): boolean {
    const end = this.#bytes.toString('latin1', (this.#ends[number] ?? 0) - 24, this.#ends[number]);
    return /endstream\s+endobj\s*$/.test(end);
  }

  /** What stands between `obj` and `endobj`. */
  #textOf(number: number): string {
    const text = this.#bytes.toString('latin1', this.#starts[number], this.#ends[number]);
    return text.slice(text.indexOf('obj') + 4, text.lastIndexOf('endobj') - 1);
  }
}

/** A text string as PDF has it: UTF-16 in hexadecimal digits. */
export function pdfText(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** Such as 2025-08-17T10:00:00.000Z as (D:20250817100000Z). */
export function pdfDate(moment: string): string {
  return `(D:${new Date(moment).toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;
}

export function asDict(value: PdfValue | undefined): PdfDict {
  if (value instanceof Map) return value;
  throw new Error('Typst wrote something else where a dictionary was to be');
}

export function asArray(value: PdfValue | undefined): readonly PdfValue[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function numberOf(ref: PdfValue | undefined): number {
  const number = typeof ref === 'string' ? /^(\d+) 0 R$/.exec(ref)?.[1] : undefined;
  if (number === undefined)
    throw new Error('Typst wrote something else where a reference was to be');
  return Number(number);
}

const token =
  /<<|>>|\[|\]|\d+ 0 R(?![A-Za-z])|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/y;

/** The first value in the text. */
function parse(text: string): PdfValue {
  let at = 0;
  const next = (): string => {
    while (/\s/.test(text.charAt(at))) at += 1;
    token.lastIndex = at;
    const found = text[at] === '(' ? stringAt(text, at) : token.exec(text)?.[0];
    if (found === undefined)
      throw new Error(`Typst wrote what cannot be read: ${text.slice(at, at + 40)}`);
    at += found.length;
    return found;
  };
  const value = (first: string): PdfValue => {
    if (first === '[') {
      const list: PdfValue[] = [];
      for (let each = next(); each !== ']'; each = next()) list.push(value(each));
      return list;
    }
    if (first !== '<<') return first;
    const dict: PdfDict = new Map();
    for (let key = next(); key !== '>>'; key = next()) dict.set(key.slice(1), value(next()));
    return dict;
  };
  return value(next());
}

/** Brackets within a string are told by `\` or come in pairs (7.3.4.2). */
function stringAt(text: string, start: number): string | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return undefined;
}

function textOf(value: PdfValue): string {
  if (typeof value === 'string') return value;
  if (value instanceof Map) return `<<${entriesOf(value)}>>`;
  return `[${value.map(textOf).join(' ')}]`;
}

function entriesOf(dict: PdfDict): string {
  return [...dict].map(([key, value]) => `/${key} ${textOf(value)}`).join('');
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
