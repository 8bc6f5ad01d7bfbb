/** Stretches of text: UTF-16 units, end-exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The range without white space (and byte order marks) at its ends; empty when it holds nothing else. */
export function trimRange(text: string, { start, end }: Range): Range {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  if (lead === part.length) return { start: end, end };
  return { start: start + lead, end: start + part.trimEnd().length };
}
