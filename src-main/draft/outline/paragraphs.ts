/**
 * Text → paragraphs, in plain text as people save it: a paragraph a line, paragraphs of wrapped
 * lines between blank ones, or short lines that belong together (a table, an address, verse).
 */
import { type Range, trimRange } from '../../domain/text/range.js';

/** Nobody wraps beyond this many characters: longer lines are paragraphs of their own. */
export const longestWrappedLine = 110;

/** Lines end with LF, CRLF, CR or one of Unicode's separators; ranges leave the line's end out. */
export function splitLines(text: string, within: Range = { start: 0, end: text.length }): Range[] {
  const lines: Range[] = [];
  const lineEnd = /\r\n|[\n\r\u2028\u2029]/g;
  lineEnd.lastIndex = within.start;
  let start = within.start;
  for (let m = lineEnd.exec(text); m && m.index < within.end; m = lineEnd.exec(text)) {
    lines.push({ start, end: m.index });
    start = m.index + m[0].length;
  }
  if (start < within.end) lines.push({ start, end: within.end });
  return lines;
}

/** Trimmed, never empty, in order, without overlap. */
export function splitParagraphs(text: string, within?: Range): Range[] {
  const blocks = joinLines(text, splitLines(text, within));
  return blocks.flatMap((lines) => {
    const together = blocks.length > 1 ? areShort(lines) : areWrapped(text, lines);
    return together ? [hull(lines)] : lines;
  });
}

/** Runs of lines between blank ones, each line trimmed. */
function joinLines(text: string, lines: readonly Range[]): Range[][] {
  const blocks: Range[][] = [];
  let block: Range[] = [];
  for (const raw of lines) {
    const line = trimRange(text, raw);
    if (line.start < line.end) block.push(line);
    else if (block.length) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length) blocks.push(block);
  return blocks;
}

function areShort(lines: readonly Range[]): boolean {
  return lines.every((line) => line.end - line.start <= longestWrappedLine);
}

/** Without blank lines to go by, lines are taken for wrapped when many of them go on in lower case. */
function areWrapped(text: string, lines: readonly Range[]): boolean {
  const goingOn = lines
    .slice(1)
    .filter((line) => /^\p{Ll}/u.test(text.slice(line.start, line.start + 2)));
  return areShort(lines) && goingOn.length > 0.4 * (lines.length - 1);
}

function hull(lines: readonly Range[]): Range {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) throw new Error('A block without lines');
  return { start: first.start, end: last.end };
}
