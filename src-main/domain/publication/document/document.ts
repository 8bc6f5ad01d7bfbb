/**
 * A document as a tree: what stands in it, in which order, under which numbers and in which words. Typst,
 * the web page, Word and Markdown write it; none of them decides what is told. Plain data, see docs/json.md:
 * a string is words and never markup. It knows no page: what depends on one, such as its number, is left to
 * what lays it out.
 */
import type { AnnotationKind } from '../../briefing/annotation.js';
import type { PaperSize, Template } from '../edition.js';
import type { Block, Direction, TextBlock } from './blocks.js';

export interface DocumentTree {
  readonly title: string;
  /** BCP 47, of the words of the document; those of its author may be in another. */
  readonly language: string;
  readonly direction: Direction;
  readonly paper: PaperSize;
  readonly template: Template;
  readonly isLargePrint: boolean;
  /** It is no briefing: title and blocks alone. */
  readonly isSheet: boolean;
  /** On each page that no chapter marks otherwise; empty for none. */
  readonly marking: string;
  /** Whether it has signs that no font of the program holds, so that those of the computer are asked. */
  readonly usesOtherFonts: boolean;
  /** Smaller type, and less between the lines: for what is to fit on one page. */
  readonly isTight: boolean;
  /** By which type and distances are larger than usual. */
  readonly scale: number;
  /** Whether its list of contents is shown, which says on which page what begins. */
  readonly showContents: boolean;
  /** `null`: one briefing by itself. */
  readonly titlePage: TitlePage | null;
  readonly chapters: readonly DocumentChapter[];
  readonly words: FixedWords;
}

/** Of a book. */
export interface TitlePage {
  readonly kicker: string;
  readonly title: string;
  readonly facts: string;
}

/** A sentence with a place for what only the pages tell. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** Words, signs and digits that no block holds, since only what lays a document out knows where they are needed. */
export interface FixedWords {
  /** BCP 47, of these words: English where the language of the document is none of ours. */
  readonly language: string;
  readonly direction: Direction;
  readonly contents: string;
  /** Words around the number of a page, and of how many: “Page 3 of 12”. */
  readonly page: { readonly before: string; readonly between: string; readonly after: string };
  /** “Highlights:”, before the kinds. */
  readonly highlights: string;
  /** What leads from a note to its words. */
  readonly inTheText: string;
  /** Around numbers such as “1–4, 7”: that these notes are told beside their words alone. */
  readonly toldBeside: Around;
  /** Ten signs, from that of nought. */
  readonly digits: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  /** Stands for a picture that is not shown and that nobody described. */
  readonly picture: string;
}

/** What somebody wrote, as it was written, for formats that write Markdown. */
export interface AuthorsText {
  readonly text: string;
  readonly format: 'text' | 'markdown';
}

/** A briefing in its document. */
export interface DocumentChapter {
  /** In front of each anchor in it; empty for one by itself. */
  readonly prefix: string;
  readonly language: string;
  readonly direction: Direction;
  readonly words: FixedWords;
  readonly title: string;
  /** Above the title. */
  readonly kicker: string;
  /** Below it, such as “17 August 2025 · Moderate confidence”. */
  readonly facts: readonly string[];
  /** On each page; empty for none. */
  readonly marking: string;
  /** That it is a draft, in sentences; empty for none. */
  readonly unreviewed: string;
  /** Page one, below the head. */
  readonly opening: readonly OpeningPart[];
  readonly sections: readonly Section[];
  /** Kinds of highlights in it. */
  readonly highlights: readonly { readonly kind: AnnotationKind; readonly words: string }[];
  /** By number. What stands beside marked words, and again at the end where a claim rests on it. */
  readonly notes: readonly NoteEntry[];
  /** Whether it has enough sections for a list of contents, if it has pages enough. */
  readonly isListed: boolean;
}

/** A stretch of page one. */
export interface OpeningPart {
  readonly role:
    | 'address'
    | 'asks'
    | 'bottom-line'
    | 'judgements'
    | 'options'
    | 'sources'
    | 'closing'
    | 'points'
    | 'next'
    | 'outlook'
    | 'quotes'
    | 'positions'
    | 'elsewhere';
  /** Empty for none. */
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** What its blocks were read from, where they are somebody's own words. */
  readonly source?: AuthorsText;
}

export interface Section {
  readonly role:
    | 'changes'
    | 'card'
    | 'positions'
    | 'timeline'
    | 'ledger'
    | 'statements'
    | 'outcomes'
    | 'figures'
    | 'points'
    | 'text'
    | 'sources'
    | 'notes';
  readonly anchor: string;
  readonly heading: string;
  /** Above the heading, such as a card's kind; empty for none. */
  readonly kicker: string;
  /** BCP 47, of its blocks. */
  readonly language: string;
  readonly blocks: readonly Block[];
  /** What its blocks were read from, where they are somebody's own words. */
  readonly source?: AuthorsText;
}

export interface NoteEntry {
  readonly number: number;
  readonly kind: AnnotationKind;
  /** In its quotation marks. */
  readonly quote: string;
  /** BCP 47, of the quote. */
  readonly language: string;
  /** Where the quote stands, as a sentence. */
  readonly place: string;
  /** Whether its words are marked in this document. */
  readonly isMarked: boolean;
  /** That nobody knows where in its text it stands; empty otherwise. */
  readonly placeUncertain: string;
  /** Whether a claim rests on it, so that its number is looked up. */
  readonly isCited: boolean;
  /** What a newer version of its source says instead; empty for nothing. */
  readonly newerVersion: string;
  /** What its author noted. */
  readonly blocks: readonly TextBlock[];
  readonly source: AuthorsText;
  /** ISO 8601: when it was made. */
  readonly createdAt: string;
  /** What rests on it. */
  readonly claims: readonly (Around & { readonly words: string; readonly to: string })[];
}
