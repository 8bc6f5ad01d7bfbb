/**
 * Marks behind the lines of a text that lead to their words in a source. They hold no text node, since
 * the offsets of the text count those alone.
 */
import type { LineInSource } from '../../../src-main/domain/anchoring/lines-in-sources.js';
import { TextNodes } from './text-nodes.js';

export interface PlaceMarks {
  readonly lines: readonly LineInSource[];
  /** The name of the source beside the paragraph; empty where there is one source only. */
  readonly nameOf: (line: LineInSource) => string;
  readonly onshow: (line: LineInSource) => void;
}

/** In which a text ends that is read as one. */
const blocks = 'p, li, td, th, h1, h2, h3, h4, h5, h6, blockquote, pre, div';

/**
 * Puts each at the end of the block that its line ends in: between words it would part a text node.
 * Returns what takes them out again.
 */
export function putPlaceMarks(
  root: HTMLElement,
  { lines, nameOf, onshow }: PlaceMarks
): () => void {
  const nodes = new TextNodes(root);
  const marks = lines.flatMap((line) => {
    const block = nodes.rangeOf(line.line)?.endContainer.parentElement?.closest(blocks);
    if (!block) return [];
    const name = nameOf(line);
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.className = 'place-mark';
    mark.dataset['mark'] = `¶${line.paragraph}`;
    const where = name === '' ? 'the source' : name;
    mark.ariaLabel = `Paragraph ${line.paragraph} of ${where}`;
    mark.title = `Leads to these words in ${where}`;
    mark.addEventListener('click', (event) => {
      event.stopPropagation();
      onshow(line);
    });
    mark.addEventListener('dblclick', (event) => event.stopPropagation());
    mark.addEventListener('keydown', (event) => event.stopPropagation());
    // Those of one block stand one below the other.
    mark.style.setProperty('--nth', String(block.querySelectorAll('.place-mark').length));
    block.append(mark);
    return [mark];
  });
  return () => marks.forEach((mark) => mark.remove());
}

/** Whether Tab stops at the marks of a text, those that confirm its lines among them. */
export function setMarkStops(root: HTMLElement, areStops: boolean): void {
  for (const mark of root.querySelectorAll<HTMLElement>('.place-mark, .line-mark')) {
    mark.tabIndex = areStops ? 0 : -1;
  }
}
