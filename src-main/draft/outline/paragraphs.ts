/**
 * Text → paragraphs, in plain text as people save it: a paragraph a line, paragraphs of wrapped
 * lines between blank ones, or short lines that belong together (a table, an address, verse).
 */
import { type Range, trimRange } from '../../domain/text/range.js';
import { characterBoundary } from '../cards/clip.js';
import { sentencesIn } from '../../domain/text/sentences.js';

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

/** Breaks paragraphs that are too long for a card, such as a text that is one line. */

/** UTF-16 units; paragraphs up to the first stay whole, longer ones become pieces of about the second. */
const longest = 3_000;
const aim = 1_200;
/** A sentence longer than this is no prose: it is cut at white space, else between characters. */
const longestSentence = 20_000;

export function breakLongParagraphs(text: string, paragraphs: readonly Range[]): Range[] {
  return paragraphs.flatMap((p) => (p.end - p.start <= longest ? [p] : breakParagraph(text, p)));
}

function breakParagraph(text: string, paragraph: Range): Range[] {
  const pieces: Range[] = [];
  let piece: Range | null = null;
  for (const sentence of sentencesIn(text, paragraph)) {
    for (const part of breakSentence(text, sentence)) {
      if (piece && part.end - piece.start <= aim) piece = { start: piece.start, end: part.end };
      else {
        if (piece) pieces.push(piece);
        piece = part;
      }
    }
  }
  if (piece) pieces.push(piece);
  return pieces;
}

function breakSentence(text: string, sentence: Range): Range[] {
  const parts: Range[] = [];
  let { start } = sentence;
  while (sentence.end - start > longestSentence) {
    const end = breakBefore(text, start, start + longestSentence);
    parts.push({ start, end });
    start = end;
    while (start < sentence.end && /\s/.test(text.charAt(start))) start++;
  }
  if (start < sentence.end) parts.push({ start, end: sentence.end });
  return parts;
}

function breakBefore(text: string, start: number, limit: number): number {
  const words = /^[\s\S]*\S(?=\s)/.exec(text.slice(start, limit));
  return words ? start + words[0].length : characterBoundary(text, limit);
}
