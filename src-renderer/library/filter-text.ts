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

function partsOf(name: FilterName): RegExp {
  return new RegExp(`(?<!\\S)${name}:\\s*(?:"([^"]*)(?:"|$)|([^\\s"]*))`, 'gi');
}
