/** One briefing as the body of a Word document, or of a chapter of one. */
import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType
} from 'docx';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import type { Publication } from '../../domain/publication/publication.js';
import { markedTree } from '../markup/marked-tree.js';
import { factsOf, sectionsOf, type Block, type Cell, type Section } from '../markup/sections.js';
import { blocksOf } from './blocks.js';
import { cellMargins, headFill, paragraphDirection, runDirection, soft } from './look.js';

export type Content = Paragraph | Table;

/** How a briefing stands in its document. */
export interface Standing {
  readonly title: (typeof HeadingLevel)[keyof typeof HeadingLevel];
  readonly sections: (typeof HeadingLevel)[keyof typeof HeadingLevel];
  /** The id of the comment of its note 0. */
  readonly comments: number;
}

export const alone: Standing = {
  title: HeadingLevel.TITLE,
  sections: HeadingLevel.HEADING_1,
  comments: 0
};

export function chapterContent(publication: Publication, standing: Standing): readonly Content[] {
  const sections = sectionsOf(publication);
  return [
    ...opening(publication, standing),
    ...sections.flatMap((section) => sectionContent(section, standing))
  ];
}

export function commentsOf({ notes }: Publication, { comments }: Standing) {
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

export function markingContent(marking: string): readonly Content[] {
  const words = marking.trim();
  return words ? [new Paragraph({ children: [new TextRun({ text: words, bold: true })] })] : [];
}

export function factsContent(facts: string): Content {
  return new Paragraph({ children: [new TextRun({ text: facts, color: soft })] });
}

function opening(publication: Publication, { title, sections }: Standing): readonly Content[] {
  const { briefing } = publication;
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '1F3A5F', space: 6 };
  const bottomLine = markedTree(renderMarkdown(briefing.bottomLine).html, []);
  return [
    ...markingContent(briefing.marking),
    new Paragraph({
      text: publication.title,
      heading: title,
      ...paragraphDirection(publication.title)
    }),
    factsContent(factsOf(publication)),
    ...(briefing.bottomLine.trim()
      ? [
          new Paragraph({ text: 'Bottom line', heading: sections }),
          ...blocksOf(bottomLine, null, { border: { left: rule } })
        ]
      : [])
  ];
}

function sectionContent(
  { heading, kicker, blocks }: Section,
  standing: Standing
): readonly Content[] {
  const above = kicker
    ? [
        new Paragraph({
          keepNext: true,
          spacing: { before: 200, after: 0 },
          children: [new TextRun({ text: kicker, color: soft, size: 17 })]
        })
      ]
    : [];
  return [
    ...above,
    new Paragraph({
      text: heading,
      heading: standing.sections,
      ...(kicker ? { spacing: { before: 0, after: 60 } } : {}),
      ...paragraphDirection(heading)
    }),
    ...blocks.flatMap((block) => blockContent(block, standing.comments))
  ];
}

function blockContent(block: Block, comments: number): readonly Content[] {
  switch (block.kind) {
    case 'markup':
      return blocksOf(block.nodes, comments);
    case 'line':
      return [new Paragraph(block.text)];
    case 'table':
      return [
        ...(block.caption ? [new Paragraph({ text: block.caption, keepNext: true })] : []),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          ...(block.widths ? { layout: TableLayoutType.FIXED } : {}),
          rows: [
            new TableRow({
              tableHeader: true,
              children: block.head.map((text, column) =>
                cell({ text }, true, block.widths?.[column])
              )
            }),
            ...block.rows.map(
              (row) =>
                new TableRow({
                  cantSplit: true,
                  children: row.map((each, column) => cell(each, false, block.widths?.[column]))
                })
            )
          ]
        }),
        new Paragraph('')
      ];
    case 'note':
      return [
        new Paragraph({
          keepLines: true,
          children: [
            new TextRun({ text: `${block.number} `, bold: true }),
            new TextRun({ text: block.quote, ...runDirection(block.quote) }),
            new TextRun({ text: block.place, break: 1, color: soft, size: 17 })
          ]
        }),
        ...blocksOf(block.nodes, null, { indent: { left: 360 } })
      ];
  }
}

const tints = {
  supports: 'E0F1E3',
  opposes: 'FAE3DF',
  conditional: 'FBEED3',
  neutral: 'EAE9EC',
  unclear: 'F1EEE7'
} as const;

function cell({ text, notes = [], stance }: Cell, isHead: boolean, width?: number): TableCell {
  return new TableCell({
    ...(width === undefined ? {} : { width: { size: width, type: WidthType.PERCENTAGE } }),
    ...(stance
      ? { shading: { fill: tints[stance] } }
      : isHead
        ? { shading: { fill: headFill } }
        : {}),
    margins: cellMargins,
    children: [
      new Paragraph({
        spacing: { after: 0, line: 240 },
        ...paragraphDirection(text),
        children: [
          new TextRun({ text, bold: isHead, size: 17, ...runDirection(text) }),
          ...(notes.length > 0
            ? [new TextRun({ text: notes.join(', '), superScript: true, size: 17 })]
            : [])
        ]
      })
    ]
  });
}
