/**
 * Marks behind the lines of a text that lead elsewhere, to their words in a source, to what is newer; and the numbers
 * of the paragraphs of a source. They hold no text node, since the offsets of the text count those alone.
 */
import { paragraphStarts } from '../../../src-main/domain/markdown/paragraph-starts.js';
import type { Range } from '../../../src-main/domain/text/range.js';
import { TextNodes } from './text-nodes.js';

export interface PlaceMark {
  /** Behind which words, in the rendered text. */
  readonly line: Range;
  /** `newer`: what the words say no longer holds. */
  readonly kind: 'place' | 'newer';
  /** What is seen of it, such as “¶12”. */
  readonly mark: string;
  /** What is heard of it. */
  readonly label: string;
  readonly title: string;
  readonly onshow: () => void;
}

/** In which a text ends that is read as one. */
const blocks = 'p, li, td, th, h1, h2, h3, h4, h5, h6, blockquote, pre, div';

/**
 * Puts each at the end of the block that its line ends in: between words it would part a text node.
 * Returns what takes them out again.
 */
export function putPlaceMarks(root: HTMLElement, marks: readonly PlaceMark[]): () => void {
  const nodes = new TextNodes(root);
  const put = marks.flatMap(({ line, kind, mark: shown, label, title, onshow }) => {
    const block = nodes.rangeOf(line)?.endContainer.parentElement?.closest(blocks);
    if (!block) return [];
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.className = 'place-mark';
    mark.classList.toggle('newer', kind === 'newer');
    mark.dataset['mark'] = shown;
    mark.ariaLabel = label;
    mark.title = title;
    mark.addEventListener('click', (event) => {
      event.stopPropagation();
      onshow();
    });
    mark.addEventListener('dblclick', (event) => event.stopPropagation());
    mark.addEventListener('keydown', (event) => event.stopPropagation());
    // Those of one block stand one below the other.
    mark.style.setProperty('--nth', String(block.querySelectorAll('.place-mark').length));
    block.append(mark);
    return [mark];
  });
  return () => put.forEach((mark) => mark.remove());
}

/** What `paragraphStarts` counts. */
const paragraphs = 'p, h1, h2, h3, h4, h5, h6, li, tr, pre';

/** Gives each paragraph of a rendered text its number, which a style shows: as an attribute it is no part of the text. */
export function numberParagraphs(root: HTMLElement, nodes = new TextNodes(root)): void {
  // eslint-disable-next-line no-restricted-properties -- It is read alone.
  const starts = paragraphStarts(root.innerHTML);
  for (const [index, start] of starts.entries()) {
    const words = nodes.rangeOf({ start, end: start + 1 })?.startContainer.parentElement;
    words?.closest<HTMLElement>(paragraphs)?.setAttribute('data-paragraph', String(index + 1));
  }
}

/** Whether Tab stops at the marks of a text, those that confirm its lines among them. */
export function setMarkStops(root: HTMLElement, areStops: boolean): void {
  for (const mark of root.querySelectorAll<HTMLElement>('.place-mark, .line-mark')) {
    mark.tabIndex = areStops ? 0 : -1;
  }
}
