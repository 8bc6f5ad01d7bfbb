/** Paints suggestions over the source by the CSS Custom Highlight API; looks in styles/highlights.css. */
import type { Surface } from '../../annotations/text/surfaces.js';
import type { Row } from '../../suggestions/suggestion-actions.js';

const names = ['likely', 'possible', 'suggestion'] as const;

/** Replaces what was painted. The open ones are marked by grade, the current one above them all. */
export function paintSuggestions(
  surface: Surface | null,
  rows: readonly Row[],
  current: Row | null,
  registry: HighlightRegistry = CSS.highlights
): void {
  const ranges = { likely: [] as Range[], possible: [] as Range[], suggestion: [] as Range[] };
  const rangeOf = ({ suggestion }: Row) =>
    suggestion.place && surface ? surface.nodes.rangeOf(suggestion.place) : null;
  for (const row of rows) {
    const range = rangeOf(row);
    if (range && row.settlement === 'open') ranges[row.suggestion.grade].push(range);
  }
  const now = current && rangeOf(current);
  if (now) ranges.suggestion.push(now);
  for (const name of names) {
    if (ranges[name].length === 0) registry.delete(name);
    else
      registry.set(
        name,
        Object.assign(new Highlight(...ranges[name]), { priority: name === 'suggestion' ? 2 : -1 })
      );
  }
}
