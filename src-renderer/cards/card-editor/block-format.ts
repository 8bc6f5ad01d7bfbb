/**
 * What lines are, as changes of a text: headings, items of lists, quotations. A text and a selection
 * in, changes out. Knows no editor.
 */
import type { Marked, TextChange } from './toggle-mark.js';

export type BlockFormat = 'heading' | 'subheading' | 'bullets' | 'numbers' | 'quote';

/** How a line begins that is one. A card's own heading stands above: the first of its text is the second. */
const marks: Readonly<Record<BlockFormat, RegExp>> = {
  heading: /^## /,
  subheading: /^### /,
  bullets: /^\s*[-*+] /,
  numbers: /^\s*\d{1,9}[.)] /,
  quote: /^> ?/
};
const anyMark = /^(?:#{1,6} |\s*[-*+] |\s*\d{1,9}[.)] |> ?)/;

interface Line {
  readonly from: number;
  readonly text: string;
}

/** What all lines of the selection are; `null` where they are nothing, or not the same. */
export function blockAt(text: string, from: number, to: number): BlockFormat | null {
  const lines = writtenLines(text, from, to);
  const formats = Object.keys(marks) as BlockFormat[];
  return formats.find((format) => lines.every((line) => marks[format].test(line.text))) ?? null;
}

/** Makes the lines of the selection that; plain lines, where all of them are it already. */
export function toggleBlock(text: string, from: number, to: number, format: BlockFormat): Marked {
  const lines = writtenLines(text, from, to);
  const isOn = lines.every((line) => marks[format].test(line.text));
  const changes: TextChange[] = lines.map((line, index) => ({
    from: line.from,
    to: line.from + (anyMark.exec(line.text)?.[0].length ?? 0),
    insert: isOn ? '' : markOf(format, index + 1)
  }));
  const around = isOn || /heading$/.test(format) ? [] : apart(text, lines, marks[format]);
  const all = [...changes, ...around].sort((a, b) => a.from - b.from || a.to - b.to);
  return { changes: all, selection: { from: moved(from, all), to: moved(to, all) } };
}

function markOf(format: BlockFormat, number: number): string {
  const [heading, subheading] = ['## ', '### '];
  return { heading, subheading, bullets: '- ', numbers: `${number}. `, quote: '> ' }[format];
}

/** A line right below a list or a quotation would go on with its last item. */
function apart(text: string, lines: readonly Line[], mark: RegExp): TextChange[] {
  const last = lines.at(-1);
  const end = last ? last.from + last.text.length : text.length;
  if (end >= text.length) return [];
  const next = lineAt(text, end + 1);
  if (next.text.trim() === '' || mark.test(next.text)) return [];
  return [{ from: end, to: end, insert: '\n' }];
}

/** Those of the selection that hold anything; the one line of a cursor, whatever it holds. */
function writtenLines(text: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  // The line behind a selected line end is not meant.
  const end = to > from && text[to - 1] === '\n' ? to - 1 : to;
  let at = text.lastIndexOf('\n', from - 1) + 1;
  while (at <= end) {
    const line = lineAt(text, at);
    lines.push(line);
    at += line.text.length + 1;
  }
  const written = lines.filter((line) => line.text.trim() !== '');
  return written.length > 0 ? written : lines.slice(0, 1);
}

function lineAt(text: string, from: number): Line {
  const end = text.indexOf('\n', from);
  return { from, text: text.slice(from, end < 0 ? text.length : end) };
}

/** Where a place is after the changes: behind a mark that is put there, before a line end. */
function moved(at: number, changes: readonly TextChange[]): number {
  return changes.reduce((place, { from, to, insert }) => {
    if (from > at || (insert === '\n' && from === at)) return place;
    return place + insert.length - (Math.min(to, at) - from);
  }, at);
}
