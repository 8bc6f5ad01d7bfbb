/**
 * What is sealed in a row: the heads of other devices' chains, and JSON, deflated.
 *
 *     count 1 · (device 16 · n 4 · the first half of a row's SHA-256 16) × count · deflated JSON
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { fromHex, toHex } from './bytes.js';

/** The newest row of a device that somebody has verified. */
export interface ChainHead {
  readonly device: string;
  readonly n: number;
  /** The first half of the row's SHA-256: 32 hex digits. */
  readonly hash: string;
}

export interface RowContent {
  readonly content: unknown;
  readonly heads: readonly ChainHead[];
}

/**
 * How changes usually read, the likeliest last: a row of one typed word is half as long for it. What was
 * packed without it unpacks with it too. Adding to its beginning breaks nothing; any other change does.
 */
const usual =
  '"removed":["places":[["bottomLine":["bottomLineReviewed":[false,true]"title":[{"bin":true}{"restore":true}{"create":{"id":"' +
  '"sources":{"put":[["annotations":{"put":[["actors":{"put":[["issues":{"put":[["positions":{"put":[["statements":{"put":[["' +
  '"heading":["statement":["note":["wording":["name":["reviewed":[true,false]"what":{"edit":{"fields":{' +
  '},"what":{"edit":{"lists":{"cards":{"put":[["01",{"body":[0,0," "]}]]}}}}}]}' +
  '{"kind":"changes","schema":1,"briefing":"01","changes":[{"device":"","n":1,"author":"","at":"2026-01-01T00:00:00.000Z","lamport":1,"base":{"":1,"';

const usualBytes = Buffer.from(usual);

const headLength = 36;
const mostHeads = 255;
/** Of the JSON, in bytes: a small row cannot make a program run out of memory. */
const mostInflated = 32 * 1024 * 1024;
/** Bytes that zlib sets aside at once: most rows are small, and its own measure costs more than they do. */
const [leastChunk, mostChunk] = [4 * 1024, 1024 * 1024];

/** @param device whose row it is */
export function packContent({ content, heads }: RowContent, device: string): Uint8Array {
  if (heads.length > mostHeads) throw new Error(`${heads.length} heads in one row`);
  const packed = Buffer.alloc(1 + heads.length * headLength);
  packed[0] = heads.length;
  for (const [index, { device, n, hash }] of heads.entries()) {
    const at = 1 + index * headLength;
    packed.set(fromHex(device), at);
    packed.writeUInt32BE(n, at + 16);
    packed.set(fromHex(hash), at + 20);
  }
  const json = Buffer.from(JSON.stringify(content));
  if (json.length > mostInflated) throw new Error(`A row of ${json.length} bytes`);
  return Buffer.concat([packed, deflateRawSync(json, { dictionary: dictionaryOf(device, heads) })]);
}

/** Who is named in a row has mostly written it, or is told of in it. */
function dictionaryOf(device: string, heads: readonly ChainHead[]): Buffer {
  const devices = [...heads.map((head) => head.device), device].join('');
  return Buffer.concat([usualBytes, Buffer.from(devices)]);
}

/** Throws where the bytes are not what `packContent` makes of a row of the device. */
export function unpackContent(bytes: Uint8Array, device: string): RowContent {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = buffer.readUInt8(0);
  const heads = Array.from({ length: count }, (_, index) => {
    const at = 1 + index * headLength;
    return {
      device: toHex(buffer.subarray(at, at + 16)),
      n: buffer.readUInt32BE(at + 16),
      hash: toHex(buffer.subarray(at + 20, at + headLength))
    };
  });
  const deflated = buffer.subarray(1 + count * headLength);
  const json = inflateRawSync(deflated, {
    maxOutputLength: mostInflated,
    chunkSize: Math.min(mostChunk, Math.max(leastChunk, deflated.length * 8)),
    dictionary: dictionaryOf(device, heads)
  });
  return { content: JSON.parse(json.toString('utf8')) as unknown, heads };
}
