/** Words of a card, or of the bottom line, that quote a position which a later one has superseded. Pure. */
import type { QuotedPosition } from '../anchoring/quoted-positions.js';
import type { Id } from '../base/values.js';
import type { Position } from '../briefing/entries.js';
import { latestFirst, successorsOf } from '../ledger/ledger.js';
import type { Range } from '../text/range.js';

export interface SupersededLine {
  /** In the rendered text. */
  readonly line: Range;
  readonly older: Position;
  /** The latest of those that took its place. */
  readonly newer: Position;
}

/** One for each line. A text that goes on to quote the newer position hides nothing, and has none. */
export function supersededLines(
  quoted: readonly QuotedPosition[],
  positions: readonly Position[]
): readonly SupersededLine[] {
  if (quoted.length === 0) return [];
  const successors = successorsOf(positions);
  const lastShown = new Map<Id, number>();
  for (const { line, position } of quoted) {
    lastShown.set(position.id, Math.max(line.start, lastShown.get(position.id) ?? line.start));
  }
  const found = new Map<number, SupersededLine>();
  for (const { line, position: older } of quoted) {
    const [newer] = latestOf(older, successors);
    const goesOn = newer && (lastShown.get(newer.id) ?? -1) >= line.start;
    if (newer && !goesOn && !found.has(line.start)) {
      found.set(line.start, { line, older, newer });
    }
  }
  return [...found.values()];
}

/** Those that follow it and that nothing follows, the latest first. An entry follows none that follows it. */
function latestOf(
  { id }: Position,
  successors: ReadonlyMap<Id, readonly Position[]>
): readonly Position[] {
  const next = successors.get(id) ?? [];
  const ends = next.flatMap((each) =>
    successors.has(each.id) ? latestOf(each, successors) : [each]
  );
  return ends.sort(latestFirst);
}
