/** Rendered HTML as a tree whose words know their marks, for formats that are written without a page. */
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { cutByMarks, type PrintedMark } from '../../domain/publication/marks.js';

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  /** Those that cover these words, the widest first. */
  readonly marks: readonly PrintedMark[];
  /** The marks whose first and whose last words these are. */
  readonly begins: readonly PrintedMark[];
  readonly ends: readonly PrintedMark[];
}

export interface ElementNode {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
}

export type MarkupNode = TextNode | ElementNode;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * `html` is what `domain/markdown` rendered: our own markup. Offsets of marks count its text.
 * `breaks`: a line feed in the text is one to be seen, as in plain text; else it is a space.
 */
export function markedTree(
  html: string,
  marks: readonly PrintedMark[],
  breaks = false
): readonly MarkupNode[] {
  const stretches = cutByMarks(marks);
  const texts: Mutable<TextNode>[] = [];
  let offset = 0;

  function textNodes(raw: string, keep: boolean): readonly MarkupNode[] {
    const text = keep ? raw : raw.replace(/[\r\n]/g, ' ');
    const [from, to] = [offset, offset + text.length];
    offset = to;
    const inside = stretches.filter(({ start, end }) => start < to && end > from);
    const edges = [from, ...inside.flatMap(({ start, end }) => [start, end]), to]
      .filter((edge) => edge >= from && edge <= to)
      .sort((a, b) => a - b);
    return edges.flatMap((start, index) => {
      const end = edges[index + 1] ?? start;
      if (end === start) return [];
      const covering = inside.find((each) => each.start <= start && each.end >= end);
      const words = text.slice(start - from, end - from);
      // White space between rows or items is no place for a mark.
      const own = words.trim() === '' ? [] : (covering?.marks ?? []);
      const node = { kind: 'text' as const, text: words, marks: own, begins: [], ends: [] };
      texts.push(node);
      return node;
    });
  }

  function read(node: DefaultTreeAdapterMap['childNode'], keep: boolean): readonly MarkupNode[] {
    if (node.nodeName === '#text') return textNodes('value' in node ? node.value : '', keep);
    if (!('tagName' in node)) return [];
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    const children = node.childNodes.flatMap((child) =>
      read(child, keep || node.tagName === 'pre')
    );
    return [{ kind: 'element', name: node.tagName, attributes, children }];
  }

  const tree = parseFragment(html).childNodes.flatMap((child) => read(child, breaks));
  for (const mark of marks) {
    const own = texts.filter((node) => node.marks.includes(mark));
    const [first, last] = [own[0], own.at(-1)];
    if (first) first.begins = [...first.begins, mark];
    if (last) last.ends = [...last.ends, mark];
  }
  return tree;
}

/** With the number of each paragraph before its words, such as “¶4”: what cards lead to. `starts` are of `paragraphStarts`. */
export function withParagraphNumbers(
  tree: readonly MarkupNode[],
  starts: readonly number[]
): readonly MarkupNode[] {
  let [offset, next] = [0, 0];
  const numbered = (node: MarkupNode): readonly MarkupNode[] => {
    if (node.kind === 'element') return [{ ...node, children: node.children.flatMap(numbered) }];
    const isStart = offset === starts[next];
    offset += node.text.length;
    if (!isStart) return [node];
    next += 1;
    const text = `¶${next}\u00a0`;
    const number = { kind: 'text', text, marks: [], begins: [], ends: [] } as const;
    return [
      { kind: 'element', name: 'sup', attributes: { class: 'paragraph' }, children: [number] },
      node
    ];
  };
  return tree.flatMap(numbered);
}
