/** How a Word document looks: type, spacing, page feet, and words that run from the right. */
import {
  AlignmentType,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type IParagraphOptions,
  type IPropertiesOptions,
  type IRunOptions
} from 'docx';
import type { Direction } from '../../domain/publication/document/blocks.js';
import type { FixedWords } from '../../domain/publication/document/document.js';
import { hasOwnDirection, runsFromRight } from '../../domain/text/direction.js';

const accent = '1F3A5F';
export const soft = '565B65';
const sans = 'Calibri';

/** Spacing in twentieths of a point, sizes in half points. `language` is BCP 47. */
export const stylesIn = (language: string): NonNullable<IPropertiesOptions['styles']> => ({
  default: {
    document: {
      run: { font: 'Georgia', size: 21, language: { value: language, bidirectional: language } },
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
});

/** Of tables. */
export const tableFont = sans;

/** The tint of a table's head. */
export const headFill = 'E9EDF3';

/** Of a table's cells, in twentieths of a point. */
export const cellMargins = { top: 50, bottom: 50, left: 90, right: 90 };

/** The title and the marking, as far as there are any. */
export function headOf(title: string, marking: string, direction: Direction): Header {
  const line = (text: string, look: Omit<IRunOptions, 'text'>) =>
    new Paragraph({
      ...paragraphDirection(text, direction),
      children: runsOf(text, direction, { ...look, color: soft, size: 16 })
    });
  return new Header({
    children: [
      ...(marking ? [line(marking, { bold: true })] : []),
      ...(title ? [line(title, {})] : [])
    ]
  });
}

/** The marking, and which page of how many. */
export function footOf(
  marking: string,
  width: number,
  { page: { before, between, after } }: Pick<FixedWords, 'page'>,
  direction: Direction
): Footer {
  const pages = [
    `\t${before}`,
    PageNumber.CURRENT,
    between,
    PageNumber.TOTAL_PAGES,
    ...(after ? [after] : [])
  ];
  const look = { color: soft, size: 16 };
  return new Footer({
    children: [
      new Paragraph({
        ...paragraphDirection('', direction),
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          ...runsOf(marking, direction, { ...look, bold: true }),
          new TextRun({ children: pages, ...look, ...runDirection('', direction) })
        ]
      })
    ]
  });
}

/** A paragraph runs as its first letter does (UAX #9, P2); what is ours, as the document does. */
export function paragraphDirection(
  text: string,
  direction: Direction = 'ltr'
): { readonly bidirectional?: true } {
  return direction === 'rtl' || runsFromRight(text) ? { bidirectional: true } : {};
}

/** `own` is how the words run where that is otherwise than the document. */
export function sideOfParagraph(
  own: Direction | undefined,
  {
    chapter,
    isAligned
  }: { readonly chapter: { readonly direction: Direction }; readonly isAligned: boolean }
): Pick<IParagraphOptions, 'bidirectional' | 'alignment'> {
  if ((own ?? chapter.direction) === 'rtl') return { bidirectional: true };
  return chapter.direction === 'rtl' && isAligned ? { alignment: AlignmentType.RIGHT } : {};
}

/** As its first letter does; what has none, as what stands around it. */
export function runDirection(
  text: string,
  around: Direction = 'ltr'
): { readonly rightToLeft?: true } {
  const isFromRight = hasOwnDirection(text) ? runsFromRight(text) : around === 'rtl';
  return isFromRight ? { rightToLeft: true } : {};
}

/**
 * Words among which some may stand isolated, each stretch as a run of its own: Word goes by the direction
 * of a run, and other programs by the signs, which therefore stay.
 */
export function runsOf(
  text: string,
  direction: Direction,
  look: Omit<IRunOptions, 'text' | 'children'> = {}
): readonly TextRun[] {
  return stretchesOf(text).map(
    (stretch, index) =>
      new TextRun({
        ...look,
        // A line break stands before all of them.
        ...(index > 0 ? { break: 0 } : {}),
        text: stretch,
        ...runDirection(stretch.replace(/^\u2068|\u2069$/gu, ''), direction)
      })
  );
}

/** Cut before each outermost sign that begins an isolate, and behind the one that ends it. */
function stretchesOf(text: string): readonly string[] {
  const stretches = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '\u2068' && depth++ === 0) stretches.push('');
    stretches.push(`${stretches.pop() ?? ''}${sign}`);
    if (sign === '\u2069' && depth > 0 && --depth === 0) stretches.push('');
  }
  const told = stretches.filter((stretch) => stretch !== '');
  return told.length > 0 ? told : [''];
}
