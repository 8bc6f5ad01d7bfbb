/** The tables of a Word document, which are written row by row. */
import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  TableCell as WordCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  WidthType
} from 'docx';
import type { TableCell, Runs } from '../../domain/publication/document/blocks.js';
import type { SimpleTable } from '../../domain/publication/document/simple.js';
import { runningAs, wordsOfRuns } from '../../domain/publication/document/written.js';
import { type Look, plainParagraph, runsIn, type Surroundings } from './runs.js';
import { cellMargins, headFill, runsOf, sideOfParagraph, soft, tableFont } from './look.js';
import { type DocxPiece, RowByRow } from './written-pieces.js';

const tints = {
  supports: { fill: 'E0F1E3' },
  opposes: { fill: 'FAE3DF' },
  conditional: { fill: 'FBEED3' },
  neutral: { fill: 'EAE9EC' },
  unclear: { fill: 'F1EEE7' },
  denied: { fill: 'FFFFFF' },
  several: { fill: 'FFFFFF', color: 'D5D5DB', type: ShadingType.DIAGONAL_STRIPE }
} as const;

/** Around a sign in its cell, and how high heads are that stand upright, in twentieths of a point. */
const signMargins = { top: 10, bottom: 10, left: 20, right: 20 };
const uprightHead = 2_400;
const ring = { style: BorderStyle.SINGLE, size: 16, color: '000000' };

/** Of words in a table of ours; sizes are in half points. */
const look = { font: tableFont, size: 17 };

export function* tableOf(table: SimpleTable, around: Surroundings): Generator<DocxPiece, void> {
  const { role, caption, captionRemark, head, widths, headSigns } = table;
  const { direction } = around.chapter;
  if (caption !== '' || captionRemark !== '') {
    const remark = captionRemark && `${role === 'matrix' ? '□ ' : ''}${captionRemark}`;
    yield new Paragraph({
      keepNext: true,
      ...sideOfParagraph(runningAs(caption || remark, direction).direction, around),
      children: [
        ...runsOf(caption, direction, { font: tableFont, bold: true }),
        ...(remark ? runsOf(` ${remark}`, direction, { font: tableFont, color: soft }) : [])
      ]
    });
  }
  yield new RowByRow(
    {
      width: { size: 100, type: WidthType.PERCENTAGE },
      margins: headSigns ? signMargins : cellMargins,
      ...(widths && { layout: TableLayoutType.FIXED }),
      ...((table.direction ?? direction) === 'rtl' && { visuallyRightToLeft: true })
    },
    rowsOf(table, around)
  );
  if (hasHeadsBelow(table, around)) {
    // The first names the actors, and the last two have signs of the legend.
    for (const cell of head.slice(1, -2)) {
      yield plainParagraph(wordsOfRuns(cell.runs), direction, {
        spacing: { after: 0 },
        runs: look
      });
    }
  }
  yield role === 'author' ? new Paragraph({ spacing: { after: 0, line: 120 } }) : new Paragraph('');
}

/** Whether signs stand for its heads: upright words in columns from the right are drawn beside the page by some programs. */
function hasHeadsBelow({ headSigns }: SimpleTable, { chapter: { direction } }: Surroundings) {
  return headSigns !== undefined && direction === 'rtl';
}

/** Head first. */
function* rowsOf(table: SimpleTable, around: Surroundings): Generator<TableRow, void> {
  const { role, head, rows, widths, headSigns } = table;
  const isOurs = role !== 'author';
  const isUpright = headSigns !== undefined && !hasHeadsBelow(table, around);
  const heads = isUpright
    ? head
    : (headSigns?.map((text): TableCell => ({ runs: [{ text }], isHead: true })) ?? head);
  yield new TableRow({
    tableHeader: true,
    ...(isUpright ? { height: { value: uprightHead, rule: HeightRule.ATLEAST } } : {}),
    children: heads.map((cell, column) =>
      tableCell(cell, around, {
        isOurs,
        isHead: true,
        width: widths?.[column],
        isUpright: isUpright && column > 0
      })
    )
  });
  for (const row of rows) {
    yield new TableRow({
      cantSplit: true,
      children: row.map((cell, column) =>
        tableCell(cell, around, {
          isOurs,
          isHead: (cell.columns ?? 1) > 1 && cell.isHead === true,
          width: widths?.[column],
          isUpright: false
        })
      )
    });
  }
}

interface Standing {
  readonly isOurs: boolean;
  readonly isHead: boolean;
  readonly width: number | undefined;
  readonly isUpright: boolean;
}

function tableCell(
  { runs, lines = [], look: cellLook, isChanged, columns = 1, align, direction }: TableCell,
  around: Surroundings,
  { isOurs, isHead, width, isUpright }: Standing
): WordCell {
  const shading = cellLook ? tints[cellLook] : isHead ? { fill: headFill } : null;
  const paragraph = (own: Runs, more: Look, turned?: 'ltr' | 'rtl') =>
    new Paragraph({
      ...more,
      ...(align && { alignment: align }),
      ...sideOfParagraph(
        turned ?? runningAs(wordsOfRuns(own), around.chapter.direction).direction,
        {
          ...around,
          isAligned: isOurs
        }
      ),
      children: [...runsIn(own, around, { ...(isOurs && look), ...(isHead && { bold: true }) })]
    });
  const spacing = { after: 0, ...(isOurs && { line: 240 }) };
  return new WordCell({
    ...(width === undefined || columns > 1
      ? {}
      : { width: { size: width, type: WidthType.PERCENTAGE } }),
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(isUpright ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
    ...(isChanged ? { borders: { top: ring, bottom: ring, left: ring, right: ring } } : {}),
    ...(shading && { shading }),
    children: [
      paragraph(runs, { spacing, ...(columns > 1 && { keepNext: true }) }, direction),
      ...lines.map((each) => paragraph(each, { spacing: { ...spacing, after: 40 } }))
    ]
  });
}
