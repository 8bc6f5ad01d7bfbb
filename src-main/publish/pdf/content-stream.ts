/**
 * The drawing operations of a page, as Chromium writes them: one operation a line, text as glyph
 * numbers, and what belongs to the document's structure between `BDC` and `EMC` with an MCID
 * (ISO 32000-1, 14.7.4). Pure: text in, text out.
 */

/** What each glyph number of one font stands for, by its upper-case hexadecimal digits. */
export type Glyphs = ReadonlyMap<string, string>;

/** A stretch of operations that one element of the structure owns. Lines count from 0. */
export interface Sequence {
  readonly mcid: number;
  /** The lines of its `BDC` and its `EMC`. */
  readonly begin: number;
  readonly end: number;
  /** As drawn: no space where a line of text ends. What no font can name is missing. */
  readonly text: string;
  /** It draws nothing but lines and areas, such as a table's rules. */
  readonly onlyShapes: boolean;
  /** The lines that each draw one glyph, with its number. */
  readonly glyphs: readonly { readonly line: number; readonly code: string }[];
}

export interface Content {
  readonly lines: readonly string[];
  readonly sequences: readonly Sequence[];
  /** First and last lines of what is drawn outside the structure: backgrounds, running heads. */
  readonly unowned: readonly (readonly [number, number])[];
}

const paint = /(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?)$/;
const path = /(?:^|\s)(?:m|l|c|v|y|h|re)$/;
const picture = /(?:^|\s)(?:Do|sh)$/;
const owned = /^\/\w+ ?<<\/MCID (\d+) ?>> ?BDC$/;
const actualText = /\/ActualText ?<([0-9a-fA-F]*)>/;

/** `glyphsOf` gets the name of a font in the page's resources. */
export function readContent(content: string, glyphsOf: (font: string) => Glyphs | null): Content {
  const lines = content.split('\n');
  const sequences: Sequence[] = [];
  const unowned: [number, number][] = [];
  let open: { -readonly [K in keyof Sequence]: Sequence[K] } | null = null;
  let glyphs: { line: number; code: string }[] = [];
  let depth = 0;
  /** The depth at which an `ActualText` replaces what is drawn. */
  let spoken: number | null = null;
  let font: Glyphs | null = null;
  let pathFrom: number | null = null;
  let textFrom: number | null = null;

  lines.forEach((line, number) => {
    if (line.endsWith('BDC') || line.endsWith('BMC')) {
      depth += 1;
      const mcid = owned.exec(line)?.[1];
      if (mcid !== undefined && !open) {
        glyphs = [];
        open = { mcid: +mcid, begin: number, end: number, text: '', onlyShapes: true, glyphs };
      } else if (open && spoken === null) {
        const words = actualText.exec(line)?.[1];
        if (words !== undefined) {
          open.text += utf16(words);
          spoken = depth;
        }
      }
    } else if (line === 'EMC') {
      if (spoken === depth) spoken = null;
      depth -= 1;
      if (depth === 0 && open) {
        sequences.push({ ...open, end: number });
        open = null;
      }
    } else if (line.endsWith(' Tf')) {
      font = glyphsOf(line.slice(1, line.indexOf(' ')));
    } else if (line.endsWith('Tj') || line.endsWith('TJ')) {
      if (!open) return;
      open.onlyShapes = false;
      for (const [, codes = ''] of line.matchAll(/<([0-9a-fA-F]+)>/g)) {
        for (const code of codes.toUpperCase().match(/.{4}/g) ?? []) {
          if (spoken === null) open.text += font?.get(code) ?? '';
          glyphs.push({ line: number, code });
        }
      }
    } else if (open) {
      if (picture.test(line)) open.onlyShapes = false;
    } else if (depth === 0) {
      if (line === 'BT') {
        textFrom ??= number;
        pathFrom = null;
      } else if (textFrom !== null) {
        if (line !== 'ET') return;
        unowned.push([textFrom, number]);
        textFrom = null;
      } else if (picture.test(line)) {
        unowned.push([number, number]);
        pathFrom = null;
      } else if (path.test(line)) pathFrom ??= number;
      else if (paint.test(line) && pathFrom !== null) {
        unowned.push([pathFrom, number]);
        pathFrom = null;
      } else if (/(?:^|\s)n$/.test(line)) pathFrom = null;
    }
  });
  return { lines, sequences, unowned };
}

/**
 * The operations again, with all that no element owns marked as an artifact, which readers aloud
 * pass over. `disowned` are the MCIDs of sequences that become artifacts too; `changed` are lines
 * to put in the place of others.
 */
export function writeContent(
  { lines, sequences, unowned }: Content,
  disowned: ReadonlySet<number>,
  changed: ReadonlyMap<number, string>
): string {
  const out = lines.map((line, number) => changed.get(number) ?? line);
  for (const { mcid, begin } of sequences) {
    if (disowned.has(mcid)) out[begin] = '/Artifact BMC';
  }
  for (const [from, to] of unowned) {
    out[from] = `/Artifact BMC\n${out[from]}`;
    out[to] = `${out[to]}\nEMC`;
  }
  return out.join('\n');
}

/** UTF-16BE behind a byte order mark, in hexadecimal digits. */
function utf16(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  const text = String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
