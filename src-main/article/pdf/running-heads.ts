/** Finds what stands on every page beside its text: running heads, running feet and page numbers. */
import type { Line } from './piece.js';

/** Lines at a page's top or bottom that may be running ones. */
const looked = 2;

/** The pages without them. @param pages lines from top to bottom. */
export function dropRunningHeads(
  pages: readonly (readonly Line[])[]
): readonly (readonly Line[])[] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edgesOf(lines).map(keyOf))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, Math.ceil(pages.length * 0.4));
  return pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter(
      (line) => !edges.has(line) || !((counts.get(keyOf(line)) ?? 0) >= enough || isNumber(line))
    );
  });
}

function edgesOf(all: readonly Line[]): readonly Line[] {
  const lines = all.filter(({ block }) => block === null);
  // A page of so few lines is all text.
  if (lines.length <= looked) return lines.filter(isNumber);
  const heights = [...new Set(lines.map(({ y }) => Math.round(y)))];
  const edge = new Set([...heights.slice(0, looked), ...heights.slice(-looked)]);
  return lines.filter(({ y }) => edge.has(Math.round(y)));
}

/** The same words at the same height, whatever number they carry. */
function keyOf({ text, y }: Line): string {
  return `${Math.round(y / 4)} ${text.replace(/\d+/g, '#').toLowerCase()}`;
}

function isNumber({ text }: Line): boolean {
  return /^(?:page\s+)?[\W_]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[\W_]*$/i.test(text);
}
