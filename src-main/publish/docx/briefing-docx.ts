/** A briefing, or a book of several, as a Word document (ISO/IEC 29500): headings, tables, and annotations as comments. */
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  SectionType,
  TableOfContents,
  type ISectionOptions
} from 'docx';
import { composeBook, descriptionOf, keywordsOf } from '../../domain/publication/book.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import type { Edition } from '../../domain/publication/edition.js';
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

/** In a book Word fills in the page numbers of the contents list once it has asked whether it may. */
export async function asDocx(job: DocumentJob): Promise<Uint8Array> {
  const book = composeBook(job);
  const { titlePage, marking, edition } = book;
  let comments = 0;
  const chapters = book.chapters.map(({ publication }) => {
    const standing: Standing = titlePage
      ? {
          title: HeadingLevel.HEADING_1,
          sections: HeadingLevel.HEADING_2,
          comments,
          listed: true
        }
      : alone;
    comments += publication.notes.length;
    return { publication, standing };
  });
  const document = new Document({
    title: book.title,
    description: descriptionOf(book),
    keywords: keywordsOf(book).join(', '),
    creator: 'Standpoint',
    lastModifiedBy: 'Standpoint',
    styles,
    numbering,
    comments: {
      children: chapters.flatMap(({ publication, standing }) => commentsOf(publication, standing))
    },
    sections: [
      ...(titlePage
        ? [
            {
              properties: pageOf(edition),
              ...feet(marking, edition),
              children: [
                ...markingContent(marking),
                new Paragraph({
                  text: book.title,
                  heading: HeadingLevel.TITLE,
                  ...paragraphDirection(book.title)
                }),
                factsContent(book.facts),
                new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' })
              ]
            }
          ]
        : []),
      ...chapters.map(({ publication, standing }) => ({
        properties: titlePage
          ? { ...pageOf(edition), type: SectionType.NEXT_PAGE }
          : pageOf(edition),
        ...(titlePage ? { headers: { default: headOf(publication.title) } } : {}),
        ...feet(marking, edition),
        children: [...chapterContent(publication, standing)]
      }))
    ]
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
