/** For tests: a text in which brackets stand for the ends of the selection. */
import type { Marked } from '../toggle-mark.js';

export function parse(marked: string): { text: string; from: number; to: number } {
  const from = marked.indexOf('[');
  return { text: marked.replace(/[[\]]/g, ''), from, to: marked.indexOf(']') - 1 };
}

/** The text after the changes, with the selection in brackets. */
export function apply(text: string, { changes, selection: { from, to } }: Marked): string {
  const changed = changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((t, c) => t.slice(0, c.from) + c.insert + t.slice(c.to), text);
  return `${changed.slice(0, from)}[${changed.slice(from, to)}]${changed.slice(to)}`;
}
