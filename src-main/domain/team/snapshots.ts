/** States that were kept on the way, so that a late change need not begin anew. Pure. */
import type { ReplayedState } from './replayed-state.js';

export interface Snapshot {
  /** How many changes it holds, the first in their order. */
  readonly count: number;
  readonly state: ReplayedState;
}

/**
 * The first, and of every distance from the last one that is four times as far, the nearest and the farthest:
 * few, and yet a late change meets one about as far back as itself. In the order of their counts.
 */
export function thinned(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  const end = snapshots.at(-1)?.count ?? 0;
  const reach = ({ count }: Snapshot) => Math.floor(Math.log2(end - count + 1) / 2);
  return snapshots.filter((each, index) => {
    const [before, behind] = [snapshots[index - 1], snapshots[index + 1]];
    return !before || !behind || reach(before) !== reach(each) || reach(behind) !== reach(each);
  });
}
