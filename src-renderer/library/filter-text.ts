/** The filters of a query as fields: read from its text, and written back into it. Pure. */
import type { FilterName } from '../../src-main/domain/search/query.js';

/** The first value that the query gives the filter, without quotation marks; empty for none. */
export function filterIn(query: string, name: FilterName): string {
  const found = partsOf(name).exec(query);
  return (found?.[1] ?? found?.[2] ?? '').trim();
}

/** The same query with this one value for the filter; an empty one takes it out. */
export function withFilter(query: string, name: FilterName, value: string): string {
  const rest = query.replace(partsOf(name), ' ').replace(/\s+/g, ' ').trim();
  // A quotation mark would end the value.
  const plain = value.replace(/"/g, '').trim();
  if (plain === '') return rest;
  const part = /\s/.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`;
  // With a space after it, so that what is typed next is a word of its own.
  return `${rest === '' ? '' : `${rest} `}${part} `;
}

/** The part of a query that names an actor, an issue or a tag. */
interface NamePart {
  readonly name: 'actor' | 'issue' | 'tag';
  /** Its value up to the caret. */
  readonly typed: string;
  /** UTF-16 offsets in the query, end-exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The part whose value is typed at the caret (a UTF-16 offset); `null` where there is none. */
export function partAt(query: string, caret: number): NamePart | null {
  for (const name of ['actor', 'issue', 'tag'] as const) {
    for (const { 0: whole, index: start } of query.matchAll(partsOf(name))) {
      const end = start + whole.length;
      const isClosed = /:\s*"[^"]*"$/.test(whole);
      if (caret <= start + name.length || caret > end || (isClosed && caret === end)) continue;
      const typed = query
        .slice(start + name.length + 1, caret)
        .replace('"', '')
        .trimStart();
      return { name, typed, start, end };
    }
  }
  return null;
}

/** The query with that value for the part, and where the caret goes on: after it. */
export function completePart(
  query: string,
  { name, start, end }: NamePart,
  value: string
): { readonly query: string; readonly caret: number } {
  const before = query.slice(0, start) + withFilter('', name, value);
  return { query: before + query.slice(end).trimStart(), caret: before.length };
}

function partsOf(name: FilterName): RegExp {
  return new RegExp(`(?<!\\S)${name}:\\s*(?:"([^"]*)(?:"|$)|([^\\s"]*))`, 'gi');
}
