/** Marked text as paragraphs and tables of a Word document. */
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Paragraph,
  type Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
  type INumberingOptions,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild
} from 'docx';
import type { AnnotationKind } from '../../domain/briefing/annotation.js';
import { fitForXml } from '../escape.js';
import type { ElementNode, MarkupNode, TextNode } from '../markup/marked-tree.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import {
  alignedDirection,
  cellMargins,
  type Direction,
  headFill,
  ownDirection,
  runDirection
} from './look.js';
import { pictureRun } from './pictures.js';
import { asBlock, type DocxPiece, RowByRow, RunByRun } from './written-pieces.js';

/** Of a paragraph, beside its words. */
type Look = Pick<
  IParagraphOptions,
  'border' | 'indent' | 'numbering' | 'bullet' | 'heading' | 'spacing'
>;
type RunLook = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'font' | 'superScript' | 'style'>;

const tints: Readonly<Record<AnnotationKind, string>> = {
  key: 'FDEEB0',
  claim: 'D6E8FB',
  figure: 'DBF0DC',
  change: 'F4DEF0',
  doubt: 'E8E6E1',
  note: 'F6F3E9'
};

/** As kinds differ without colour, on paper and in grey. */
const lines: Readonly<Record<AnnotationKind, NonNullable<IRunOptions['underline']>>> = {
  key: { type: UnderlineType.NONE },
  claim: { type: UnderlineType.SINGLE },
  figure: { type: UnderlineType.DASH },
  change: { type: UnderlineType.DOTTED },
  doubt: { type: UnderlineType.DOUBLE },
  note: { type: UnderlineType.WAVE }
};

export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'numbers',
      levels: Array.from({ length: 9 }, (_, level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } }
      }))
    }
  ]
};

const headings = [
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
  HeadingLevel.HEADING_6
];

/** What a text stands in. */
export interface Surroundings {
  /** A note is a comment whose id is its number and this; `null`: none here is a comment. */
  readonly comments: number | null;
  readonly words: PrintedWords;
  /** Of the document: its fixed words may run otherwise, where they are not in its language. */
  readonly direction: Direction;
  /** Whether all stands on the side where the document begins, however it runs. */
  readonly isAligned?: boolean;
}

const blockNames =
  /^(p|h[1-6]|ul|ol|li|blockquote|pre|table|thead|tbody|tr|th|td|hr|div|section|dl|dt|dd)$/;

/** One after the other. */
export function* blocksOf(
  nodes: readonly MarkupNode[],
  around: Surroundings,
  look: Look = {}
): Generator<DocxPiece, void> {
  let loose: MarkupNode[] = [];
  function* flush() {
    const stretch = loose;
    loose = [];
    if (stretch.length === 0) return;
    const directionOf = around.isAligned ? alignedDirection : ownDirection;
    const options = { ...look, ...directionOf(textOf(stretch), around.direction) };
    yield new RunByRun(options, runsOf(stretch, around, {}));
  }
  for (const node of nodes) {
    if (node.kind === 'text' || !blockNames.test(node.name)) {
      if (node.kind === 'element' || node.text.trim() !== '') loose.push(node);
      continue;
    }
    yield* flush();
    yield* blockOf(node, around, look);
  }
  yield* flush();
}

export function isHeading(node: MarkupNode): boolean {
  return node.kind === 'element' && /^h[1-6]$/.test(node.name);
}

function* blockOf(node: ElementNode, around: Surroundings, look: Look): Generator<DocxPiece, void> {
  const { name, children } = node;
  const level = /^h([1-6])$/.exec(name)?.[1];
  const heading = level ? headings[Number(level) - 1] : undefined;
  if (heading) return yield* blocksOf(children, around, { ...look, heading });
  switch (name) {
    case 'ul':
    case 'ol': {
      const own = itemLook(name, look);
      for (const item of children) {
        if (item.kind === 'element') yield* blocksOf(item.children, around, own);
      }
      return;
    }
    case 'blockquote':
      return yield* blocksOf(children, around, { ...look, indent: { left: 480 } });
    case 'table':
      yield tableOf(node, around);
      // What follows would touch it.
      yield new Paragraph({ spacing: { after: 0, line: 120 } });
      return;
    case 'hr':
      return;
    default:
      yield* blocksOf(children, around, look);
  }
}

/** Lists so far: each counts from 1 where it has a number of its own. */
let lists = 0;

/** One level deeper than the list that it stands in. */
function itemLook(name: 'ul' | 'ol', { bullet, numbering: numbers }: Look): Look {
  const level = Math.min(8, Math.max(bullet?.level ?? -1, (numbers || undefined)?.level ?? -1) + 1);
  if (name === 'ul') return { bullet: { level } };
  lists += 1;
  return { numbering: { reference: 'numbers', level, instance: lists } };
}

function tableOf(node: ElementNode, around: Surroundings): RowByRow {
  function* rows() {
    for (const row of elementsIn(node, 'tr')) {
      yield new TableRow({
        cantSplit: true,
        children: row.children.flatMap((each) =>
          each.kind === 'element'
            ? new TableCell({
                ...(each.name === 'th' ? { shading: { fill: headFill } } : {}),
                children: atLeastOne(blocksOf(each.children, around, { spacing: { after: 0 } }))
              })
            : []
        )
      });
    }
  }
  const width = { size: 100, type: WidthType.PERCENTAGE };
  return new RowByRow({ width, margins: cellMargins }, rows());
}

/** Word refuses a cell without a paragraph. */
function atLeastOne(pieces: Iterable<DocxPiece>): (Paragraph | Table)[] {
  const blocks = Array.from(pieces, asBlock);
  return blocks.length > 0 ? blocks : [new Paragraph('')];
}

function elementsIn(node: ElementNode, name: string): readonly ElementNode[] {
  return node.children.flatMap((child) => {
    if (child.kind === 'text') return [];
    return child.name === name ? [child] : elementsIn(child, name);
  });
}

function* runsOf(
  nodes: readonly MarkupNode[],
  around: Surroundings,
  look: RunLook
): Generator<ParagraphChild, void> {
  for (const node of nodes) {
    if (node.kind === 'text') {
      yield* wordsOf(node, around, look);
      continue;
    }
    const inner = () => runsOf(node.children, around, { ...look, ...lookOf(node.name) });
    const link = node.attributes['href'] ?? '';
    if (node.name === 'br') yield new TextRun({ break: 1 });
    else if (node.name === 'img') yield picture(node, around);
    else if (node.name === 'a' && /^(https?|mailto):/i.test(link)) {
      yield new ExternalHyperlink({ link, children: [...inner()] });
    } else yield* inner();
  }
}

function picture({ attributes }: ElementNode, { words }: Surroundings): ParagraphChild {
  const description = attributes['alt'] ?? '';
  const told = `[${description || words.picture}]`;
  return pictureRun(attributes['src'] ?? '', description) ?? new TextRun(told);
}

function lookOf(name: string): RunLook {
  switch (name) {
    case 'strong':
    case 'th':
      return { bold: true };
    case 'em':
      return { italics: true };
    case 'del':
      return { strike: true };
    case 'code':
      return { font: 'Courier New' };
    case 'sup':
      return { superScript: true };
    case 'a':
      return { style: 'Hyperlink' };
    default:
      return {};
  }
}

function* wordsOf(
  { text, marks, begins, ends }: TextNode,
  around: Surroundings,
  look: RunLook
): Generator<ParagraphChild, void> {
  const { comments, words, direction } = around;
  const commented = (list: TextNode['marks']) =>
    list.flatMap(({ number, note }) =>
      number !== null && note !== '' && comments !== null ? comments + number : []
    );
  const kind = marks.at(-1)?.kind;
  const references = ends.flatMap(({ number }) => number ?? []);
  for (const id of commented(begins)) yield new CommentRangeStart(id);
  for (const [index, line] of linesOf(text).entries()) {
    yield new TextRun({
      ...look,
      text: line,
      ...runDirection(line, direction),
      ...(index > 0 ? { break: 1 } : {}),
      ...(kind ? { shading: { fill: tints[kind] }, underline: lines[kind] } : {})
    });
  }
  for (const id of commented(ends)) {
    yield new CommentRangeEnd(id);
    yield new TextRun({ children: [new CommentReference(id)] });
  }
  if (references.length > 0) {
    yield new TextRun(raised(references.map(words.number), words, text));
  }
}

/**
 * Numbers of notes behind words. Words from the right get a sign between (RLM), since digits would join a
 * number before them, as one number.
 */
export function raised(numbers: readonly string[], { comma }: PrintedWords, behind: string) {
  const text = numbers.join(`${comma}\u00a0`);
  const direction = runDirection(behind);
  return { text: direction.rightToLeft ? `\u200f${text}` : text, superScript: true, ...direction };
}

function textOf(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (node.kind === 'text' ? node.text : textOf(node.children))).join('');
}

function linesOf(text: string): readonly string[] {
  return fitForXml(text.replace(/\r\n?/g, '\n')).split('\n');
}
