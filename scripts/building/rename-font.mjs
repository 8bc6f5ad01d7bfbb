/** Writes into a font (OpenType, `name` table) the family and style by which it is chosen. Pure. */

/** Who made it and under which licence: these records stay as they are. */
const KEPT_NAMES = [0, 7, 8, 9, 11, 13, 14];
/** Platform, encoding and language of the records that are written: Windows, UTF-16, English. */
const WINDOWS = [3, 1, 0x409];

/**
 * @param {Buffer} font a TrueType or OpenType file with one face
 * @param {string} family
 * @param {string} style such as “Bold Italic”
 * @returns {Buffer} the same font under that name; every other table stays as it is
 */
export function renameFont(font, family, style) {
  const tables = tablesOf(font);
  const name = tables.find(({ tag }) => tag === 'name');
  if (!name) throw new Error('This font has no names');
  const whole = `${family} ${style}`;
  const names = new Map([...keptNames(name.data)]);
  for (const [id, words] of /** @type {const} */ ([
    [1, family],
    [2, style],
    [4, whole],
    [6, whole.replaceAll(' ', '')],
    [16, family],
    [17, style]
  ])) {
    names.set(id, Buffer.from(words, 'utf16le').swap16());
  }
  name.data = nameTable(names);
  return joined(font.subarray(0, 12), tables);
}

/** @param {Buffer} font @returns {{ tag: string, data: Buffer }[]} */
function tablesOf(font) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    const offset = font.readUInt32BE(entry + 8);
    const data = font.subarray(offset, offset + font.readUInt32BE(entry + 12));
    return { tag: font.toString('latin1', entry, entry + 4), data };
  });
}

/** @param {Buffer} table @returns {Map<number, Buffer>} UTF-16, by what they name */
function keptNames(table) {
  /** @type {Map<number, Buffer>} */
  const kept = new Map();
  const strings = table.subarray(table.readUInt16BE(4));
  for (let at = 6; at < 6 + 12 * table.readUInt16BE(2); at += 12) {
    const id = table.readUInt16BE(at + 6);
    if (table.readUInt16BE(at) !== WINDOWS[0] || !KEPT_NAMES.includes(id)) continue;
    const offset = table.readUInt16BE(at + 10);
    kept.set(id, strings.subarray(offset, offset + table.readUInt16BE(at + 8)));
  }
  return kept;
}

/** @param {Map<number, Buffer>} names */
function nameTable(names) {
  const sorted = [...names].sort(([a], [b]) => a - b);
  const head = Buffer.alloc(6 + 12 * sorted.length);
  head.writeUInt16BE(sorted.length, 2);
  head.writeUInt16BE(head.length, 4);
  let end = 0;
  sorted.forEach(([id, words], index) => {
    const fields = [...WINDOWS, id, words.length, end];
    fields.forEach((field, place) => head.writeUInt16BE(field, 6 + 12 * index + 2 * place));
    end += words.length;
  });
  return Buffer.concat([head, ...sorted.map(([, words]) => words)]);
}

/** @param {Buffer} start the header @param {{ tag: string, data: Buffer }[]} tables */
function joined(start, tables) {
  const directory = Buffer.alloc(16 * tables.length);
  /** @type {Buffer[]} */
  const parts = [];
  let offset = start.length + directory.length;
  tables.forEach(({ tag, data }, index) => {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    directory.write(tag, 16 * index, 'latin1');
    const fields = [checksum(padded), offset, data.length];
    fields.forEach((field, place) => directory.writeUInt32BE(field, 16 * index + 4 + 4 * place));
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([start, directory, ...parts]);
}

/** @param {Buffer} padded */
function checksum(padded) {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
