/** A PDF taken apart by qpdf, so that what Standpoint wrote is read by other people's code. */
import { execFileSync } from 'node:child_process';

export type PdfValue =
  null | boolean | number | string | readonly PdfValue[] | { readonly [key: string]: PdfValue };
export type PdfDict = Readonly<Record<string, PdfValue>>;

interface Stored {
  readonly value?: PdfValue;
  readonly stream?: { readonly dict: PdfDict; readonly data: string };
}

export class PdfObjects {
  readonly #objects: ReadonlyMap<string, Stored>;
  readonly trailer: PdfDict;

  constructor(path: string) {
    const json = execFileSync(
      'qpdf',
      ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', path],
      { encoding: 'utf8', maxBuffer: 1 << 29 }
    );
    const { qpdf } = JSON.parse(json) as { qpdf: readonly [unknown, Record<string, Stored>] };
    const { trailer, ...objects } = qpdf[1];
    this.trailer = trailer!.value as PdfDict;
    this.#objects = new Map(
      Object.entries(objects).map(([name, stored]) => [name.replace('obj:', ''), stored])
    );
  }

  get catalog(): PdfDict {
    return this.dict(this.trailer['/Root']);
  }

  /** What a reference leads to; any other value is itself. */
  resolve(value: PdfValue | undefined): PdfValue {
    const stored = isReference(value) ? this.#objects.get(value) : undefined;
    return stored ? (stored.value ?? stored.stream?.dict ?? null) : (value ?? null);
  }

  dict(value: PdfValue | undefined): PdfDict {
    const found = this.resolve(value);
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as PdfDict)
      : {};
  }

  /** A lone value is a list of one. */
  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    if (Array.isArray(found)) return found as readonly PdfValue[];
    return value === undefined || found === null ? [] : [value];
  }

  /** Latin-1, the bytes as they are. */
  streamOf(value: PdfValue | undefined): string {
    const data = isReference(value) ? this.#objects.get(value)?.stream?.data : undefined;
    return Buffer.from(data ?? '', 'base64').toString('latin1');
  }

  /** Every dictionary that stands by itself, with its reference. */
  *dicts(): Generator<readonly [string, PdfDict]> {
    for (const [ref, { value, stream }] of this.#objects) {
      const dict = this.dict(stream ? stream.dict : value);
      yield [ref, dict];
    }
  }

  /** In order, with their references. */
  pages(): readonly (readonly [string, PdfDict])[] {
    const found: [string, PdfDict][] = [];
    const visit = (ref: PdfValue | undefined): void => {
      const dict = this.dict(ref);
      if (dict['/Type'] === '/Page') found.push([nameOf(ref), dict]);
      for (const kid of this.list(dict['/Kids'])) visit(kid);
    };
    visit(this.catalog['/Pages']);
    return found;
  }

  /** All that the file says in clear, text and bytes of every stream alike. */
  everything(): string {
    const parts = [JSON.stringify(this.trailer)];
    for (const { value, stream } of this.#objects.values()) {
      parts.push(JSON.stringify(stream ? stream.dict : value));
      if (stream) {
        const bytes = Buffer.from(stream.data, 'base64');
        parts.push(bytes.toString('utf8'), bytes.toString('utf16le'));
      }
    }
    return parts.join('\n');
  }
}

export function isReference(value: PdfValue | undefined): value is string {
  return typeof value === 'string' && /^\d+ \d+ R$/.test(value);
}

/** A name or a reference as it is written; empty for anything else. */
export function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** qpdf marks text by `u:` and bytes by `b:`. */
export function textOf(value: PdfValue | undefined): string {
  if (typeof value !== 'string') return '';
  return value.startsWith('u:') ? value.slice(2) : value;
}
