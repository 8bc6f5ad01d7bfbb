/**
 * What somebody wrote, in Markdown or as plain text, as blocks whose words know their marks.
 * Over 300 lines because blocks, runs, marks and numbers of paragraphs are read in one go, by one offset.
 */
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { paragraphStarts } from '../../markdown/paragraph-starts.js';
import { renderMarkdown, renderText } from '../../markdown/render-markdown.js';
import { hasOwnDirection, runsFromRight } from '../../text/direction.js';
import { cutByMarks, type PrintedMark } from '../marks.js';
import type {
  TableCell,
  Direction,
  Mark,
  InlineRun,
  Runs,
  TableBlock,
  TextBlock,
  WordsRun
} from './blocks.js';

/** `direction` is that of the document: a block that runs otherwise says so. */
export function blocksOfMarkdown(
  markdown: string,
  direction: Direction,
  marks: readonly PrintedMark[] = []
): readonly TextBlock[] {
  return new Reader(direction, marks).read(renderMarkdown(markdown).html);
}

/** The text of a source, each paragraph with its number. A line feed of plain text is a break. */
export function blocksOfText(
  text: string,
  format: 'text' | 'markdown',
  direction: Direction,
  marks: readonly PrintedMark[]
): readonly TextBlock[] {
  const { html } = renderText(text, format);
  return new Reader(direction, marks, format === 'text', paragraphStarts(html)).read(html);
}

/** `{ direction }` for words that run otherwise than the document; else nothing. */
export function runningAs(words: string, direction: Direction): { readonly direction?: Direction } {
  const own = runsFromRight(words) ? 'rtl' : hasOwnDirection(words) ? 'ltr' : direction;
  return own === direction ? {} : { direction: own };
}

export function wordsOfRuns(runs: Runs): string {
  return runs.map((run) => ('text' in run ? run.text : ' ')).join('');
}

type Node = DefaultTreeAdapterMap['childNode'];
type Look = Omit<WordsRun, 'text'>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const inlineLooks: Readonly<Record<string, Look>> = {
  strong: { bold: true },
  em: { italic: true },
  del: { struck: true },
  code: { code: true },
  sup: { raised: true }
};

const blockNames = /^(?:p|h[1-6]|ul|ol|blockquote|pre|table|hr)$/u;

/** Reads our own markup from its start to its end: offsets count the text as it goes. */
class Reader {
  readonly #direction: Direction;
  readonly #breaks: boolean;
  readonly #stretches: ReturnType<typeof cutByMarks>;
  readonly #starts: readonly number[];
  /** The first and the last words of each mark so far. */
  readonly #ends = new Map<PrintedMark, { first: Mutable<WordsRun>; last: Mutable<WordsRun> }>();
  #offset = 0;
  #paragraphs = 0;
  /** Of the paragraph that has just begun. */
  #number = '';
  /** A break has a line feed behind it, which is no words of the next line. */
  #isAfterBreak = false;

  constructor(
    direction: Direction,
    marks: readonly PrintedMark[],
    breaks = false,
    starts: readonly number[] = []
  ) {
    this.#direction = direction;
    this.#stretches = cutByMarks(marks);
    this.#breaks = breaks;
    this.#starts = starts;
  }

  read(html: string): readonly TextBlock[] {
    const blocks = this.#blocks(parseFragment(html).childNodes);
    for (const [mark, { first, last }] of this.#ends) {
      first.begins = [...(first.begins ?? []), markOf(mark)];
      last.ends = [...(last.ends ?? []), markOf(mark)];
    }
    return blocks;
  }

  #blocks(nodes: readonly Node[]): readonly TextBlock[] {
    const blocks: TextBlock[] = [];
    let loose: InlineRun[] = [];
    const flush = () => {
      const runs = trimmed(loose);
      loose = [];
      if (runs.length > 0) blocks.push(this.#paragraph(runs));
    };
    for (const node of nodes) {
      if ('tagName' in node && blockNames.test(node.tagName)) {
        flush();
        blocks.push(...this.#block(node));
      } else loose.push(...this.#runs(node, {}));
    }
    flush();
    return blocks;
  }

  #paragraph(runs: Runs): TextBlock {
    const number = this.#takeNumber();
    return {
      kind: 'paragraph',
      runs,
      ...(number && { number }),
      ...runningAs(wordsOfRuns(runs), this.#direction)
    };
  }

  #takeNumber(): string {
    const number = this.#number;
    this.#number = '';
    return number;
  }

  #block(node: DefaultTreeAdapterMap['element']): readonly TextBlock[] {
    const { tagName: name, childNodes } = node;
    switch (name) {
      case 'ul':
      case 'ol': {
        const items = elementsIn(
          childNodes,
          (each) => this.#blocks(each.childNodes),
          (text) => this.#pass(text)
        );
        const start = name === 'ul' ? null : Number(attributeOf(node, 'start') || 1);
        return [{ kind: 'list', start, items, ...this.#running(node) }];
      }
      case 'blockquote':
        return [{ kind: 'quote', blocks: this.#blocks(childNodes), ...this.#running(node) }];
      case 'pre':
        return [{ kind: 'code', runs: this.#numbered(this.#inline(childNodes, true)) }];
      case 'hr':
        return [{ kind: 'rule' }];
      case 'table':
        return [{ ...this.#table(childNodes), ...this.#running(node) }];
      case 'p': {
        const runs = trimmed(this.#inline(childNodes));
        return runs.length > 0 ? [this.#paragraph(runs)] : [];
      }
      default: {
        const runs = trimmed(this.#inline(childNodes));
        const level = Number(name.slice(1));
        const running = runningAs(wordsOfRuns(runs), this.#direction);
        return [{ kind: 'heading', level, runs: this.#numbered(runs), ...running }];
      }
    }
  }

  /** Where bullets, bars and columns stand. */
  #running(node: DefaultTreeAdapterMap['element']): { readonly direction?: Direction } {
    const isTurned = this.#direction === 'ltr' && attributeOf(node, 'dir') === 'rtl';
    return isTurned ? { direction: 'rtl' } : {};
  }

  /** With the number of the paragraph that has begun, where a block has no place of its own for it. */
  #numbered(runs: Runs): Runs {
    const number = this.#takeNumber();
    return number ? [{ text: `${number}\u00a0`, raised: true, soft: true }, ...runs] : runs;
  }

  #table(nodes: readonly Node[]): TableBlock {
    const rows: (readonly TableCell[])[] = [];
    const visit = (node: Node): void => {
      if (!('tagName' in node)) return this.#pass(node);
      if (node.tagName !== 'tr') return node.childNodes.forEach(visit);
      rows.push(
        elementsIn(
          node.childNodes,
          (cell) => this.#cell(cell),
          (text) => this.#pass(text)
        )
      );
    };
    nodes.forEach(visit);
    const [head = [], ...body] = rows;
    return {
      kind: 'table',
      role: 'author',
      caption: '',
      captionRemark: '',
      head,
      widths: null,
      rows: body
    };
  }

  #cell(node: DefaultTreeAdapterMap['element']): TableCell {
    const runs = trimmed(this.#inline(node.childNodes));
    const align = ({ left: 'start', center: 'center', right: 'end' } as const)[
      attributeOf(node, 'align')
    ];
    return {
      runs: this.#numbered(runs),
      ...(node.tagName === 'th' && { isHead: true as const }),
      ...(align && { align }),
      ...runningAs(wordsOfRuns(runs), this.#direction)
    };
  }

  #inline(nodes: readonly Node[], isCode = false): readonly InlineRun[] {
    return nodes.flatMap((node) => this.#runs(node, {}, isCode));
  }

  #runs(node: Node, look: Look, isCode = false): readonly InlineRun[] {
    if (node.nodeName === '#text')
      return this.#words('value' in node ? node.value : '', look, isCode);
    if (!('tagName' in node)) return [];
    if (node.tagName === 'br') {
      this.#isAfterBreak = true;
      return [{ kind: 'break' }];
    }
    if (node.tagName === 'img') {
      const source = attributeOf(node, 'src');
      return [{ kind: 'picture', source, description: attributeOf(node, 'alt') }];
    }
    const link = node.tagName === 'a' ? attributeOf(node, 'href') : '';
    const own = { ...look, ...inlineLooks[node.tagName], ...(link && { link }) };
    return node.childNodes.flatMap((child) => this.#runs(child, own, isCode));
  }

  /** Text between blocks, which nobody sees and offsets count. */
  #pass(node: Node): void {
    if (node.nodeName === '#text' && 'value' in node) this.#offset += node.value.length;
  }

  #words(raw: string, look: Look, isCode: boolean): readonly InlineRun[] {
    const begin = this.#offset;
    const to = begin + raw.length;
    if (begin === this.#starts[this.#paragraphs]) {
      this.#paragraphs += 1;
      this.#number = `¶${this.#paragraphs}`;
    }
    this.#offset = to;
    const from = this.#isAfterBreak && raw.startsWith('\n') ? begin + 1 : begin;
    this.#isAfterBreak = false;
    const inside = this.#stretches.filter(({ start, end }) => start < to && end > from);
    const edges = [from, ...inside.flatMap(({ start, end }) => [start, end]), to]
      .filter((edge) => edge >= from && edge <= to)
      .sort((a, b) => a - b);
    return edges.flatMap((start, index) => {
      const end = edges[index + 1] ?? start;
      if (end === start) return [];
      const covering = inside.find((each) => each.start <= start && each.end >= end);
      const text = raw.slice(start - begin, end - begin);
      // White space between rows or items is no place for a mark.
      const marks = text.trim() === '' ? [] : (covering?.marks ?? []);
      return this.#lines(text, look, marks, isCode);
    });
  }

  #lines(
    text: string,
    look: Look,
    marks: readonly PrintedMark[],
    isCode: boolean
  ): readonly InlineRun[] {
    const lines =
      this.#breaks || isCode ? text.split(/\r\n|\r|\n/u) : [text.replace(/[\r\n]/gu, ' ')];
    return lines.flatMap((line, index): readonly InlineRun[] => {
      const run: Mutable<WordsRun> = {
        text: line,
        ...look,
        ...(marks.length > 0 && { marks: marks.map(markOf) })
      };
      for (const mark of line === '' ? [] : marks) {
        const known = this.#ends.get(mark);
        if (known) known.last = run;
        else this.#ends.set(mark, { first: run, last: run });
      }
      return [...(index > 0 ? [{ kind: 'break' } as const] : []), ...(line === '' ? [] : [run])];
    });
  }
}

function markOf({ annotation, kind, number }: PrintedMark): Mark {
  return { annotation, kind, number };
}

/** Without white space at both ends; nothing where there are no words and no pictures. */
function trimmed(runs: readonly InlineRun[]): readonly InlineRun[] {
  const isSpace = (run: InlineRun | undefined) =>
    run !== undefined && ('text' in run ? run.text.trim() === '' : run.kind === 'break');
  let [from, to] = [0, runs.length];
  while (from < to && isSpace(runs[from])) from += 1;
  while (to > from && isSpace(runs[to - 1])) to -= 1;
  return runs.slice(from, to);
}

function elementsIn<T>(
  nodes: readonly Node[],
  read: (element: DefaultTreeAdapterMap['element']) => T,
  pass: (node: Node) => void
): readonly T[] {
  return nodes.flatMap((node) => {
    if ('tagName' in node) return [read(node)];
    pass(node);
    return [];
  });
}

function attributeOf({ attrs }: DefaultTreeAdapterMap['element'], name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? '';
}
