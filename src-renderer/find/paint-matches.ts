/** Paints matches by the CSS Custom Highlight API; the looks are in styles/find.css. Thin DOM shell. */

const all = 'find';
const one = 'find-current';

/** Replaces what was painted. */
export function paintMatches(ranges: readonly Range[], current: Range | null): void {
  CSS.highlights.set(all, new Highlight(...ranges));
  const highlight = new Highlight(...(current ? [current] : []));
  highlight.priority = 3;
  CSS.highlights.set(one, highlight);
}

export function clearMatches(): void {
  CSS.highlights.delete(all);
  CSS.highlights.delete(one);
}
