/**
 * Bold and italic, links and indented list items by key, as changes of a text: a text and a selection in,
 * changes out. Knows no editor.
 */

/** Replaces `from`–`to` (UTF-16 units, end-exclusive) by `insert`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export interface Marked {
  /** In the order of the text, all in offsets of the text before. */
  readonly changes: readonly TextChange[];
  /** The same words afterwards. */
  readonly selection: { readonly from: number; readonly to: number };
}

/** White space at the ends stays outside of the mark, since Markdown does not see a mark beside it. */
export function toggleMark(text: string, from: number, to: number, mark: string): Marked {
  const words = text.slice(from, to);
  const start = words.trim() === '' ? from : from + words.length - words.trimStart().length;
  const end = words.trim() === '' ? to : to - (words.length - words.trimEnd().length);
  const size = mark.length;
  const before = countBack(text, start, mark);
  const after = countOn(text, end, mark);
  if (isMarked(before, size) && isMarked(after, size)) {
    return {
      changes: [
        { from: start - size, to: start, insert: '' },
        { from: end, to: end + size, insert: '' }
      ],
      selection: { from: start - size, to: end - size }
    };
  }
  return {
    changes: [
      { from: start, to: start, insert: mark },
      { from: end, to: end, insert: mark }
    ],
    selection: { from: start + size, to: end + size }
  };
}

/**
 * From the end of marked words out behind their mark, and spaces with the cursor: what is typed next is as before.
 * `null` anywhere else, also between marks with nothing in them.
 */
export function leaveMark(text: string, at: number, mark: string): Marked | null {
  const size = mark.length;
  if (!isMarked(countOn(text, at, mark), size)) return null;
  // No mark reaches over a blank line.
  const before = text.slice(text.lastIndexOf('\n\n', at) + 1, at);
  const words = before.trimEnd();
  const isBlank = (sign: string | undefined) => sign === undefined || /\s/u.test(sign);
  const signs = [...words.matchAll(mark[0] === '*' ? /\*+/gu : /`+/gu)].filter(
    ({ 0: run, index }) => {
      const [previous, next] = [words[index - 1], words[index + run.length]];
      return (
        isMarked(run.length, size) && previous !== '\\' && !(isBlank(previous) && isBlank(next))
      );
    }
  );
  const last = signs.at(-1);
  const isEmpty = last !== undefined && last.index + last[0].length === words.length;
  if (signs.length % 2 === 0 || isEmpty) return null;
  const spaces = before.slice(words.length);
  const changes = [
    { from: at - spaces.length, to: at, insert: '' },
    { from: at + size, to: at + size, insert: spaces }
  ];
  const behind = at + size;
  return { changes: spaces === '' ? [] : changes, selection: { from: behind, to: behind } };
}

/** One star is italic, two bold, three both: whether the mark of this size is among so many stars. */
function isMarked(stars: number, size: number): boolean {
  return size === 1 ? stars % 2 === 1 : stars >= size;
}

function countBack(text: string, at: number, mark: string): number {
  let count = 0;
  while (text[at - 1 - count] === mark[0]) count += 1;
  return count;
}

function countOn(text: string, at: number, mark: string): number {
  let count = 0;
  while (text[at + count] === mark[0]) count += 1;
  return count;
}

const address = /^(?:https?:\/\/|mailto:)\S+$/i;

/** Selects what is still to be written: the address, or the label of one. */
export function linkWords(text: string, from: number, to: number, target = ''): Marked {
  const words = text.slice(from, to);
  if (target === '' && address.test(words)) {
    return {
      changes: [
        { from, to: from, insert: '[](' },
        { from: to, to, insert: ')' }
      ],
      selection: { from: from + 1, to: from + 1 }
    };
  }
  const end = to + 3 + target.length;
  return {
    changes: [
      { from, to: from, insert: '[' },
      { from: to, to, insert: `](${target})` }
    ],
    selection: target === '' ? { from: end, to: end } : { from: end + 1, to: end + 1 }
  };
}

/** Whether a text is nothing but an address to go to. */
export function isAddress(text: string): boolean {
  return address.test(text);
}

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
