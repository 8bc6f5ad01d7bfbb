/** Indenting list items by key. Knows no editor: a text and a selection in, changes out. */
import type { TextChange } from './toggle-mark.js';

const item = /^(\s*)((?:[-*+]|\d{1,9}[.)])\s+)/;

/**
 * Moves the items in the selection a level deeper, by the width of the mark of the item above, or a
 * level up. `null` when the selection is not in a list; no change where there is nothing to move.
 */
export function indentItems(
  text: string,
  from: number,
  to: number,
  step: 1 | -1
): readonly TextChange[] | null {
  const changes: TextChange[] = [];
  let start = text.lastIndexOf('\n', from - 1) + 1;
  const above = lineAbove(text, start);
  if (!item.test(lineAt(text, start))) return null;
  while (start <= to) {
    const line = lineAt(text, start);
    const found = item.exec(line);
    const width = markWidth(above) ?? markWidth(line) ?? 2;
    if (found && step > 0 && markWidth(above) !== null) {
      changes.push({ from: start, to: start, insert: ' '.repeat(width) });
    }
    if (found && step < 0) {
      const removed = Math.min(found[1]?.length ?? 0, width);
      if (removed > 0) changes.push({ from: start, to: start + removed, insert: '' });
    }
    start += line.length + 1;
  }
  return changes;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

function lineAbove(text: string, start: number): string {
  return start === 0 ? '' : lineAt(text, text.lastIndexOf('\n', start - 2) + 1);
}

function markWidth(line: string): number | null {
  return item.exec(line)?.[2]?.length ?? null;
}
