/**
 * The bottom line: the lead of an article.
 *
 * News leads beat sentence ranking (TextRank and the like) as summaries, so nothing is ranked.
 */
import { clippedLength } from './clip.js';
import { datelineLength } from '../outline/outline.js';
import { sentencesIn } from '../../domain/text/sentences.js';
import type { Range } from '../../domain/text/range.js';

/** UTF-16 units: one sentence always, a second one where both stay within the first, cut beyond the second. */
const comfortable = 400;
const longest = 600;
/** Paragraphs further down are no lead. */
const furthest = 12;

/** Up to two sentences from the first two paragraphs of prose, else from the first points of a list. */
export function bottomLine(text: string, paragraphs: readonly Range[]): Range[] {
  const shown = paragraphs.slice(0, furthest);
  const prose = shown.filter((p) => isProse(text.slice(p.start, Math.min(p.end, p.start + 400))));
  const lead = prose.length
    ? prose.map((p) => withoutDateline(text, p))
    : shown.flatMap((p) => listPoint(text, p) ?? []);
  const chosen: Range[] = [];
  let length = 0;
  for (const paragraph of lead.slice(0, 2)) {
    for (const sentence of sentencesIn(text, paragraph)) {
      length += sentence.end - sentence.start;
      if (chosen.length && length > comfortable) return chosen;
      chosen.push(clipped(text, sentence));
      if (chosen.length === 2) return chosen;
    }
  }
  return chosen;
}

/** Any script; not a list, a table, code, an image, or an interviewer's question. */
function isProse(paragraph: string): boolean {
  const [line = ''] = paragraph.split(/[\n\r]/, 1);
  if (/\S(?:\t| {3})/.test(line) || /[?:؟？]["”’»]*$/.test(paragraph)) return false;
  return (
    /^["“«'(*_[「]?[*_]*\p{L}/u.test(paragraph) &&
    (paragraph.length > 80 || /[.!…。！۔।]/.test(paragraph))
  );
}

function withoutDateline(text: string, { start, end }: Range): Range {
  return { start: start + datelineLength(text.slice(start, Math.min(end, start + 200))), end };
}

/** The words of a list's point, without its mark. */
function listPoint(text: string, { start, end }: Range): Range | null {
  const mark = /^(?:[-*+•–—]|\d+[.)])\s+(?=\p{L})/u.exec(text.slice(start, start + 40))?.[0];
  return mark === undefined ? null : { start: start + mark.length, end };
}

function clipped(text: string, { start, end }: Range): Range {
  return {
    start,
    end: start + clippedLength(text.slice(start, Math.min(end, start + longest + 1)), longest)
  };
}
