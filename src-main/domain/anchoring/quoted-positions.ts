/** Which positions of the ledger the text of a card quotes: those whose evidence stands in it, word for word. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import type { Position } from '../briefing/entries.js';
import type { Id } from '../base/values.js';
import { overlaps, type Range } from '../text/range.js';
import type { LineInSource } from './lines-in-sources.js';

export interface QuotedPosition {
  /** The words of the card, in its rendered text. */
  readonly line: Range;
  readonly position: Position;
}

/**
 * In the order of the text. Words of the card that are marked as evidence of a position, or as being about it,
 * count as well.
 *
 * @param part the id of the card; of the bottom line that of the briefing
 * @param lines where the part's words stand in the sources
 */
export function quotedPositions(
  part: Id,
  lines: readonly LineInSource[],
  { positions, annotations }: Pick<Briefing, 'positions' | 'annotations'>
): readonly QuotedPosition[] {
  const resting = new Map<Id, Position[]>();
  for (const position of positions) {
    for (const id of position.evidence) resting.set(id, [...(resting.get(id) ?? []), position]);
  }
  const byId = new Map(positions.map((position) => [position.id, position]));
  const found = annotations.flatMap(({ id, links, target }): readonly QuotedPosition[] => {
    const place = target.selectors.position;
    const rest = resting.get(id) ?? [];
    if (!place) return [];
    if (target.id === part) {
      const linked = links.flatMap((link) => (link.type === 'position' ? [link.id] : []));
      const all = new Set([...rest, ...linked.flatMap((each) => byId.get(each) ?? [])]);
      return [...all].map((position) => ({ line: place, position }));
    }
    if (rest.length === 0) return [];
    return lines
      .filter((line) => line.source === target.id && overlaps(line.place, place))
      .flatMap(({ line }) => rest.map((position) => ({ line, position })));
  });
  return found.sort((one, other) => one.line.start - other.line.start);
}
