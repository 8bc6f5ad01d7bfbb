/** How a Word document looks: type, spacing, page feet, and words that run from the right. */
import {
  Footer,
  Header,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type IPropertiesOptions
} from 'docx';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import { runsFromRight } from '../../domain/text/direction.js';

const accent = '1F3A5F';
export const soft = '565B65';
const sans = 'Calibri';

/** Spacing in twentieths of a point, sizes in half points. */
export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: 'Georgia', size: 21 },
      paragraph: { spacing: { after: 120, line: 276 } }
    },
    title: {
      run: { font: sans, size: 44, bold: true },
      paragraph: { spacing: { before: 60, after: 60 } }
    },
    heading1: {
      run: { font: sans, size: 30, bold: true, color: accent },
      paragraph: { spacing: { before: 320, after: 80 }, keepNext: true }
    },
    heading2: {
      run: { font: sans, size: 25, bold: true, color: accent },
      paragraph: { spacing: { before: 260, after: 60 }, keepNext: true }
    },
    heading3: {
      run: { font: sans, size: 22, bold: true },
      paragraph: { spacing: { before: 200, after: 40 }, keepNext: true }
    }
  },
  paragraphStyles: [1, 2].map((level) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    run: level === 1 ? { bold: true } : { size: 19 },
    paragraph: {
      spacing: { before: level === 1 ? 120 : 0, after: 20, line: 250 },
      indent: { left: (level - 1) * 240 }
    }
  }))
};

/** The tint of a table's head. */
export const headFill = 'E9EDF3';

/** Of a table's cells, in twentieths of a point. */
export const cellMargins = { top: 50, bottom: 50, left: 90, right: 90 };

/** The title and the marking, as far as there are any. */
export function headOf(title: string, marking: string): Header {
  const line = (run: TextRun) => new Paragraph({ children: [run] });
  return new Header({
    children: [
      ...(marking.trim() ? [line(boldly(marking))] : []),
      ...(title ? [line(small(title))] : [])
    ]
  });
}

/** The marking, and which page of how many. */
export function footOf(marking: string, width: number, words: PrintedWords): Footer {
  const [before, between, after] = words.pageOf('|', '|').split('|');
  const pages = [
    `\t${before}`,
    PageNumber.CURRENT,
    between ?? '',
    PageNumber.TOTAL_PAGES,
    ...(after ? [after] : [])
  ];
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [boldly(marking), new TextRun({ children: pages, color: soft, size: 16 })]
      })
    ]
  });
}

function boldly(marking: string): TextRun {
  return new TextRun({ text: marking.trim(), bold: true, color: soft, size: 16 });
}

function small(text: string): TextRun {
  return new TextRun({ text, color: soft, size: 16, ...runDirection(text) });
}

/** A paragraph runs as its first letter does (UAX #9, P2). */
export function paragraphDirection(text: string): { readonly bidirectional?: true } {
  return runsFromRight(text) ? { bidirectional: true } : {};
}

export function runDirection(text: string): { readonly rightToLeft?: true } {
  return runsFromRight(text) ? { rightToLeft: true } : {};
}
