/** A briefing as a Word document (ISO/IEC 29500): headings, tables, and annotations as comments. */
import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType
} from 'docx';
import type { Bundle } from '../../domain/bundle.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import type { Edition } from '../../domain/publication/edition.js';
import { composePublication, type Publication } from '../../domain/publication/publication.js';
import { markedTree } from '../markup/marked-tree.js';
import { factsOf, sectionsOf, type Block, type Cell, type Section } from '../markup/sections.js';
import { blocksOf, numbering } from './blocks.js';

type Content = Paragraph | Table;

export async function briefingAsDocx(
  { briefing, texts }: Bundle,
  edition: Edition
): Promise<Uint8Array> {
  const publication = composePublication(briefing, texts, edition);
  const document = new Document({
    title: publication.title,
    creator: 'Standpoint',
    lastModifiedBy: 'Standpoint',
    description: renderMarkdown(briefing.bottomLine).text.trim(),
    keywords: briefing.tags.join(', '),
    styles: { default: { document: { run: { font: 'Georgia', size: 21 } } } },
    numbering,
    comments: { children: commentsOf(publication) },
    sections: [
      {
        properties: { page: { size: sizes[edition.paper] } },
        children: [...opening(publication), ...sectionsOf(publication).flatMap(sectionContent)]
      }
    ]
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Twentieths of a point. */
const sizes = { A4: { width: 11_906, height: 16_838 }, Letter: { width: 12_240, height: 15_840 } };

function commentsOf({ notes }: Publication) {
  return notes
    .filter(({ annotation }) => annotation.note.trim() !== '')
    .map(({ number, annotation }) => ({
      id: number,
      author: 'Standpoint',
      initials: annotation.kind.slice(0, 1).toUpperCase(),
      date: new Date(annotation.createdAt),
      children: renderMarkdown(annotation.note)
        .text.trim()
        .split('\n')
        .map((line) => new Paragraph(line))
    }));
}

function opening(publication: Publication): readonly Content[] {
  const { title, briefing } = publication;
  const marking = briefing.marking.trim();
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '1F3A5F', space: 6 };
  const bottomLine = markedTree(renderMarkdown(briefing.bottomLine).html, []);
  return [
    ...(marking ? [new Paragraph({ children: [new TextRun({ text: marking, bold: true })] })] : []),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph({ children: [new TextRun({ text: factsOf(publication), color: '565B65' })] }),
    ...(briefing.bottomLine.trim()
      ? [
          new Paragraph({ text: 'Bottom line', heading: HeadingLevel.HEADING_1 }),
          ...blocksOf(bottomLine, new Set(), { border: { left: rule } })
        ]
      : [])
  ];
}

function sectionContent({ heading, kicker, blocks }: Section): readonly Content[] {
  const above = kicker
    ? [
        new Paragraph({
          keepNext: true,
          children: [new TextRun({ text: kicker, color: '565B65' })]
        })
      ]
    : [];
  return [
    ...above,
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 }),
    ...blocks.flatMap(blockContent)
  ];
}

function blockContent(block: Block): readonly Content[] {
  switch (block.kind) {
    case 'markup':
      return blocksOf(block.nodes, null);
    case 'line':
      return [new Paragraph(block.text)];
    case 'table':
      return [
        ...(block.caption ? [new Paragraph({ text: block.caption, keepNext: true })] : []),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [
            new TableRow({
              tableHeader: true,
              children: block.head.map((text) => cell({ text }, true))
            }),
            ...block.rows.map(
              (row) =>
                new TableRow({ cantSplit: true, children: row.map((each) => cell(each, false)) })
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
            new TextRun(block.quote),
            new TextRun({ text: block.place, break: 1, color: '565B65', size: 17 })
          ]
        }),
        ...blocksOf(block.nodes, new Set(), { indent: { left: 360 } })
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

function cell({ text, notes = [], stance }: Cell, isHead: boolean): TableCell {
  return new TableCell({
    ...(stance
      ? { shading: { fill: tints[stance] } }
      : isHead
        ? { shading: { fill: 'E9EDF3' } }
        : {}),
    children: [
      new Paragraph({
        children: [
          new TextRun({ text, bold: isHead, size: 17 }),
          ...(notes.length > 0
            ? [new TextRun({ text: notes.join(', '), superScript: true, size: 17 })]
            : [])
        ]
      })
    ]
  });
}
