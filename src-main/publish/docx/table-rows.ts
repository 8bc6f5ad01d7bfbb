/** The rows of a table in a Word document. */
import {
  BorderStyle,
  HeightRule,
  Paragraph,
  TableCell,
  TableRow,
  TextDirection,
  TextRun,
  WidthType
} from 'docx';
import type { MarkupBlock, MarkupCell } from '../markup/blocks.js';
import type { CellQuote } from '../markup/blocks.js';
import { raised, type Surroundings } from './blocks.js';
import { cellMargins, headFill, alignedDirection, runsOf, tableFont } from './look.js';

type MarkupTable = MarkupBlock & { readonly kind: 'table' };

/** Head first. */
export function* tableRowsOf(table: MarkupTable, around: Surroundings): Generator<TableRow, void> {
  const { head, rows, widths, isMap = false, headSigns } = table;
  const isUpright = isMap && !hasHeadsBelow(table, around);
  const heads = isUpright ? head : (headSigns ?? head);
  yield new TableRow({
    tableHeader: true,
    ...(isUpright ? { height: { value: uprightHead, rule: HeightRule.ATLEAST } } : {}),
    children: heads.map((text, column) =>
      cell({ text }, true, around, widths?.[column], isUpright && column > 0)
    )
  });
  for (const row of rows) {
    yield new TableRow({
      cantSplit: true,
      children: row.map((each, column) => cell(each, false, around, widths?.[column]))
    });
  }
}

const tints = {
  supports: 'E0F1E3',
  opposes: 'FAE3DF',
  conditional: 'FBEED3',
  neutral: 'EAE9EC',
  unclear: 'F1EEE7'
} as const;

/** Whether signs stand for its heads: upright words in columns from the right are drawn beside the page by some programs. */
export function hasHeadsBelow(
  { isMap = false, headSigns }: MarkupTable,
  { direction }: Surroundings
): boolean {
  return isMap && headSigns !== undefined && direction === 'rtl';
}

/** Around the words of its cells. */
export function marginsOf({ isMap = false }: MarkupTable) {
  return isMap ? signMargins : cellMargins;
}

/** Around a sign in its cell, and how high heads are that stand upright, in twentieths of a point. */
const signMargins = { top: 10, bottom: 10, left: 20, right: 20 };
const uprightHead = 2_400;
const ring = { style: BorderStyle.SINGLE, size: 16, color: '000000' };

function cell(
  content: MarkupCell,
  isHead: boolean,
  around: Surroundings,
  width?: number,
  isUpright = false
): TableCell {
  const { stance, isChanged = false, columns = 1, quotes = [] } = content;
  const isHeading = isHead || columns > 1;
  const fill = stance ? tints[stance] : isHeading ? headFill : null;
  return new TableCell({
    ...(width === undefined || columns > 1
      ? {}
      : { width: { size: width, type: WidthType.PERCENTAGE } }),
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(isUpright ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
    ...(isChanged ? { borders: { top: ring, bottom: ring, left: ring, right: ring } } : {}),
    ...(fill ? { shading: { fill } } : {}),
    children: [
      ...(content.text === '' && !content.lead && quotes.length > 0
        ? []
        : [wordsOfCell(content, isHeading, around)]),
      ...quotes.map((quote) => quoteOfCell(quote, around))
    ]
  });
}

/** Sizes are in half points. */
const look = { font: tableFont, size: 17 };

function wordsOfCell(
  { text, notes = [], lead, raised: mark = '', columns = 1 }: MarkupCell,
  isHeading: boolean,
  around: Surroundings
): Paragraph {
  const { words, direction } = around;
  const behind = [mark, ...notes.map(words.number)].filter((each) => each !== '');
  return new Paragraph({
    spacing: { after: 0, line: 240 },
    ...(columns > 1 ? { keepNext: true } : {}),
    ...alignedDirection(lead ?? text, direction),
    children: [
      ...(lead ? runsOf(`${lead} `, direction, { ...look, bold: true }) : []),
      ...runsOf(text, direction, isHeading ? { ...look, bold: true } : look),
      ...(behind.length === 0 ? [] : [new TextRun({ ...raised(behind, words, text), ...look })])
    ]
  });
}

function quoteOfCell(
  { label, words: quote, language, number, hasNote }: CellQuote,
  around: Surroundings
): Paragraph {
  const { words, direction } = around;
  const shown = words.number(number);
  const own = { ...look, language: { value: language, bidirectional: language } };
  return new Paragraph({
    spacing: { after: 40, line: 240 },
    ...alignedDirection(label || quote, direction),
    children: [
      ...(label ? runsOf(`${label} `, direction, look) : []),
      ...(hasNote ? [] : runsOf(`${shown} `, direction, { ...look, bold: true })),
      ...(quote === ''
        ? runsOf(words.note(String(number)), direction, look)
        : runsOf(quote, direction, own)),
      ...(hasNote && quote !== ''
        ? [new TextRun({ ...raised([shown], words, quote), ...look })]
        : [])
    ]
  });
}
