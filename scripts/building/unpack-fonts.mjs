/**
 * Unpacks the fonts of documents for Typst, which reads no WOFF2, and renames them. Typst takes one face
 * of a family and looks no further there, so each subset is a family of its own: “Standpoint Serif” holds
 * Latin letters, “Standpoint Serif cyrillic” the others. No font of the system has such a name, so a
 * document looks alike everywhere, and the licence of the Source fonts keeps “Source” for unchanged ones.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { renameFont } from './rename-font.mjs';

const require = createRequire(import.meta.url);
const european = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];
/** By the end of a file's name. */
const styles = {
  '400-normal': 'Regular',
  '400-italic': 'Italic',
  '600-normal': 'SemiBold',
  '700-normal': 'Bold',
  '700-italic': 'Bold Italic'
};
/** @typedef {keyof typeof styles} Face */
/** @type {readonly Face[]} */
const text = ['400-normal', '400-italic', '600-normal', '700-normal', '700-italic'];
/** @type {readonly Face[]} */
const plain = ['400-normal', '700-normal'];

/**
 * Of each package of @fontsource: our family, the subsets (the first has the family's own name), the faces.
 * @type {readonly (readonly [string, string, readonly string[], readonly Face[]])[]}
 */
const fonts = [
  ['source-serif-4', 'Standpoint Serif', european, text],
  ['source-sans-3', 'Standpoint Sans', [...european, 'greek-ext'], text],
  ['source-code-pro', 'Standpoint Code', [...european, 'greek-ext'], plain],
  ['ibm-plex-sans-arabic', 'Standpoint Arabic', ['arabic', 'latin-ext'], plain],
  ['noto-sans-hebrew', 'Standpoint Hebrew', ['hebrew'], plain],
  ['noto-sans-devanagari', 'Standpoint Devanagari', ['devanagari'], plain],
  ['noto-emoji', 'Standpoint Emoji', ['emoji'], ['400-normal']],
  ['noto-sans-math', 'Standpoint Math', ['latin'], ['400-normal']]
];

/** Packages of which something is among the fonts, for the list of licences. */
export const fontPackages = fonts.map(([name]) => `@fontsource/${name}`);

/**
 * @param {string} folder is emptied
 * @returns {Promise<{ files: number, bytes: number }>}
 */
export async function unpackFonts(folder) {
  /** @type {{ decompress: (woff2: Buffer) => Promise<Uint8Array> }} */
  const { decompress } = require('wawoff2');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let [files, bytes] = [0, 0];
  for (const [pack, family, subsets, faces] of fonts) {
    for (const subset of subsets) {
      const own = subset === subsets[0] ? family : `${family} ${subset}`;
      for (const face of faces) {
        const path = require.resolve(`@fontsource/${pack}/files/${pack}-${subset}-${face}.woff2`);
        const unpacked = Buffer.from(await decompress(readFileSync(path)));
        const font = renameFont(unpacked, own, styles[face]);
        const name = `${own} ${styles[face]}`.toLowerCase().replaceAll(' ', '-');
        writeFileSync(join(folder, `${name}.ttf`), font);
        files += 1;
        bytes += font.length;
      }
    }
  }
  return { files, bytes };
}
