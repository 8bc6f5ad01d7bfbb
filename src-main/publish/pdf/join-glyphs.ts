/**
 * Chromium places every glyph by an operation of its own. Here glyphs that follow one another are
 * shown by one (ISO 32000-1, 9.4.3), which makes a page's operations a fraction as long. Pure.
 */

/** How far each glyph number of a font moves the pen, in thousandths of the font's size. */
export type Widths = (code: string) => number;

const shown = /^(?:(-?[\d.]+) 0 Td )?<((?:[0-9a-fA-F]{4})+)> Tj$/;
const moved = /^(-?[\d.]+) (-?[\d.]+ Td.*)$/;
const chosen = /^\/(\S+) (-?[\d.]+) Tf$/;

/**
 * `widthsOf` gets the name of a font; where it returns `null`, that font's glyphs stay as they are.
 * A glyph comes to stand within a thousandth of its font's size of where it stood.
 */
export function joinGlyphs(
  lines: readonly string[],
  widthsOf: (font: string) => Widths | null
): readonly string[] {
  const out: string[] = [];
  let font: { readonly widths: Widths; readonly size: number } | null = null;
  /** How far the line's start ought to have moved since the last operation that moved it. */
  let owed = 0;
  /** From there to the pen; `null` where it cannot be told. */
  let pen: number | null = 0;
  /** What is shown by one operation: glyphs, and steps back between them. */
  let gathered = '';
  let codes = '';

  const flush = () => {
    if (codes !== '') out.push(gathered ? `[${gathered}<${codes}>]TJ` : `<${codes}> Tj`);
    [gathered, codes] = ['', ''];
  };
  for (const line of lines) {
    const glyphs = font && line.endsWith('> Tj') ? shown.exec(line) : null;
    const step = glyphs?.[1];
    if (font && glyphs && (step !== undefined || pen !== null)) {
      const { widths, size } = font;
      if (step !== undefined) {
        owed += Number(step);
        if (codes === '' || pen === null) {
          flush();
          out.push(`${short(owed)} 0 Td`);
          [owed, pen] = [0, 0];
        } else {
          const back = Math.round(((pen - owed) * 1_000) / size);
          pen -= (back * size) / 1_000;
          if (back !== 0) {
            gathered += `<${codes}>${back}`;
            codes = '';
          }
        }
      }
      const digits = glyphs[2] ?? '';
      codes += digits;
      for (let at = 0; at < digits.length; at += 4) {
        pen = (pen ?? 0) + (widths(digits.slice(at, at + 4).toUpperCase()) * size) / 1_000;
      }
      continue;
    }
    flush();
    const move = line.includes(' Td') ? moved.exec(line) : null;
    out.push(move && owed !== 0 ? `${short(owed + Number(move[1]))} ${move[2]}` : line);
    if (move || line.endsWith(' Tm') || line.endsWith('BT')) [owed, pen] = [0, 0];
    if (line.endsWith('Tj') || line.endsWith('TJ')) pen = null;
    const set = line.endsWith(' Tf') ? chosen.exec(line) : null;
    if (set) {
      const [, name = '', points] = set;
      const widths = widthsOf(name);
      font = widths && Number(points) > 0 ? { widths, size: Number(points) } : null;
    }
  }
  flush();
  return out;
}

/** Points, to the ten-thousandth. */
function short(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
