/** Finds words in the guide as it stands in the page, paints them, and leads from one to the next. */
import { findInTexts } from '../../../../src-main/domain/finding/find-in-texts.js';

export class GuideFinder {
  #ranges = $state.raw<readonly Range[]>([]);
  #at = $state(0);
  #counts = $state.raw<Readonly<Record<string, number>>>({});

  /** By section, for those that hold any. */
  get counts(): Readonly<Record<string, number>> {
    return this.#counts;
  }

  get found(): number {
    return this.#ranges.length;
  }

  /** Which of them is the current one, from 1. */
  get current(): number {
    return this.#at + 1;
  }

  /** @param sections each has its id in `data-section`. */
  find(words: string, sections: readonly HTMLElement[]): void {
    const counts: Record<string, number> = {};
    const ranges: Range[] = [];
    for (const section of sections) {
      const found = rangesOf(words.trim(), section);
      if (found.length > 0) counts[section.dataset['section'] ?? ''] = found.length;
      ranges.push(...found);
    }
    this.#counts = counts;
    this.#ranges = ranges;
    this.#at = 0;
    this.#paint();
  }

  /** The next match, or with -1 the one before, is shown. */
  step(by: 1 | -1 | 0): void {
    const { length } = this.#ranges;
    if (length === 0) return;
    this.#at = (this.#at + by + length) % length;
    this.#paint();
    this.#ranges[this.#at]?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }

  close(): void {
    CSS.highlights.delete('guide-find');
    CSS.highlights.delete('guide-find-current');
  }

  #paint(): void {
    const current = this.#ranges[this.#at];
    CSS.highlights.set('guide-find', new Highlight(...this.#ranges));
    const mark = new Highlight(...(current ? [current] : []));
    mark.priority = 1;
    CSS.highlights.set('guide-find-current', mark);
  }
}

function rangesOf(words: string, section: HTMLElement): readonly Range[] {
  const nodes: Text[] = [];
  const walk = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) nodes.push(walk.currentNode as Text);
  const query = { words, isExpression: false, wholeWords: false, matchCase: false };
  // Words may go on from bold to plain ones.
  const { matches } = findInTexts([nodes.map(({ data }) => data).join('')], query);
  const ends = nodes.map(
    (
      (sum) => (node: Text) =>
        (sum += node.data.length)
    )(0)
  );
  const placeOf = (offset: number, isEnd: boolean): readonly [Text, number] | null => {
    const at = ends.findIndex((end) => (isEnd ? offset <= end : offset < end));
    const node = nodes[at];
    return node ? [node, offset - ((ends[at] ?? 0) - node.data.length)] : null;
  };
  return matches.flatMap(({ start, end }) => {
    const [from, to] = [placeOf(start, false), placeOf(end, true)];
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return range;
  });
}
