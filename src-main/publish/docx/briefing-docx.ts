/** A briefing, or a book of several, as a Word document (ISO/IEC 29500): headings, tables, and annotations as comments. */
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  SectionType,
  TableOfContents,
  type IPropertiesOptions,
  type ISectionOptions
} from 'docx';
import type { Bundle } from '../../domain/briefing/bundle.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import { composeBook } from '../../domain/publication/book.js';
import type { Edition } from '../../domain/publication/edition.js';
import { composePublication } from '../../domain/publication/publication.js';
import { numbering } from './blocks.js';
import {
  alone,
  chapterContent,
  commentsOf,
  factsContent,
  markingContent,
  type Standing
} from './chapter-docx.js';
import { footOf, headOf, paragraphDirection, styles } from './look.js';

export async function briefingAsDocx(
  { briefing, texts }: Bundle,
  edition: Edition
): Promise<Uint8Array> {
  const publication = composePublication(briefing, texts, edition);
  return packed({
    title: publication.title,
    description: renderMarkdown(briefing.bottomLine).text.trim(),
    keywords: briefing.tags.join(', '),
    comments: { children: commentsOf(publication, alone) },
    sections: [
      {
        properties: pageOf(edition),
        ...feet(briefing.marking, edition),
        children: [...chapterContent(publication, alone)]
      }
    ]
  });
}

/** Word fills in the page numbers of the contents list once it has asked whether it may. */
export async function bookAsDocx(
  title: string,
  bundles: readonly Bundle[],
  edition: Edition
): Promise<Uint8Array> {
  const book = composeBook(title, bundles, edition);
  let comments = 0;
  const chapters = book.chapters.map(({ publication }) => {
    const standing: Standing = {
      title: HeadingLevel.HEADING_1,
      sections: HeadingLevel.HEADING_2,
      comments,
      listed: true
    };
    comments += publication.notes.length;
    return { publication, standing };
  });
  return packed({
    title: book.title,
    description: chapters.map(({ publication }) => publication.title).join('; '),
    keywords: [...new Set(bundles.flatMap(({ briefing }) => briefing.tags))].join(', '),
    comments: {
      children: chapters.flatMap(({ publication, standing }) => commentsOf(publication, standing))
    },
    sections: [
      {
        properties: pageOf(edition),
        ...feet(book.marking, edition),
        children: [
          ...markingContent(book.marking),
          new Paragraph({
            text: book.title,
            heading: HeadingLevel.TITLE,
            ...paragraphDirection(book.title)
          }),
          factsContent(book.facts),
          new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' })
        ]
      },
      ...chapters.map(({ publication, standing }) => ({
        properties: { ...pageOf(edition), type: SectionType.NEXT_PAGE },
        headers: { default: headOf(publication.title) },
        ...feet(book.marking, edition),
        children: [...chapterContent(publication, standing)]
      }))
    ]
  });
}

async function packed(options: IPropertiesOptions): Promise<Uint8Array> {
  const document = new Document({
    ...options,
    creator: 'Standpoint',
    lastModifiedBy: 'Standpoint',
    styles,
    numbering
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Twentieths of a point: the page, and the inch around its text. */
const margin = 1_440;
const sizes = { A4: { width: 11_906, height: 16_838 }, Letter: { width: 12_240, height: 15_840 } };

function pageOf({ paper }: Edition): NonNullable<ISectionOptions['properties']> {
  return { page: { size: sizes[paper] } };
}

/** Every page bears the marking of the whole. */
function feet(marking: string, { paper }: Edition) {
  return { footers: { default: footOf(marking, sizes[paper].width - 2 * margin) } };
}
