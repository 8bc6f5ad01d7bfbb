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
import { cellMargins, headFill, paragraphDirection, runDirection } from './look.js';

type MarkupTable = MarkupBlock & { readonly kind: 'table' };

/** Head first. */
export function* tableRowsOf(
  { head, rows, widths, isMap = false }: MarkupTable,
  direction: 'ltr' | 'rtl'
): Generator<TableRow, void> {
  yield new TableRow({
    tableHeader: true,
    ...(isMap ? { height: { value: uprightHead, rule: HeightRule.ATLEAST } } : {}),
    children: head.map((text, column) =>
      cell({ text }, true, direction, widths?.[column], isMap && column > 0)
    )
  });
  for (const row of rows) {
    yield new TableRow({
      cantSplit: true,
      children: row.map((each, column) => cell(each, false, direction, widths?.[column]))
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

/** Around the words of its cells. */
export function marginsOf({ isMap = false }: MarkupTable) {
  return isMap ? signMargins : cellMargins;
}

/** Around a sign in its cell, and how high heads are that stand upright, in twentieths of a point. */
const signMargins = { top: 10, bottom: 10, left: 20, right: 20 };
const uprightHead = 2_400;
const ring = { style: BorderStyle.SINGLE, size: 16, color: '000000' };

function cell(
  { text, notes = [], stance, raised = '', isChanged = false, columns = 1 }: MarkupCell,
  isHead: boolean,
  direction: 'ltr' | 'rtl',
  width?: number,
  isUpright = false
): TableCell {
  const behind = [raised, ...notes].filter((each) => each !== '').join(', ');
  const isHeading = isHead || columns > 1;
  return new TableCell({
    ...(width === undefined || columns > 1
      ? {}
      : { width: { size: width, type: WidthType.PERCENTAGE } }),
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(isUpright ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
    ...(isChanged ? { borders: { top: ring, bottom: ring, left: ring, right: ring } } : {}),
    ...(stance
      ? { shading: { fill: tints[stance] } }
      : isHeading
        ? { shading: { fill: headFill } }
        : {}),
    children: [
      new Paragraph({
        spacing: { after: 0, line: 240 },
        ...(columns > 1 ? { keepNext: true } : {}),
        ...paragraphDirection(text, direction),
        children: [
          new TextRun({ text, bold: isHeading, size: 17, ...runDirection(text) }),
          ...(behind === '' ? [] : [new TextRun({ text: behind, superScript: true, size: 17 })])
        ]
      })
    ]
  });
}
