/** Found against marked: counts that add up over articles, and what they come to. */
import type { Range } from '../../src-main/domain/text/range.js';
import type { Relation } from './articles.js';

export interface Count {
  right: number;
  found: number;
  marked: number;
}

export function newCount(): Count {
  return { right: 0, found: 0, marked: 0 };
}

export function add(count: Count, more: Count): void {
  count.right += more.right;
  count.found += more.found;
  count.marked += more.marked;
}

/** Percentages. Precision and recall are null where there is nothing to divide by. */
export function rates({ right, found, marked }: Count) {
  const percent = (n: number, of: number) => (of === 0 ? null : Math.round((1000 * n) / of) / 10);
  return {
    precision: percent(right, found),
    recall: percent(right, marked),
    f1: percent(2 * right, found + marked)
  };
}

export interface Matched {
  readonly found: number;
  readonly marked: number;
  /** Whether the sources agree as well: they overlap, or neither has one. */
  readonly source: boolean;
}

/** One to one: contents share at least half of their characters, and the cues, where both are given, touch. */
export function matchRelations(found: readonly Relation[], marked: readonly Relation[]): Matched[] {
  const pairs = found.flatMap((a, i) =>
    marked.flatMap((b, j) => {
      const shared = overlap(a.content, b.content);
      const cues = a.cue && b.cue ? overlap([a.cue], [b.cue]) > 0 : true;
      return shared >= 0.5 && cues
        ? [{ found: i, marked: j, shared, source: sameSource(a.source, b.source) }]
        : [];
    })
  );
  const matched: Matched[] = [];
  for (const pair of pairs.toSorted((a, b) => b.shared - a.shared)) {
    if (matched.some((other) => other.found === pair.found || other.marked === pair.marked))
      continue;
    matched.push(pair);
  }
  return matched;
}

function sameSource(a: Range | null, b: Range | null): boolean {
  return a && b ? overlap([a], [b]) > 0 : a === b;
}

/** Dice: twice the shared characters by all of them. */
function overlap(a: readonly Range[], b: readonly Range[]): number {
  const length = (ranges: readonly Range[]) =>
    ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  let shared = 0;
  for (const x of a)
    for (const y of b) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return (2 * shared) / Math.max(1, length(a) + length(b));
}

/** B³ of alias clusters: for each name that both know, how far its clusters agree. */
export function bCubed(
  found: readonly (readonly string[])[],
  marked: readonly (readonly string[])[]
): Count {
  const count = newCount();
  for (const cluster of marked) {
    for (const name of cluster) {
      const own = found.find((names) => names.includes(name));
      if (!own) continue;
      const known = own.filter((other) => marked.some((names) => names.includes(other)));
      const shared = known.filter((other) => cluster.includes(other)).length;
      // Precision and recall of one name, kept as halves of one F1.
      count.right += (2 * shared) / (known.length + cluster.length);
      count.found += 1;
      count.marked += 1;
    }
  }
  return count;
}
