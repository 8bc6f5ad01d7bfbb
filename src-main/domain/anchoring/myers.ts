/** Myers' greedy difference algorithm, https://doi.org/10.1007/BF01840446. */
import type { Gap, Run } from './run.js';

/**
 * The runs of a shortest edit script within `gap`, in order; `null` when it needs more than
 * `maxDifferences` insertions and removals. Written for typed arrays: a general library for
 * differences took four to ten times as long on the gaps that texts have.
 */
export function diffByMyers(
  before: Int32Array,
  after: Int32Array,
  gap: Gap,
  maxDifferences: number
): readonly Run[] | null {
  const width = gap.beforeTo - gap.beforeFrom;
  const height = gap.afterTo - gap.afterFrom;
  const limit = Math.min(width + height, maxDifferences);
  // How far into `before` each diagonal (before minus after) has come, shifted so that all are positive.
  const shift = limit + 1;
  const reached = new Int32Array(2 * limit + 3);
  const history: Int32Array[] = [];

  for (let differences = 0; differences <= limit; differences++) {
    history.push(reached.slice(shift - differences - 1, shift + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const at = shift + diagonal;
      const below = reached[at - 1] ?? 0;
      const above = reached[at + 1] ?? 0;
      const inserts = comesByInsertion(diagonal, differences, below, above);
      let x = inserts ? above : below + 1;
      let y = x - diagonal;
      while (x < width && y < height && before[gap.beforeFrom + x] === after[gap.afterFrom + y]) {
        x++;
        y++;
      }
      reached[at] = x;
      if (x >= width && y >= height) return traceBack(history, gap);
    }
  }
  return null;
}

function comesByInsertion(
  diagonal: number,
  differences: number,
  below: number,
  above: number
): boolean {
  return diagonal === -differences || (diagonal !== differences && below < above);
}

function traceBack(history: readonly Int32Array[], gap: Gap): readonly Run[] {
  const runs: Run[] = [];
  let x = gap.beforeTo - gap.beforeFrom;
  let y = gap.afterTo - gap.afterFrom;
  const addUpTo = (from: number, diagonal: number) => {
    if (x <= from) return;
    runs.push({
      before: gap.beforeFrom + from,
      after: gap.afterFrom + from - diagonal,
      length: x - from
    });
  };
  for (let differences = history.length - 1; differences > 0; differences--) {
    const reached = history[differences];
    const diagonal = x - y;
    const middle = differences + 1 + diagonal;
    const below = reached?.[middle - 1] ?? 0;
    const above = reached?.[middle + 1] ?? 0;
    const inserted = comesByInsertion(diagonal, differences, below, above);
    addUpTo(inserted ? above : below + 1, diagonal);
    x = inserted ? above : below;
    y = x - (inserted ? diagonal + 1 : diagonal - 1);
  }
  addUpTo(0, 0);
  return runs.reverse();
}
