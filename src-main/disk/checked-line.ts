/** Lines of files that are only appended to, each of which shows damage. Pure. */
import { crc32 } from 'node:zlib';

/** A line of JSON that shows damage: its CRC-32 stands before it, in eight hexadecimal digits. JSON holds no raw line feed, so a line ends where the next one begins. */
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

export function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}
