/** What the sources of a briefing hold, prepared for being asked many times. */
import type { Id, PartialDate } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import { renderedSource } from '../markdown/render-markdown.js';
import { type TextHash, textOfSource } from '../briefing/source.js';
import { blankDates } from '../text/dates-in-text.js';
import { readNumbers } from '../text/numbers.js';

export interface SourceIndex {
  /**
   * Whether it can be said that no source holds some words: not without a source, nor where the text of
   * one was left out or is missing.
   */
  readonly isComplete: boolean;
  /** Those whose text is there. */
  readonly readable: ReadonlySet<Id>;
  /** Those in dates are left out, but for their years. */
  readonly numbers: ReadonlySet<number>;
  readonly percentages: ReadonlySet<number>;
  /** The texts with their quotation marks, dashes, spaces and case made alike. */
  readonly folded: readonly string[];
  /** When each of these was published, where that is known. */
  readonly published: readonly (PartialDate | null)[];
}

const known = new WeakMap<object, SourceIndex>();

/** `texts` by hash. The same texts object and sources give the same index. */
export function indexSources(
  briefing: Pick<Briefing, 'sources'>,
  texts: Readonly<Record<TextHash, string>>
): SourceIndex {
  const found = known.get(briefing.sources);
  if (found) return found;
  const readable = new Set<Id>();
  const published: (PartialDate | null)[] = [];
  const all = briefing.sources.flatMap((source) => {
    const verbatim = textOfSource(source, texts);
    if (verbatim === null) return [];
    readable.add(source.id);
    published.push(source.published);
    return [`${source.title}\n${renderedSource(source, verbatim)}`];
  });
  const numbers = all.flatMap((text) => readNumbers(blankDates(text)));
  const years = all.flatMap((text) => text.match(/(?<!\d)(?:1\d|20)\d\d(?!\d)/gu) ?? []);
  const index: SourceIndex = {
    isComplete: all.length > 0 && all.length === briefing.sources.length,
    readable,
    numbers: new Set([
      ...numbers.filter(({ percent }) => !percent).flatMap(({ values }) => values),
      ...years.map(Number)
    ]),
    percentages: new Set(numbers.filter(({ percent }) => percent).flatMap(({ values }) => values)),
    folded: all.map(foldQuotation),
    published
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
