/**
 * The envelope around every JSON file of a library: plain JSON in which no changed byte goes unseen.
 *
 *     {"format":"…","schema":1,"rev":7,"len":123,"sha256":"…","data":{…}}
 *
 * `len` counts the bytes of `data`; `sha256` is taken over `format`, `schema`, `rev` and the bytes of
 * `data` (see `digest`). The head has one spelling only, so a flipped bit there is noticed too.
 * Knows nothing of briefings or of the disk.
 */
import { createHash } from 'node:crypto';

export interface Envelope {
  /** The schema number of `data`. */
  readonly schema: number;
  readonly revision: number;
  readonly data: unknown;
}

/** A file whose bytes are not those that were written. The message says how it shows. */
export class DamagedFile extends Error {}

const longestHead = 250;

export function seal(format: string, { schema, revision, data }: Envelope): Uint8Array {
  const body = Buffer.from(JSON.stringify(data));
  const head = `{"format":"${format}","schema":${schema},"rev":${revision},"len":${body.length}`;
  const sum = digest(format, schema, revision, body);
  return Buffer.concat([
    Buffer.from(`${head},"sha256":"${sum}","data":`),
    body,
    Buffer.from('}\n')
  ]);
}

/** Throws `DamagedFile` unless the bytes are exactly what `seal` made for this format. */
export function unseal(format: string, bytes: Uint8Array): Envelope {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = headPattern.exec(buffer.toString('latin1', 0, longestHead));
  const [, foundFormat, schemaText, revisionText, length, sum] = head ?? [];
  if (!head || foundFormat !== format) throw new DamagedFile('its first line is not readable');
  const bodyEnd = head[0].length + Number(length);
  if (buffer.toString('latin1', bodyEnd) !== '}\n')
    throw new DamagedFile('it is cut short or too long');
  const body = buffer.subarray(head[0].length, bodyEnd);
  const [schema, revision] = [Number(schemaText), Number(revisionText)];
  if (digest(format, schema, revision, body) !== sum) {
    throw new DamagedFile('its checksum does not fit');
  }
  return { schema, revision, data: JSON.parse(body.toString()) as unknown };
}

const headPattern =
  /^\{"format":"([a-z-]+)","schema":([1-9]\d*),"rev":([1-9]\d*),"len":([1-9]\d*),"sha256":"([0-9a-f]{64})","data":/;

function digest(format: string, schema: number, revision: number, body: Uint8Array): string {
  return createHash('sha256')
    .update(`${format} ${schema} ${revision}\n`)
    .update(body)
    .digest('hex');
}
