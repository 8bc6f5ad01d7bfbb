/**
 * The bottom line: the lead of an article.
 *
 * News leads beat sentence ranking (TextRank and the like) as summaries, so nothing is ranked.
 */
import { clippedLength } from './clip.js';
import { sentencesIn } from './sentences.js';
import type { Range } from './span.js';

/** UTF-16 units: one sentence always, a second one where both stay within the first, cut beyond the second. */
const comfortable = 400;
const longest = 600;

/** Sentences from the first paragraph of prose, or from the first two when it is one short sentence. */
export function bottomLine(text: string, paragraphs: readonly Range[]): Range[] {
  const from = Math.max(
    0,
    paragraphs.findIndex((p) => isProse(text.slice(p.start, p.start + 400)))
  );
  const lead = paragraphs.slice(from, from + 2);
  const chosen: Range[] = [];
  let length = 0;
  for (const paragraph of lead) {
    for (const sentence of sentencesIn(text, paragraph)) {
      length += sentence.end - sentence.start;
      if (chosen.length && length > comfortable) return chosen;
      chosen.push(clipped(text, sentence));
      if (chosen.length === 2) return chosen;
    }
  }
  return chosen;
}

/** Not a list, a table, a heading, code or an image; any script. */
function isProse(start: string): boolean {
  return (
    /^["“«'(*_[]?\p{L}/u.test(start) && /\s\S+\s|[。，、]/.test(start) && !/^[*_-]\s/.test(start)
  );
}

function clipped(text: string, { start, end }: Range): Range {
  return {
    start,
    end: start + clippedLength(text.slice(start, Math.min(end, start + longest + 1)), longest)
  };
}
