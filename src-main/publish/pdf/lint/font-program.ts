/** How wide the glyphs of a TrueType font are, as the font itself says (its tables head, hhea, hmtx, maxp). */

/** Thousandths of an em by the number of the glyph, `null` for one that is not there; `null` for no such font. */
export function advancesIn(program: Uint8Array): ((glyph: number) => number | null) | null {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength);
  if (bytes.length < 12) return null;
  const tables = new Map<string, number>();
  for (let number = 0; number < bytes.readUInt16BE(4); number += 1) {
    const at = 12 + 16 * number;
    if (at + 16 > bytes.length) return null;
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  }
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name));
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) {
    return null;
  }
  const perEm = bytes.readUInt16BE(head + 18);
  const measured = bytes.readUInt16BE(hhea + 34);
  const glyphs = bytes.readUInt16BE(maxp + 4);
  // Those behind the measured ones are as wide as the last of them.
  return (glyph) =>
    glyph >= glyphs || measured === 0
      ? null
      : (bytes.readUInt16BE(hmtx + 4 * Math.min(glyph, measured - 1)) * 1_000) / perEm;
}
