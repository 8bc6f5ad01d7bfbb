/** Sentences, well enough for a linter: a wrong split costs a finding, not a word. */

const abbreviation =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|No|vs|etc|cf|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b\p{Lu}|\b(?:\p{L}\.)+\p{L})\.$/u;
const end = /[.!?…]["”’»)\]]*(?=\s+["“‘«([]?[\p{Lu}\p{N}])|\n/gu;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** In order; lines and table rows each end one. */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(end)) {
    const stop = match.index + match[0].length;
    if (match[0] !== '\n' && abbreviation.test(endOf(text, start, match.index + 1))) continue;
    spans.push({ start, end: stop });
    start = stop;
  }
  spans.push({ start, end: text.length });
  return spans.filter((span) => text.slice(span.start, span.end).trim() !== '');
}

/** As much as an abbreviation needs: with the whole sentence, a text of abbreviations would cost its square. */
function endOf(text: string, start: number, stop: number): string {
  return text.slice(Math.max(start, stop - 40), stop);
}
