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

export interface ContentStream {
  readonly lines: readonly string[];
  readonly sequences: readonly Sequence[];
  /** First and last lines of what is drawn outside the structure: backgrounds, running heads. */
  readonly unowned: readonly (readonly [number, number])[];
}

const paint = /^(?:f\*?|F|S|s|B\*?|b\*?)$/;
const path = /^(?:m|l|c|v|y|h|re)$/;
const picture = /^(?:Do|sh)$/;
const show = /^T[jJ]$/;
const owned = /^\/\w+ ?<<[^]*\/MCID (\d+)[^]*>> ?BDC$/;
const actualText = /\/ActualText ?<([0-9a-fA-F]*)>/;

/** `glyphsOf` gets the name of a font in the page's resources. */
export function readContent(
  content: string,
  glyphsOf: (font: string) => Glyphs | null
): ContentStream {
  const lines = content.split('\n');
  const sequences: OwnedWords[] = [];
  const unowned: [number, number][] = [];
  let open: OwnedWords | null = null;
  let depth = 0;
  let font: string | null = null;
  let pathFrom: number | null = null;
  let textFrom: number | null = null;

  lines.forEach((line, number) => {
    const operator = operatorOf(line);
    if (operator === 'BDC' || operator === 'BMC') {
      depth += 1;
      const mcid = open ? undefined : owned.exec(line)?.[1];
      if (mcid !== undefined) open = new OwnedWords(+mcid, number, lines, font, glyphsOf);
    } else if (operator === 'EMC') {
      depth -= 1;
      if (depth === 0 && open) {
        open.end = number;
        sequences.push(open);
        open = null;
      }
    } else if (operator === 'Tf') font = fontIn(line);
    else if (open) open.onlyShapes &&= !show.test(operator) && !picture.test(operator);
    else if (depth === 0 && !show.test(operator)) {
      if (operator === 'BT') {
        textFrom ??= number;
        pathFrom = null;
      } else if (textFrom !== null) {
        if (operator !== 'ET') return;
        unowned.push([textFrom, number]);
        textFrom = null;
      } else if (picture.test(operator)) {
        unowned.push([number, number]);
        pathFrom = null;
      } else if (path.test(operator)) pathFrom ??= number;
      else if (paint.test(operator) && pathFrom !== null) {
        unowned.push([pathFrom, number]);
        pathFrom = null;
      } else if (operator === 'n') pathFrom = null;
    }
  });
  return { lines, sequences, unowned };
}

/** What a line does: its last word. */
function operatorOf(line: string): string {
  return line.endsWith('BDC') || line.endsWith('BMC')
    ? line.slice(-3)
    : line.slice(line.lastIndexOf(' ') + 1);
}

function fontIn(line: string): string {
  return line.slice(1, line.indexOf(' '));
}

/** Its words are read when somebody asks: most are never looked at. */
class OwnedWords implements Sequence {
  end: number;
  onlyShapes = true;
  #words: Pick<Sequence, 'text' | 'glyphs'> | null = null;

  /** `font`: the one that was set before it. */
  constructor(
    readonly mcid: number,
    readonly begin: number,
    readonly lines: readonly string[],
    readonly font: string | null,
    readonly glyphsOf: (font: string) => Glyphs | null
  ) {
    this.end = begin;
  }

  get text(): string {
    return (this.#words ??= this.#read()).text;
  }

  get glyphs(): Sequence['glyphs'] {
    return (this.#words ??= this.#read()).glyphs;
  }

  #read(): Pick<Sequence, 'text' | 'glyphs'> {
    const glyphs: { line: number; code: string }[] = [];
    let text = '';
    let font = this.font === null ? null : this.glyphsOf(this.font);
    let depth = 1;
    /** The depth at which an `ActualText` replaces what is drawn. */
    let spoken: number | null = null;
    for (let number = this.begin + 1; number < this.end; number += 1) {
      const line = this.lines[number] ?? '';
      const operator = operatorOf(line);
      if (operator === 'BDC' || operator === 'BMC') {
        depth += 1;
        const words = spoken === null ? actualText.exec(line)?.[1] : undefined;
        if (words === undefined) continue;
        text += utf16(words);
        spoken = depth;
      } else if (operator === 'EMC') {
        if (spoken === depth) spoken = null;
        depth -= 1;
      } else if (operator === 'Tf') font = this.glyphsOf(fontIn(line));
      else if (show.test(operator)) {
        for (const [, codes = ''] of line.matchAll(/<([0-9a-fA-F]+)>/g)) {
          for (const code of codes.toUpperCase().match(/.{4}/g) ?? []) {
            if (spoken === null) text += font?.get(code) ?? '';
            glyphs.push({ line: number, code });
          }
        }
      }
    }
    return { text, glyphs };
  }
}

/**
 * The operations again, with all that no element owns marked as an artifact, which readers aloud
 * pass over. `disowned` are the MCIDs of sequences that become artifacts too; `changed` are lines
 * to put in the place of others.
 */
export function writeContent(
  { lines, sequences, unowned }: ContentStream,
  disowned: ReadonlySet<number>,
  changed: ReadonlyMap<number, string>
): string {
  const out = [...lines];
  for (const [number, line] of changed) out[number] = line;
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
export function utf16(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  const text = String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
