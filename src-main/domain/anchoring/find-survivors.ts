/** Finds a quote by what survived of it through the revision. */
import type { Range } from './range.js';
import { firstEndingAfter, type Revision } from './revision.js';

/** Share of the quote's visible characters that must have survived together. */
const leastSurvival = 0.5;

interface Part {
  /** The stretch of the quote, in the old text. */
  readonly from: Range;
  /** Where it stands now. */
  readonly to: Range;
  /** Visible characters. */
  readonly weight: number;
}

/** `null` when less than half of the quote survived in one place. */
export function findSurvivors(revision: Revision, quote: Range): Range | null {
  const parts = survivingParts(revision, quote);
  const whole = countVisible(revision.before, quote) || 1;
  const best = heaviest(cluster(parts, quote));
  if (!best || best.weight / whole < leastSurvival) return null;
  return growToBorders(revision, quote, best);
}

function survivingParts(revision: Revision, quote: Range): readonly Part[] {
  const { surviving, before } = revision;
  const parts: Part[] = [];
  for (let i = firstEndingAfter(surviving, 'before', quote.start); i < surviving.length; i++) {
    const run = surviving[i];
    if (!run || run.before >= quote.end) break;
    const start = Math.max(run.before, quote.start);
    const end = Math.min(run.before + run.length, quote.end);
    if (start >= end) continue;
    const shift = run.after - run.before;
    const from = { start, end };
    const to = { start: start + shift, end: end + shift };
    parts.push({ from, to, weight: countVisible(before, from) });
  }
  return parts.sort((a, b) => a.to.start - b.to.start);
}

/** Parts that stand near one another now; nearer is demanded when their order changed. */
function cluster(parts: readonly Part[], quote: Range): readonly Part[] {
  const length = quote.end - quote.start;
  const inOrder = parts.every((part, i) => part.from.start >= (parts[i - 1]?.from.end ?? 0));
  const reach = inOrder ? Math.max(300, 3 * length) : Math.max(80, 2 * length);
  const clusters: Part[] = [];
  for (const part of parts) {
    const last = clusters.at(-1);
    if (last && part.to.start - last.to.end <= reach)
      clusters[clusters.length - 1] = join(last, part);
    else clusters.push(part);
  }
  return clusters;
}

function join(a: Part, b: Part): Part {
  return { from: span(a.from, b.from), to: span(a.to, b.to), weight: a.weight + b.weight };
}

function span(a: Range, b: Range): Range {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function heaviest(parts: readonly Part[]): Part | null {
  return parts.reduce<Part | null>(
    (best, part) => (best && best.weight >= part.weight ? best : part),
    null
  );
}

/** Takes in what replaced the quote's first or last words, unless that is out of proportion to them. */
function growToBorders(revision: Revision, quote: Range, { from, to }: Part): Range {
  const borders = revision.followBorders(quote);
  const headLost = from.start - quote.start;
  const tailLost = quote.end - from.end;
  const grown = to.start - borders.start;
  const grownEnd = borders.end - to.end;
  return {
    start: headLost > 0 && grown > 0 && grown <= allowance(headLost) ? borders.start : to.start,
    end: tailLost > 0 && grownEnd > 0 && grownEnd <= allowance(tailLost) ? borders.end : to.end
  };
}

function allowance(lost: number): number {
  return 2 * lost + 20;
}

function countVisible(text: string, { start, end }: Range): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 160) count++;
  }
  return count;
}
