/** Which signs the fonts can draw that come with the program, read from the fonts themselves: the characters of each one's `cmap`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontsForTests } from '../building/fonts-for-tests.mjs';

/** @returns {Promise<number[]>} code points, rising */
export async function readCoverage() {
  const folder = await fontsForTests();
  // What only a bold or slanted face lacks, another face of Typst's fallback has.
  const regular = readdirSync(folder).filter((name) => name.endsWith('-regular.ttf'));
  const signs = regular.flatMap((name) => signsOf(readFileSync(join(folder, name))));
  return [...new Set(signs)].sort((a, b) => a - b);
}

/** By OpenType's `cmap`. @param {Buffer} font TrueType @returns {number[]} */
function signsOf(font) {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    const isMap = font.toString('latin1', entry, entry + 4) === 'cmap';
    if (isMap) return signsIn(font.subarray(font.readUInt32BE(entry + 8)));
  }
  throw new Error('This font names no characters');
}

/** @param {Buffer} cmap @returns {number[]} */
function signsIn(cmap) {
  /** @type {Set<number>} */
  const signs = new Set();
  const count = cmap.readUInt16BE(2);
  for (let record = 4; record < 4 + 8 * count; record += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(record + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readSegments(table, signs);
    else if (format === 12) readGroups(table, signs);
  }
  return [...signs];
}

/** @param {Buffer} table @param {Set<number>} signs */
function readSegments(table, signs) {
  const twice = table.readUInt16BE(6);
  for (let at = 0; at < twice; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + twice + at);
    const delta = table.readUInt16BE(16 + 2 * twice + at);
    const place = 16 + 3 * twice + at;
    const range = table.readUInt16BE(place);
    for (let sign = start; sign <= end && sign < 0xffff; sign += 1) {
      const glyph =
        range === 0
          ? (sign + delta) & 0xffff
          : table.readUInt16BE(place + range + 2 * (sign - start));
      if (glyph !== 0) signs.add(sign);
    }
  }
}

/** @param {Buffer} table @param {Set<number>} signs */
function readGroups(table, signs) {
  const count = table.readUInt32BE(12);
  for (let group = 16; group < 16 + 12 * count; group += 12) {
    const [start, end] = [table.readUInt32BE(group), table.readUInt32BE(group + 4)];
    for (let sign = start; sign <= end; sign += 1) signs.add(sign);
  }
}
