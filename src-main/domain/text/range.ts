/** Stretches of text: UTF-16 units, end-exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether they have a character in common. */
export function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The range without white space (and byte order marks) at its ends; empty when it holds nothing else. */
export function trimRange(text: string, { start, end }: Range): Range {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  if (lead === part.length) return { start: end, end };
  return { start: start + lead, end: start + part.trimEnd().length };
}

/** Whether a border at `at` would part the two halves of one character (a surrogate pair). */
export function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
