/** Reads a font's `ToUnicode` map (ISO 32000-1, 9.10.3): which glyph stands for which characters. */
import type { Glyphs } from './content-stream.js';

const single = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g;
const span = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g;

/** Spans that list each target in brackets are left out: Chromium writes none. */
export function readGlyphs(map: string): Glyphs {
  const glyphs = new Map<string, string>();
  for (const [, body = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of body.matchAll(single)) {
      glyphs.set(code.toUpperCase(), characters(text));
    }
  }
  for (const [, body = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of body.matchAll(span)) {
      const start = parseInt(from, 16);
      const unit = parseInt(first.slice(-4), 16);
      for (let code = start; code <= parseInt(to, 16); code++) {
        const last = (unit + code - start).toString(16).padStart(4, '0');
        const digits = code.toString(16).toUpperCase().padStart(from.length, '0');
        glyphs.set(digits, characters(first.slice(0, -4) + last));
      }
    }
  }
  return glyphs;
}

function characters(hex: string): string {
  const units = hex.match(/.{1,4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
}
