/** A briefing, or a book of several, as a Word document (ISO/IEC 29500): headings, tables, and annotations as comments. */
import {
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  SectionType,
  TableOfContents,
  type ISectionOptions
} from 'docx';
import { composeBook } from '../../domain/publication/book.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import type { Direction } from '../../domain/publication/document/blocks.js';
import { documentOfBook } from '../../domain/publication/document/document-of.js';
import {
  isAligned,
  runsOfBlocks,
  simplified,
  type SimpleChapter,
  type SimpleDocument,
  type SimplePart,
  type SimpleSection
} from '../../domain/publication/document/simple.js';
import { wordsOfRuns } from '../../domain/publication/document/written.js';
import { headingLook, numbering, piecesOf } from './blocks.js';
import { coreProperties, withoutTimes } from './fixed-dates.js';
import { footOf, headOf, soft, stylesIn } from './look.js';
import { type Look, plainParagraph, type Surroundings } from './runs.js';
import { WrittenPieces } from './written-pieces.js';

/** In a book Word fills in the page numbers of the contents list once it has asked whether it may. */
export async function asDocx(job: DocumentJob): Promise<Uint8Array> {
  const book = composeBook(job);
  const tree = simplified(documentOfBook(book));
  const { titlePage, marking, words, direction, language, paper } = tree;
  const count = { lists: 0, links: 0, pictures: 0 };
  let comments = 0;
  const chapters = tree.chapters.map((chapter) => {
    const withWords = chapter.notes.filter(({ blocks }) => blocks.length > 0);
    const around: Standing = {
      ...{ chapter, level: titlePage ? 2 : 1, comments, count, isAligned: false },
      commented: new Set(withWords.map(({ number }) => number))
    };
    comments += chapter.notes.length;
    return around;
  });
  const page = { page: { size: sizes[paper] } };
  const document = new Document({
    styles: stylesIn(language),
    numbering,
    comments: { children: chapters.flatMap(commentsOf) },
    sections: [
      ...(titlePage
        ? [
            {
              properties: page,
              ...headsAndFeet('', marking, tree),
              children: [
                ...boldContent(marking, direction),
                ...softContent(titlePage.kicker, direction),
                plainParagraph(titlePage.title, direction, { ...headingLook(0) }),
                ...softContent(titlePage.facts, direction),
                new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' })
              ]
            }
          ]
        : []),
      ...chapters.map((around) => ({
        properties: titlePage ? { ...page, type: SectionType.NEXT_PAGE } : page,
        ...headsAndFeet(titlePage ? around.chapter.title : '', around.chapter.marking, tree),
        children: [
          ...openingOf(around),
          ...around.chapter.sections.flatMap((section) => sectionContent(section, around))
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

/** Every page bears the marking of its briefing, and those before them that of the whole. */
function headsAndFeet(
  title: string,
  marking: string,
  { paper, words, direction }: SimpleDocument
): Pick<ISectionOptions, 'headers' | 'footers'> {
  return {
    headers: { default: headOf(title, marking, direction) },
    footers: { default: footOf(marking, sizes[paper].width - 2 * margin, words, direction) }
  };
}

type Content = Paragraph | WrittenPieces;
type Standing = Surroundings & { readonly chapter: SimpleChapter };

function commentsOf({ chapter: { notes }, comments, commented }: Standing) {
  return notes
    .filter(({ number }) => commented.has(number))
    .map(({ number, kind, createdAt, blocks }) => ({
      id: (comments ?? 0) + number,
      author: 'Standpoint',
      initials: kind.slice(0, 1).toUpperCase(),
      date: new Date(createdAt),
      children: [...runsOfBlocks(blocks)].map((runs) => new Paragraph(wordsOfRuns(runs)))
    }));
}

/** Nothing where there are no words; so do the others here. */
function boldContent(text: string, direction: Direction): readonly Content[] {
  return text === '' ? [] : [plainParagraph(text, direction, { runs: { bold: true } })];
}

function softContent(text: string, direction: Direction): readonly Content[] {
  return text === '' ? [] : [plainParagraph(text, direction, { runs: { color: soft } })];
}

function kickerContent(text: string, direction: Direction): readonly Content[] {
  if (text === '') return [];
  const look = { keepNext: true, spacing: { before: 200, after: 0 } };
  return [plainParagraph(text, direction, { ...look, runs: { color: soft, size: 17 } })];
}

function openingOf(around: Standing): readonly Content[] {
  const { marking, kicker, title, facts, unreviewed, direction, opening } = around.chapter;
  return [
    ...boldContent(marking, direction),
    ...kickerContent(kicker, direction),
    plainParagraph(title, direction, headingLook(around.level - 1)),
    ...softContent(facts.join(' · '), direction),
    ...boldContent(unreviewed, direction),
    ...opening.flatMap((part) => [...headingContent(part.heading, around), content(part, around)])
  ];
}

function headingContent(
  text: string,
  { level, chapter: { direction } }: Standing,
  look: Look = {}
): readonly Content[] {
  if (text === '') return [];
  return [plainParagraph(text, direction, { ...headingLook(level), ...look })];
}

/** All around, since a line on one side is drawn on the left also where words run from the right. */
const side = { style: BorderStyle.SINGLE, size: 8, color: '1F3A5F', space: 6 };
const boxed = {
  border: { top: side, bottom: side, left: side, right: side },
  indent: { left: 140, right: 140 }
};

function sectionContent(section: SimpleSection, around: Standing): readonly Content[] {
  const { heading, kicker } = section;
  return [
    ...kickerContent(kicker, around.chapter.direction),
    ...headingContent(heading, around, kicker ? { spacing: { before: 0, after: 60 } } : {}),
    content(section, around)
  ];
}

/** Written when its turn comes. A card's and a text's notes are comments. */
function content(part: SimplePart | SimpleSection, around: Standing): Content {
  const isBottomLine = part.role === 'bottom-line';
  const standing = {
    ...around,
    isAligned: isAligned(part),
    ...(isBottomLine && { comments: null })
  };
  return new WrittenPieces(() => piecesOf(part.blocks, standing, isBottomLine ? boxed : {}));
}
