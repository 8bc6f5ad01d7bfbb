/**
 * Which signs the bundled fonts can draw, read from the fonts themselves: of every file that the style
 * sheets name, the characters of its `cmap` within the `unicode-range` under which it is loaded.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { root } from '../setup/root.mjs';

const sheets = ['src-renderer/styles/fonts.css', 'src-renderer/print/styles/fonts.css'];
const require = createRequire(join(root, 'package.json'));

/** @returns {number[]} code points, rising */
export function readCoverage() {
  const signs = sheets.flatMap((sheet) => {
    const css = readFileSync(join(root, sheet), 'utf8');
    const imports = css.matchAll(/@import '(@fontsource\/[^']+\/400\.css)'/g);
    return [
      ...[...imports].flatMap(([, path = '']) => coverageOfSheet(require.resolve(path))),
      ...coverageOfSheet(join(root, sheet))
    ];
  });
  return [...new Set(signs)].sort((a, b) => a - b);
}

/** @param {string} sheet whose own faces count @returns {number[]} */
function coverageOfSheet(sheet) {
  const faces = readFileSync(sheet, 'utf8').split('@font-face').slice(1);
  return faces.flatMap((face) => {
    const [, file] = /url\('?([^')]+\.woff)2?'?\)/.exec(face) ?? [];
    if (file === undefined) throw new Error(`${sheet} names a font without a WOFF file`);
    const path = file.startsWith('@') ? require.resolve(file) : join(dirname(sheet), file);
    const ranges = rangesIn(/unicode-range:([^;]+);/.exec(face)?.[1] ?? 'U+0-10FFFF');
    const signs = readSigns(readFileSync(path));
    return signs.filter((sign) => ranges.some(([from, to]) => sign >= from && sign <= to));
  });
}

/** @param {string} css such as `U+0301,U+0400-045F` @returns {[number, number][]} */
function rangesIn(css) {
  return css.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-');
    return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'F'), 16)];
  });
}

/** The characters of a font (https://www.w3.org/TR/WOFF/ and OpenType's `cmap`). @param {Buffer} font @returns {number[]} */
export function readSigns(font) {
  return font.toString('latin1', 0, 4) === 'wOFF' ? signsOfWoff(font) : signsOfTrueType(font);
}

/** @param {Buffer} font @returns {number[]} */
function signsOfTrueType(font) {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    const isMap = font.toString('latin1', entry, entry + 4) === 'cmap';
    if (isMap) return signsIn(font.subarray(font.readUInt32BE(entry + 8)));
  }
  throw new Error('This font names no characters');
}

/** @param {Buffer} woff @returns {number[]} */
function signsOfWoff(woff) {
  const count = woff.readUInt16BE(12);
  for (let entry = 44; entry < 44 + 20 * count; entry += 20) {
    if (woff.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8));
    const length = woff.readUInt32BE(entry + 12);
    return signsIn(packed.length < length ? inflateSync(packed) : packed);
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
