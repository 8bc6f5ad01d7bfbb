/** Finds a quote by what survived of it through the revision. */
import type { Range } from '../text/range.js';
import { firstEndingAfter, type Revision } from './revision.js';
import type { Run } from './run.js';

/** Share of the quote's visible characters that must have survived together. */
const leastSurvival = 0.5;
/** Share up to which a few words could have been put together anew, and survive by chance. */
const doubtfulSurvival = 0.66;
/** Share that cannot be chance in so many pieces. */
const nearlyAll = 0.85;
/** Visible characters that can stand apart from the rest by chance. */
const mostStray = 2;
/** Units put in between that part them. */
const farApart = 16;
/** Units beside a few words without which they could stand there by chance. */
const leastNeighbours = 8;
/** Visible characters that a quote has which cannot be doubted so. */
const longEnough = 24;

interface Survivors {
  readonly range: Range;
  /** Enough of it survived to be sure that it is the same quote, edited. */
  readonly isCertain: boolean;
}

interface Part {
  /** The stretch of the quote, in the old text. */
  readonly from: Range;
  /** Where it stands now. */
  readonly to: Range;
  /** Visible characters. */
  readonly weight: number;
  /** Units beside the quote that survived with it. */
  readonly neighbours: number;
}

/** `null` when less than half of the quote survived in one place. */
export function findSurvivors(revision: Revision, quote: Range): Survivors | null {
  const whole = countVisible(revision.before, quote) || 1;
  const best = heaviest(cluster(partsOf(revision.surviving, revision, quote), quote));
  // With what could each be chance: a sentence rewritten word by word, or parted by another, leaves such runs.
  const scattered = heaviest(cluster(partsOf(revision.runs, revision, quote), quote));
  if (best && best.weight >= leastSurvival * whole) {
    const isCertain =
      whole >= longEnough ||
      (best.weight > doubtfulSurvival * whole && best.neighbours >= leastNeighbours);
    if (scattered && scattered.weight > Math.max(best.weight, nearlyAll * whole)) {
      return { range: scattered.to, isCertain };
    }
    return { range: growToBorders(revision, quote, best), isCertain };
  }
  const span = scattered ? scattered.to.end - scattered.to.start : 0;
  return scattered && scattered.weight >= Math.max(leastSurvival * whole, span / 4)
    ? { range: scattered.to, isCertain: false }
    : null;
}

function partsOf(surviving: readonly Run[], { before }: Revision, quote: Range): readonly Part[] {
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
    const neighbours = run.length - (end - start);
    parts.push({ from, to, weight: countVisible(before, from), neighbours });
  }
  return parts.sort((a, b) => a.to.start - b.to.start);
}

/** Parts that stand near one another now; nearer is demanded when their order changed. */
function cluster(parts: readonly Part[], quote: Range): readonly Part[] {
  const length = quote.end - quote.start;
  const inOrder = parts.every((part, i) => part.from.start >= (parts[i - 1]?.from.end ?? 0));
  const reach = inOrder ? Math.max(300, 3 * length) : Math.max(80, 2 * length);
  const clusters: Part[][] = [];
  for (const part of parts) {
    const last = clusters.at(-1);
    const end = last?.at(-1)?.to.end;
    if (last && end !== undefined && part.to.start - end <= reach) last.push(part);
    else clusters.push([part]);
  }
  return clusters.map((cluster) => withoutStrays(cluster).reduce(join));
}

/**
 * Without words or signs at either end that what was put in parted from all the others: the full stop
 * of a sentence that others now follow was paired with the one behind those.
 */
function withoutStrays(cluster: readonly Part[]): readonly Part[] {
  const parts = [...cluster];
  const isStray = (end: Part | undefined, next: Part | undefined) => {
    if (!end || !next || end.weight > mostStray) return false;
    const [first, last] = end.to.start < next.to.start ? [end, next] : [next, end];
    const parted = last.to.start - first.to.end - Math.max(0, last.from.start - first.from.end);
    return parted > farApart;
  };
  while (isStray(parts.at(-1), parts.at(-2))) parts.pop();
  while (isStray(parts[0], parts[1])) parts.shift();
  return parts;
}

function join(a: Part, b: Part): Part {
  return {
    from: span(a.from, b.from),
    to: span(a.to, b.to),
    weight: a.weight + b.weight,
    neighbours: a.neighbours + b.neighbours
  };
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
function growToBorders(
  revision: Revision,
  quote: Range,
  { from, to }: Pick<Part, 'from' | 'to'>
): Range {
  const borders = revision.followBorders(quote);
  const rest = revision.before.slice(from.end, quote.end);
  if (rest !== '' && revision.after.startsWith(rest, to.end)) {
    const through = { start: to.start, end: to.end + rest.length };
    return growToBorders(revision, quote, {
      from: { start: from.start, end: quote.end },
      to: through
    });
  }
  const headLost = from.start - quote.start;
  const tailLost = quote.end - from.end;
  const grown = to.start - borders.start;
  const grownEnd = borders.end - to.end;
  const most = to.end - to.start;
  return {
    start:
      headLost > 0 && grown > 0 && grown <= allowance(headLost, most) ? borders.start : to.start,
    end:
      tailLost > 0 && grownEnd > 0 && grownEnd <= allowance(tailLost, most) ? borders.end : to.end
  };
}

function allowance(lost: number, most: number): number {
  return Math.min(2 * lost + 20, most);
}

function countVisible(text: string, { start, end }: Range): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 160) count++;
  }
  return count;
}
