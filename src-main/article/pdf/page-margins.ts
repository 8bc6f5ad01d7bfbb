/** What a printed page says in its header or footer: the day of a newspaper, the address of a web page. */
import type { ArticleFacts } from '../../domain/program/article.js';
import { readDate } from '../../domain/text/read-date.js';

/** Lines at the top and at the bottom of a page. */
const margin = 2;
/** UTF-16 units: a line of the text is longer. */
const longest = 100;

/** @param pages the lines of each, from top to bottom. */
export function readMargins(
  pages: readonly (readonly string[])[]
): Pick<ArticleFacts, 'published' | 'url'> {
  const margins = pages.map((lines) => [...lines.slice(0, margin), ...lines.slice(-margin)]);
  return { published: dayOf(margins), url: addressOf(margins) };
}

/** On each of several pages. With a time of day it is when a browser printed the page. */
function dayOf(margins: readonly (readonly string[])[]): ArticleFacts['published'] {
  if (margins.length < 2) return null;
  const days = margins.map((lines) =>
    lines
      .filter((line) => line.length <= longest && !/\d:\d{2}/.test(line))
      .map((line) => readDate(line))
      .filter((day) => day?.length === 10)
  );
  const [first, ...others] = days;
  return first?.find((day) => others.every((each) => each.includes(day))) ?? null;
}

/** Whole, as browsers print it: what was cut leads nowhere. */
function addressOf(margins: readonly (readonly string[])[]): string {
  const [first = []] = margins;
  for (const line of first) {
    const [address] = /https?:\/\/[^\s…]+(?![^\s])/.exec(line) ?? [];
    if (address !== undefined && URL.canParse(address)) return address;
  }
  return '';
}
