/**
 * Zip files (PKWARE's APPNOTE 6.3), as far as Standpoint writes and reads them: whole entries, stored or
 * deflated, each of less than 4 GB, not encrypted.
 */
import { promisify } from 'node:util';
import { crc32, deflateRaw, inflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** How the bytes of an entry lie in the file. */
const stored = 0;
const deflated = 8;
const mostIn32 = 0xffff_ffff;
const mostIn16 = 0xffff;
/** The first day that a zip file can name: equal contents make equal files, whenever they are written. */
const firstDay = 0x21;
/** Bytes before the name of an entry, of its line in the directory, and at the end before a remark. */
const sizes = { entry: 30, listed: 46, end: 22 };

/** With which the parts of a zip file begin. */
export const zipSigns = {
  entry: Buffer.from([0x50, 0x4b, 0x03, 0x04]),
  listed: Buffer.from([0x50, 0x4b, 0x01, 0x02]),
  end: Buffer.from([0x50, 0x4b, 0x05, 0x06])
};

/**
 * Every entry says its size before its bytes. One that says it only behind them, as streams are zipped,
 * is read by many up to what looks like the beginning of another; a file that is kept as it is may hold
 * such a thing anywhere, and a Word document always does.
 */
export class ZipWriter {
  readonly #append: (piece: Uint8Array) => unknown;
  readonly #directory: Buffer[] = [];
  #size = 0;

  /** @param append is given the file piece by piece, and awaited. */
  constructor(append: (piece: Uint8Array) => unknown) {
    this.#append = append;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  /** @param pack of little use for files that are compressed already. */
  async add(name: string, bytes: Uint8Array, { pack }: { readonly pack: boolean }): Promise<void> {
    const packed = pack ? await deflate(bytes, { level: 6 }) : bytes;
    const named = Buffer.from(name);
    // What the entry and its line in the directory say alike.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(pack ? deflated : stored, 4);
    facts.writeUInt16LE(firstDay, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(named.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(Math.min(this.#size, mostIn32), 10);
    const madeBy = Buffer.from([20, 0]);
    this.#directory.push(Buffer.concat([zipSigns.listed, madeBy, facts, place, named]));
    for (const piece of [zipSigns.entry, facts, named, packed]) await this.#write(piece);
  }

  /** The directory. Of a file of more than 4 GB or 65,535 entries whoever reads by it sees only a part. */
  async end(): Promise<void> {
    const directory = Buffer.concat(this.#directory);
    const end = Buffer.alloc(sizes.end - 4);
    const count = Math.min(this.#directory.length, mostIn16);
    end.writeUInt16LE(count, 4);
    end.writeUInt16LE(count, 6);
    end.writeUInt32LE(directory.length, 8);
    end.writeUInt32LE(Math.min(this.#size, mostIn32), 12);
    for (const piece of [directory, zipSigns.end, end]) await this.#write(piece);
  }

  async #write(piece: Uint8Array): Promise<void> {
    await this.#append(piece);
    this.#size += piece.length;
  }
}

/** Its message ends a sentence that begins with the name of the file: “its directory is damaged”. */
export class NotAZip extends Error {}

/** An entry as the directory tells it, before anything is unpacked. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked. */
  readonly bytes: number;
}

interface Listed extends ZipEntry {
  readonly method: number;
  readonly packed: number;
  readonly crc: number;
  /** Where it begins in the file. */
  readonly at: number;
}

/**
 * The entries of a file, by name. No entry gets more room than it declares, and one whose bytes do not
 * fit its size or checksum is refused; so the limits that `admit` sets bound what a hostile file costs.
 *
 * @param admit is asked for all entries before the first is unpacked. Throws to refuse the file.
 */
export async function readZip(
  zip: Buffer,
  admit: (entries: readonly ZipEntry[]) => void
): Promise<ReadonlyMap<string, Buffer>> {
  const listed = readDirectory(zip);
  admit(listed);
  const entries = new Map<string, Buffer>();
  for (const each of listed) entries.set(each.name, await unpack(zip, each));
  return entries;
}

function readDirectory(zip: Buffer): readonly Listed[] {
  const end = zip.lastIndexOf(zipSigns.end);
  if (end < 0 || end + sizes.end > zip.length) throw new NotAZip('it is no zip file');
  const count = zip.readUInt16LE(end + 10);
  const listed: Listed[] = [];
  const names = new Set<string>();
  for (let at = zip.readUInt32LE(end + 16); listed.length < count;) {
    if (!beginsWith(zip, at, zipSigns.listed, sizes.listed)) {
      throw new NotAZip('its directory is damaged');
    }
    const length = zip.readUInt16LE(at + 28);
    const next = at + sizes.listed + length;
    const name = zip.toString('utf8', at + sizes.listed, next);
    if (names.has(name)) throw new NotAZip(`it has two entries named “${name.slice(0, 100)}”`);
    names.add(name);
    if ((zip.readUInt16LE(at + 8) & 1) === 1) throw new NotAZip('it is encrypted');
    listed.push({
      name,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      bytes: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42)
    });
    at = next + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return listed;
}

async function unpack(zip: Buffer, { name, method, packed, bytes, crc, at }: Listed) {
  const damaged = new NotAZip(`its entry “${name.slice(0, 100)}” is damaged`);
  if (!beginsWith(zip, at, zipSigns.entry, sizes.entry)) throw damaged;
  const start = at + sizes.entry + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (start + packed > zip.length) throw damaged;
  const data = zip.subarray(start, start + packed);
  const content = method === stored ? data : method === deflated ? await inflated() : null;
  if (content?.length !== bytes || crc32(content) !== crc) throw damaged;
  return content;

  function inflated(): Promise<Buffer> {
    // Of nothing there may be no output limit, so it gets that of one byte.
    return inflate(data, { maxOutputLength: Math.max(bytes, 1) }).catch(() => {
      throw damaged;
    });
  }
}

function beginsWith(zip: Buffer, at: number, sign: Buffer, size: number): boolean {
  return at + size <= zip.length && zip.subarray(at, at + sign.length).equals(sign);
}
