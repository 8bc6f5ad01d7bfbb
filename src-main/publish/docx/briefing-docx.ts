/**
 * A briefing, or a book of several, as a Word document (ISO/IEC 29500): headings, tables, and annotations as comments.
 * Over 300 lines because page one, the sections and a book are written by the same few functions.
 */
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
  type IParagraphOptions,
  type ISectionOptions,
  BorderStyle,
  type Table,
  TableLayoutType,
  WidthType
} from 'docx';
import { type Book, composeBook } from '../../domain/publication/book.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import type { Edition } from '../../domain/publication/edition.js';
import { numbering, blocksOf, isHeading, raised, type Surroundings } from './blocks.js';
import {
  type Direction,
  footOf,
  headOf,
  lineDirection,
  ownDirection,
  paragraphDirection,
  runsOf,
  stylesIn,
  soft,
  tableFont
} from './look.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import { bottomLineHeading, type Publication } from '../../domain/publication/publication.js';
import { markedTree, type MarkupNode } from '../markup/marked-tree.js';
import { pageOneMarkup, type PageOnePart } from '../markup/page-one-sections.js';
import type { MarkupBlock } from '../markup/blocks.js';
import { factsInWords, sectionsOf, type MarkupSection } from '../markup/sections.js';
import { coreProperties, withoutTimes } from './fixed-dates.js';
import { hasHeadsBelow, marginsOf, tableRowsOf } from './table-rows.js';
import { asBlock, type DocxPiece, RowByRow, WrittenPieces } from './written-pieces.js';

/** In a book Word fills in the page numbers of the contents list once it has asked whether it may. */
export async function asDocx(job: DocumentJob): Promise<Uint8Array> {
  const book = composeBook(job);
  const { titlePage, marking, edition, words, direction } = book;
  let comments = 0;
  const chapters = book.chapters.map(({ publication }) => {
    const { words, direction } = publication;
    const standing = { ...(titlePage ? inBook : alone), comments, words, direction };
    comments += publication.notes.length;
    return { publication, standing };
  });
  const document = new Document({
    styles: stylesIn(words.language),
    numbering,
    comments: {
      children: chapters.flatMap(({ publication, standing }) => commentsOf(publication, standing))
    },
    sections: [
      ...(titlePage
        ? [
            {
              properties: pageOf(edition),
              ...headsAndFeet('', book, book.marking),
              children: [
                ...boldContent(marking, direction),
                headingContent(book.title, HeadingLevel.TITLE, direction),
                factsContent(book.facts, direction),
                new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' })
              ]
            }
          ]
        : []),
      ...chapters.map(({ publication, standing }) => ({
        properties: titlePage
          ? { ...pageOf(edition), type: SectionType.NEXT_PAGE }
          : pageOf(edition),
        ...headsAndFeet(titlePage ? publication.title : '', book, publication.marking),
        children: [
          ...opening(publication, standing),
          ...sectionsOf(publication).flatMap((section) => sectionContent(section, standing))
        ]
      }))
    ]
  });
  const properties = coreProperties(book, job);
  return withoutTimes(new Uint8Array(await Packer.toBuffer(document, undefined, [properties])));
}

/** Twentieths of a point: the page, and the inch around its text. */
const margin = 1_440;
const sizes = { A4: { width: 11_906, height: 16_838 }, Letter: { width: 12_240, height: 15_840 } };

function pageOf({ paper }: Edition): NonNullable<ISectionOptions['properties']> {
  return { page: { size: sizes[paper] } };
}

/** Every page bears the marking of its briefing, and those before them that of the whole. */
function headsAndFeet(
  title: string,
  { edition: { paper }, words, direction }: Book,
  marking: string
) {
  return {
    headers: { default: headOf(title, marking, direction) },
    footers: { default: footOf(marking, sizes[paper].width - 2 * margin, words, direction) }
  };
}

type Content = Paragraph | Table | WrittenPieces;
type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

/** How a briefing stands in its document. */
interface Standing extends Surroundings {
  readonly title: Level;
  readonly sections: Level;
  /** The id of the comment of its note 0. */
  readonly comments: number;
  /** Whether its headings stand in a contents list. */
  readonly listed: boolean;
}

const alone = { title: HeadingLevel.TITLE, sections: HeadingLevel.HEADING_1, listed: false };
const inBook = {
  title: HeadingLevel.HEADING_1,
  sections: HeadingLevel.HEADING_2,
  listed: true
};

function commentsOf({ notes }: Publication, { comments }: Standing) {
  return notes
    .filter(({ annotation }) => annotation.note.trim() !== '')
    .map(({ number, annotation }) => ({
      id: comments + number,
      author: 'Standpoint',
      initials: annotation.kind.slice(0, 1).toUpperCase(),
      date: new Date(annotation.createdAt),
      children: renderMarkdown(annotation.note)
        .text.trim()
        .split('\n')
        .map((line) => new Paragraph(line))
    }));
}

/** Nothing where there are no words. */
function boldContent(text: string, direction: Direction): readonly Content[] {
  const line = text.trim();
  if (line === '') return [];
  const children = runsOf(line, direction, { bold: true });
  return [new Paragraph({ ...paragraphDirection(line, direction), children })];
}

function headingContent(
  text: string,
  heading: Level,
  direction: Direction,
  look: IParagraphOptions = {}
): Content {
  const children = runsOf(text, direction);
  return new Paragraph({ children, heading, ...look, ...paragraphDirection(text, direction) });
}

function factsContent(facts: string, direction: Direction): Content {
  return new Paragraph({
    ...paragraphDirection(facts, direction),
    children: runsOf(facts, direction, { color: soft })
  });
}

function opening(publication: Publication, standing: Standing): readonly Content[] {
  const { title, sections, direction } = standing;
  const { unreviewed, before, bottomLine, after } = pageOneMarkup(publication);
  const tree = markedTree(renderMarkdown(bottomLine).html, []);
  return [
    ...boldContent(publication.marking, direction),
    headingContent(publication.title, title, direction),
    factsContent(factsInWords(publication), direction),
    ...boldContent(unreviewed, direction),
    ...before.flatMap((part) => partContent(part, standing)),
    ...(bottomLine
      ? [
          headingContent(bottomLineHeading(publication), sections, direction),
          ...Array.from(blocksOf(tree, { ...standing, comments: null }, boxed), asBlock)
        ]
      : []),
    ...after.flatMap((part) => partContent(part, standing))
  ];
}

/** All around, since a line on one side is drawn on the left also where words run from the right. */
const side = { style: BorderStyle.SINGLE, size: 8, color: '1F3A5F', space: 6 };
const boxed = {
  border: { top: side, bottom: side, left: side, right: side },
  indent: { left: 140, right: 140 }
};

function partContent({ heading, blocks }: PageOnePart, standing: Standing): readonly Content[] {
  return [
    ...(heading === '' ? [] : [headingContent(heading, standing.sections, standing.direction)]),
    ...blocks.flatMap((block) => blockContent(block, standing))
  ];
}

function sectionContent(
  { heading, kicker, blocks }: MarkupSection,
  standing: Standing
): readonly Content[] {
  const { direction } = standing;
  const above = kicker
    ? [
        new Paragraph({
          ...paragraphDirection(kicker, direction),
          keepNext: true,
          spacing: { before: 200, after: 0 },
          children: runsOf(kicker, direction, { color: soft, size: 17 })
        })
      ]
    : [];
  return [
    ...above,
    headingContent(
      heading,
      standing.sections,
      direction,
      kicker ? { spacing: { before: 0, after: 60 } } : {}
    ),
    ...blocks.flatMap((block) => blockContent(block, standing))
  ];
}

/** A contents list is made of the headings that docx sees; all else is written when its turn comes. */
function blockContent(block: MarkupBlock, standing: Standing): readonly Content[] {
  if (block.kind !== 'markup' || !standing.listed) {
    return [new WrittenPieces(() => piecesOf(block, standing))];
  }
  const content: Content[] = [];
  let others: MarkupNode[] = [];
  for (const node of [...block.nodes, null]) {
    if (node && !isHeading(node)) {
      others.push(node);
      continue;
    }
    const before = others;
    others = [];
    if (before.length > 0) content.push(new WrittenPieces(() => blocksOf(before, standing)));
    if (node) content.push(...Array.from(blocksOf([node], standing), asBlock));
  }
  return content;
}

/** Spacing and indents in twentieths of a point. */
const labelledLook = {
  alone: { spacing: { after: 40 } },
  first: { spacing: { before: 120, after: 40 }, keepNext: true },
  under: { spacing: { after: 20 }, indent: { left: 360 } }
};

function* piecesOf(block: MarkupBlock, around: Surroundings): Generator<DocxPiece, void> {
  const { words, direction } = around;
  switch (block.kind) {
    case 'markup':
      return yield* blocksOf(block.nodes, around);
    case 'line':
      yield new Paragraph({
        ...lineDirection(around),
        children: runsOf(block.text, words.direction)
      });
      return;
    case 'labelled': {
      const { label, text, notes = [], place } = block;
      const behind = notes.map(words.number);
      yield new Paragraph({
        ...labelledLook[place ?? 'alone'],
        ...lineDirection(around),
        children: [
          ...runsOf(`${label} `, words.direction, { bold: true }),
          ...runsOf(text, words.direction, place === 'first' ? { bold: true } : {}),
          ...(behind.length === 0 ? [] : [new TextRun(raised(behind, words, text))])
        ]
      });
      return;
    }
    case 'list':
      for (const text of block.items) {
        yield new Paragraph({
          bullet: { level: 0 },
          spacing: { after: 40 },
          ...ownDirection(text, direction),
          children: runsOf(text, direction)
        });
      }
      return;
    case 'table': {
      if (block.caption) {
        yield new Paragraph({
          keepNext: true,
          ...paragraphDirection(block.caption, direction),
          children: runsOf(block.caption, direction, { font: tableFont, bold: true })
        });
      }
      const width = { size: 100, type: WidthType.PERCENTAGE };
      const layout = block.widths ? { layout: TableLayoutType.FIXED } : {};
      const margins = marginsOf(block);
      const visuallyRightToLeft = direction === 'rtl';
      yield new RowByRow(
        { width, margins, ...layout, ...(visuallyRightToLeft && { visuallyRightToLeft }) },
        tableRowsOf(block, around)
      );
      if (hasHeadsBelow(block, around)) {
        // The first names the actors, and the last two have signs of the legend.
        for (const text of block.head.slice(1, -2)) {
          yield new Paragraph({
            spacing: { after: 0 },
            ...lineDirection(around),
            children: runsOf(text, direction, { font: tableFont, size: 17 })
          });
        }
      }
      yield new Paragraph('');
      return;
    }
    case 'note':
      yield new Paragraph({
        keepLines: true,
        keepNext: true,
        spacing: { after: 0 },
        ...ownDirection(block.quote, direction),
        children: [
          ...runsOf(`${words.number(block.number)} `, direction, { bold: true }),
          ...runsOf(block.quote, direction, {
            language: { value: block.language, bidirectional: block.language }
          })
        ]
      });
      yield new Paragraph({
        keepLines: true,
        ...lineDirection(around),
        children: runsOf(block.place, words.direction, { color: soft, size: 17 })
      });
      if (block.newerVersion !== '') {
        yield new Paragraph({
          keepLines: true,
          ...lineDirection(around),
          children: runsOf(block.newerVersion, words.direction, { bold: true, size: 17 })
        });
      }
      yield* blocksOf(
        block.nodes,
        { ...around, comments: null, isAligned: true },
        { indent: { left: 360 } }
      );
  }
}
