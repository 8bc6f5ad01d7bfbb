/**
 * Between rendered text and the Markdown that it was rendered from: annotations refer to the one,
 * an editor shows the other. Both ways in UTF-16 units, end-exclusive.
 */
import { firstIndexWhere } from '../base/by-halves.js';
import type { Range } from '../text/range.js';
import type { FootnoteDefinition, MarkdownToken } from './lex-markdown.js';
import { isDropped } from './html-writer.js';
import { viewOfShown, type TokenViews } from './locate-tokens.js';
import { Rendering } from './rendering.js';

export interface SourceMap {
  /** Where in the source the words stand, marks between them included; `null` when none comes from there. */
  toSource(rendered: Range): Range | null;
  /** The rendered words that come from a stretch of the source, also in part; `null` when nothing does. */
  toRendered(source: Range): Range | null;
}

/** Collects where rendered characters come from, in the order of their rendering. */
export class Origins {
  #starts = new Int32Array(1_024).fill(-1);
  #ends = new Int32Array(1_024).fill(-1);

  /** The unit at `index` of the rendered text comes from `start` to `end` of the source. */
  put(index: number, start: number, end: number): void {
    if (index >= this.#starts.length) this.#grow(index);
    this.#starts[index] = start;
    this.#ends[index] = end;
  }

  /** @param length of the rendered text. */
  toMap(length: number): SourceMap {
    if (length > this.#starts.length) this.#grow(length);
    return new CharacterMap(this.#starts.subarray(0, length), this.#ends.subarray(0, length));
  }

  #grow(least: number): void {
    const starts = new Int32Array(Math.max(least + 1, this.#starts.length * 2)).fill(-1);
    const ends = new Int32Array(starts.length).fill(-1);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#starts = starts;
    this.#ends = ends;
  }
}

/** Where a text is shown as it is written. */
export function identityMap(length: number): SourceMap {
  const within = ({ start, end }: Range) => {
    const range = { start: Math.max(0, start), end: Math.min(end, length) };
    return range.start < range.end ? range : null;
  };
  return { toSource: within, toRendered: within };
}

class CharacterMap implements SourceMap {
  /** Rendered units that come from somewhere, in the order of their places in the source. */
  readonly #order: Int32Array;

  constructor(
    private readonly starts: Int32Array,
    private readonly ends: Int32Array
  ) {
    const known = [...starts.keys()].filter((i) => (starts[i] ?? -1) >= 0);
    const at = (i: number) => starts[i] ?? 0;
    // Only footnotes, which are shown last, are out of order.
    const isSorted = known.every((index, i) => i === 0 || at(known[i - 1] ?? 0) <= at(index));
    this.#order = Int32Array.from(isSorted ? known : known.sort((a, b) => at(a) - at(b) || a - b));
  }

  toSource({ start, end }: Range): Range | null {
    let from = Infinity;
    let to = -1;
    for (let i = Math.max(0, start); i < Math.min(end, this.starts.length); i += 1) {
      const at = this.starts[i] ?? -1;
      if (at < 0) continue;
      from = Math.min(from, at);
      to = Math.max(to, this.ends[i] ?? -1);
    }
    return from < to ? { start: from, end: to } : null;
  }

  toRendered({ start, end }: Range): Range | null {
    let from = Infinity;
    let to = -1;
    for (let k = this.#firstEndingAfter(start); k < this.#order.length; k += 1) {
      const i = this.#order[k] ?? 0;
      if ((this.starts[i] ?? 0) >= end) break;
      if ((this.ends[i] ?? 0) <= start) continue;
      from = Math.min(from, i);
      to = Math.max(to, i + 1);
    }
    return from < to ? { start: from, end: to } : null;
  }

  /** Origins hardly overlap, so their ends ascend nearly as their starts do. */
  #firstEndingAfter(place: number): number {
    const startOf = (at: number) => this.starts[this.#order[at] ?? 0] ?? 0;
    let low = firstIndexWhere(this.#order.length, (at) => startOf(at) >= place);
    // One reference, of some forty units at most, may begin before the place and end after it.
    while (low > 0 && (this.ends[this.#order[low - 1] ?? 0] ?? 0) > place) low -= 1;
    return low;
  }
}

/** A rendering that notes where in the source what it writes comes from. */
export class TracedRendering extends Rendering {
  constructor(
    footnotes: ReadonlyMap<string, FootnoteDefinition>,
    maxElements: number,
    private readonly views: TokenViews,
    private readonly origins: Origins
  ) {
    super(footnotes, maxElements);
  }

  override writeShown(token: MarkdownToken, value: string): void {
    const raw = this.views.get(token);
    let index = this.text.length;
    super.writeShown(token, value);
    if (!raw) return;
    const { starts, ends } = viewOfShown(token, raw, value);
    for (let i = 0; i < value.length; i += 1) {
      if (isDropped(value[i] ?? '')) continue;
      if ((starts[i] ?? -1) >= 0) this.origins.put(index, starts[i] ?? 0, ends[i] ?? 0);
      index += 1;
    }
  }
}
