/**
 * Front matter of a Markdown file: the `key: value` lines between two lines of `---` at its start.
 *
 * Only plain values on one line are read, since these are all that a title, an author or a date
 * needs; anything else in there is left alone.
 */
import type { Article } from '../../domain/program/article.js';
import { splitLines } from './paragraphs.js';
import { type Range, trimRange } from '../../domain/text/range.js';

export interface FrontMatter {
  /** Where the text after it (or after a byte order mark) starts. */
  readonly bodyStart: number;
  /** Values without their quotation marks, by lower-case key. */
  readonly values: ReadonlyMap<string, Range>;
}

const longestFrontMatter = 20_000;

export function readFrontMatter(text: string): FrontMatter {
  const bodyStart = text.startsWith('\ufeff') ? 1 : 0;
  const none: FrontMatter = { bodyStart, values: new Map() };
  const head = text.slice(0, longestFrontMatter);
  const block =
    /^\ufeff?---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:^|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/.exec(head);
  if (!block) return none;
  const values = new Map<string, Range>();
  for (const line of splitLines(head, { start: 0, end: block[0].length })) {
    const entry = /^([\w-]+):[ \t]+(?=\S)/.exec(text.slice(line.start, line.end));
    if (!entry?.[1]) continue;
    values.set(
      entry[1].toLowerCase(),
      unquoted(text, trimRange(text, { start: line.start + entry[0].length, end: line.end }))
    );
  }
  return values.size ? { bodyStart: block[0].length, values } : none;
}

function unquoted(text: string, value: Range): Range {
  const quoted = /^(["']).+\1$/.test(text.slice(value.start, value.end));
  return quoted ? { start: value.start + 1, end: value.end - 1 } : value;
}

/** Reads it once. The function gives the first of these keys that it states; empty for none, and for plain text. */
export function frontMatterOf({
  text,
  format
}: Pick<Article, 'text' | 'format'>): (...keys: readonly string[]) => string {
  const { values } = readFrontMatter(format === 'markdown' ? text : '');
  return (...keys) => {
    const range = keys.map((key) => values.get(key)).find((value) => value !== undefined);
    return range ? text.slice(range.start, range.end) : '';
  };
}
