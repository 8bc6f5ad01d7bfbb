/** A line of JSON that shows damage: its CRC-32 stands before it, in eight hexadecimal digits. */
import { crc32 } from 'node:zlib';

/** With a line feed at its end. JSON holds no raw line feed, so a line ends where the next one begins. */
export function checkedLine(payload: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(payload));
  return Buffer.concat([Buffer.from(`${checksum(json)} `), json, Buffer.from('\n')]);
}

/** Takes a line without its line feed. `undefined` when its checksum does not fit. */
export function readCheckedLine(line: Buffer): unknown {
  const json = line.subarray(9);
  if (line[8] !== 32 || line.toString('latin1', 0, 8) !== checksum(json)) return undefined;
  return JSON.parse(json.toString()) as unknown;
}

export interface FoundLine {
  /** `undefined` for one that is damaged, or does not end yet. */
  readonly payload: unknown;
  readonly isWhole: boolean;
  /** The offset behind it. */
  readonly end: number;
}

/** The lines from offset `from`. After a bad one there may be more. */
export function* checkedLines(bytes: Buffer, from = 0): Generator<FoundLine> {
  for (let at = from; at < bytes.length;) {
    const found = bytes.indexOf(10, at);
    const isWhole = found >= 0;
    const payload = isWhole ? payloadOf(bytes.subarray(at, found)) : undefined;
    at = isWhole ? found + 1 : bytes.length;
    yield { payload, isWhole, end: at };
  }
}

function payloadOf(line: Buffer): unknown {
  try {
    return readCheckedLine(line);
  } catch (error) {
    // Its checksum fits, and still it is no JSON: nobody of ours wrote it.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}
