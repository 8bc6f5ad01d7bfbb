/**
 * A piece of text, and for each of its characters the stretch of the source that it came from.
 * Markdown's containers take marks and indents away from their lines, so what is left is seldom one
 * stretch. Knows no token.
 */

export interface SourceView {
  readonly text: string;
  /** Of each UTF-16 unit of `text`: where its origin begins and ends in the source; -1 for none. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The source itself, its line ends made one kind: what the lexer reads. */
export function viewOfSource(source: string): SourceView {
  const text = source.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
  const view = emptyView(text);
  for (let i = 0, at = 0; i < text.length; i += 1) {
    view.starts[i] = at;
    at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;
    view.ends[i] = at;
  }
  return view;
}

/** Nothing of it is known to come from anywhere. */
export function emptyView(text: string): SourceView {
  const { length } = text;
  return {
    text,
    starts: new Int32Array(length).fill(-1),
    ends: new Int32Array(length).fill(-1)
  };
}

export function sliceView({ text, starts, ends }: SourceView, from: number, to: number) {
  return {
    text: text.slice(from, to),
    starts: starts.subarray(from, to),
    ends: ends.subarray(from, to)
  };
}

/** `inner` as it stands in one piece at or after `from`; `null` when it does not. */
export function findIn(outer: SourceView, inner: string, from: number): SourceView | null {
  const at = outer.text.indexOf(inner, from);
  return at < 0 ? null : sliceView(outer, at, at + inner.length);
}

/**
 * `inner` as the lines of `outer` from `from` on, each without marks and indents at its start: the
 * first line of one belongs to the first of the other, and so on. White space that only `inner` has
 * stands for a tab, or comes from nowhere.
 */
export function alignLines(outer: SourceView, inner: string, from: number): SourceView {
  const view = emptyView(inner);
  let at = 0;
  let outerAt = from;
  for (const line of inner.split('\n')) {
    const end = endOfLine(outer.text, outerAt);
    alignLine(outer, outerAt, end, view, at, at + line.length);
    copy(outer, end, view, at + line.length);
    at += line.length + 1;
    outerAt = Math.min(end + 1, outer.text.length);
  }
  return view;
}

/** From the end of the line backwards, since marks stand at its start. */
function alignLine(
  outer: SourceView,
  outerFrom: number,
  outerTo: number,
  view: SourceView,
  from: number,
  to: number
): void {
  let o = outerTo - 1;
  let i = to - 1;
  while (i >= from && o >= outerFrom) {
    if (view.text[i] === outer.text[o]) copy(outer, o--, view, i--);
    else if (isSpace(outer.text[o]) && isSpace(view.text[i])) {
      // A tab before the text became as many spaces as it was wide.
      while (i >= from && isSpace(view.text[i])) copy(outer, o, view, i--);
      return;
    } else if (isSpace(outer.text[o])) o -= 1;
    else return;
  }
}

function copy(outer: SourceView, from: number, view: SourceView, to: number): void {
  if (from >= outer.text.length || to >= view.text.length) return;
  view.starts[to] = outer.starts[from] ?? -1;
  view.ends[to] = outer.ends[from] ?? -1;
}

/**
 * `inner` as what is left of `outer` from `from` on once escapes and character references were
 * resolved. What follows a character that does not fit comes from nowhere.
 *
 * @param decode what a character reference stands for; itself when it is none.
 */
export function alignResolved(
  outer: SourceView,
  inner: string,
  from: number,
  decode: (reference: string) => string
): SourceView {
  const view = emptyView(inner);
  const { text } = outer;
  let o = from;
  let i = 0;
  while (i < inner.length && o < text.length) {
    const reference = text[o] === '&' ? referenceAt(text, o) : null;
    const meant = reference === null ? '' : decode(reference);
    if (reference !== null && meant !== reference && inner.startsWith(meant, i)) {
      const last = o + reference.length - 1;
      for (let k = 0; k < meant.length; k += 1) {
        view.starts[i + k] = outer.starts[o] ?? -1;
        view.ends[i + k] = outer.ends[last] ?? -1;
      }
      o = last + 1;
      i += meant.length;
    } else if (text[o] === inner[i] || (isSpace(text[o]) && isSpace(inner[i]))) {
      copy(outer, o++, view, i++);
    } else if (text[o] === '\\' || isSpace(text[o])) o += 1;
    else break;
  }
  return view;
}

/** Every character of `inner` comes from all of `outer`, as a number does that stands for a mark. */
export function spread(outer: SourceView, inner: string): SourceView {
  const view = emptyView(inner);
  view.starts.fill(outer.starts[0] ?? -1);
  view.ends.fill(outer.ends[outer.text.length - 1] ?? -1);
  return view;
}

function referenceAt(text: string, at: number): string | null {
  return /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,40});/.exec(text.slice(at, at + 45))?.[0] ?? null;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n';
}
