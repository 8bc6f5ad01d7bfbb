/**
 * MIME, which e-mails and web archives are written in: header lines, then a body or parts with headers
 * and bodies of their own (RFC 2045 to 2047, RFC 5322). Decoding is postal-mime's; here are the limits
 * within which it is asked, since it sets none to the number of parts.
 */
import PostalMime, { type Email } from 'postal-mime';
import { maxMailDepth, maxMailHeaders, maxMailParts } from '../../domain/base/limits.js';
import { ExpectedFailure } from '../../domain/base/result.js';

const options = {
  maxNestingDepth: maxMailDepth,
  maxHeadersSize: maxMailHeaders,
  maxRfc822NestingDepth: 5
};

/** A whole message, decoded. Throws an `ExpectedFailure` for one of too many parts or headers. */
export async function parseMessage(name: string, bytes: Uint8Array): Promise<Email> {
  refuseManyParts(name, bytes);
  return parse(name, bytes);
}

async function parse(name: string, bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, options);
  } catch (error) {
    // The library's words for its limits; all else is a bug.
    if (!(error instanceof Error) || !error.message.startsWith('Maximum ')) throw error;
    const sentence = error.message.includes('nesting')
      ? `${name} has parts within parts, more than ${maxMailDepth} deep`
      : `${name} has more than ${maxMailHeaders / 1e6} MB of headers`;
    throw new ExpectedFailure(
      'too-large',
      `${sentence}, which is more than can be read. Nothing of it was taken in.`
    );
  }
}

/** A message or a part of one, cut from its bytes but not decoded. */
export interface Part {
  readonly bytes: Uint8Array;
  /** Without parameters, in lower case: `text/html`. */
  readonly type: string;
  /** The value of the first header of that name, given in lower case; `''` where there is none. */
  readonly header: (name: string) => string;
}

/** Its headers are read, its body is not. */
export async function readPart(name: string, bytes: Uint8Array): Promise<Part> {
  const { headers } = await parse(name, bytes.subarray(0, lengthOfHead(bytes)));
  const header = (wanted: string) => headers.find(({ key }) => key === wanted)?.value ?? '';
  const type = /^[^;\s]*/.exec(header('content-type').trim())?.[0] ?? '';
  return { bytes, type: type.toLowerCase(), header };
}

/** Bytes up to the empty line that ends the headers, or all. */
function lengthOfHead(bytes: Uint8Array): number {
  const all = asBuffer(bytes);
  if (/^\r?\n/.test(all.toString('latin1', 0, 2))) return 0;
  const ends = [all.indexOf('\n\r\n'), all.indexOf('\n\n')].filter((end) => end >= 0);
  return ends.length > 0 ? Math.min(...ends) + 1 : bytes.length;
}

/** The parts of a multipart, in their order; none of anything else. */
export function partsOf(name: string, part: Part): readonly Uint8Array[] {
  const boundary = parameterOf(part.header('content-type'), 'boundary');
  if (!part.type.startsWith('multipart/') || boundary === '') return [];
  const all = asBuffer(part.bytes);
  const delimiter = `--${boundary}`;
  const parts: Uint8Array[] = [];
  let begun: number | null = null;
  for (let at = all.indexOf(delimiter); at >= 0; at = all.indexOf(delimiter, at + 1)) {
    const feed = all.indexOf('\n', at);
    const end = feed < 0 ? all.length : feed + 1;
    const rest = all.toString('latin1', at + delimiter.length, Math.min(end, at + 300)).trim();
    if ((at > 0 && all[at - 1] !== 0x0a) || (rest !== '' && rest !== '--')) continue;
    if (begun !== null) parts.push(part.bytes.subarray(begun, Math.max(begun, at - 1)));
    if (parts.length > maxMailParts) throw tooManyParts(name);
    if (rest === '--') return parts;
    begun = end;
  }
  // Cut short on its way: what is there of the last part counts.
  if (begun !== null) parts.push(part.bytes.subarray(begun));
  return parts;
}

/** The bytes that a part's body stands for, without the encoding that it travelled in. */
export async function bodyOf(name: string, { bytes }: Part): Promise<Uint8Array> {
  // The library leaves the bytes of an attachment as they are; of text it would guess the encoding.
  const head = Buffer.from('Content-Disposition: attachment\r\n');
  const { attachments } = await parse(name, Buffer.concat([head, bytes]));
  const content = attachments[0]?.content ?? '';
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

/** Of a header such as `text/html; charset="utf-8"`; `''` where it has none of that name. */
export function parameterOf(header: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s"]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? '';
}

/** A part costs kilobytes, however short it is. Counts the lines that begin or end one. */
function refuseManyParts(name: string, bytes: Uint8Array): void {
  const text = asBuffer(bytes).toString('latin1');
  const boundaries = new Set<string>();
  for (const [, quoted, bare] of text.matchAll(
    /boundary\s{0,10}=\s{0,10}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi
  )) {
    boundaries.add(quoted ?? bare ?? '');
    if (boundaries.size > maxMailParts) throw tooManyParts(name);
  }
  let parts = 0;
  for (const [, line = ''] of text.matchAll(/^--(.{1,202})$/gm)) {
    const stated = line.trimEnd();
    if (boundaries.has(stated) || boundaries.has(stated.replace(/--$/, ''))) parts += 1;
    if (parts > maxMailParts) throw tooManyParts(name);
  }
}

function tooManyParts(name: string): ExpectedFailure {
  return new ExpectedFailure(
    'too-large',
    `${name} has more than ${maxMailParts.toLocaleString('en')} parts, which is more than can be read. Nothing of it was taken in.`
  );
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
