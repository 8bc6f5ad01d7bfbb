/** Breaks paragraphs that are too long for a card, such as a text that is one line. */
import { characterBoundary } from '../cards/clip.js';
import { sentencesIn } from '../../domain/text/sentences.js';
import type { Range } from '../../domain/text/range.js';

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
