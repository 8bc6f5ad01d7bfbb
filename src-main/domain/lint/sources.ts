/** What the sources of a briefing hold, prepared for being asked many times. */
import type { Briefing } from '../briefing/briefing.js';
import { renderedSource } from '../markdown/render-markdown.js';
import type { TextHash } from '../briefing/source.js';
import { blankDates } from '../text/dates-in-text.js';
import { readNumbers } from '../text/numbers.js';

export interface SourceIndex {
  /** Without a source nothing can be checked against one. */
  readonly isEmpty: boolean;
  /** Those in dates are left out, but for their years. */
  readonly numbers: ReadonlySet<number>;
  readonly percentages: ReadonlySet<number>;
  /** The texts with their quotation marks, dashes, spaces and case made alike. */
  readonly folded: readonly string[];
}

const known = new WeakMap<object, SourceIndex>();

/** `texts` by hash. The same texts object and sources give the same index. */
export function indexSources(
  briefing: Pick<Briefing, 'sources'>,
  texts: Readonly<Record<TextHash, string>>
): SourceIndex {
  const found = known.get(briefing.sources);
  if (found) return found;
  const all = briefing.sources.flatMap((source) => {
    const verbatim = texts[source.text];
    if (verbatim === undefined) return [];
    return [`${source.title}\n${renderedSource(source, verbatim)}`];
  });
  const numbers = all.flatMap((text) => readNumbers(blankDates(text)));
  const years = all.flatMap((text) => text.match(/(?<!\d)(?:1\d|20)\d\d(?!\d)/gu) ?? []);
  const index: SourceIndex = {
    isEmpty: all.length === 0,
    numbers: new Set([
      ...numbers.filter(({ percent }) => !percent).flatMap(({ values }) => values),
      ...years.map(Number)
    ]),
    percentages: new Set(numbers.filter(({ percent }) => percent).flatMap(({ values }) => values)),
    folded: all.map(foldQuotation)
  };
  known.set(briefing.sources, index);
  return index;
}

/** Typography and case do not make a quotation differ. */
export function foldQuotation(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚`´]/gu, "'")
    .replace(/[‐‑‒–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .trim();
}
