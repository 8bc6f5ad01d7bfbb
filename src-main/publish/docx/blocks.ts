/** Blocks of a document as paragraphs and tables of Word. */
import { AlignmentType, HeadingLevel, LevelFormat, Paragraph, type INumberingOptions } from 'docx';
import {
  numberIn,
  type SimpleBlock,
  type SimpleChapter
} from '../../domain/publication/document/simple.js';
import { runDirection, runsOf, sideOfParagraph, soft } from './look.js';
import { type Look, type RunLook, runsIn, type Surroundings } from './runs.js';
import { tableOf } from './tables.js';
import { type DocxPiece, RunByRun } from './written-pieces.js';

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
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5
];

/** 0 is the title of the document. */
export function headingLook(level: number) {
  return { heading: headings[level] ?? HeadingLevel.HEADING_6 };
}

/** Spacing and indents in twentieths of a point. */
const labelledLook = {
  alone: { spacing: { after: 40 } },
  first: { spacing: { before: 120, after: 40 }, keepNext: true },
  under: { spacing: { after: 20 }, indent: { left: 360 } }
};

const runLooks = {
  soft: { color: soft },
  strong: { bold: true },
  small: { size: 17 }
} as const;

/** One after the other. */
export function* piecesOf(
  blocks: readonly SimpleBlock[],
  around: Surroundings,
  look: Look = {}
): Generator<DocxPiece, void> {
  for (const block of blocks) yield* pieceOf(block, around, look);
}

function* pieceOf(
  block: SimpleBlock,
  around: Surroundings,
  look: Look
): Generator<DocxPiece, void> {
  const { words, direction } = around.chapter;
  switch (block.kind) {
    case 'paragraph':
    case 'heading': {
      const options = { ...look, ...sideOfParagraph(block.direction, around) };
      if (block.kind === 'heading') {
        const heading = headingLook(block.level + around.level - 2);
        yield new RunByRun({ ...options, ...heading }, runsIn(block.runs, around, {}));
        return;
      }
      const { number, look: own } = block;
      const before = number ? [{ text: `${number}\u00a0`, raised: true as const }] : [];
      const runs = runsIn([...before, ...block.runs], around, own ? runLooks[own] : {});
      yield new RunByRun(options, runs);
      return;
    }
    case 'labelled': {
      const { label, runs, place = 'alone' } = block;
      yield new Paragraph({
        ...labelledLook[place],
        ...sideOfParagraph(words.direction, around),
        children: [
          ...runsOf(`${label} `, words.direction, { bold: true }),
          ...runsIn(runs, around, place === 'first' ? { bold: true } : {})
        ]
      });
      return;
    }
    case 'list':
      yield* listOf(block, around, look);
      return;
    case 'quote':
      yield* piecesOf(block.blocks, around, { ...look, indent: { left: 480 } });
      return;
    case 'code':
      yield new RunByRun(look, runsIn(block.runs, around, {}));
      return;
    case 'rule':
      yield new Paragraph({ ...look, thematicBreak: true });
      return;
    case 'table':
      yield* tableOf(block, around);
      return;
    case 'notes':
      for (const note of around.chapter.notes) yield* noteOf(note, around, direction);
  }
}

/** Each list counts from 1. The first block of an item has its sign, and the others stand below its words. */
function* listOf(
  { start, items }: Extract<SimpleBlock, { readonly kind: 'list' }>,
  around: Surroundings,
  { bullet, numbering: numbers, indent }: Look
): Generator<DocxPiece, void> {
  const outer = bullet?.level ?? (numbers ? numbers.level : Number(indent?.left ?? 0) / 720 - 1);
  const level = Math.min(8, Math.max(-1, Math.floor(outer)) + 1);
  if (start !== null) around.count.lists += 1;
  const instance = around.count.lists;
  const first: Look =
    start === null
      ? { bullet: { level } }
      : { numbering: { reference: 'numbers', level, instance } };
  for (const [head, ...others] of items) {
    if (head) yield* pieceOf(head, around, first);
    yield* piecesOf(others, around, { indent: { left: 720 * (level + 1) } });
  }
}

function* noteOf(
  note: SimpleChapter['notes'][number],
  around: Surroundings,
  direction: 'ltr' | 'rtl'
): Generator<DocxPiece, void> {
  const { number, quote, language, place, placeUncertain, newerVersion, blocks, claims } = note;
  const { words } = around.chapter;
  const aligned = { ...around, comments: null, isAligned: true };
  const line = (text: string, look: RunLook) =>
    new Paragraph({
      keepLines: true,
      ...sideOfParagraph(words.direction, aligned),
      children: runsOf(text, words.direction, { size: 17, ...look })
    });
  yield new Paragraph({
    keepLines: true,
    keepNext: true,
    spacing: { after: 0 },
    ...sideOfParagraph(runDirection(quote, direction).rightToLeft ? 'rtl' : 'ltr', around),
    children: [
      ...runsOf(`${numberIn(words, number)} `, direction, { bold: true }),
      ...runsOf(quote, direction, { language: { value: language, bidirectional: language } })
    ]
  });
  yield line(place, { color: soft });
  if (placeUncertain !== '') yield line(placeUncertain, { color: soft });
  if (newerVersion !== '') yield line(newerVersion, { bold: true });
  yield* piecesOf(blocks, aligned, { indent: { left: 360 } });
  for (const claim of claims) {
    yield line(`${claim.before}${claim.words}${claim.after}`, { color: soft });
  }
}
