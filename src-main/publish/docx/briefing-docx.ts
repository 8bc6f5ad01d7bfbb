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
  type IParagraphOptions,
  type ISectionOptions,
  BorderStyle,
  type Table,
  TableLayoutType,
  TextRun,
  WidthType
} from 'docx';
import { type Book, composeBook } from '../../domain/publication/book.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import type { Edition } from '../../domain/publication/edition.js';
import { numbering, blocksOf, isHeading } from './blocks.js';
import { footOf, headOf, paragraphDirection, stylesIn, runDirection, soft } from './look.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import { bottomLineHeading, type Publication } from '../../domain/publication/publication.js';
import { markedTree, type MarkupNode } from '../markup/marked-tree.js';
import { pageOneMarkup, type PageOnePart } from '../markup/page-one-sections.js';
import type { MarkupBlock } from '../markup/blocks.js';
import { factsInWords, sectionsOf, type MarkupSection } from '../markup/sections.js';
import { coreProperties, withoutTimes } from './fixed-dates.js';
import { marginsOf, tableRowsOf } from './table-rows.js';
import { asBlock, type DocxPiece, RowByRow, WrittenPieces } from './written-pieces.js';

/** In a book Word fills in the page numbers of the contents list once it has asked whether it may. */
export async function asDocx(job: DocumentJob): Promise<Uint8Array> {
  const book = composeBook(job);
  const { titlePage, marking, edition, words } = book;
  let comments = 0;
  const chapters = book.chapters.map(({ publication }) => {
    const { direction } = publication;
    const standing = { ...(titlePage ? inBook : alone), comments, direction };
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
                ...markingContent(marking),
                headingContent(book.title, HeadingLevel.TITLE, book.direction),
                factsContent(book.facts, book.direction),
                new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' })
              ]
            }
          ]
        : []),
      ...chapters.map(({ publication, standing }) => ({
        properties: titlePage
          ? { ...pageOf(edition), type: SectionType.NEXT_PAGE }
          : pageOf(edition),
        ...headsAndFeet(titlePage ? publication.title : '', book, publication.briefing.marking),
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
function headsAndFeet(title: string, { edition: { paper }, words }: Book, marking: string) {
  return {
    headers: { default: headOf(title, marking) },
    footers: { default: footOf(marking, sizes[paper].width - 2 * margin, words) }
  };
}

type Content = Paragraph | Table | WrittenPieces;
type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

/** How a briefing stands in its document. */
interface Standing {
  readonly title: Level;
  readonly sections: Level;
  /** The id of the comment of its note 0. */
  readonly comments: number;
  readonly direction: Publication['direction'];
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

function markingContent(marking: string): readonly Content[] {
  const words = marking.trim();
  return words ? [new Paragraph({ children: [new TextRun({ text: words, bold: true })] })] : [];
}

function headingContent(
  text: string,
  heading: Level,
  direction: Publication['direction'],
  look: IParagraphOptions = {}
): Content {
  return new Paragraph({ text, heading, ...look, ...paragraphDirection(text, direction) });
}

function factsContent(facts: string, direction: Publication['direction']): Content {
  return new Paragraph({
    ...paragraphDirection(facts, direction),
    children: [new TextRun({ text: facts, color: soft })]
  });
}

function opening(publication: Publication, standing: Standing): readonly Content[] {
  const { briefing } = publication;
  const { title, sections, direction } = standing;
  const { before, after } = pageOneMarkup(publication);
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '1F3A5F', space: 6 };
  const bottomLine = markedTree(renderMarkdown(briefing.bottomLine).html, []);
  return [
    ...markingContent(publication.marking),
    headingContent(publication.title, title, direction),
    factsContent(factsInWords(publication), direction),
    ...markingContent(publication.unreviewed),
    ...before.flatMap((part) => partContent(part, standing)),
    ...(briefing.bottomLine.trim()
      ? [
          headingContent(bottomLineHeading(publication), sections, direction),
          ...Array.from(blocksOf(bottomLine, null, { border: { left: rule } }), asBlock)
        ]
      : []),
    ...after.flatMap((part) => partContent(part, standing))
  ];
}

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
  const above = kicker
    ? [
        new Paragraph({
          ...paragraphDirection(kicker, standing.direction),
          keepNext: true,
          spacing: { before: 200, after: 0 },
          children: [new TextRun({ text: kicker, color: soft, size: 17 })]
        })
      ]
    : [];
  return [
    ...above,
    headingContent(
      heading,
      standing.sections,
      standing.direction,
      kicker ? { spacing: { before: 0, after: 60 } } : {}
    ),
    ...blocks.flatMap((block) => blockContent(block, standing))
  ];
}

/** A contents list is made of the headings that docx sees; all else is written when its turn comes. */
function blockContent(
  block: MarkupBlock,
  { comments, listed, direction }: Standing
): readonly Content[] {
  if (block.kind !== 'markup' || !listed) {
    return [new WrittenPieces(() => piecesOf(block, comments, direction))];
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
    if (before.length > 0) content.push(new WrittenPieces(() => blocksOf(before, comments)));
    if (node) content.push(...Array.from(blocksOf([node], comments), asBlock));
  }
  return content;
}

function* piecesOf(
  block: MarkupBlock,
  comments: number,
  direction: Publication['direction']
): Generator<DocxPiece, void> {
  switch (block.kind) {
    case 'markup':
      return yield* blocksOf(block.nodes, comments);
    case 'line':
      yield new Paragraph({ text: block.text, ...paragraphDirection(block.text, direction) });
      return;
    case 'labelled':
      yield new Paragraph({
        spacing: { after: 40 },
        ...paragraphDirection(block.text, direction),
        children: [
          new TextRun({ text: `${block.label} `, bold: true }),
          new TextRun({ text: block.text, ...runDirection(block.text) })
        ]
      });
      return;
    case 'table': {
      if (block.caption) {
        yield new Paragraph({
          text: block.caption,
          keepNext: true,
          ...paragraphDirection(block.caption, direction)
        });
      }
      const width = { size: 100, type: WidthType.PERCENTAGE };
      const layout = block.widths ? { layout: TableLayoutType.FIXED } : {};
      const margins = marginsOf(block);
      const visuallyRightToLeft = direction === 'rtl';
      yield new RowByRow(
        { width, margins, ...layout, ...(visuallyRightToLeft && { visuallyRightToLeft }) },
        tableRowsOf(block, direction)
      );
      yield new Paragraph('');
      return;
    }
    case 'note':
      yield new Paragraph({
        keepLines: true,
        ...paragraphDirection(block.quote, direction),
        children: [
          new TextRun({ text: `${block.number} `, bold: true }),
          new TextRun({
            text: block.quote,
            ...runDirection(block.quote),
            language: { value: block.language, bidirectional: block.language }
          }),
          new TextRun({
            text: block.place,
            break: 1,
            color: soft,
            size: 17,
            ...runDirection(block.place)
          })
        ]
      });
      yield* blocksOf(block.nodes, null, { indent: { left: 360 } });
  }
}
